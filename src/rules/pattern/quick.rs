//! Which patterns JavaScript may be told, to ask its own engine. All of it happens while compiling.

use super::parse::{Atom, Item, Piece, Set, SetKind};

/// Whether all that the pattern matches is signs, digits and letters of ASCII, without `"` and `\` (so that the same text stands
/// in JSON), and whether every engine soon comes to its end: groups are not repeated, and hardly anything else is.
pub const fn is_quick(pieces: &[Piece]) -> bool {
    let mut rest = pieces;
    let mut repeated = 0;
    while let Some((piece, others)) = rest.split_first() {
        let is_plain = match piece.atom {
            Atom::Start | Atom::End | Atom::Or => true,
            Atom::Group { .. } => piece.most == 1,
            Atom::Class { negated, .. } => !negated,
            Atom::One(c) => is_sign(c),
            Atom::Item(Item::Range(first, last)) => {
                is_sign(first) && is_sign(last) && !has(first, last, '"') && !has(first, last, '\\')
            }
            Atom::Set(set) | Atom::Item(Item::Set(set)) => is_digits(set),
            Atom::Any => false,
        };
        // What is there or not is no matter.
        if piece.most > piece.least + 1 {
            repeated += 1;
        }
        if !is_plain || repeated > 2 {
            return false;
        }
        rest = others;
    }
    // Of one that is told, and never asked, there are none.
    !pieces.is_empty()
}

/// Whether what is escaped may be so for JavaScript's flag `u`, too: for `v` more is.
pub const fn is_for_u(js: &str) -> bool {
    let mut rest = js.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        rest = others;
        if *first == b'\\'
            && let Some((escaped, others)) = rest.split_first()
        {
            if matches!(
                escaped,
                b'&' | b'!' | b'#' | b'%' | b',' | b':' | b';' | b'<' | b'=' | b'>' | b'@' | b'`' | b'~'
            ) {
                return false;
            }
            rest = others;
        }
    }
    true
}

const fn is_digits(set: Set) -> bool {
    matches!(set.kind, SetKind::Digit) && !set.negated
}

const fn is_sign(c: char) -> bool {
    c.is_ascii_graphic() && c != '"' && c != '\\'
}

const fn has(first: char, last: char, c: char) -> bool {
    first <= c && c <= last
}

#[cfg(test)]
mod tests {
    use crate::rules::pattern::{Pattern, pattern};

    static PHONE: Pattern = pattern!(r"^\+?1?\d{7,15}$");
    static CODE: Pattern = pattern!(r"^(0007|0088):\d{10,13}$");
    static COLOUR: Pattern = pattern!(r"^(?:[0-9a-fA-F]{3}){1,2}$");
    static OPEN: Pattern = pattern!(r"\d{3}");
    static NO_LETTER: Pattern = pattern!(r"^[^a-z]$");
    static ALL: Pattern = pattern!(r"^[!-~]+$");
    static BLANK: Pattern = pattern!(r"^\d \d$");
    static ANY: Pattern = pattern!(r"^.\Z");
    static WORD: Pattern = pattern!(r"^[\w.@+-]+\Z");
    static SLOW: Pattern = pattern!(r"^a*a*a*$");
    static SIGNS: Pattern = pattern!(r"^[@:]{2}$");
    static NESTED: Pattern = pattern!(r"^(a|a)*$");

    #[test]
    fn patterns_of_digits_and_signs_between_anchors_are_told() {
        assert_eq!(PHONE.quick(), Some(r"\+?1?\d{7,15}"));
        assert_eq!(CODE.quick(), Some(r"(?:0007|0088):\d{10,13}"));
    }

    #[test]
    fn patterns_that_may_match_white_space_or_more_than_ascii_or_last_long_are_not() {
        for pattern in [&COLOUR, &OPEN, &NO_LETTER, &ALL, &BLANK, &ANY, &WORD, &SLOW, &NESTED, &SIGNS] {
            assert_eq!(pattern.quick(), None, "{}", pattern.python);
        }
    }
}
