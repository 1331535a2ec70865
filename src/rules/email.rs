//! An email address as Django's `EmailValidator` (5.2) judges it (our decision: the API names the
//! format `email`, and no more).

use super::host::{is_domain, is_ipv4, is_ipv6, is_letter};
use super::text::{length, split_last};

/// Whether the text is an email address.
pub fn email(text: &str) -> bool {
    split_last(text, b'@').is_some_and(|(user, host)| {
        length(text) <= 320
            && (is_dot_atom(user) || is_quoted(user))
            && (host == "localhost" || is_domain(host) || is_literal(host))
    })
}

fn is_dot_atom(user: &str) -> bool {
    let mut before = '.';
    user.chars().all(|c| {
        let dots = before == '.' && c == '.';
        before = c;
        !dots && (c == '.' || c.is_ascii_digit() || is_letter(c) || is_atom_sign(c))
    }) && before != '.'
}

fn is_atom_sign(c: char) -> bool {
    matches!(c, '!' | '#'..='\'' | '*' | '+' | '-' | '/' | '=' | '?' | '^'..='`' | '{'..='~')
}

/// Text between `"`: no blank, line break, `"` or `\` unless behind a `\`, and these not at all: NUL, line breaks.
fn is_quoted(user: &str) -> bool {
    let Some(quoted) = between(user, b'"', b'"') else { return false };
    let mut escaped = false;
    quoted.chars().all(|c| {
        let plain = !escaped && c != '\\';
        escaped = !escaped && c == '\\';
        match c {
            '\0' | '\n' | '\r' => false,
            '\t' | ' ' | '"' => !plain,
            _ => c.is_ascii() || is_letter(c),
        }
    }) && !escaped
}

/// An address in brackets.
fn is_literal(host: &str) -> bool {
    between(host, b'[', b']').is_some_and(|ip| is_ipv4(ip) || is_ipv6(ip))
}

/// What stands between these two signs at the ends.
fn between(text: &str, first: u8, last: u8) -> Option<&str> {
    match text.as_bytes() {
        [a, .., b] if *a == first && *b == last => text.get(1..text.len() - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_django_takes_pass() {
        for text in [
            "anna@example.com",
            "anna.andersson+hyra@example.co.uk",
            "a@b.se",
            "1234567890@example.com",
            "_______@example.com",
            "!#$%&'*+-/=?^_`{|}~@example.com",
            "ANNA@EXAMPLE.COM",
            "anna@localhost",
            "anna@räksmörgås.se",
            "anna@xn--rksmrgs-5wao1o.se",
            "test@domain.with.idn.tld.उदाहरण.परीक्षा",
            "email@[127.0.0.1]",
            "email@[2001:dB8::1]",
            "email@[2001:dB8:0:0:0:0:0:1]",
            "email@[::ffff:127.0.0.1]",
            "\"test@test\"@example.com",
            "\"\\\"\"@here.com",
            "\"\"@example.com",
            "\"a\\ b\\\tc\"@example.com",
            "\"\x01\x0b\x1f\x7f\"@example.com",
            "\u{212a}@example.com",
        ] {
            assert!(email(text), "{text}");
        }
        let label = "a".repeat(63);
        assert!(email(&["a@", &label, ".us"].concat()));
        let long = [label.as_str(), "@", &[label.as_str(); 3].join("."), ".", &"b".repeat(60), ".se"].concat();
        assert_eq!(long.len(), 319);
        assert!(email(&long));
        assert!(email(&["x", long.as_str()].concat()), "320 characters");
        assert!(!email(&["xx", long.as_str()].concat()), "321 characters");
    }

    #[test]
    fn all_else_fails() {
        for text in [
            "",
            "@",
            "abc",
            "abc@",
            "@example.com",
            "abc@bar",
            "a @x.cz",
            "a@b c.com",
            "abc@.com",
            "something@@somewhere.com",
            "a@b@example.com",
            ".anna@example.com",
            "anna.@example.com",
            "anna..andersson@example.com",
            "anna,@example.com",
            "anna(at)@example.com",
            "anna@example.com.",
            "anna@example..com",
            "anna@-example.com",
            "anna@example-.com",
            "anna@example.c",
            "anna@example.c0m",
            "anna@1.2.3.4",
            "anna@LOCALHOST",
            "email@[127.0.0.256]",
            "email@[2001:db8::12345]",
            "email@[::ffff:127.0.0.256]",
            "email@127.0.0.1]",
            "email@[127.0.0.1",
            "email@[]",
            "\"\\\t\"@here.com\n",
            "\"a b\"@example.com",
            "\"a\"b\"@example.com",
            "\"a\\\"@example.com",
            "\"a\\\n\"@example.com",
            "\"\\\0\"@example.com",
            "\"@example.com",
            "\"å\"@example.com",
            "\"\\å\"@example.com",
            "anna\0@example.com",
            "anna@example\0.com",
            "åsa@example.com",
            "😀@example.com",
            "anna@😀.com",
            "Anna <anna@example.com>",
            "mailto:anna@example.com",
            "anna@example.com\n",
            "a\n@b.com",
        ] {
            assert!(!email(text), "{text:?}");
        }
    }

    #[test]
    fn long_text_is_judged_in_one_pass() {
        for part in ["a", "a.", "@", "a@", ".", "\"", "\\", "å", "😀", "[", ":", "a@b.c"] {
            let text = part.repeat(1_000_000);
            assert!(!email(&text));
            assert!(!email(&["a@", text.as_str(), ".com"].concat()));
        }
    }
}
