//! Which failures are tried again, and when; what all tries of a request together came to.

use crate::error::{self, Error};
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

/// How far the attempts of one plan have come.
pub struct Tries<J> {
    /// Which one this is, from 1.
    pub attempt: u32,
    /// How long to wait before it.
    pub delay_ms: f64,
    /// Whether anything went out.
    pub sent: bool,
    /// Whether one is out of which nothing was heard yet.
    pub out: bool,
    /// Why nobody knows whether an earlier one has changed or deleted the row.
    pub doubt: Option<error::Failure<J>>,
}

impl<J> Tries<J> {
    /// After so many.
    pub fn after(attempt: u32) -> Self {
        Self { attempt, delay_ms: 0.0, sent: false, out: false, doubt: None }
    }

    /// Whether an earlier one may have been carried out: a 503 says that it was not, though not for certain.
    pub fn perhaps_done(&self) -> bool {
        self.doubt.as_ref().is_some_and(|doubt| doubt.status() != Some(503))
    }

    /// What the last one's error means for all: a refusal says nothing of an earlier one that may have been carried out,
    /// unless it says that the row is not there.
    pub fn ended(&mut self, error: error::Failure<J>) -> error::Failure<J> {
        if error.in_doubt() || error.status() == Some(404) {
            return error;
        }
        let Some(mut doubt) = self.doubt.take() else { return error };
        match &mut *doubt {
            Error::Api(api) => api.attempts = self.attempt,
            Error::Network(lost) | Error::Timeout(lost, _) => lost.attempts = self.attempt,
            _ => {}
        }
        doubt
    }
}

/// How long to wait before trying again, in milliseconds; `None`: not again. `attempt` counts from 1; `random` is
/// from 0 to 1. What the server asks for (`Retry-After`) wins over the exponential back-off with full jitter; more
/// than the longest delay is not waited for (our decision).
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

/// `Retry-After` in milliseconds: seconds, or an HTTP date, which `until` reads and measures from now (NaN: it is none).
/// Anything else counts as absent.
pub fn retry_after_ms(header: &str, until: impl FnOnce(&str) -> f64) -> Option<f64> {
    let header = header.trim_ascii();
    if !header.is_empty() && header.bytes().all(|b| b.is_ascii_digit()) {
        return Some(header.bytes().fold(0.0, |seconds, digit| seconds * 10.0 + f64::from(digit - b'0')) * 1000.0);
    }
    // As long as `06 Nov 1994 08:49:37 GMT`, the one form that servers send today: engines take much for a date.
    let ms = if header.len() >= 24 && header.ends_with(" GMT") { until(header) } else { f64::NAN };
    (!ms.is_nan()).then_some(ms.max(0.0))
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
        let read = |header, until| retry_after_ms(header, |_| until);
        assert_eq!(read("120", 1.0), Some(120_000.0));
        assert_eq!(read(" 0 ", 1.0), Some(0.0));
        assert_eq!(read("99999999999", 1.0), Some(99_999_999_999_000.0));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:37 GMT", 60_000.0), Some(60_000.0));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:37 GMT", -5.0), Some(0.0));
        assert_eq!(read("Sun, 06 Nox 1994 08:49:37 GMT", f64::NAN), None);
        for garbage in ["", "soon", "-1", "1.5", "1e3", "Sun, 06 Nov 1994", "5 GMT", "Sun, 06 Nov 1994 08:49:37 CET"] {
            assert_eq!(read(garbage, 1.0), None, "{garbage}");
        }
    }
}
