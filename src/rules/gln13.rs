//! A Global Location Number: thirteen digits, the last of which is the EAN-13 check digit. The API allows a fourteenth
//! character; we read it as one `-` between two of the digits (our decision), since the company
//! prefix ends at no fixed place.

/// Whether the text is a GLN whose check digit is right.
pub fn gln13(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut digits, mut sum) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' if digits < 13 => {
                sum += u32::from(byte - b'0') * if digits % 2 == 0 { 1 } else { 3 };
                digits += 1;
            }
            // A second `-` would leave fewer than thirteen digits among fourteen characters.
            b'-' if at > 0 && at < 13 && bytes.len() == 14 => {}
            _ => return false,
        }
    }
    digits == 13 && sum % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::gln13;

    #[test]
    fn a_right_check_digit_passes_with_and_without_a_sign() {
        for text in [
            "7300010000001",
            "7350000000009",
            "4006381333931",
            "0000000000000",
            "7300010-000001",
            "7-300010000001",
            "730001000000-1",
        ] {
            assert!(gln13(text), "{text}");
        }
    }

    #[test]
    fn a_changed_digit_fails() {
        let number = b"4006381333931";
        for at in 0..number.len() {
            for digit in b'0'..=b'9' {
                let mut changed = *number;
                if let Some(place) = changed.get_mut(at) {
                    *place = digit;
                }
                assert_eq!(std::str::from_utf8(&changed).is_ok_and(gln13), changed == *number, "{changed:?}");
            }
        }
    }

    #[test]
    fn other_shapes_fail() {
        for text in [
            "",
            "-",
            "730001000000",
            "73000100000010",
            "-7300010000001",
            "7300010000001-",
            "73000-10-00001",
            "7300010--000001",
            "7300010-00000-1",
            "7300010 000001",
            "7300010+000001",
            "730001000000１",
            "730001000000\0",
            "73000100000😀",
            "GLN7300010000001",
        ] {
            assert!(!gln13(text), "{text}");
        }
        assert!(!gln13(&"0".repeat(1_000_000)));
        assert!(!gln13(&"-".repeat(1_000_000)));
    }
}
