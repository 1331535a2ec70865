//! What the characters of ASCII are, in one table: quicker to ask than one comparison after the other.

/// `0` to `9`, `a` to `f`, `A` to `F`.
pub const HEX: u8 = 1;
/// A letter.
pub const LETTER: u8 = 2;
/// `0` to `9`.
pub const DIGIT: u8 = 4;
/// A sign that stands in a dot-atom, beside letters and digits.
pub const ATOM_SIGN: u8 = 8;

static KINDS: [u8; 128] = kinds();

#[expect(clippy::indexing_slicing, reason = "this runs while compiling")]
const fn kinds() -> [u8; 128] {
    let mut kinds = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        let is = byte as u8;
        kinds[byte] = if is.is_ascii_hexdigit() { HEX } else { 0 }
            | if is.is_ascii_alphabetic() { LETTER } else { 0 }
            | if is.is_ascii_digit() { DIGIT } else { 0 }
            | match is {
                b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => ATOM_SIGN,
                _ => 0,
            };
        byte += 1;
    }
    kinds
}

/// Whether the byte is of one of these kinds; one beyond ASCII is of none.
#[inline]
pub fn is(byte: u8, kinds: u8) -> bool {
    match KINDS.get(usize::from(byte)) {
        Some(is) => is & kinds != 0,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_language_says() {
        for byte in 0..=255u8 {
            assert_eq!(is(byte, HEX), byte.is_ascii_hexdigit(), "{byte}");
            assert_eq!(is(byte, LETTER), byte.is_ascii_alphabetic(), "{byte}");
            assert_eq!(is(byte, DIGIT), byte.is_ascii_digit(), "{byte}");
            assert_eq!(is(byte, ATOM_SIGN), b"!#$%&'*+-/=?^_`{|}~".contains(&byte), "{byte}");
        }
    }
}
