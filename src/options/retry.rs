//! How often a call is tried, and how long between.

use crate::value::Value;

/// How often, and how long between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retry {
    /// Tries in all.
    pub attempts: u32,
    /// The longest first wait, in milliseconds.
    pub base_delay_ms: f64,
    /// The longest wait of all, in milliseconds.
    pub max_delay_ms: f64,
}

impl Retry {
    /// With what checked options say instead: `false` is one try.
    pub fn with(self, options: Option<&Value>) -> Self {
        if options.is_some_and(|options| options.is(false)) {
            return Self { attempts: 1, ..self };
        }
        let number = |name, own| options.and_then(|options| options.get(name)?.as_number()).unwrap_or(own);
        Self {
            attempts: number("attempts", f64::from(self.attempts)) as u32,
            base_delay_ms: number("baseDelayMs", self.base_delay_ms),
            max_delay_ms: number("maxDelayMs", self.max_delay_ms),
        }
    }
}
