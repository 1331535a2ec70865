//! A day and a time: `YYYY-MM-DD`, `T` or a space, `HH:MM[:SS[.f{1,6}]]`, then nothing, `Z` or `±HH:MM`. Both must
//! exist; there are no leap seconds and no 24:00 (our decision: the API names the format `date-time`, and no more).

use super::date::{days, two_digits};

/// Whether the text is a day and a time that exist.
pub fn date_time(text: &str) -> bool {
    instant(text).is_some()
}

/// The moment in microseconds since 1970-01-01T00:00Z; a text without an offset is taken for UTC. `None` if the text
/// is no day and time that exist.
pub fn instant(text: &str) -> Option<i64> {
    let (day, rest) = text.split_at_checked(10)?;
    let mut rest = Rest(rest.as_bytes());
    rest.sign(b"T ")?;
    let mut minutes = i64::from(days(day)?) * 24 * 60 + rest.clock()?;
    let mut micros = 0;
    if rest.sign(b":").is_some() {
        micros = rest.number(60)? * 1_000_000;
        if rest.sign(b".").is_some() {
            micros += rest.fraction()?;
        }
    }
    match rest.sign(b"Z+-") {
        Some(b'+') => minutes -= rest.clock()?,
        Some(b'-') => minutes += rest.clock()?,
        _ => {}
    }
    rest.0.is_empty().then_some(minutes * 60_000_000 + micros)
}

/// What is still to read.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    /// The next sign, if it is one of these.
    fn sign(&mut self, signs: &[u8]) -> Option<u8> {
        let (sign, rest) = self.0.split_first()?;
        if !signs.contains(sign) {
            return None;
        }
        self.0 = rest;
        Some(*sign)
    }

    /// Two digits, together less than `limit`.
    fn number(&mut self, limit: i32) -> Option<i64> {
        let [tens, ones, rest @ ..] = self.0 else { return None };
        self.0 = rest;
        two_digits(*tens, *ones).filter(|number| *number < limit).map(i64::from)
    }

    /// `HH:MM` in minutes.
    fn clock(&mut self) -> Option<i64> {
        let hours = self.number(24)?;
        self.sign(b":")?;
        Some(hours * 60 + self.number(60)?)
    }

    /// One to six digits, in microseconds.
    fn fraction(&mut self) -> Option<i64> {
        let (mut micros, mut place) = (0, 1_000_000);
        while place > 1
            && let Some(digit) = self.sign(b"0123456789")
        {
            place /= 10;
            micros += i64::from(digit - b'0') * place;
        }
        (place < 1_000_000).then_some(micros)
    }
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
