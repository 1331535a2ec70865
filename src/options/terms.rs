//! How bodies are judged, as one number: made of options once, and handed back by the JavaScript layer with each body.

use crate::messages::Locale;
use crate::validate::{Mode, Unknown};
use crate::value::Value;

/// A change to a row; without this and the next a new one. These three the JavaScript layer adds (`terms.ts`).
const UPDATE: u32 = 1;
/// A row with an id is a change, one without is new.
const BY_ROW: u32 = 2;
/// Only what JSON cannot carry is an issue.
const UNCHECKED: u32 = 4;
/// Fields that nobody declared pass.
const PASS_UNKNOWN: u32 = 8;
/// Messages are in Swedish.
const SWEDISH: u32 = 16;
/// Bodies are given as the inputs of a form hold them. Of use to the JavaScript layer alone, which reads forms.
const FORM: u32 = 32;

/// How bodies are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms(pub u32);

impl Terms {
    /// By checked options; by the row, if they are about many rows and name no mode.
    pub fn of(options: &Value, rows: bool) -> Self {
        let is = |name, word| options.get(name).and_then(Value::as_text) == Some(word);
        let mode = match options.get("mode") {
            None if rows => BY_ROW,
            _ if is("mode", "update") => UPDATE,
            _ => 0,
        };
        let unknown = if is("unknownFields", "pass") { PASS_UNKNOWN } else { 0 };
        let tag = options.get("locale").and_then(Value::as_text).unwrap_or("");
        let input = if is("input", "form") { FORM } else { 0 };
        Self(mode | unknown | input | if Locale::of(tag) == Locale::Sv { SWEDISH } else { 0 })
    }

    fn has(self, bit: u32) -> bool {
        self.0 & bit != 0
    }

    /// The mode; `None`: it goes by the row.
    pub fn mode(self) -> Option<Mode> {
        if self.has(BY_ROW) {
            return None;
        }
        Some(if self.has(UPDATE) { Mode::Update } else { Mode::Create })
    }

    /// What becomes of fields that nobody declared.
    pub fn unknown(self) -> Unknown {
        if self.has(PASS_UNKNOWN) { Unknown::Pass } else { Unknown::Reject }
    }

    /// Whether only what JSON cannot carry is an issue.
    pub fn unchecked(self) -> bool {
        self.has(UNCHECKED)
    }

    /// The language of messages.
    pub fn locale(self) -> Locale {
        if self.has(SWEDISH) { Locale::Sv } else { Locale::En }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(entries: &[(&str, &str)], rows: bool) -> Terms {
        let entries = entries.iter().map(|(name, value)| ((*name).into(), Value::Text((*value).into())));
        Terms::of(&Value::Object(entries.collect()), rows)
    }

    #[test]
    fn nothing_said_is_a_new_row_in_english_with_no_unknown_fields() {
        let said = terms(&[], false);
        assert_eq!((said.mode(), said.unknown()), (Some(Mode::Create), Unknown::Reject));
        assert_eq!((said.locale(), said.unchecked()), (Locale::En, false));
        assert_eq!(terms(&[], true).mode(), None, "many rows go by the row");
    }

    #[test]
    fn what_is_said_comes_out() {
        let said = terms(&[("mode", "update"), ("unknownFields", "pass"), ("locale", "sv-FI")], true);
        assert_eq!((said.mode(), said.unknown()), (Some(Mode::Update), Unknown::Pass));
        assert_eq!(said.locale(), Locale::Sv);
        let said = terms(&[("mode", "create"), ("unknownFields", "reject"), ("locale", "de")], true);
        assert_eq!(said, terms(&[], false));
    }

    #[test]
    fn that_bodies_are_forms_is_told_to_the_javascript_layer() {
        assert_eq!(terms(&[("input", "form")], false).0 ^ terms(&[], false).0, FORM);
        assert_eq!(terms(&[("input", "json")], false), terms(&[], false));
    }

    #[test]
    fn a_mode_is_added_by_the_call() {
        let client = terms(&[("locale", "sv")], false);
        assert_eq!(Terms(client.0 | UPDATE).mode(), Some(Mode::Update));
        assert_eq!(Terms(client.0 | BY_ROW | UNCHECKED).mode(), None);
        assert!(Terms(client.0 | UNCHECKED).unchecked());
    }
}
