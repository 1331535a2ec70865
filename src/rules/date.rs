//! A day as `YYYY-MM-DD`, in the years 0001 to 9999, that stands in the (proleptic Gregorian) calendar
//! (our decision: the API names the format `date`, and no more).

/// Whether the text is a day that exists.
pub fn date(text: &str) -> bool {
    days(text).is_some()
}

/// The day as a number: days since 1970-01-01. `None` if the text is no day that exists.
pub fn days(text: &str) -> Option<i32> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = 100 * two_digits(*y1, *y2)? + two_digits(*y3, *y4)?;
    let month = two_digits(*m1, *m2)?;
    let day = two_digits(*d1, *d2)?;
    (year >= 1 && day >= 1 && day <= days_in(year, month)).then(|| since_epoch(year, month, day))
}

/// The number that two ASCII digits make.
pub(super) fn two_digits(tens: u8, ones: u8) -> Option<i32> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i32::from(tens - b'0') * 10 + i32::from(ones - b'0'))
}

/// How many days the month has; none if there is no such month.
const fn days_in(year: i32, month: i32) -> i32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Counted in years that begin in March, so that the leap day comes last.
const fn since_epoch(year: i32, month: i32, day: i32) -> i32 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_exist_pass() {
        for text in [
            "0001-01-01",
            "1900-02-28",
            "1970-01-01",
            "2000-02-29",
            "2023-12-31",
            "2024-02-29",
            "2026-04-30",
            "9999-12-31",
        ] {
            assert!(date(text), "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_and_other_spellings_fail() {
        for text in [
            "",
            "0000-01-01",
            "1900-02-29",
            "2023-02-29",
            "2024-02-30",
            "2024-00-10",
            "2024-13-01",
            "2024-04-31",
            "2024-01-00",
            "2024-01-32",
            "2024-1-1",
            "24-01-01",
            "20240101",
            "2024/01/01",
            "2024-01-01 ",
            "2024-01-01T00:00",
            "2024-W01-1",
            "-024-01-01",
            "+024-01-01",
            "2024-01-0\0",
            "２０２４-01-01",
            "2024\u{2010}01-01",
            "10000-01-01",
            "01-01-2024",
        ] {
            assert!(!date(text), "{text}");
        }
        assert!(!date(&"2".repeat(1_000_000)));
    }

    #[test]
    fn days_are_numbered_without_a_gap_from_first_to_last() {
        let mut expected = -719_162;
        for year in 1..=9999 {
            for month in 1..=12 {
                for day in 1..=days_in(year, month) {
                    assert_eq!(since_epoch(year, month, day), expected, "{year}-{month}-{day}");
                    expected += 1;
                }
            }
        }
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("0001-01-01"), Some(-719_162));
        assert_eq!(days("2026-01-01"), Some(20_454));
        assert_eq!(days("9999-12-31"), Some(2_932_896));
    }
}
