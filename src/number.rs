//! Numbers as text. The standard library's own way brings all of its formatting along: 20 KB of wasm.

/// Appends a whole number.
pub fn push(number: u64, out: &mut String) {
    if number > 9 {
        push(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// A whole number.
pub fn whole(number: u64) -> String {
    let mut text = String::new();
    push(number, &mut text);
    text
}

/// A number as JavaScript writes it; `None` where that takes an exponent or more than fifteen digits.
pub fn decimal(number: f64) -> Option<String> {
    let size = number.abs();
    if size != 0.0 && size < 1e-6 {
        return None;
    }
    // The fewest decimals that divide back to the number. Powers of ten are exact up to 1e22, and 1e21 is the last one here.
    let mut power = 1.0;
    let mut decimals = 0;
    let scaled = loop {
        let scaled = (size * power).round();
        if scaled >= 1e15 || scaled.is_nan() {
            return None;
        }
        if scaled / power == size {
            break scaled as u64;
        }
        power *= 10.0;
        decimals += 1;
    };
    let mut text = String::new();
    if number < 0.0 {
        text.push('-');
    }
    let digits = whole(scaled);
    let mut left = digits.len().max(decimals + 1);
    let mut push = |digit: u8| {
        if left == decimals {
            text.push('.');
        }
        text.push(char::from(digit));
        left -= 1;
    };
    for _ in digits.len()..=decimals {
        push(b'0');
    }
    digits.bytes().for_each(push);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_their_digits() {
        for number in [0, 7, 10, 99, 100, 4_294_967_295, 9_007_199_254_740_991, u64::MAX] {
            assert_eq!(whole(number), number.to_string());
        }
    }

    #[test]
    fn decimals_are_written_as_javascript_writes_them() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.0, "7"),
            (-12.5, "-12.5"),
            (0.1, "0.1"),
            (0.001, "0.001"),
            (1234.5678, "1234.5678"),
            (1e14, "100000000000000"),
            (0.05, "0.05"),
            (-0.007, "-0.007"),
            (1e-6, "0.000001"),
            (1.000_000_000_000_01e-6, "0.00000100000000000001"),
            (-9.876_543_210_123_45e-5, "-0.0000987654321012345"),
            (0.000_012_34, "0.00001234"),
            (123.456, "123.456"),
            (99.999_999, "99.999999"),
            (999_999_999_999_999.0, "999999999999999"),
            (0.300_000_000_000_000, "0.3"),
            (12_345_678.901_234_5, "12345678.9012345"),
        ] {
            assert_eq!(decimal(number).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_takes_an_exponent_or_too_many_digits_is_not_written() {
        for number in [
            1e15,
            -1e15,
            1e21,
            1e300,
            1e-7,
            1e-9,
            f64::MIN_POSITIVE,
            f64::NAN,
            f64::INFINITY,
            0.1 + 0.2,
            1.0 / 3.0,
            f64::from_bits(1e-6_f64.to_bits() + 1),
        ] {
            assert_eq!(decimal(number), None, "{number}");
        }
    }

    #[test]
    fn decimals_read_back_as_the_same_number() {
        let mut state = 1u64;
        for _ in 0..100_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let number = (state >> 34) as f64 / [1.0, 10.0, 1_000.0, 1e6, 1e15][(state >> 20) as usize % 5];
            if let Some(text) = decimal(number) {
                assert_eq!(text, number.to_string());
            }
        }
    }
}
