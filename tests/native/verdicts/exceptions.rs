//! Where a judge and we do not agree, and why it stays so. Each is as narrow as its reason, and must be met: one that
//! nobody meets any more is taken out.

use serde_json::Value;

/// A class of disagreements.
pub struct Exception {
    pub why: &'static str,
    /// Whose verdict it is about: a judge's name, or `rest:` and a kind of field.
    pub judge: &'static str,
    /// Whether it is we who refuse.
    pub we_refuse: bool,
    pub is_met: fn(&Value) -> bool,
}

pub const EXCEPTIONS: &[Exception] = &[];
