//! Days and times: ISO 8601 text to the instant it names, and back. An instant is the number of microseconds since
//! 1970 began in UTC, which is as fine as Python and PostgreSQL go. Which texts are days and times is said in `rules`.

use crate::rules::{date, date_time};

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;
/// The first microsecond of the year 1: nothing is earlier in Python.
const FIRST: i64 = -719_162 * DAY;
/// The last microsecond of the year 9999: nothing is later.
const LAST: i64 = 2_932_897 * DAY - 1;

/// The instant that a text names; a day alone is its midnight. In UTC unless it says otherwise.
pub(super) fn instant(text: &str) -> Option<i64> {
    date_time::instant(text).or_else(|| date::days(text).map(|days| i64::from(days) * DAY))
}

/// The instant of a JavaScript clock, in milliseconds. A clock that shows none of the years 1 to 9999 is put to the
/// nearest of them.
pub(super) fn from_milliseconds(now: f64) -> i64 {
    // The cast saturates, and makes 0 of NaN.
    ((now * 1000.0) as i64).clamp(FIRST, LAST)
}

/// ISO 8601 text with microseconds, in UTC: `2026-01-31T12:00:00.000000Z`.
pub(super) fn text(instant: i64) -> String {
    let instant = instant.clamp(FIRST, LAST);
    let (days, time) = (instant.div_euclid(DAY) + 719_468, instant.rem_euclid(DAY));
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year + i64::from(month < 3);
    let second = time / 1_000_000;
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:06}Z",
        second / 3600,
        second / 60 % 60,
        second % 60,
        time % 1_000_000
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_an_instant() {
        for (given, same) in [
            ("1970-01-01", "1970-01-01T00:00:00.000000Z"),
            ("2026-01-31T12:30", "2026-01-31T12:30:00.000000Z"),
            ("2026-01-31 12:30:05", "2026-01-31T12:30:05.000000Z"),
            ("2024-02-29T23:59:59.9Z", "2024-02-29T23:59:59.900000Z"),
            ("2024-03-01T00:30:00.123456+01:00", "2024-02-29T23:30:00.123456Z"),
            ("2023-12-31T23:30:00-01:30", "2024-01-01T01:00:00.000000Z"),
            ("0001-01-01", "0001-01-01T00:00:00.000000Z"),
            ("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
            ("1900-03-01", "1900-03-01T00:00:00.000000Z"),
        ] {
            assert_eq!(instant(given).map(text).as_deref(), Some(same), "{given}");
        }
        assert_eq!(instant("1970-01-02T00:00:00.000001Z"), Some(DAY + 1));
    }

    #[test]
    fn what_is_no_day_and_time_names_nothing() {
        for given in ["", "2026", "2026-02-29", "2026-01-01T", "2026-01-01T12:00 01:00", " 2026-01-01"] {
            assert_eq!(instant(given), None, "{given}");
        }
    }

    #[test]
    fn every_day_of_eight_centuries_comes_back() {
        let mut day = instant("1600-01-01").unwrap();
        let end = instant("2400-01-01").unwrap();
        while day < end {
            assert_eq!(instant(&text(day)), Some(day));
            day += DAY;
        }
    }

    #[test]
    fn no_clock_is_too_strange() {
        for (now, shown) in [
            (1_700_000_000_123.5, "2023-11-14T22:13:20.123500Z"),
            (f64::NAN, "1970-01-01T00:00:00.000000Z"),
            (f64::INFINITY, "9999-12-31T23:59:59.999999Z"),
            (-1e300, "0001-01-01T00:00:00.000000Z"),
        ] {
            assert_eq!(text(from_milliseconds(now)), shown);
        }
    }
}
