//! A uuid in its form of 36 characters, in any case (our decision). Its version is nobody's business here.

/// Whether the text is a uuid: eight, four, four, four and twelve hexadecimal digits with `-` between them.
pub fn uuid(text: &str) -> bool {
    if text.len() != 36 {
        return false;
    }
    for (at, byte) in text.bytes().enumerate() {
        let is_right = if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() };
        if !is_right {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn uuids_of_36_characters_pass_in_any_case() {
        for text in [
            "3fa85f64-5717-4562-b3fc-2c963f66afa6",
            "3FA85F64-5717-4562-B3FC-2C963F66AFA6",
            "3fa85f64-5717-4562-B3FC-2c963f66afa6",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ] {
            assert!(uuid(text), "{text}");
        }
    }

    #[test]
    fn all_else_fails() {
        for text in [
            "",
            "..",
            "3fa85f6457174562b3fc2c963f66afa6",
            "{3fa85f64-5717-4562-b3fc-2c963f66afa6}",
            "urn:uuid:3fa85f64-5717-4562-b3fc-2c963f66afa6",
            "3fa85f64-5717-4562-b3fc-2c963f66afa",
            "3fa85f64-5717-4562-b3fc-2c963f66afa60",
            "3fa85f64-5717-4562-b3fc-2c963f66afag",
            "3fa85f645-717-4562-b3fc-2c963f66afa6",
            "3fa85f64_5717_4562_b3fc_2c963f66afa6",
            "3fa85f64-5717-4562-b3fc-2c963f66afa\0",
            "3fa85f64-5717-4562-b3fc-2c963f66af😀",
            "3fa85f64-5717-4562-b3fc-2c963f66afå",
            "３fa85f64-5717-4562-b3fc-2c963f66afa6",
        ] {
            assert!(!uuid(text), "{text}");
        }
        assert!(!uuid(&"a".repeat(1_000_000)));
    }
}
