//! An answer becomes what was asked for, or an error. Bodies are parsed by the engine (`Engine`), which is quicker at
//! it than anything that crosses the border; only error bodies are read here.

use crate::error::{Api, Decode, Error, Failure};
use crate::issue::{Code, Issue, Param, Segment};
use crate::options::Config;
use crate::plan::{Plan, Promise, Walk};
use crate::response::Response;
use crate::validate;
use crate::value::Value;

/// What the engine does with the text of a body. `Json` is the engine's own value.
pub trait Engine {
    /// A value of the engine's: text, parsed JSON, a stream, whatever was thrown.
    type Json: Clone;
    /// The parsed text, if it is JSON.
    fn parse(&self, text: &Self::Json) -> Option<Self::Json>;
    /// What the value is, on its surface.
    fn shape(&self, value: &Self::Json) -> Shape;
    /// An element of an array.
    fn item(&self, array: &Self::Json, at: usize) -> Self::Json;
    /// The ids of rows, as an array and as one text: each row's `id`, or the row itself where it is text. `None`: a row
    /// has none.
    fn ids(&self, rows: &Self::Json) -> Option<(Self::Json, String)>;
    /// An array without elements.
    fn list(&self) -> Self::Json;
    /// Appends the elements of an array to a list of ours.
    fn append(&self, list: &Self::Json, array: &Self::Json);
    /// The whole value, read over to us.
    fn read(&self, value: &Self::Json) -> Value;
    /// A text of ours as a value of the engine's.
    fn text(&self, text: &str) -> Self::Json;
    /// So many characters from the start of a text.
    fn beginning(&self, text: &Self::Json, length: usize) -> String;
    /// The text with each occurrence of the secret made `[secret]`.
    fn mask(&self, text: &Self::Json, config: &Config) -> Self::Json;
}

/// What a value is, on its surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An array of so many elements, all of them objects or not.
    Array(usize, bool),
    /// An object.
    Object,
    /// Text, a number, a boolean, `null`.
    Scalar,
    /// Nothing, or nothing but white space.
    Blank,
}

/// What came of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer<J> {
    /// Nothing: an empty body where it may be empty, or the end of a walk.
    Nothing,
    /// What the body holds.
    Value(J),
    /// The rows (or ids) of a page, and where the walk goes on.
    Page(J, Walk),
    /// A body that is still to be read, the URL without the secret, the status, and how often it was tried.
    Stream(J, String, u16, u32),
}

/// What came of a plan whose request succeeded: what was promised, or an error.
pub fn success<E: Engine>(
    engine: &E,
    config: &Config,
    plan: &Plan,
    response: &Response<E::Json>,
) -> Result<Answer<E::Json>, Failure<E::Json>> {
    let broken = |problem| Err(not_promised(engine, config, plan, response, problem, Vec::new()));
    let blank = engine.shape(&response.body) == Shape::Blank;
    match plan.promise {
        Promise::Nothing => return Ok(Answer::Nothing),
        Promise::Anything if blank => return Ok(Answer::Nothing),
        Promise::Anything if !response.is_json => return Ok(Answer::Value(response.body.clone())),
        _ if blank => return broken("is empty"),
        _ => {}
    }
    let Some(json) = engine.parse(&response.body) else {
        return broken("is not JSON");
    };
    let shape = engine.shape(&json);
    match (plan.promise, shape) {
        (Promise::Row, Shape::Object) | (Promise::Anything | Promise::Json, _) => {}
        (Promise::Row, _) => return broken("is not an object"),
        (Promise::RowsOf(wanted), Shape::Array(length, _)) if length != wanted => {
            return broken("has another number of rows than were sent");
        }
        (Promise::Page(Walk { slim: true, .. }), Shape::Array(..)) | (_, Shape::Array(_, true)) => {}
        (_, Shape::Array(..)) => return broken("has a row that is not an object"),
        _ => return broken("is not an array"),
    }
    // A bulk write asks for itself: rows that misfit are written all the same.
    if !matches!(plan.promise, Promise::RowsOf(_))
        && let Some(error) = misfit(engine, config, plan, response, &json)
    {
        return Err(error);
    }
    let Promise::Page(walk) = plan.promise else { return Ok(Answer::Value(json)) };
    if let Shape::Array(0, _) = shape {
        return Ok(Answer::Nothing);
    }
    let (rows, seen) = match engine.ids(&json) {
        Some((ids, text)) => (if walk.slim { ids } else { json }, hash(&text)),
        None if walk.slim => return broken("has a row without an id"),
        None => (json, 0.0),
    };
    if seen != 0.0 && seen == walk.seen {
        return broken("has the ids of the page before: the server ignores `_page`");
    }
    Ok(Answer::Page(rows, Walk { page: walk.page + 1.0, seen, ..walk }))
}

