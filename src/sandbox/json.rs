//! JSON text to [`Value`] and back. Reading is strict (RFC 8259), of bounded depth and linear time; writing is as
//! JavaScript's `JSON.stringify` writes. What the values mean is said elsewhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::value::Value;

/// How deep arrays and objects may nest.
const DEPTH: usize = 128;

/// Up to here an object's keys are compared with each other to find one given twice; above, a map is quicker.
const FEW_KEYS: usize = 24;

/// Text that is not JSON: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong, in the words of Python's `json`.
    pub message: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The character in that line, from 1.
    pub column: usize,
    /// The characters before it in the whole text.
    pub at: usize,
}

impl std::fmt::Display for JsonError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: line {} column {} (char {})", self.message, self.line, self.column, self.at)
    }
}

/// The value that a JSON text is.
pub fn parse(text: &str) -> Result<Value, JsonError> {
    let mut parser = Parser { text, at: 0 };
    parser.whole().map_err(|message| {
        let before = text.get(..parser.at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        JsonError {
            message,
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or("").chars().count() + 1,
            at: before.chars().count(),
        }
    })
}

type Read<T> = Result<T, &'static str>;

/// Stands on a character boundary whenever it stops: it only ever steps over ASCII or to the next ASCII byte.
struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn whole(&mut self) -> Read<Value> {
        self.space();
        let value = self.value(DEPTH)?;
        self.space();
        if self.at < self.text.len() {
            return Err("Extra data");
        }
        Ok(value)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
        }
        there
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Read<Value> {
        match self.peek() {
            Some(b'{') => self.object(depth.checked_sub(1).ok_or("Nested too deeply")?),
            Some(b'[') => self.array(depth.checked_sub(1).ok_or("Nested too deeply")?),
            Some(b'"') => {
                let (text, broken) = self.string()?;
                Ok(if broken { Value::Broken(text) } else { Value::Text(text) })
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => {
                for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))]
                {
                    if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
                        self.at += word.len();
                        return Ok(value);
                    }
                }
                Err("Expecting value")
            }
        }
    }

    fn array(&mut self, depth: usize) -> Read<Value> {
        self.at += 1;
        self.space();
        let mut items = Vec::new();
        if self.eat(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            self.space();
            items.push(self.value(depth)?);
            self.space();
            if self.eat(b']') {
                return Ok(Value::Array(items));
            }
            if !self.eat(b',') {
                return Err("Expecting ',' delimiter");
            }
        }
    }

    fn object(&mut self, depth: usize) -> Read<Value> {
        self.at += 1;
        self.space();
        let mut entries = Vec::new();
        if self.eat(b'}') {
            return Ok(Value::Object(entries));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err("Expecting property name enclosed in double quotes");
            }
            let (key, _) = self.string()?;
            self.space();
            if !self.eat(b':') {
                return Err("Expecting ':' delimiter");
            }
            self.space();
            entries.push((key, self.value(depth)?));
            self.space();
            if self.eat(b'}') {
                return Ok(Value::Object(last_wins(entries)));
            }
            if !self.eat(b',') {
                return Err("Expecting ',' delimiter");
            }
        }
    }

    /// The text of a string, and whether half of a surrogate pair was in it.
    fn string(&mut self) -> Read<(String, bool)> {
        let opening = self.at;
        self.at += 1;
        let (mut text, mut broken) = (String::new(), false);
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
                self.at += 1;
            }
            text.push_str(self.text.get(start..self.at).unwrap_or(""));
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok((text, broken));
                }
                Some(b'\\') => match self.escape()? {
                    Some(character) => text.push(character),
                    None => {
                        broken = true;
                        text.push(char::REPLACEMENT_CHARACTER);
                    }
                },
                Some(_) => return Err("Invalid control character"),
                None => {
                    self.at = opening;
                    return Err("Unterminated string starting");
                }
            }
        }
    }

    /// The character that an escape stands for; `None`: half of a surrogate pair, alone.
    fn escape(&mut self) -> Read<Option<char>> {
        let start = self.at;
        self.at += 1;
        let character = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.surrogates();
            }
            _ => {
                self.at = start;
                return Err("Invalid \\escape");
            }
        };
        self.at += 1;
        Ok(Some(character))
    }

    fn surrogates(&mut self) -> Read<Option<char>> {
        let first = self.unit()?;
        if !(0xD800..0xDC00).contains(&first) {
            return Ok(char::from_u32(first));
        }
        let before = self.at;
        if self.eat(b'\\') && self.eat(b'u') {
            let second = self.unit()?;
            if (0xDC00..0xE000).contains(&second) {
                return Ok(char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)));
            }
        }
        self.at = before;
        Ok(None)
    }

    /// The four hexadecimal digits after `\u`.
    fn unit(&mut self) -> Read<u32> {
        let mut unit = 0;
        for ahead in 0..4 {
            let byte = self.text.as_bytes().get(self.at + ahead).copied();
            match byte.and_then(|byte| char::from(byte).to_digit(16)) {
                Some(digit) => unit = unit * 16 + digit,
                None => return Err("Invalid \\uXXXX escape"),
            }
        }
        self.at += 4;
        Ok(unit)
    }

    fn number(&mut self) -> Read<Value> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') && !self.digits() {
            self.at = start;
            return Err("Expecting value");
        }
        // As in Python, what cannot continue a number ends it; it is then found to be in the wrong place.
        let mut end = self.at;
        if self.eat(b'.') && self.digits() {
            end = self.at;
        }
        self.at = end;
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            if self.digits() {
                end = self.at;
            }
        }
        self.at = end;
        let number = self.text.get(start..end).and_then(|text| text.parse().ok());
        number.map(Value::Number).ok_or("Expecting value")
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at > start
    }
}

