//! The seven credentials, each sent as a header with every request; one of them is secret.

use super::{Problem, headers, table};
use crate::query::encode;
use crate::rules::text::joined;
use crate::value::Value;

/// The seven, by our names.
#[derive(Clone, Debug, PartialEq)]
pub struct Credentials(Value);

/// Our name of a credential and the header it travels in, in the order of the API's overview.
pub const CREDENTIALS: [(&str, &str); 7] = [
    ("customerId", "X-PIGELLO-CUSTOMER-ID"),
    ("applicationId", "X-PIGELLO-APPLICATION-ID"),
    ("serviceId", "X-PIGELLO-SERVICE-ID"),
    ("serviceVersionId", "X-PIGELLO-SERVICE-VERSION-ID"),
    ("clientCt", "X-PIGELLO-CLIENT-CT"),
    ("clientEntity", "X-PIGELLO-CLIENT-ENTITY"),
    ("clientSecret", "X-PIGELLO-CLIENT-SECRET"),
];

const MASK: &str = "[secret]";

impl Credentials {
    /// Those that were given, checked: all seven.
    pub fn read(given: Value) -> Result<Self, Problem> {
        table::check_names(&CREDENTIALS.map(|(name, _)| name), "credentials.", &given)?;
        for (name, _) in CREDENTIALS {
            let wrong = match given.get(name) {
                None => " is missing: give all seven, or none with a `baseUrl`",
                Some(Value::Text(text)) if !text.chars().all(headers::is_latin) => {
                    " has a character that a header cannot carry"
                }
                Some(Value::Text(text)) if !text.is_empty() => continue,
                Some(_) => " must be text, and not empty",
            };
            return Err(joined(&["`credentials.", name, "`", wrong]));
        }
        Ok(Self(given))
    }

    /// Header and value.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        CREDENTIALS.iter().map(|(name, header)| (*header, self.value(name)))
    }

    /// The one that must never be seen.
    pub fn secret(&self) -> &str {
        self.value("clientSecret")
    }

    fn value(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_text).unwrap_or("")
    }

    /// The text with every occurrence of the secret made `[secret]`, also as JSON and URLs spell it.
    pub fn masked(&self, text: &str) -> String {
        let secret = self.secret();
        let mut escaped = String::new();
        for c in secret.chars() {
            if matches!(c, '\\' | '"') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
        let mut encoded = String::new();
        encode(secret, &mut encoded);
        let spellings = [secret, &escaped, &encoded];
        let mut masked = String::new();
        let mut rest = text;
        // In one pass: the mask itself may hold the secret.
        while let Some(first) = rest.chars().next() {
            let spelled = spellings.iter().find_map(|spelling| rest.strip_prefix(*spelling));
            if let Some(after) = spelled.filter(|_| !secret.is_empty()) {
                masked.push_str(MASK);
                rest = after;
            } else {
                masked.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or("");
            }
        }
        masked
    }
}
