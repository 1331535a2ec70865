//! A day and a time: `YYYY-MM-DD`, `T` or a space, `HH:MM[:SS[.f{1,6}]]`, then nothing, `Z` or `±HH:MM`. Both must
//! exist; there are no leap seconds and no 24:00.

use super::date::{days, two_digits};

/// Whether the text is a day and a time that exist.
pub fn date_time(text: &str) -> bool {
    instant(text).is_some()
}

/// The moment in microseconds since 1970-01-01T00:00Z; a text without an offset is taken for UTC. `None` if the text
/// is no day and time that exist.
pub fn instant(text: &str) -> Option<i64> {
    let (day, rest) = text.split_at_checked(10)?;
    let [b'T' | b' ', rest @ ..] = rest.as_bytes() else { return None };
    let mut minutes = i64::from(days(day)?) * 24 * 60;
    let (time, mut rest) = hours_and_minutes(rest)?;
    minutes += time;

    let mut micros = 0;
    if let [b':', tens, ones, after @ ..] = rest {
        let seconds = two_digits(*tens, *ones).filter(|seconds| *seconds < 60)?;
        (micros, rest) = fraction(after)?;
        micros += i64::from(seconds) * 1_000_000;
    }

    minutes -= match rest {
        [] | [b'Z'] => 0,
        [b'+', offset @ ..] => whole(hours_and_minutes(offset)?)?,
        [b'-', offset @ ..] => -whole(hours_and_minutes(offset)?)?,
        _ => return None,
    };
    Some(minutes * 60_000_000 + micros)
}

/// `HH:MM` in minutes, less than 24 hours, and what follows it.
fn hours_and_minutes(text: &[u8]) -> Option<(i64, &[u8])> {
    let [h1, h2, b':', m1, m2, rest @ ..] = text else { return None };
    let hours = two_digits(*h1, *h2).filter(|hours| *hours < 24)?;
    let minutes = two_digits(*m1, *m2).filter(|minutes| *minutes < 60)?;
    Some((i64::from(hours * 60 + minutes), rest))
}

/// The minutes, if nothing follows them.
fn whole((minutes, rest): (i64, &[u8])) -> Option<i64> {
    rest.is_empty().then_some(minutes)
}

/// Microseconds from `.` and one to six digits, or none without a `.`, and what follows.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let [b'.', digits @ ..] = text else { return Some((0, text)) };
    let (mut rest, mut micros, mut place) = (digits, 0, 1_000_000);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        if place == 1 {
            return None;
        }
        place /= 10;
        micros += i64::from(digit - b'0') * place;
        rest = after;
    }
    (place < 1_000_000).then_some((micros, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_documented_spellings_pass() {
        for text in [
            "2026-01-15T10:30",
            "2026-01-15 10:30",
            "2026-01-15T10:30:59",
            "2026-01-15T10:30:59.1",
            "2026-01-15T10:30:59.123456",
            "2026-01-15T10:30Z",
            "2026-01-15T10:30:59Z",
            "2026-01-15 10:30:59.000001Z",
            "2026-01-15T10:30+01:00",
            "2026-01-15T10:30:59.5-23:59",
            "2026-01-15T10:30+00:00",
            "2026-01-15T10:30-00:00",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z",
            "2024-02-29T00:00",
        ] {
            assert!(date_time(text), "{text}");
        }
    }

    #[test]
    fn other_spellings_and_moments_that_do_not_exist_fail() {
        for text in [
            "",
            "2026-01-15",
            "2026-01-15T",
            "2026-01-15T10",
            "2026-01-15T1030",
            "2026-01-15T10:3",
            "2026-01-15t10:30",
            "2026-01-15_10:30",
            "2026-01-15  10:30",
            "2026-01-15T10:30z",
            "2026-01-15T10:30 Z",
            "2026-01-15T10:30:",
            "2026-01-15T10:30:5",
            "2026-01-15T10:30:59.",
            "2026-01-15T10:30:59.Z",
            "2026-01-15T10:30:59.1234567",
            "2026-01-15T10:30:59,5",
            "2026-01-15T10:30.5",
            "2026-01-15T24:00",
            "2026-01-15T10:60",
            "2026-01-15T10:30:60",
            "2026-01-15T10:30+24:00",
            "2026-01-15T10:30+01:60",
            "2026-01-15T10:30+01",
            "2026-01-15T10:30+0100",
            "2026-01-15T10:30+01:00:00",
            "2026-01-15T10:30Z+01:00",
            "2026-01-15T10:30\u{2212}01:00",
            "2026-02-30T10:30",
            "0000-01-01T00:00",
            "2026-13-01T10:30",
            "20260115T1030",
            "2026-01-15T10:30\0",
            "2026-01-15T10:30Z\n",
            "2026-01-15T１0:30",
            "2026-01-1😀T10:30",
            "2026-01-15😀",
            "Thu Jan 15 2026 10:30:00 GMT+0100",
        ] {
            assert!(!date_time(text), "{text}");
        }
        assert!(!date_time(&["2026-01-15T10:30:59.", "0".repeat(1_000_000).as_str()].concat()));
    }

    #[test]
    fn the_same_moment_has_one_number() {
        assert_eq!(instant("1970-01-01T00:00Z"), Some(0));
        assert_eq!(instant("1970-01-01 00:00:00.000001"), Some(1));
        assert_eq!(instant("1970-01-01T00:00:01.5Z"), Some(1_500_000));
        assert_eq!(instant("1970-01-01T01:00+01:00"), Some(0));
        assert_eq!(instant("1969-12-31T23:30-00:30"), Some(0));
        assert_eq!(instant("2026-02-01T00:00:00+01:00"), instant("2026-01-31T23:00Z"));
        assert!(instant("0001-01-01T00:00+23:59") < instant("0001-01-01T00:00Z"));
        assert_eq!(instant("9999-12-31T23:59:59.999999Z"), Some(253_402_300_799_999_999));
    }
}
