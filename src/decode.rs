//! An answer becomes what was asked for, or an error. Bodies are parsed by the engine (`Engine`), which is quicker at
//! it than anything that crosses the border; only error bodies are read here.

use crate::error::{Api, Decode, Error};
use crate::issue::{Code, Issue, Param, Segment};
use crate::options::Config;
use crate::request::Request;
use crate::response::Response;
use crate::schema::Resource;
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
    /// The elements of an array.
    fn items(&self, value: &Self::Json) -> Vec<Self::Json>;
    /// The id of a row: its `id`, or the row itself where it is text.
    fn id(&self, value: &Self::Json) -> Option<String>;
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
    /// An array of so many elements.
    Array(usize),
    /// An object.
    Object,
    /// Text, a number, a boolean, `null`.
    Scalar,
    /// Nothing, or nothing but white space.
    Blank,
}

/// What an operation promises to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// An array of objects.
    Rows,
    /// An array of so many objects.
    RowsOf(usize),
    /// An array of ids, or of objects that have one.
    Ids,
    /// An object.
    Row,
    /// JSON of any shape.
    Json,
    /// JSON if the answer says so, else text; nothing when empty.
    Anything,
}

/// A success, as it was promised; `None` where it is empty and may be.
pub fn success<E: Engine>(
    engine: &E,
    config: &Config,
    resource: Option<&Resource>,
    request: &Request,
    response: &Response<E::Json>,
    promise: Promise,
) -> Result<Option<E::Json>, Error<E::Json>> {
    let broken = |problem| Err(not_promised(engine, config, request, response, problem, Vec::new()));
    let blank = engine.shape(&response.body) == Shape::Blank;
    match promise {
        Promise::Anything if blank => return Ok(None),
        Promise::Anything if !response.is_json => return Ok(Some(response.body.clone())),
        _ if blank => return broken("is empty"),
        _ => {}
    }
    let Some(json) = engine.parse(&response.body) else {
        return broken("is not JSON");
    };
    match (promise, engine.shape(&json)) {
        (Promise::Rows | Promise::Ids, Shape::Array(_)) | (Promise::Row, Shape::Object) => {}
        (Promise::RowsOf(wanted), Shape::Array(length)) if length == wanted => {}
        (Promise::RowsOf(_), Shape::Array(_)) => return broken("has another number of rows than were sent"),
        (Promise::Rows | Promise::RowsOf(_) | Promise::Ids, _) => return broken("is not an array"),
        (Promise::Row, _) => return broken("is not an object"),
        _ => {}
    }
    if let Promise::Rows | Promise::RowsOf(_) = promise
        && engine.items(&json).iter().any(|row| engine.shape(row) != Shape::Object)
    {
        return broken("has a row that is not an object");
    }
    if let (true, Some(resource)) = (config.check_responses, resource) {
        let issues = match promise {
            Promise::Row => validate::answer(resource, &engine.read(&json)),
            Promise::Rows => answers(engine, resource, &json),
            // A bulk write asks for itself: rows that misfit are written all the same.
            _ => Vec::new(),
        };
        if !issues.is_empty() {
            return Err(not_promised(engine, config, request, response, "does not fit the model", issues));
        }
    }
    Ok(Some(json))
}

/// How rows break the model; paths begin with the row's place.
pub fn answers<E: Engine>(engine: &E, resource: &Resource, rows: &E::Json) -> Vec<Issue> {
    let mut issues = Vec::new();
    for (at, row) in engine.items(rows).iter().enumerate() {
        let found = validate::answer(resource, &engine.read(row));
        issues.extend(found.into_iter().map(|issue| issue.inside(Segment::Index(at))));
    }
    issues
}

/// The ids of a slim list: bare strings, or objects with `id` (the API says neither).
pub fn ids<E: Engine>(engine: &E, json: &E::Json) -> Option<Vec<String>> {
    engine.items(json).iter().map(|item| engine.id(item)).collect()
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
    request: &Request,
    response: &Response<E::Json>,
    problem: &'static str,
    issues: Vec<Issue>,
) -> Error<E::Json> {
    Error::Decode(Box::new(Decode {
        method: request.method.clone(),
        url: config.masked(&request.url),
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
    request: &Request,
    response: &Response<E::Json>,
    retry_after_ms: Option<f64>,
    attempts: u32,
) -> Error<E::Json> {
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
    Error::Api(Box::new(Api {
        status: response.status,
        method: request.method.clone(),
        url: config.masked(&request.url),
        body,
        issues,
        detail,
        retry_after_ms,
        attempts,
    }))
}

/// The field errors of a body in Django REST framework's manner (our assumption), and its `detail`: lists of messages, by
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
                    inside(Segment::Key(name.clone()), value, status, path, issues);
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
