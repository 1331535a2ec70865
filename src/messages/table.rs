//! Tables of words, each in one text: a row a line, its cells divided by tabs. A pointer and a length for each word
//! would be a quarter of all the words. Rows are few and looked for when something is wrong: nobody waits for it.

use crate::rules::text::cut;

/// The row at that place.
pub(super) fn row(table: &'static str, place: usize) -> &'static str {
    let mut rest = table;
    for _ in 0..place {
        (_, rest) = cut(rest, b'\n');
    }
    cut(rest, b'\n').0
}

/// What follows this name in the row that begins with it.
pub(super) fn named(table: &'static str, name: &str) -> Option<&'static str> {
    let mut rest = table;
    while !rest.is_empty() {
        let (row, after) = cut(rest, b'\n');
        let (first, cells) = cut(row, b'\t');
        if first == name {
            return Some(cells);
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_place_and_by_name() {
        let table = "a\tone\tett\nå\ttwo\n";
        assert_eq!((row(table, 0), row(table, 1), row(table, 2)), ("a\tone\tett", "å\ttwo", ""));
        assert_eq!(named(table, "a"), Some("one\tett"));
        assert_eq!(named(table, "å"), Some("two"));
        for unknown in ["", "one", "å\ttwo", "A"] {
            assert_eq!(named(table, unknown), None, "{unknown}");
        }
    }
}
