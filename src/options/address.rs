//! Where a client sends: the host's environment, or a base URL of the user's own.

use super::Problem;
use crate::rules::host::is_ipv4;
use crate::rules::text::{joined, parts};

/// The base of an environment's host; `None`: no environment is called so.
pub fn of_environment(environment: &str) -> Option<String> {
    parts(environment, b'.').all(is_label).then(|| joined(&["https://", environment, ".pigello.io"]))
}

fn is_label(label: &str) -> bool {
    (1..64).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Whether credentials would travel there in the open: plain http to another machine.
pub fn is_open(base: &str, page: Option<&str>) -> bool {
    let begins = if base.starts_with('/') || base.is_empty() { page.unwrap_or("") } else { base };
    begins.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:")) && !is_loopback(host(begins).0)
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host == "[::1]" || (host.starts_with("127.") && is_ipv4(host))
}

/// A base URL of the user's own, without a slash at its end. In a browser it may be a path.
pub fn base_url(url: &str, browser: bool) -> Result<String, Problem> {
    match fault(url, browser) {
        None => Ok(without_slashes(url).into()),
        Some(fault) => Err(joined(&["`baseUrl` ", fault])),
    }
}

fn without_slashes(url: &str) -> &str {
    let mut url = url;
    while let Some(shorter) = url.strip_suffix('/') {
        url = shorter;
    }
    url
}

fn fault(url: &str, browser: bool) -> Option<&'static str> {
    if url.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return Some("must not hold white space, control characters or backslashes");
    }
    if url.bytes().any(|b| b == b'?' || b == b'#') {
        return Some("must have no query and no fragment");
    }
    if parts(url, b'/').any(is_dots) {
        return Some("must have no `.` or `..` in its path");
    }
    if after_scheme(url).is_none() {
        if url.starts_with('/') && !url.starts_with("//") && browser {
            return None;
        }
        return Some("must begin with `https://` or `http://` (in a browser it may also be a path such as `/api`)");
    }
    let (name, port) = host(url);
    if name.bytes().any(|b| b == b'@') || port.bytes().any(|b| b == b'@') {
        return Some("must hold no user and no password");
    }
    let good_name = match name.strip_prefix('[') {
        Some(v6) => v6.ends_with(']') && v6.len() > 2,
        None => {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b > 127 || matches!(b, b'-' | b'.' | b'_'))
        }
    };
    if good_name && is_port(port) { None } else { Some("must hold a host, such as `https://example.com/api`") }
}

/// Whether a step of a path stays where it is or leads upwards, also as `%2e` spells it.
fn is_dots(step: &str) -> bool {
    let mut rest = step.as_bytes();
    let mut dots = 0;
    while let [b'.', after @ ..] | [b'%', b'2', b'e' | b'E', after @ ..] = rest {
        rest = after;
        dots += 1;
    }
    rest.is_empty() && (dots == 1 || dots == 2)
}

fn after_scheme(url: &str) -> Option<&str> {
    for scheme in ["https://", "http://"] {
        match url.split_at_checked(scheme.len()) {
            Some((first, rest)) if first.eq_ignore_ascii_case(scheme) => return Some(rest),
            _ => {}
        }
    }
    None
}

/// The host of a URL, and its port with the colon; empty where there is none.
fn host(url: &str) -> (&str, &str) {
    let authority = parts(after_scheme(url).unwrap_or(""), b'/').next().unwrap_or("");
    match authority.bytes().rposition(|b| b == b':' || b == b']') {
        Some(at) if authority.as_bytes().get(at) == Some(&b':') => authority.split_at_checked(at).unwrap_or_default(),
        _ => (authority, ""),
    }
}

fn is_port(port: &str) -> bool {
    let Some(digits) = port.strip_prefix(':') else { return port.is_empty() };
    let mut number = 0u32;
    for digit in digits.bytes() {
        if !digit.is_ascii_digit() || number > 65_535 {
            return false;
        }
        number = number * 10 + u32::from(digit - b'0');
    }
    !digits.is_empty() && number <= 65_535
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_environment_is_labels_of_a_host() {
        assert_eq!(of_environment("dev.api").as_deref(), Some("https://dev.api.pigello.io"));
        for environment in ["api", "a-b.c1", "API"] {
            assert!(of_environment(environment).is_some(), "{environment}");
        }
        for environment in
            ["", ".", "api.", "-a", "a-", "a b", "a/b", "evil.example/", "a@b", "a:1", "å", "a..b", "a#", "a?b"]
        {
            assert_eq!(of_environment(environment), None, "{environment}");
        }
    }

    #[test]
    fn a_base_url_has_a_scheme_a_host_and_perhaps_a_path() {
        for (given, kept) in [
            ("https://example.com", "https://example.com"),
            ("https://example.com/", "https://example.com"),
            ("HTTPS://Example.com/api//", "HTTPS://Example.com/api"),
            ("http://127.0.0.1:8787/a/b", "http://127.0.0.1:8787/a/b"),
            ("http://[::1]:8787", "http://[::1]:8787"),
            ("https://bücher.example", "https://bücher.example"),
            ("https://example.com:65535/...", "https://example.com:65535/..."),
        ] {
            assert_eq!(base_url(given, false).as_deref(), Ok(kept));
        }
        for wrong in [
            "",
            "example.com",
            "ftp://example.com",
            "//example.com",
            "https://",
            "https:///a",
            "https://user@example.com",
            "https://user:pass@example.com",
            "https://example.com?a",
            "https://example.com/#a",
            "https://exa mple.com",
            "https://example.com/../a",
            "https://example.com/%2e%2e/a",
            "https://example.com:port",
            "https://example.com:",
            "https://example.com:@x",
            "https://exa!mple.com",
            "https://[::1",
            "https://[]",
            "https://example.com/a/.%2E",
            "https://example.com/.",
            "https://example.com:99999",
            "https://example.com\\a",
            "https://exa\nmple.com",
            "javascript:alert(1)",
            "/api",
        ] {
            assert!(base_url(wrong, false).is_err(), "{wrong}");
        }
        assert_eq!(base_url("/api/", true).as_deref(), Ok("/api"));
        assert!(base_url("//evil.example", true).is_err());
    }

    #[test]
    fn credentials_travel_openly_to_this_machine_only() {
        for base in
            ["http://127.0.0.1:1", "http://localhost", "http://[::1]:1/a", "HTTP://LOCALHOST", "https://example.com"]
        {
            assert!(!is_open(base, None), "{base}");
        }
        for base in
            ["http://example.com", "HTTP://example.com", "http://127.evil.example", "http://127.0.0.1.evil.example"]
        {
            assert!(is_open(base, None), "{base}");
        }
        assert!(is_open("http://localhost.evil.example:80", None));
        assert!(is_open("/api", Some("http://intranet.example")));
        assert!(!is_open("/api", Some("https://example.com")));
        assert!(!is_open("/api", Some("http://localhost:3000")));
    }
}