/// FNV-1a, in as many bits as JavaScript's numbers have; never 0.
fn hash(text: &str) -> f64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash >> 11 | 1) as f64
}

/// What is wrong with rows, or with a row, that does not fit the model, under `checkResponses`; paths begin with the row's
/// place.
pub fn misfit<E: Engine>(
    engine: &E,
    config: &Config,
    plan: &Plan,
    response: &Response<E::Json>,
    json: &E::Json,
) -> Option<Failure<E::Json>> {
    let resource = plan.resource.filter(|_| config.check_responses)?;
    let mut issues = Vec::new();
    match (plan.promise, engine.shape(json)) {
        (Promise::Row, _) => issues = validate::answer(resource, &engine.read(json)),
        (Promise::Json | Promise::Page(Walk { slim: true, .. }), _) => {}
        (_, Shape::Array(length, _)) => {
            for at in 0..length {
                let found = validate::answer(resource, &engine.read(&engine.item(json, at)));
                issues.extend(found.into_iter().map(|issue| issue.inside(Segment::Index(at))));
            }
        }
        _ => {}
    }
    (!issues.is_empty()).then(|| not_promised(engine, config, plan, response, "does not fit the model", issues))
}

/// How many characters of a wrong answer an error shows.
const SNIPPET: usize = 200;

/// The beginning of a text whose secret is masked.
pub fn snippet(text: &str) -> String {
    text.chars().take(SNIPPET).collect()
}

/// An answer that is not what was promised.
pub fn not_promised<E: Engine>(
    engine: &E,
    config: &Config,
    plan: &Plan,
    response: &Response<E::Json>,
    problem: &'static str,
    issues: Vec<Issue>,
) -> Failure<E::Json> {
    Box::new(Error::Decode(Decode {
        method: plan.request.method,
        url: plan.url.clone(),
        status: response.status,
        problem,
        // More than is shown, so that a secret is not cut before it is found.
        snippet: snippet(&config.masked(&engine.beginning(&response.body, 4 * SNIPPET))),
        issues,
    }))
}

/// An answer that is no success.
pub fn failure<E: Engine>(
    engine: &E,
    config: &Config,
    plan: &Plan,
    response: &Response<E::Json>,
    retry_after_ms: Option<f64>,
    attempts: u32,
) -> Failure<E::Json> {
    let text = engine.mask(&response.body, config);
    let (mut issues, mut detail, mut body) = (Vec::new(), None, None);
    if engine.shape(&text) != Shape::Blank {
        match engine.parse(&text) {
            Some(json) => {
                (issues, detail) = server_issues(&engine.read(&json), response.status);
                body = Some(json);
            }
            None => body = Some(text),
        }
    }
    Box::new(Error::Api(Api {
        status: response.status,
        method: plan.request.method,
        url: plan.url.clone(),
        body,
        issues,
        detail,
        retry_after_ms,
        attempts,
    }))
}

/// The field errors of a body in Django REST framework's manner (our decision), and its `detail`: lists of messages, by
/// field. Any other body has none.
pub fn server_issues(body: &Value, status: u16) -> (Vec<Issue>, Option<String>) {
    let detail = body.get("detail").and_then(Value::as_text).map(String::from);
    let mut issues = Vec::new();
    collect(body, status, &mut Vec::new(), &mut issues);
    (issues, detail)
}

fn collect(value: &Value, status: u16, path: &mut Vec<Segment>, issues: &mut Vec<Issue>) {
    match value {
        Value::Array(items) => {
            // Messages stand in arrays whose places mean nothing; objects in arrays are rows or elements.
            for (at, item) in items.iter().enumerate() {
                match item {
                    Value::Text(message) => {
                        let issue = Issue::new(Code::Server).number("status", f64::from(status));
                        let issue = issue.with("message", Param::Text(message.clone()));
                        issues.push(Issue { path: path.clone(), ..issue });
                    }
                    item => inside(Segment::Index(at), item, status, path, issues),
                }
            }
        }
        Value::Object(entries) => {
            for (name, value) in entries {
                if name == "non_field_errors" {
                    collect(value, status, path, issues);
                } else {
                    // Elements of a list in which something is wrong go by their places.
                    let place = name.parse().map(Segment::Index);
                    inside(place.unwrap_or_else(|_| Segment::Key(name.clone())), value, status, path, issues);
                }
            }
        }
        _ => {}
    }
}

fn inside(step: Segment, value: &Value, status: u16, path: &mut Vec<Segment>, issues: &mut Vec<Issue>) {
    path.push(step);
    collect(value, status, path, issues);
    path.pop();
}
