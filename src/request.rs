//! An operation and its input make a request: method, URL, headers, body. A value, made without a network.

use crate::issue::{Code, Issue};
use crate::options::Config;
use crate::query::{Query, encode};
use crate::schema::{Operation, Resource};

/// An HTTP method, as it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method(pub &'static str);

impl Method {
    /// All that can be asked for.
    pub const ALL: [Method; 7] = [
        Method("GET"),
        Method("HEAD"),
        Method("POST"),
        Method("PUT"),
        Method("PATCH"),
        Method("DELETE"),
        Method("OPTIONS"),
    ];

    /// The method of that name, in whatever capitals.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.0.eq_ignore_ascii_case(name))
    }

    /// The method of an operation.
    pub fn of(operation: Operation) -> Self {
        Self(match operation {
            Operation::List | Operation::Get => "GET",
            Operation::BulkWrite | Operation::Create => "POST",
            Operation::Update => "PATCH",
            Operation::Delete => "DELETE",
        })
    }

    /// Whether a repeated request may find done what an earlier one did.
    pub fn writes(self) -> bool {
        matches!(self.0, "PATCH" | "DELETE")
    }

    /// Whether asking twice is as good as asking once.
    pub fn may_repeat(self) -> bool {
        matches!(self.0, "GET" | "HEAD") || self.writes()
    }
}

/// What goes out, except for the headers of one attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: String,
    /// The headers, in the order they are set.
    pub headers: Vec<(String, String)>,
    /// The body as JSON text.
    pub body: Option<String>,
}

/// Where an operation goes.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// `<base>list/`, with a query.
    List(&'a Query),
    /// `<base>list/`, with an array as body.
    Bulk,
    /// `<base>`.
    Base,
    /// `<base>{pk}/`: a uuid that was checked.
    Row(&'a str),
}

impl Request {
    /// The request of an operation on a resource.
    pub fn new(
        config: &Config,
        resource: &Resource,
        operation: Operation,
        target: Target,
        body: Option<String>,
    ) -> Self {
        let mut path = String::from(resource.base_path);
        match target {
            Target::List(query) => {
                path.push_str("list/");
                add_query(&mut path, query);
            }
            Target::Bulk => path.push_str("list/"),
            Target::Base => {}
            Target::Row(id) => {
                encode(id, &mut path);
                path.push('/');
            }
        }
        Self::raw(config, Method::of(operation), &path, body)
    }

    /// A request to any path below the base.
    pub fn raw(config: &Config, method: Method, path: &str, body: Option<String>) -> Self {
        let mut url = config.base.clone();
        url.push_str(path);
        let mut headers = Vec::new();
        if body.is_some() {
            headers.push((String::from("Content-Type"), String::from("application/json")));
        }
        if let Some(credentials) = &config.credentials {
            headers.extend(credentials.headers().map(|(name, value)| (name.into(), value.into())));
        }
        Self { method, url, headers, body }
    }
}

/// Appends `?query` where there is one.
pub fn add_query(path: &mut String, query: &Query) {
    let text = query.to_text();
    if !text.is_empty() {
        path.push('?');
        path.push_str(&text);
    }
}

/// Whether the URL is one that servers take.
pub fn check_length(url: &str, max: f64) -> Result<(), Issue> {
    if url.len() as f64 > max { Err(Issue::new(Code::UrlLength).number("max", max)) } else { Ok(()) }
}

/// Whether a path of the untyped `request` stays below the base: it begins with one slash, holds no host, no query,
/// no fragment and no step upwards, in whatever spelling.
pub fn is_path(path: &str) -> bool {
    if !path.starts_with('/') || path.starts_with("//") {
        return false;
    }
    if path.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '?' | '#' | '\\')) {
        return false;
    }
    // Of the step that is read: how many dots, and whether it has anything else.
    let (mut dots, mut more) = (0, true);
    let mut rest = path.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'/', _) => {
                if !more && (dots == 1 || dots == 2) {
                    return false;
                }
                (dots, more) = (0, false);
            }
            (b'.', _) => dots += 1,
            (b'%', [b'2', b'e' | b'E', after @ ..]) => {
                dots += 1;
                rest = after;
            }
            (b'%', [b'2', b'f' | b'F', ..] | [b'5', b'c' | b'C', ..]) => return false,
            _ => more = true,
        }
    }
    more || (dots != 1 && dots != 2)
}
