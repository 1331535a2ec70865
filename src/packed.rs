//! How a value crosses the border from JavaScript: numbers that say what comes, and the UTF-16 units of all texts one
//! after the other. The other half, which packs, is `pkg-template/src/pack.ts`; JavaScript cannot hand over anything
//! that breaks this half: what does not make sense is [`Value::Other`].

use crate::value::Value;

/// Deeper than any row, and shallow enough for the stack.
const DEEPEST: u32 = 100;

/// The value that was packed; `None`: there was none (`undefined`).
pub fn unpack(words: &[u32], text: &[u16]) -> Option<Value> {
    if words.is_empty() {
        return None;
    }
    Some(Reader { words: words.iter(), text }.value(0).unwrap_or(Value::Other))
}

struct Reader<'a> {
    words: std::slice::Iter<'a, u32>,
    text: &'a [u16],
}

impl<'a> Reader<'a> {
    /// `None`: the words end too early.
    fn value(&mut self, depth: u32) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        Some(match self.word()? {
            0 => Value::Null,
            1 => Value::Bool(false),
            2 => Value::Bool(true),
            3 => {
                let low = self.word()?;
                let high = self.word()?;
                Value::Number(f64::from_bits(u64::from(high) << 32 | u64::from(low)))
            }
            4 => text_of(self.units()?),
            5 => Value::Date(self.text()?),
            6 => {
                let length = self.word()?;
                let mut items = Vec::new();
                for _ in 0..length {
                    items.push(self.value(depth + 1)?);
                }
                Value::Array(items)
            }
            7 => {
                let length = self.word()?;
                let mut entries = Vec::new();
                for _ in 0..length {
                    let name = self.text()?;
                    entries.push((name, self.value(depth + 1)?));
                }
                Value::Object(entries)
            }
            8 => Value::Function,
            _ => Value::Other,
        })
    }

    fn word(&mut self) -> Option<u32> {
        self.words.next().copied()
    }

    fn units(&mut self) -> Option<&'a [u16]> {
        let length = self.word()? as usize;
        let (units, rest) = self.text.split_at_checked(length)?;
        self.text = rest;
        Some(units)
    }

    /// The next text, well-formed or not.
    fn text(&mut self) -> Option<String> {
        Some(decoded(self.units()?).0)
    }
}

/// A text, of its UTF-16 units.
pub fn text_of(units: &[u16]) -> Value {
    match decoded(units) {
        (text, true) => Value::Text(text),
        (text, false) => Value::Broken(text),
    }
}

/// The same, and whether it is well-formed; half of a surrogate pair becomes U+FFFD.
#[inline(never)]
fn decoded(units: &[u16]) -> (String, bool) {
    let mut well_formed = true;
    let mut out = String::with_capacity(units.len());
    for unit in char::decode_utf16(units.iter().copied()) {
        out.push(unit.unwrap_or_else(|_| {
            well_formed = false;
            char::REPLACEMENT_CHARACTER
        }));
    }
    (out, well_formed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    #[test]
    fn what_is_packed_comes_out() {
        let bits = 1.5f64.to_bits();
        let words = [7, 2, 1, 4, 3, 1, 6, 3, 3, bits as u32, (bits >> 32) as u32, 2, 0];
        let value = unpack(&words, &units("aå😀b")).unwrap();
        let list = Value::Array(vec![Value::Number(1.5), Value::Bool(true), Value::Null]);
        assert_eq!(value, Value::Object(vec![("a".into(), Value::Text("å😀".into())), ("b".into(), list)]));
        assert_eq!(unpack(&[], &[]), None);
    }

    #[test]
    fn half_a_surrogate_pair_is_broken_text() {
        assert_eq!(unpack(&[4, 2], &[0x61, 0xd800]), Some(Value::Broken("a\u{fffd}".into())));
    }

    #[test]
    fn nonsense_is_other_and_never_a_panic() {
        for words in [&[4, 9][..], &[6, u32::MAX], &[7, 3, 1], &[3], &[99], &[6; 1000]] {
            assert_eq!(unpack(words, &[]), Some(Value::Other));
        }
    }
}
