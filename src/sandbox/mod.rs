//! A whole Pigello in memory, from the declarations alone: no resource is known by name. One call asks and answers;
//! there is no clock, no chance and no network in here. What happens on the way (latency, faults) is the affair of
//! who calls. What it answers where the API's reference says nothing is our decision (`DECISIONS.md` of the package).
//!
//! | file | what it says |
//! |---|---|
//! | `http` | a request and an answer as data |
//! | `credentials` | who is let in |
//! | `parse` | what a query string asks for |
//! | `matches` | what each operator means |
//! | `list` | which rows, in which order, how written |
//! | `write` | create, update, bulk |
//! | `relations` | whether the rows that a body names are there, where that is asked |
//! | `store` | the rows |
//! | `seed` | what it begins with, and what it holds in the same form |
//! | `generate`, `words` | rows that look real |
//! | `chance` | chance that is the same each time |
//! | `faults` | error bodies |
//! | `json`, `clock` | text to values and back |

mod chance;
mod clock;
pub mod credentials;
mod faults;
mod generate;
mod http;
pub mod json;
mod list;
mod matches;
mod parse;
mod relations;
mod seed;
mod store;
#[cfg(test)]
mod tests;
mod words;
mod write;

pub use http::{HttpRequest, HttpResponse};
pub use seed::{SeedError, key};

use crate::resources;
use crate::schema::{Operation, Resource};
use crate::value::Value;
use store::{Server, Table};

/// A Pigello in memory.
pub struct Sandbox {
    state: State,
    seeded: State,
    check_relations: bool,
}

#[derive(Clone)]
struct State {
    tables: Vec<Table>,
    server: Server,
}

/// What a path leads to.
#[derive(Clone, Copy)]
enum Spot<'a> {
    List,
    Base,
    Row(&'a str),
}

impl Spot<'_> {
    /// The operations there, by their methods.
    fn operations(self) -> &'static [(&'static str, Operation)] {
        match self {
            Spot::List => &[("GET", Operation::List), ("POST", Operation::BulkWrite)],
            Spot::Base => &[("POST", Operation::Create)],
            Spot::Row(_) => &[("GET", Operation::Get), ("PATCH", Operation::Update), ("DELETE", Operation::Delete)],
        }
    }
}

impl Sandbox {
    /// A sandbox of all resources that begins with this seed, as JSON text; empty text is an empty seed. `now` is the
    /// time in milliseconds, as JavaScript's `Date.now()` tells it: rows without a `created_at` were made now.
    pub fn new(seed: &str, now: f64) -> Result<Self, SeedError> {
        Self::of(resources::ALL.iter(), seed, now)
    }

    /// The same, of these resources only.
    pub fn of(resources: impl IntoIterator<Item = &'static Resource>, seed: &str, now: f64) -> Result<Self, SeedError> {
        let mut state = State { tables: resources.into_iter().map(Table::new).collect(), server: Server::new() };
        seed::fill(&mut state.tables, &mut state.server, clock::from_milliseconds(now), seed)?;
        Ok(Self { seeded: state.clone(), state, check_relations: false })
    }

    /// From now on a row that a body names must be there, if the sandbox has its resource. A seed may name any.
    pub fn check_relations(&mut self) {
        self.check_relations = true;
    }

    /// Goes back to the seed. What is then made gets the same ids again.
    pub fn reset(&mut self) {
        self.state = self.seeded.clone();
    }

    /// All rows, as JSON text that is a seed.
    pub fn data(&self) -> String {
        seed::text(&self.state.tables)
    }

    /// So many rows that look real, the same for the same seed, as the JSON text of an array: bodies to create rows
    /// with. If they are kept, the rows that were made of them. `name` is that of the resource in a seed; `None`: there
    /// is no such resource.
    pub fn generate(&mut self, name: &str, count: u32, seed: u64, keep: bool, now: f64) -> Option<String> {
        let State { tables, server } = &mut self.state;
        let table = seed::table(tables, name)?;
        let now = clock::from_milliseconds(now);
        let mut text = String::from("[");
        for place in 0..count {
            if place > 0 {
                text.push(',');
            }
            let row = generate::row(table.resource, seed, place);
            match row {
                Value::Object(entries) if keep => {
                    let place = table.add(entries, server, now);
                    table.row(place).into_iter().for_each(|row| table.write(&mut text, row));
                }
                row => json::write(&mut text, &row),
            }
        }
        text.push(']');
        Some(text)
    }

