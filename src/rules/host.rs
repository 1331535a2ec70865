//! Names and addresses of hosts, as Django reads them in email addresses and URLs.

use super::text::{length, split_first};

/// A letter as Python's `re.IGNORECASE` reads `[a-z]`: four letters beyond ASCII have an ASCII letter as other case.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'İ' | 'ı' | 'ſ' | '\u{212a}')
}

/// Whether the text is a domain name with a top level: labels of 1 to 63 letters, digits and `-`, not at their ends;
/// the last one without digits, or punycode.
pub fn is_domain(text: &str) -> bool {
    let mut top = text;
    while let Some((label, rest)) = split_first(top, b'.') {
        if !has_names(label, 1, true) {
            return false;
        }
        top = rest;
    }
    top.len() < text.len() && (has_names(top, 2, false) || is_punycode(top))
}

/// Whether these are so many letters or more (or digits), up to 63, with a `-` at neither end.
fn has_names(label: &str, least: usize, digits: bool) -> bool {
    (least..=63).contains(&length(label))
        && no_dash_at_ends(label)
        && label.chars().all(|c| is_name(c) || (digits && c.is_ascii_digit()))
}

fn is_punycode(label: &str) -> bool {
    match label.split_at_checked(4) {
        Some((prefix, code)) if prefix.eq_ignore_ascii_case("xn--") => {
            (1..=59).contains(&length(code)) && code.chars().all(|c| c.is_ascii_digit() || is_letter(c))
        }
        _ => false,
    }
}

/// Django lets any character from U+00A1 on stand for a letter, but none beyond the basic plane.
fn is_name(c: char) -> bool {
    c == '-' || c.is_ascii_alphabetic() || matches!(c, '\u{a1}'..='\u{ffff}')
}

fn no_dash_at_ends(label: &str) -> bool {
    !label.starts_with('-') && !label.ends_with('-')
}

/// Whether the text is an IPv4 address: four numbers up to 255, none with a zero before it.
pub fn is_ipv4(text: &str) -> bool {
    let (mut dots, mut digits, mut number) = (0, 0, 0);
    for byte in text.bytes() {
        match byte {
            b'.' if digits > 0 => (dots, digits, number) = (dots + 1, 0, 0),
            b'0'..=b'9' if (digits == 0 || number > 0) && number < 26 => {
                (digits, number) = (digits + 1, number * 10 + u32::from(byte - b'0'));
            }
            _ => return false,
        }
        if number > 255 {
            return false;
        }
    }
    dots == 3 && digits > 0
}

/// Whether the text is an IPv6 address, perhaps with an IPv4 address for its last two groups. Django stops at 39
/// characters.
pub fn is_ipv6(text: &str) -> bool {
    let gap = text.as_bytes().windows(2).position(|pair| pair == b"::");
    let groups = match gap.and_then(|gap| Some((text.get(..gap)?, text.get(gap + 2..)?))) {
        // `::` stands for at least one group.
        Some((head, tail)) => match (groups(head, false), groups(tail, true)) {
            (Some(before), Some(after)) if before + after < 8 => 8,
            _ => 0,
        },
        None => groups(text, true).unwrap_or(0),
    };
    groups == 8 && text.len() <= 39
}

/// How many groups of 16 bits these are, if they are written right.
fn groups(text: &str, may_end_in_ipv4: bool) -> Option<usize> {
    let (mut groups, mut rest) = (0, text);
    if text.is_empty() {
        return Some(0);
    }
    loop {
        let (group, after) = split_first(rest, b':').map_or((rest, None), |(group, after)| (group, Some(after)));
        if (1..=4).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            groups += 1;
        } else if may_end_in_ipv4 && after.is_none() && is_ipv4(group) {
            groups += 2;
        } else {
            return None;
        }
        match after {
            Some(after) => rest = after,
            None => return Some(groups),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_follow_djangos_labels() {
        for text in [
            "example.com",
            "a.bc",
            "1.se",
            "sub.sub.example.co.uk",
            "xn--rksmrgs-5wao1o.se",
            "räksmörgås.se",
            "example.xn--p1ai",
            "example.XN--1A2B",
            "例え.テスト",
            "a-b.c-d.ef-gh",
            "a--b.com",
            "EXAMPLE.COM",
        ] {
            assert!(is_domain(text), "{text}");
        }
        assert!(is_domain(&["a".repeat(63).as_str(), ".", "b".repeat(63).as_str()].concat()));
        for text in [
            "",
            ".",
            "com",
            ".com",
            "example.",
            "example.c",
            "example.c0m",
            "example.123",
            "-a.com",
            "a-.com",
            "a.-b.com",
            "a.b-.com",
            "a.-com",
            "a.com-",
            "a..com",
            "a_b.com",
            "a b.com",
            "a.xn--",
            "a.xn--1-2",
            "a😀.com",
            "a.😀😀",
            "a\0.com",
            "a\u{a0}.com",
        ] {
            assert!(!is_domain(text), "{text}");
        }
        assert!(!is_domain(&["a".repeat(64).as_str(), ".com"].concat()));
        assert!(!is_domain(&["a.", "b".repeat(64).as_str()].concat()));
    }

    #[test]
    fn ipv4_is_four_octets_without_leading_zeros() {
        for text in ["0.0.0.0", "1.2.3.4", "10.20.30.40", "127.0.0.1", "199.249.250.255", "255.255.255.255"] {
            assert!(is_ipv4(text), "{text}");
        }
        for text in [
            "",
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.",
            ".1.2.3",
            "256.1.1.1",
            "260.1.1.1",
            "300.1.1.1",
            "01.2.3.4",
            "1.2.3.004",
            "1.2.3.a",
            "1.2.3.+4",
            "1.2.3.４",
            "1.2.3.4 ",
            "1.2.3.1234",
            "1,2,3,4",
        ] {
            assert!(!is_ipv4(text), "{text}");
        }
    }

    #[test]
    fn ipv6_is_eight_groups_or_fewer_with_one_gap() {
        for text in [
            "::",
            "::1",
            "1::",
            "2001:db8::8a2e:370:7334",
            "2001:0db8:0000:0000:0000:8A2E:0370:7334",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "::ffff:192.0.2.1",
            "1:2:3:4:5:6:1.2.3.4",
            "::1.2.3.4",
        ] {
            assert!(is_ipv6(text), "{text}");
        }
        for text in [
            "",
            ":",
            "1",
            "1.2.3.4",
            ":::",
            "1:::2",
            "1::2::3",
            ":1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4::5:6:7:8",
            "1:2:3:4:5:6:7:8::",
            "::12345",
            "::g",
            "::1.2.3",
            "::1.2.3.256",
            "::1.2.3.4:5",
            "1.2.3.4::",
            "1:2:3:4:5:6:7:1.2.3.4",
            "fe80::1%eth0",
            "[::1]",
            "::1 ",
            "::å",
            "0000:0000:0000:0000:0000:ffff:255.255.255.255",
        ] {
            assert!(!is_ipv6(text), "{text}");
        }
    }
}
