//! Which failures are tried again, and when.

use crate::options::Retry;
use crate::request::Method;

/// What an attempt came to, as far as trying again goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Failure {
    /// No answer.
    Lost,
    /// An answer with this status.
    Status(u16),
}

/// How long to wait before trying again, in milliseconds; `None`: not again. `attempt` counts from 1; `random` is
/// from 0 to 1. What the server asks for (`Retry-After`) wins over the exponential back-off with full jitter; more
/// than the longest delay is not waited for.
pub fn delay(
    method: Method,
    failure: Failure,
    attempt: u32,
    retry_after_ms: Option<f64>,
    retry: &Retry,
    random: f64,
) -> Option<f64> {
    let again = match failure {
        Failure::Status(429) => true,
        Failure::Lost | Failure::Status(502..=504) => method.may_repeat(),
        Failure::Status(_) => false,
    };
    if !again || attempt >= retry.attempts {
        return None;
    }
    match retry_after_ms {
        Some(wanted) if wanted > retry.max_delay_ms => None,
        Some(wanted) => Some(wanted),
        None => {
            let doubled = retry.base_delay_ms * f64::from(1u32 << (attempt - 1).min(30));
            Some(random * doubled.min(retry.max_delay_ms))
        }
    }
}

/// Whether a 404 to a DELETE that is tried again says that the first try had succeeded.
pub fn may_have_deleted(failure: Failure) -> bool {
    matches!(failure, Failure::Lost | Failure::Status(502 | 504))
}

/// `Retry-After` in milliseconds from `now`: seconds, or an HTTP date. Anything else counts as absent.
pub fn retry_after_ms(header: &str, now: f64) -> Option<f64> {
    let header = header.trim_ascii();
    if !header.is_empty() && header.bytes().all(|b| b.is_ascii_digit()) {
        return Some(header.bytes().fold(0.0, |seconds, digit| seconds * 10.0 + f64::from(digit - b'0')) * 1000.0);
    }
    http_date_ms(header).map(|at| (at - now).max(0.0))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers send today.
fn http_date_ms(text: &str) -> Option<f64> {
    const FORM: &[u8] = b", 00 Jan 0000 00:00:00 GMT";
    const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    let bytes = text.as_bytes();
    let date = bytes.get(bytes.len().checked_sub(FORM.len())?..)?;
    let (name, _) = date.get(5..)?.split_first_chunk::<3>()?;
    let month = MONTHS.chunks_exact(3).position(|month| month == name)? as u32 + 1;
    for (at, (byte, wanted)) in date.iter().zip(FORM).enumerate() {
        let fits = if *wanted == b'0' { byte.is_ascii_digit() } else { byte == wanted || (5..8).contains(&at) };
        if !fits {
            return None;
        }
    }
    let number = |from: usize, to: usize| {
        let digits = date.get(from..to).unwrap_or_default();
        digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    };
    let (day, year) = (number(2, 4), number(9, 13));
    let (hour, minute, second) = (number(14, 16), number(17, 19), number(20, 22));
    if day == 0 || day > 31 || hour > 23 || minute > 59 {
        return None;
    }
    // Days since 1970, counting years from March, so that the leap day is the last.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year.checked_sub(1)?, month + 9) };
    let days = f64::from(y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 1) - 719_468.0;
    Some(((days * 24.0 + f64::from(hour)) * 60.0 + f64::from(minute)) * 60_000.0 + f64::from(second) * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RETRY: Retry = Retry { attempts: 3, base_delay_ms: 200.0, max_delay_ms: 20_000.0 };

    fn wait(method: &str, failure: Failure, attempt: u32, after: Option<f64>) -> Option<f64> {
        delay(Method::named(method).unwrap(), failure, attempt, after, &RETRY, 1.0)
    }

    #[test]
    fn a_post_is_repeated_after_429_only() {
        assert_eq!(wait("POST", Failure::Lost, 1, None), None);
        assert_eq!(wait("POST", Failure::Status(503), 1, None), None);
        assert_eq!(wait("POST", Failure::Status(429), 1, None), Some(200.0));
        for failure in [Failure::Lost, Failure::Status(502), Failure::Status(503), Failure::Status(504)] {
            for method in ["GET", "PATCH", "DELETE"] {
                assert_eq!(wait(method, failure, 1, None), Some(200.0));
            }
        }
        assert_eq!(wait("GET", Failure::Status(500), 1, None), None);
        assert_eq!(wait("GET", Failure::Status(404), 1, None), None);
    }

    #[test]
    fn the_wait_doubles_up_to_its_bound_and_the_attempts_end() {
        assert_eq!(wait("GET", Failure::Lost, 2, None), Some(400.0));
        assert_eq!(wait("GET", Failure::Lost, 3, None), None);
        let many = Retry { attempts: 100, ..RETRY };
        assert_eq!(delay(Method("GET"), Failure::Lost, 50, None, &many, 0.5), Some(10_000.0));
    }

    #[test]
    fn the_servers_wish_wins_up_to_the_bound() {
        assert_eq!(wait("POST", Failure::Status(429), 1, Some(7000.0)), Some(7000.0));
        assert_eq!(wait("POST", Failure::Status(429), 1, Some(20_001.0)), None);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date_or_absent() {
        let now = 784_111_777_000.0;
        assert_eq!(retry_after_ms("120", now), Some(120_000.0));
        assert_eq!(retry_after_ms(" 0 ", now), Some(0.0));
        assert_eq!(retry_after_ms("99999999999", now), Some(99_999_999_999_000.0));
        assert_eq!(retry_after_ms("Sun, 06 Nov 1994 08:49:37 GMT", now), Some(0.0));
        assert_eq!(retry_after_ms("Sun, 06 Nov 1994 08:50:37 GMT", now), Some(60_000.0));
        assert_eq!(retry_after_ms("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400_000.0 - 5.0), Some(5.0));
        assert_eq!(retry_after_ms("Sat, 01 Jan 2000 00:00:00 GMT", 946_684_800_000.0 - 5.0), Some(5.0));
        for garbage in [
            "",
            "soon",
            "-1",
            "1.5",
            "Sun, 06 Nov 1994",
            "x, 06 Nov 1994 08:49:37 CET",
            "Sun, 06 Nox 1994 08:49:37 GMT",
        ] {
            assert_eq!(retry_after_ms(garbage, now), None, "{garbage}");
        }
    }
}