    /// Answers a request. Nothing that a request holds can make this panic.
    pub fn handle(&mut self, request: &HttpRequest<'_>, now: f64) -> HttpResponse {
        let target = request.path_and_query.split('#').next().unwrap_or("");
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let State { tables, server } = &mut self.state;
        if request.method.eq_ignore_ascii_case("POST") && is_invitation(tables, path) {
            return invited(request);
        }
        let Some((place, spot)) = route(tables, path) else { return HttpResponse::not_found() };
        let Some(table) = tables.get(place) else { return HttpResponse::not_found() };
        if let Some(sentence) = credentials::refusal(request) {
            return HttpResponse::detail(401, sentence);
        }
        let here = || spot.operations().iter().filter(|(_, operation)| table.resource.offers(*operation));
        let Some((_, operation)) = here().find(|(method, _)| method.eq_ignore_ascii_case(request.method)) else {
            let sentence = ["Method \"", request.method, "\" not allowed."].concat();
            let mut answer = HttpResponse::detail(405, &sentence);
            let methods: Vec<_> = here().map(|(method, _)| *method).collect();
            answer.headers.push(("Allow", methods.join(", ")));
            return answer;
        };
        let row = match spot {
            Spot::Row(id) => match table.find(id) {
                Ok(place) => place,
                Err(_) => return HttpResponse::not_found(),
            },
            Spot::List | Spot::Base => 0,
        };
        match operation {
            Operation::List => return list::answer(table, query),
            Operation::Get => {
                let mut body = String::new();
                if let Some(row) = table.row(row) {
                    table.write(&mut body, row);
                }
                return HttpResponse::json(200, body);
            }
            Operation::Delete => {
                let wrote = Some(key(table.resource));
                tables.get_mut(place).into_iter().for_each(|table| table.remove(row));
                return HttpResponse { wrote, ..HttpResponse::empty(204) };
            }
            Operation::Create | Operation::Update | Operation::BulkWrite => {}
        }
        let body = match body(request) {
            Ok(body) => body,
            Err(refusal) => return refusal,
        };
        let now = clock::from_milliseconds(now);
        let mut dangling = Vec::new();
        if self.check_relations {
            dangling = relations::of_body(tables, table.resource, &body);
        }
        let Some(table) = tables.get_mut(place) else { return HttpResponse::not_found() };
        let mut answer = match operation {
            Operation::Update => write::update(table, row, body, dangling.concat()),
            Operation::BulkWrite => write::bulk(table, server, now, body, dangling),
            _ => write::create(table, server, now, body, dangling.concat()),
        };
        answer.wrote = (answer.status < 300).then(|| key(table.resource));
        answer
    }
}

/// Whether people are invited at this path.
fn is_invitation(tables: &[Table], path: &str) -> bool {
    !path.is_empty() && tables.iter().any(|table| table.resource.invite == path)
}

/// Nobody is written to. What the API answers is not known: here it is what was sent.
fn invited(request: &HttpRequest<'_>) -> HttpResponse {
    if let Some(sentence) = credentials::refusal(request) {
        return HttpResponse::detail(401, sentence);
    }
    match body(request) {
        Ok(body) => {
            let mut text = String::new();
            json::write(&mut text, &body);
            HttpResponse::json(201, text)
        }
        Err(refusal) => refusal,
    }
}

/// The table that a path leads to, and what of it. Of two base paths of which one begins with the other, the longer
/// one is meant.
fn route<'p>(tables: &[Table], path: &'p str) -> Option<(usize, Spot<'p>)> {
    let found = tables.iter().enumerate().filter_map(|(place, table)| {
        let spot = match path.strip_prefix(table.resource.base_path)? {
            "" => Spot::Base,
            "list/" => Spot::List,
            rest => Spot::Row(rest.strip_suffix('/').filter(|id| !id.is_empty() && !id.contains('/'))?),
        };
        let offered = spot.operations().iter().any(|(_, operation)| table.resource.offers(*operation));
        offered.then_some((place, spot, table.resource.base_path.len()))
    });
    found.max_by_key(|(_, _, length)| *length).map(|(place, spot, _)| (place, spot))
}

/// The value of a request's body. No body is an empty object, as in Django REST framework.
fn body(request: &HttpRequest<'_>) -> Result<Value, HttpResponse> {
    let Some(text) = request.body.filter(|text| !text.is_empty()) else { return Ok(Value::Object(Vec::new())) };
    let media = request.header("Content-Type").unwrap_or("");
    let essence = media.split(';').next().unwrap_or("").trim();
    if !essence.eq_ignore_ascii_case("application/json") {
        let sentence = ["Unsupported media type \"", media, "\" in request."].concat();
        return Err(HttpResponse::detail(415, &sentence));
    }
    json::parse(text).map_err(|error| {
        let sentence = ["JSON parse error - ", &error.to_string()].concat();
        HttpResponse::detail(400, &sentence)
    })
}
