//! A request and an answer as data, and the answers that are the same everywhere. What is asked and answered stands
//! in the rooms beside.

use super::faults::{self, Fault};
use super::json;

/// What the sandbox is asked.
#[derive(Clone, Copy, Debug)]
pub struct HttpRequest<'a> {
    /// `GET`, `POST` and so on.
    pub method: &'a str,
    /// The URL from its path on: `/organization/…/list/?name=x`.
    pub path_and_query: &'a str,
    /// Names and values.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body, if there is one.
    pub body: Option<&'a str>,
}

impl<'a> HttpRequest<'a> {
    /// The value of a header; capitals do not count in its name.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.iter().find_map(|(given, value)| given.eq_ignore_ascii_case(name).then_some(*value))
    }
}

/// What the sandbox answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpResponse {
    /// The status.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body, if there is one.
    pub body: Option<String>,
    /// The resource in which rows were written or removed, if so, by its name in a seed.
    pub wrote: Option<String>,
}

impl HttpResponse {
    /// An answer with a body of this media type.
    pub(super) fn of(status: u16, media: &str, body: String) -> Self {
        Self { status, headers: vec![("Content-Type", media.into())], body: Some(body), wrote: None }
    }

    /// An answer in JSON.
    pub(super) fn json(status: u16, body: String) -> Self {
        Self::of(status, "application/json", body)
    }

    /// An answer with nothing in it.
    pub(super) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: None, wrote: None }
    }

    /// A refusal with one sentence: `{"detail": "…"}`.
    pub(super) fn detail(status: u16, sentence: &str) -> Self {
        let mut body = String::from("{\"detail\":");
        json::write_text(&mut body, sentence);
        body.push('}');
        Self::json(status, body)
    }

    /// The refusal of what is not there.
    pub(super) fn not_found() -> Self {
        Self::detail(404, "Not found.")
    }

    /// The refusal of something wrong in the request, each fault under its name.
    pub(super) fn bad_request(found: Vec<Fault>) -> Self {
        let mut body = String::new();
        json::write(&mut body, &faults::tree(found));
        Self::json(400, body)
    }
}