/// A key given twice has its last value, in the place of its first, as in JavaScript.
fn last_wins(entries: Vec<(String, Value)>) -> Vec<(String, Value)> {
    let twice = |place: usize, key: &str| entries.iter().take(place).any(|(other, _)| other == key);
    if entries.len() <= FEW_KEYS && !entries.iter().enumerate().any(|(place, (key, _))| twice(place, key)) {
        return entries;
    }
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<(String, Value)> = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        match places.get(&key).and_then(|place| kept.get_mut(*place)) {
            Some(entry) => entry.1 = value,
            None => {
                places.insert(key.clone(), kept.len());
                kept.push((key, value));
            }
        }
    }
    kept
}

/// Writes a value. What JSON cannot say is `null`, and half of a surrogate pair stays the U+FFFD it became.
pub fn write(out: &mut String, value: &Value) {
    match value {
        Value::Null | Value::Function | Value::Other => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => write_number(out, *number),
        Value::Text(text) | Value::Broken(text) | Value::Date(text) => write_text(out, text),
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(out, item);
            }
            out.push(']');
        }
        Value::Object(entries) => {
            out.push('{');
            for (place, (key, item)) in entries.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_text(out, key);
                out.push(':');
                write(out, item);
            }
            out.push('}');
        }
    }
}

/// Writes text in quotes.
pub fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(text.get(plain..at).unwrap_or(""));
        plain = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            0x08 => out.push_str("\\b"),
            0x0C => out.push_str("\\f"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            // Writing into a `String` does not fail.
            _ => {
                let _ = write!(out, "\\u{byte:04x}");
            }
        }
    }
    out.push_str(text.get(plain..).unwrap_or(""));
    out.push('"');
}

