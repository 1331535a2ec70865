//! What the sandbox begins with, and what it holds in the same form: `{ "organization.externalClientContactPerson": [row, …] }`. Rows are create bodies;
//! they may carry what else only the server writes: `id`, `created_at` and columns like `tags`. A seed that is wrong
//! anywhere is refused as a whole: it is the caller's own code or file.

use super::clock;
use super::faults;
use super::json;
use super::store::{Missing, Server, Table};
use super::write;
use crate::issue::{Code, Issue, Segment};
use crate::rules::date;
use crate::schema::{Kind, Resource};
use crate::validate::{self, Mode, Unknown};
use crate::value::Value;

/// What is wrong with a seed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedError {
    /// The spot: `organization.externalClientContactPerson[3].name`. Empty: the whole.
    pub path: String,
    /// What is wrong there.
    pub message: String,
}

impl std::fmt::Display for SeedError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("seed")?;
        if !self.path.is_empty() {
            write!(out, " at `{}`", self.path)?;
        }
        write!(out, ": {}", self.message)
    }
}

impl std::error::Error for SeedError {}

/// The name of a resource in a seed: its application, and its name with a small first letter.
pub fn key(resource: &Resource) -> String {
    [resource.application(), ".", &resource.key()].concat()
}

/// The table of the resource with this name.
pub(super) fn table<'a>(tables: &'a mut [Table], name: &str) -> Option<&'a mut Table> {
    tables.iter_mut().find(|table| key(table.resource) == name)
}

/// All rows, as the JSON text of a seed, with a line for each.
pub(super) fn text(tables: &[Table]) -> String {
    let mut out = String::from("{");
    for (place, table) in tables.iter().enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        json::write_text(&mut out, &key(table.resource));
        out.push_str(": ");
        table.write_all(&mut out);
    }
    out.push_str("\n}\n");
    out
}

/// Fills the tables from the JSON text of a seed; empty text is an empty seed.
pub(super) fn fill(tables: &mut [Table], server: &mut Server, now: i64, text: &str) -> Result<(), SeedError> {
    if text.is_empty() {
        return Ok(());
    }
    make_room(text.len().saturating_mul(5));
    let wrong = |path: &str, message: &str| SeedError { path: path.into(), message: message.into() };
    let seed = json::parse(text).map_err(|error| wrong("", &["not JSON - ", &error.to_string()].concat()))?;
    let Value::Object(lists) = seed else { return Err(wrong("", "not an object")) };
    for (name, rows) in lists {
        let Some(table) = table(tables, &name) else { return Err(wrong(&name, "no resource of that name")) };
        let Value::Array(rows) = rows else { return Err(wrong(&name, "not an array of rows")) };
        for (place, row) in rows.into_iter().enumerate() {
            add(table, server, now, row).map_err(|(path, message)| {
                let mut spot = name.clone();
                for step in std::iter::once(&Segment::Index(place)).chain(&path) {
                    match step {
                        Segment::Key(key) => spot.extend([".", key]),
                        Segment::Index(index) => spot.extend(["[", &index.to_string(), "]"]),
                    }
                }
                SeedError { path: spot, message }
            })?;
        }
    }
    Ok(())
}

/// In WebAssembly memory grows by the page, and engines look for garbage each time they are asked: with 100,000 rows
/// that takes longer than all the rest. So it grows once, by about what a seed of this length needs, and stays.
fn make_room(bytes: usize) {
    let mut room: Vec<u8> = Vec::new();
    if room.try_reserve_exact(bytes).is_ok() {
        std::hint::black_box(&mut room);
    }
}

/// Whether all that is wrong is that a field is not there which no answer holds: a row as it was read is a seed, too.
fn is_unread(table: &Table, issue: &Issue) -> bool {
    let [Segment::Key(name)] = issue.path.as_slice() else { return false };
    let column = table.column(name).and_then(|place| table.columns.get(place));
    issue.code == Code::Required && column.is_some_and(|column| column.write_only)
}

fn add(table: &mut Table, server: &mut Server, now: i64, row: Value) -> Result<(), faults::Fault> {
    let mut issues = validate::body(table.resource, &row, Mode::Create, Unknown::Reject);
    issues.retain(|issue| !is_unread(table, issue));
    if let Some(fault) = faults::of(issues).next() {
        return Err(fault);
    }
    let Value::Object(entries) = row else { return Err((Vec::new(), "not an object".into())) };
    for (name, value) in &entries {
        let column = table.column(name).and_then(|place| table.columns.get(place));
        let Some(column) = column.filter(|column| column.read_only) else { continue };
        let code = match (column.kind, value) {
            (Kind::Any, _) | (_, Value::Null) => None,
            (Kind::Uuid, Value::Text(id)) => match table.find(id) {
                Err(Missing::NoUuid) => Some(Code::Uuid),
                Ok(_) if column.name == "id" => Some(Code::Duplicate),
                _ => None,
            },
            (Kind::DateTime, Value::Text(text)) => clock::instant(text).is_none().then_some(Code::DateTime),
            (kind, Value::Text(_)) if kind.is_text() => None,
            (Kind::Date, Value::Text(text)) => (!date::date(text)).then_some(Code::Date),
            (Kind::Boolean, Value::Bool(_))
            | (Kind::Integer | Kind::Number, Value::Number(_))
            | (Kind::Array(_), Value::Array(_))
            | (Kind::Object, Value::Object(_)) => None,
            (Kind::Reference(_), Value::Object(_)) => {
                let id = value.get("id").and_then(Value::as_text);
                id.is_none_or(|id| table.find(id) == Err(Missing::NoUuid)).then_some(Code::Uuid)
            }
            _ => Some(Code::Type),
        };
        if let Some(fault) = code.and_then(|code| faults::of(vec![Issue::at(name, code)]).next()) {
            return Err(fault);
        }
    }
    if let Some(fault) = write::not_unique(table, &entries, None).into_iter().next() {
        return Err(fault);
    }
    table.add(entries, server, now);
    Ok(())
}
