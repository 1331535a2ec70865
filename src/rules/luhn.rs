//! The Swedish check digit, of personal, coordination and organisation numbers: Luhn over the last ten digits; one
//! `-` or `+` may stand before the last four. That is all (our decision): the date is not judged, since coordination
//! numbers with month 00 or day 60 are legal, and how many digits stand before is for the declared limits to say.

/// Whether the text is a Swedish number whose check digit is right. `pkg-template/src/text.ts` says the same.
pub fn luhn(text: &str) -> bool {
    // From the end: every other digit doubled, beginning with the second, and the digits of all these added up.
    let (mut digits, mut sum) = (0u32, 0);
    for (from_end, byte) in text.bytes().rev().enumerate() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                if digits <= 10 {
                    sum += match u32::from(byte - b'0') << (1 - digits % 2) {
                        doubled @ 10.. => doubled - 9,
                        digit => digit,
                    };
                }
            }
            b'+' | b'-' if from_end == 4 => {}
            _ => return false,
        }
    }
    digits >= 10 && sum % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::luhn;

    #[test]
    fn personal_and_organisation_numbers_pass_with_and_without_their_sign() {
        for text in [
            // Test numbers published by Skatteverket: they belong to nobody.
            "189001019802",
            "198001282394",
            "19800128-2394",
            "20120326-2397",
            "18900101+9802",
            "800128-2394",
            "8001282394",
            "900101+9802",
            // Organisation numbers.
            "5560360793",
            "556036-0793",
            "202100-5489",
            "165560360793",
            // Coordination numbers, with a day above 60, and with the day 60 or the month 00 of an unknown date.
            "191401682396",
            "191500722390",
            "191500882392",
            "9000602384",
        ] {
            assert!(luhn(text), "{text}");
        }
    }

    #[test]
    fn a_changed_digit_fails() {
        let number = b"8001282394";
        for at in 0..number.len() {
            for digit in b'0'..=b'9' {
                let mut changed = *number;
                if let Some(place) = changed.get_mut(at) {
                    *place = digit;
                }
                assert_eq!(std::str::from_utf8(&changed).is_ok_and(luhn), changed == *number, "{changed:?}");
            }
        }
    }

    #[test]
    fn the_century_does_not_count() {
        for century in ["18", "19", "20", "00", "16"] {
            assert!(luhn(&[century, "8001282394"].concat()));
        }
    }

    #[test]
    fn every_check_digit_is_right_for_one_number_of_ten() {
        for month in 0..=20 {
            for day in 0..=99 {
                let passing = (0..10).filter(|check| luhn(&format!("90{month:02}{day:02}238{check}"))).count();
                assert_eq!(passing, 1, "month {month}, day {day}");
            }
        }
    }

    #[test]
    fn other_shapes_fail() {
        for text in [
            "",
            "0",
            "2394",
            "-2394",
            "800128--2394",
            "800128-+2394",
            "80012-82394",
            "8001282-394",
            "-8001282394",
            "8001282394-",
            "80-01-28-2394",
            "1980-01-28-2394",
            "800128 2394",
            "800128\u{2013}2394",
            "80012823９4",
            "800128-239\0",
            "x98001282394",
            "1x8001282394",
            "abcdefghij",
            "800128-23😀",
        ] {
            assert!(!luhn(text), "{text}");
        }
        assert!(!luhn(&"x".repeat(1_000_000)));
    }

    #[test]
    fn digits_before_the_last_ten_are_not_judged() {
        for text in ["18001282394", "1198001282394", "99198001282394", "1800128-2394"] {
            assert!(luhn(text), "{text}");
        }
        assert!(!luhn(&("1".repeat(1_000_000) + "8001282395")));
    }
}