fn write_number(out: &mut String, number: f64) {
    let size = number.abs();
    if !number.is_finite() {
        out.push_str("null");
    } else if size == 0.0 {
        out.push('0');
    } else if (1e-6..1e21).contains(&size) {
        let _ = write!(out, "{number}");
    } else {
        let start = out.len();
        let _ = write!(out, "{number:e}");
        // JavaScript writes the sign of the exponent in any case.
        if size >= 1.0
            && let Some(e) = out.get(start..).and_then(|text| text.find('e'))
        {
            out.insert(start + e + 1, '+');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        write(&mut out, &parse(text).unwrap());
        out
    }

    #[test]
    fn what_is_read_is_written_as_javascript_writes_it() {
        for (text, expected) in [
            ("null", "null"),
            (" [ ] ", "[]"),
            ("{}", "{}"),
            (
                "[1, -0, 0.5, 1e3, 100000000000000000000, 1e21, 1.5e-7, 0.000001, 123456789.25]",
                "[1,0,0.5,1000,100000000000000000000,1e+21,1.5e-7,0.000001,123456789.25]",
            ),
            ("[5e-324, 1.7976931348623157e308, -1e25, 0.1]", "[5e-324,1.7976931348623157e+308,-1e+25,0.1]"),
            (
                r#"{"b": true, "a": [false, {"c": "\u00e5\/\u0001\n\""}]}"#,
                r#"{"b":true,"a":[false,{"c":"å/\u0001\n\""}]}"#,
            ),
            (r#""\ud83d\ude00 é""#, "\"😀 é\""),
            (r#"{"a":1,"b":2,"a":3}"#, r#"{"a":3,"b":2}"#),
            ("1e999", "null"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn half_of_a_surrogate_pair_makes_broken_text() {
        for text in [r#""a\ud83d""#, r#""a\ude00""#, r#""a\ud83dA""#] {
            assert!(matches!(parse(text).unwrap(), Value::Broken(text) if text.starts_with("a\u{FFFD}")), "{text}");
        }
        assert_eq!(parse(r#""\ud83d\ud83d\ude00""#).unwrap(), Value::Broken("\u{FFFD}😀".into()));
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_place() {
        for (text, expected) in [
            ("", "Expecting value: line 1 column 1 (char 0)"),
            ("nul", "Expecting value: line 1 column 1 (char 0)"),
            ("[1,]", "Expecting value: line 1 column 4 (char 3)"),
            ("[1\n 2]", "Expecting ',' delimiter: line 2 column 2 (char 4)"),
            ("{\"å\" 1}", "Expecting ':' delimiter: line 1 column 6 (char 5)"),
            ("{a:1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
            ("{\"a\":1,}", "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"),
            ("1 2", "Extra data: line 1 column 3 (char 2)"),
            ("01", "Extra data: line 1 column 2 (char 1)"),
            ("1.", "Extra data: line 1 column 2 (char 1)"),
            ("-", "Expecting value: line 1 column 1 (char 0)"),
            ("NaN", "Expecting value: line 1 column 1 (char 0)"),
            ("\"a\tb\"", "Invalid control character: line 1 column 3 (char 2)"),
            ("\"abc", "Unterminated string starting: line 1 column 1 (char 0)"),
            (r#""\x""#, "Invalid \\escape: line 1 column 2 (char 1)"),
            (r#""\u12""#, "Invalid \\uXXXX escape: line 1 column 4 (char 3)"),
            (r#""\ud800\u+123""#, "Invalid \\uXXXX escape: line 1 column 10 (char 9)"),
        ] {
            assert_eq!(parse(text).unwrap_err().to_string(), expected, "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(DEPTH)).is_ok());
        assert_eq!(parse(&nested(DEPTH + 1)).unwrap_err().message, "Nested too deeply");
        assert_eq!(parse(&"[{\"a\":".repeat(100_000)).unwrap_err().message, "Nested too deeply");
    }

    #[test]
    fn an_object_of_many_keys_is_read_in_linear_time() {
        let mut text = String::from("{");
        for key in 0..200_000 {
            let _ = write!(text, "\"{}\":{key},", key % 150_000);
        }
        text.push_str("\"0\":true}");
        let started = std::time::Instant::now();
        let Value::Object(entries) = parse(&text).unwrap() else { panic!() };
        assert_eq!(
            (entries.len(), &entries[0].1, &entries[1].1),
            (150_000, &Value::Bool(true), &Value::Number(150_001.0))
        );
        assert!(started.elapsed().as_secs() < 5);
    }
}
