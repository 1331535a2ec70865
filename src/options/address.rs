//! Where a client sends: the host's environment, or a base URL of the user's own.

use super::Problem;

/// The base of an environment's host; `None`: no environment is called so.
pub fn of_environment(environment: &str) -> Option<String> {
    is_environment(environment).then(|| ["https://", environment, ".pigello.io"].concat())
}

/// Whether credentials would travel there in the open: plain http to another machine.
pub fn is_open(base: &str, page: Option<&str>) -> bool {
    let begins = if base.starts_with('/') || base.is_empty() { page.unwrap_or("") } else { base };
    let plain = begins.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:"));
    plain && !is_loopback(&host(begins))
}

fn is_environment(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() < 64
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.split('.').all(label)
}

/// A base URL of the user's own, without a slash at its end. In a browser it may be a path.
pub fn base_url(url: &str, browser: bool) -> Result<String, Problem> {
    let wrong = |why: &str| Err(["`baseUrl` ", why].concat());
    if url.chars().any(|c| c.is_control() || c.is_whitespace()) || url.contains('\\') {
        return wrong("must not hold white space, control characters or backslashes");
    }
    if url.contains(['?', '#']) {
        return wrong("must have no query and no fragment");
    }
    let lower = url.to_ascii_lowercase();
    let plain = lower.replace("%2e", ".");
    if plain.split('/').any(|part| part == ".." || part == ".") {
        return wrong("must have no `.` or `..` in its path");
    }
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let Some(rest) = rest else {
        if url.starts_with('/') && !url.starts_with("//") && browser {
            return Ok(url.trim_end_matches('/').into());
        }
        return wrong("must begin with `https://` or `http://` (in a browser it may also be a path such as `/api`)");
    };
    let authority = rest.split('/').next().unwrap_or("");
    if authority.contains('@') {
        return wrong("must hold no user and no password");
    }
    let (name, port) = split_port(authority);
    let good_port = port.is_none_or(|port| port.parse::<u16>().is_ok() && port.bytes().all(|b| b.is_ascii_digit()));
    let good_name = if let Some(v6) = name.strip_prefix('[') {
        v6.ends_with(']') && v6.len() > 2
    } else {
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || !c.is_ascii() || c == '-' || c == '.' || c == '_')
    };
    if !good_port || !good_name {
        return wrong("must hold a host, such as `https://example.com/api`");
    }
    Ok(url.trim_end_matches('/').into())
}

/// The host of a URL that was checked, in lower case, without port.
fn host(url: &str) -> String {
    let rest = url.split("//").nth(1).unwrap_or("");
    split_port(rest.split('/').next().unwrap_or("")).0.to_ascii_lowercase()
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (authority, None),
    }
}

fn is_loopback(host: &str) -> bool {
    let four = |host: &str| {
        let parts: Vec<&str> = host.split('.').collect();
        parts.len() == 4 && parts.first() == Some(&"127") && parts.iter().all(|part| part.parse::<u8>().is_ok())
    };
    host == "localhost" || host == "[::1]" || four(host)
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
            ["http://example.com", "HTTP://example.com", "http://127.evil.example", "http://localhost.evil.example"]
        {
            assert!(is_open(base, None), "{base}");
        }
        assert!(is_open("/api", Some("http://intranet.example")));
        assert!(!is_open("/api", Some("https://example.com")));
        assert!(!is_open("/api", Some("http://localhost:3000")));
    }
}
