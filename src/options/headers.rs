//! Headers of the user's own: which may be sent.

use super::Problem;
use crate::rules::text::joined;
use crate::value::Value;

/// Headers that `fetch` refuses, or drops without a word.
const ENGINES_OWN: &[&str] =
    &["connection", "content-length", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"];

/// Whether a header of the user's may be sent: not one of ours, a name and a value that HTTP can carry.
pub fn check(name: &str, value: &str) -> Result<(), Problem> {
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err(joined(&["`headers` has a name that HTTP cannot carry"]));
    }
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("x-pigello-") || lower == "content-type" {
        return Err(joined(&["`headers` must not set `", name, "`: it is set by the client"]));
    }
    if ENGINES_OWN.contains(&lower.as_str()) {
        return Err(joined(&["`headers` must not set `", name, "`: it belongs to the connection"]));
    }
    if value.chars().any(|c| c != '\t' && !is_latin(c)) {
        return Err(joined(&["`headers` has a value that HTTP cannot carry, at `", name, "`"]));
    }
    Ok(())
}

/// Whether it may stand in a header's name.
fn is_token(b: u8) -> bool {
    b.is_ascii_alphanumeric()
        || matches!(b, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~')
}

/// Whether a header can carry it: Latin-1 without control characters.
pub fn is_latin(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ff}')
}

/// Headers as they are packed: pairs, or a function.
pub fn check_all(headers: &Value) -> Result<(), Problem> {
    let shape = || joined(&["`headers` must be an object, a Headers, a list of pairs, or a function"]);
    let pairs = match headers {
        Value::Function => return Ok(()),
        Value::Array(pairs) => pairs,
        _ => return Err(shape()),
    };
    for pair in pairs {
        match pair {
            Value::Array(pair) => match pair.as_slice() {
                [Value::Text(name), Value::Text(value)] => check(name, value)?,
                [Value::Text(name), _] => return Err(joined(&["`headers` must hold text, at `", name, "`"])),
                _ => return Err(shape()),
            },
            _ => return Err(shape()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_token;

    #[test]
    fn names_are_made_of_the_signs_that_http_allows() {
        let signs: String = (0..=255).filter(|b| is_token(*b) && !b.is_ascii_alphanumeric()).map(char::from).collect();
        assert_eq!(signs, "!#$%&'*+-.^_`|~");
    }
}
