//! A URL as Django's `URLValidator` (5.2) judges it, with its four schemes (our decision). Two corners are our own:
//! Python releases differ over brackets in the user part (refused here), and an IPv6 address has at most 39 characters
//! behind one too.

use super::host::{is_domain, is_ipv4, is_ipv6};
use super::text::{is_space, length, split_first, split_last};

/// Whether the text is a URL that a person may give as a web address.
pub fn url(text: &str) -> bool {
    let Some((scheme, rest)) = split_first(text, b':') else { return false };
    let Some(rest) = rest.strip_prefix("//") else { return false };
    length(text) <= 2048
        && ["http", "https", "ftp", "ftps"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
        && is_authority(split_before(rest, b"/?#").0)
        // `?` and `#` may stand in a user's name, so the first of them need not end the host: both readings count.
        && (is_host_and_path(rest) || after_user(rest).is_some_and(is_host_and_path))
}

/// What stands before the first of these ASCII signs, and the rest with it.
fn split_before<'a>(text: &'a str, signs: &[u8]) -> (&'a str, &'a str) {
    let place = text.bytes().position(|byte| signs.contains(&byte)).unwrap_or(text.len());
    text.split_at_checked(place).unwrap_or((text, ""))
}

/// What Python's `urlsplit` asks of the part between `//` and the first `/`, `?` or `#`.
fn is_authority(authority: &str) -> bool {
    let (user, host) = split_last(authority, b'@').unwrap_or(("", authority));
    if authority.chars().any(expands_to_delimiter) || has_brackets(user) {
        return false;
    }
    match host.strip_prefix("[") {
        Some(address) => split_first(address, b']').is_some_and(|(address, _)| is_ipv6(address)),
        None => {
            let (name, _) = split_before(host, b":");
            !has_brackets(host) && (1..=253).contains(&length(name))
        }
    }
}

fn has_brackets(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'[' | b']'))
}

/// Characters that become `/`, `?`, `#`, `@` or `:`, alone or among others, when Unicode compatibility forms are
/// resolved (NFKC).
fn expands_to_delimiter(c: char) -> bool {
    matches!(
        c,
        '\u{2047}'
            ..='\u{2049}'
                | '\u{2100}'
                | '\u{2101}'
                | '\u{2105}'
                | '\u{2106}'
                | '\u{2a74}'
                | '\u{fe13}'
                | '\u{fe16}'
                | '\u{fe55}'
                | '\u{fe56}'
                | '\u{fe5f}'
                | '\u{fe6b}'
                | '\u{ff03}'
                | '\u{ff0f}'
                | '\u{ff1a}'
                | '\u{ff1f}'
                | '\u{ff20}'
    )
}

/// What follows `user@` or `user:password@`, if there is such a thing at the start.
fn after_user(rest: &str) -> Option<&str> {
    let (user, host) = split_first(rest, b'@')?;
    let (name, password) = split_before(user, b":");
    let once = password.bytes().filter(|byte| *byte == b':').count() <= 1;
    let fits = !name.is_empty() && once && !user.chars().any(|c| c == '/' || is_space(c));
    fits.then_some(host)
}

/// A host, perhaps `:` and one to five digits, perhaps a path, a query or a fragment without white space.
fn is_host_and_path(text: &str) -> bool {
    let mut rest = match text.strip_prefix("[").and_then(|address| split_first(address, b']')) {
        Some((address, rest)) if is_ipv6(address) => rest,
        Some(_) => return false,
        None => {
            let (host, rest) = split_before(text, b":/?#");
            if !(is_ipv4(host) || is_localhost(host) || is_domain(host.strip_suffix(".").unwrap_or(host))) {
                return false;
            }
            rest
        }
    };
    if let Some(after) = rest.strip_prefix(":") {
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=5).contains(&digits) {
            return false;
        }
        rest = after.get(digits..).unwrap_or("");
    }
    matches!(rest.bytes().next(), None | Some(b'/' | b'?' | b'#')) && !rest.chars().any(is_space)
}

/// `localhost` in any case, in which Python counts `ſ` as an `s`.
fn is_localhost(host: &str) -> bool {
    host.chars().map(|c| if c == 'ſ' { 's' } else { c.to_ascii_lowercase() }).eq("localhost".chars())
}

#[cfg(test)]
mod tests {
    use super::url;

