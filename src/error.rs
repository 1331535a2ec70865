//! What can go wrong with a call, as data; the JavaScript layer makes the classes of it. `J` is the engine's own value
//! (a parsed body, what a `fetch` threw), which passes through here unread.

use crate::issue::Issue;
use crate::request::Method;

/// An error as it is passed on: errors are large, and rare.
pub type Failure<J> = Box<Error<J>>;

/// Why a call has no result.
#[derive(Clone, Debug, PartialEq)]
pub enum Error<J> {
    /// Something wrong with options or use.
    Config(String),
    /// The body or the id breaks a rule; nothing was sent.
    Validation(Vec<Issue>),
    /// The list options are wrong; nothing was sent.
    Filter(Vec<Issue>),
    /// An answer that is no success.
    Api(Api<J>),
    /// No answer.
    Network(Lost<J>),
    /// No answer in time: `timeout_ms` is the time that was given to one attempt.
    Timeout(Lost<J>, f64),
    /// An answer that is not what the API promises.
    Decode(Decode),
    /// A bulk write that stopped on its way.
    Bulk(Bulk<J>),
    /// The caller's signal; the reason is the caller's own.
    Aborted,
    /// What the caller's `headers` function threw.
    Thrown(J),
}

/// An answer that is no success.
#[derive(Clone, Debug, PartialEq)]
pub struct Api<J> {
    /// The HTTP status; 0 where a browser hides a redirect.
    pub status: u16,
    /// What was asked.
    pub method: Method,
    /// What was asked, without the secret.
    pub url: String,
    /// The body: parsed where it is JSON, else its text.
    pub body: Option<J>,
    /// The body's field errors.
    pub issues: Vec<Issue>,
    /// The server's own sentence (`detail`), if it gave one.
    pub detail: Option<String>,
    /// How long the server wants to be left alone, in milliseconds.
    pub retry_after_ms: Option<f64>,
    /// How often it was tried.
    pub attempts: u32,
}

/// A request that had no answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Lost<J> {
    /// What was asked.
    pub method: Method,
    /// What was asked, without the secret.
    pub url: String,
    /// What `fetch` rejected with.
    pub cause: Option<J>,
    /// How often it was tried.
    pub attempts: u32,
}

/// An answer that is not what the API promises.
#[derive(Clone, Debug, PartialEq)]
pub struct Decode {
    /// What was asked.
    pub method: Method,
    /// What was asked, without the secret.
    pub url: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong with it.
    pub problem: &'static str,
    /// The beginning of the body.
    pub snippet: String,
    /// How it breaks the model, under `checkResponses`.
    pub issues: Vec<Issue>,
}

/// A bulk write that stopped on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Bulk<J> {
    /// The rows the server answered, in order: those before `failed` or `remaining`.
    pub written: J,
    /// How many these are.
    pub count: usize,
    /// The chunk that failed; `None` when stopped between chunks.
    pub failed: Option<Failed>,
    /// The rows that were not sent: from here to the end.
    pub remaining: (usize, usize),
    /// The server's field errors; paths begin with the row's index in the whole call.
    pub issues: Vec<Issue>,
    /// What stopped it.
    pub cause: Failure<J>,
}

/// A chunk that failed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Failed {
    /// Its first row.
    pub start: usize,
    /// The row after its last.
    pub end: usize,
    /// Whether the server said no (a 4xx: it wrote nothing, our decision) or nobody knows.
    pub rejected: bool,
}

impl<J> Error<J> {
    /// The kind as users see it in `error.kind`.
    pub fn kind(&self) -> &'static str {
        match self {
            Error::Config(_) => "config",
            Error::Validation(_) => "validation",
            Error::Filter(_) => "filter",
            Error::Api(_) => "api",
            Error::Network(_) => "network",
            Error::Timeout(..) => "timeout",
            Error::Decode(_) => "decode",
            Error::Bulk(_) => "bulk",
            Error::Aborted => "aborted",
            Error::Thrown(_) => "thrown",
        }
    }

    /// The status of an answer that is no success.
    pub fn status(&self) -> Option<u16> {
        if let Error::Api(api) = self { Some(api.status) } else { None }
    }

    /// What the answer says, or how it breaks the model.
    pub fn issues(&self) -> &[Issue] {
        match self {
            Error::Api(api) => &api.issues,
            Error::Decode(decode) => &decode.issues,
            _ => &[],
        }
    }

    /// Whether the server may have done what was asked although nobody heard of it.
    pub fn in_doubt(&self) -> bool {
        match self {
            Error::Api(api) => !(400..500).contains(&api.status),
            Error::Config(_) | Error::Thrown(_) => false,
            _ => true,
        }
    }
}
