//! The table of sizes in README.md: what it says, where it stands, and whether it still holds.

use super::Measured;
use crate::readme::Part;
use anyhow::{Result, bail};

const PART: Part = Part { begin: "<!-- sizes: `cargo xtask sizes --write` -->\n", end: "<!-- end of sizes -->\n" };

/// What differs by less is the same: one toolchain makes nearly the same wasm on every machine, but not to the byte, and
/// not every Node compresses alike.
const TOLERANCE: f64 = 0.02;
/// The table has one decimal: rounding alone can make so much of no difference at all.
const ROUNDING: f64 = 0.1001;

/// Puts the table between the markers of README.md.
pub fn write(measured: &[Measured]) -> Result<()> {
    PART.write(&table(measured))
}

/// Fails where README.md says something else than what was measured.
pub fn compare(measured: &[Measured]) -> Result<()> {
    let (documented, now) = (PART.read()?, table(measured));
    let Some((documented, now)) = difference(&documented, &now) else { return Ok(()) };
    bail!(
        "README.md has other sizes:\n  README: {documented}\n  now:    {now}\nIf now is right: cargo xtask sizes --write"
    )
}

/// One line for each of those that have words for it.
fn table(measured: &[Measured]) -> String {
    let mut text = "\n| KiB | brotli | limit | gzip | uncompressed |\n|---|--:|--:|--:|--:|\n".to_owned();
    for Measured { words, sizes, .. } in measured {
        let (Some(words), [brotli, gzip, raw]) = (words, sizes.as_slice()) else { continue };
        let limit = brotli.limit.map(|limit| format!("≤ {}", kib(limit))).unwrap_or_default();
        let [brotli, gzip, raw] = [brotli, gzip, raw].map(|size| kib(size.bytes));
        text.push_str(&format!("| {words} | {brotli} | {limit} | {gzip} | {raw} |\n"));
    }
    text.push('\n');
    text
}

/// KiB with one decimal.
fn kib(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1024.0)
}

/// The first two lines that differ by more than measuring does.
fn difference<'a>(documented: &'a str, now: &'a str) -> Option<(&'a str, &'a str)> {
    let (mut documented, mut now) = (documented.lines(), now.lines());
    loop {
        match (documented.next(), now.next()) {
            (None, None) => return None,
            (one, other) => {
                let (one, other) = (one.unwrap_or("(the end)"), other.unwrap_or("(the end)"));
                if !alike(one, other) {
                    return Some((one, other));
                }
            }
        }
    }
}

/// Words, and the limits with their `≤`, are the same to the letter; bare numbers are close.
fn alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (one.split('|').collect(), other.split('|').collect());
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| match (one.trim().parse(), other.trim().parse()) {
            (Ok(one), Ok(other)) => close(one, other),
            _ => *one == other,
        })
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= f64::max(ROUNDING, TOLERANCE * one.max(other))
}

#[cfg(test)]
mod tests {
    use super::{difference, table};
    use crate::sizes::{Measured, Size};

    fn measured(words: Option<&str>, brotli: u64) -> Measured {
        let size = |kind, bytes, limit| Size { kind, bytes, limit };
        let sizes = vec![size("brotli", brotli, Some(61_440)), size("gzip", 70_000, None), size("raw", 300_000, None)];
        Measured { name: "client".to_owned(), words: words.map(str::to_owned), sizes }
    }

    #[test]
    fn the_table_has_a_line_for_what_has_words_in_kib_with_one_decimal() {
        let text = table(&[measured(Some("`Pigello`"), 59_000), measured(None, 1)]);
        assert!(text.ends_with("--:|\n| `Pigello` | 57.6 | ≤ 60.0 | 68.4 | 293.0 |\n\n"), "{text}");
    }

    #[test]
    fn figures_may_differ_by_two_percent_or_one_decimal() {
        assert_eq!(difference("| a | 50.0 | 0.6 |\n", "| a | 51.0 | 0.7 |\n"), None);
        assert_eq!(difference("| a | 50.0 |\n", "| a | 51.1 |\n"), Some(("| a | 50.0 |", "| a | 51.1 |")));
        assert_eq!(difference("| a | 51.1 |\n", "| a | 50.0 |\n"), Some(("| a | 51.1 |", "| a | 50.0 |")));
        assert!(difference("| a | 0.6 |\n", "| a | 0.8 |\n").is_some());
    }

    #[test]
    fn words_limits_and_the_count_of_lines_are_the_same_to_the_letter() {
        assert!(difference("| a | 1.0 |\n", "| b | 1.0 |\n").is_some());
        assert!(difference("| a | ≤ 60.0 |\n", "| a | ≤ 60.1 |\n").is_some());
        assert_eq!(difference("| a | 1.0 |\n", ""), Some(("| a | 1.0 |", "(the end)")));
        assert!(difference("", "| a | 1.0 |\n").is_some());
    }
}