    #[test]
    fn urls_that_django_takes_pass() {
        for text in [
            "http://example.com",
            "https://example.com/",
            "HTTP://EXAMPLE.COM",
            "ftp://example.com/",
            "ftps://example.com/",
            "http://localhost",
            "http://LocalHost:8000/",
            "http://localhoſt/",
            "http://example.com.",
            "http://example.com.:80",
            "http://example.com:0",
            "http://example.com:99999/",
            "http://example.com?a=b#c",
            "http://example.com#c",
            "http://www.example.com/foo/?bar=baz&q=[1]",
            "http://user@example.com",
            "http://user:@example.com",
            "http://user:pass@example.com:8080/path",
            "http://-.~_!$&'()*+,;=%40:80%2f@example.com",
            "http://a?b@example.com",
            "http://example.com?x@y",
            "http://example.com/a@b:c",
            "http://142.42.1.1:8080/",
            "http://0.0.0.0/",
            "http://[::1]",
            "http://[::1]:8000/a",
            "http://[::ffff:192.9.5.5]",
            "http://user@[::1]/",
            "http://räksmörgås.se/å/😀",
            "http://例え.テスト",
            "http://xn--rksmrgs-5wao1o.se",
            "http://a.b-c.de",
            "http://example.xn--p1ai",
            "http://example.com/\0",
        ] {
            assert!(url(text), "{text}");
        }
    }

    #[test]
    fn all_else_fails() {
        for text in [
            "",
            "http",
            "http:",
            "http://",
            "http:///",
            "http:// example.com",
            "example.com",
            "www.example.com",
            "//example.com",
            "://example.com",
            "http:/example.com",
            "httpſ://example.com",
            "file://example.com",
            "javascript://example.com/%0aalert(1)",
            "mailto:anna@example.com",
            "git+https://example.com",
            "http://.",
            "http://.com",
            "http://a",
            "http://example",
            "http://example..com",
            "http://example.com..",
            "http://-example.com",
            "http://example-.com",
            "http://exa_mple.com",
            "http://example.c0m",
            "http://example.com:",
            "http://example.com:123456",
            "http://example.com:-80",
            "http://example.com:８０",
            "http://example.com:80x",
            "http://example.com:80:80",
            "http://example.com/a b",
            "http://example.com/a\tb",
            "http://example.com/\n",
            "http://example.com/a\u{a0}b",
            "http://@example.com",
            "http://:pass@example.com",
            "http://a:b:c@example.com",
            "http://a@b@example.com",
            "http://a b@example.com",
            "http://a/b@example",
            "http://?a@example.com",
            "http://256.1.1.1",
            "http://1.2.3",
            "http://01.2.3.4",
            "http://1.2.3.4.",
            "http://[]",
            "http://[::1",
            "http://::1",
            "http://[::1]x",
            "http://[::1]:",
            "http://[1.2.3.4]",
            "http://[::12345]",
            "http://[fe80::1%25eth0]",
            "http://x[::1]",
            "http://[a]@example.com",
            "http://[a]?b@example.com",
            "http://a]?b@example.com",
            "http://ex\u{ff0f}ample.com",
            "http://example\u{2100}.com",
            "http://us\u{ff1a}er@example.com",
            "http://😀.com",
            "http://example.com\0",
            "http://example\\.com",
        ] {
            assert!(!url(text), "{text:?}");
        }
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        let path = |count| ["http://example.com/", "å".repeat(count).as_str()].concat();
        assert!(url(&path(2048 - 19)));
        assert!(!url(&path(2048 - 18)));
        let host = |last| ["http://", &["a".repeat(63).as_str(); 3].join("."), ".", &"b".repeat(last), ".se"].concat();
        assert!(url(&host(58)), "253 characters");
        assert!(!url(&host(59)), "254 characters");
        let with_dot = [host(58).as_str(), "."].concat();
        assert!(!url(&with_dot), "254 characters with the dot at the end");
    }

    #[test]
    fn long_text_is_judged_in_one_pass() {
        for part in ["a", "a.", "/", ":", "@", "a@", "[", "]", "http://", "?", "å", "😀", "1.", "-"] {
            let text = part.repeat(1_000_000);
            for text in
                [text.clone(), ["http://", text.as_str()].concat(), ["http://a@", text.as_str(), ".se"].concat()]
            {
                assert!(!url(&text));
            }
        }
    }
}
