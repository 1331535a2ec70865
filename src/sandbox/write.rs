//! What writes: create, update and bulk. A body is held against the declaration; read-only fields in it, and on a
//! complete resource unknown ones, are passed over, as Django REST framework does. Which relations lead nowhere
//! comes from `relations`. Rules between fields are held against the whole
//! row, in a change as well.

use std::collections::BTreeSet;

use super::faults::{self, Fault};
use super::http::HttpResponse;
use super::json;
use super::store::{Missing, Server, Table};
use crate::issue::{Code, Issue};
use crate::validate::{self, Mode, Unknown};
use crate::value::Value;

/// The fields of a body.
pub(super) type Entries = Vec<(String, Value)>;

/// `POST <base>`
pub(super) fn create(
    table: &mut Table,
    server: &mut Server,
    now: i64,
    body: Value,
    dangling: Vec<Fault>,
) -> HttpResponse {
    match judged(table, None, body, dangling) {
        Ok(entries) => {
            let place = table.add(entries, server, now);
            HttpResponse::json(201, written(table, place))
        }
        Err(found) => HttpResponse::bad_request(found),
    }
}

/// `PATCH <base>{pk}/`
pub(super) fn update(table: &mut Table, place: u64, body: Value, dangling: Vec<Fault>) -> HttpResponse {
    match judged(table, Some(place), body, dangling) {
        Ok(entries) => {
            table.change(place, entries);
            HttpResponse::json(200, written(table, place))
        }
        Err(found) => HttpResponse::bad_request(found),
    }
}

/// `POST <base>list/`: a row with an id changes the row of that id, one without makes a new one; all of them, or none.
pub(super) fn bulk(
    table: &mut Table,
    server: &mut Server,
    now: i64,
    body: Value,
    dangling: Vec<Vec<Fault>>,
) -> HttpResponse {
    let rows = match body {
        Value::Array(rows) => rows,
        other => {
            let sentence = ["Expected a list of items but got type \"", python_type(&other), "\"."].concat();
            return HttpResponse::bad_request(vec![(Vec::new(), sentence)]);
        }
    };
    let mut ready = Vec::with_capacity(rows.len());
    let mut refused = Vec::with_capacity(rows.len());
    let mut any_refused = false;
    let mut seen = BTreeSet::new();
    let mut taken = BTreeSet::new();
    let mut dangling = dangling.into_iter();
    for row in rows {
        let dangling = dangling.next().unwrap_or_default();
        let place = named(table, &row, &mut seen);
        let mut found = Vec::new();
        // A row with a wrong id is judged as a change of no row: nothing is missing, and its values are compared.
        let judged = judged(table, place.as_ref().map_or(Some(u64::MAX), |place| *place), row, dangling);
        match (place, judged) {
            (Ok(place), Ok(entries)) => {
                let unique = table.unique_of(&entries);
                let twice = unique.into_iter().filter(|value| !taken.insert(value.clone()));
                found.extend(twice.map(|(column, _)| shared(table, column)));
                ready.push((place, entries));
            }
            (place, entries) => {
                found.extend(place.err());
                found.extend(entries.err().into_iter().flatten());
            }
        }
        any_refused |= !found.is_empty();
        refused.push(faults::tree(found));
    }
    if any_refused {
        let mut body = String::new();
        json::write(&mut body, &Value::Array(refused));
        return HttpResponse::json(400, body);
    }
    let mut places = Vec::with_capacity(ready.len());
    for (place, entries) in ready {
        places.push(match place {
            Some(place) => {
                table.change(place, entries);
                place
            }
            None => table.add(entries, server, now),
        });
    }
    let mut body = String::from("[");
    for place in places {
        if body.len() > 1 {
            body.push(',');
        }
        if let Some(row) = table.row(place) {
            table.write(&mut body, row);
        }
    }
    body.push(']');
    HttpResponse::json(201, body)
}

/// The place of the row that a row of a bulk write names; `None`: it names none, and is to be made.
fn named(table: &Table, row: &Value, seen: &mut BTreeSet<u64>) -> Result<Option<u64>, Fault> {
    let issue = |code| faults::of(vec![Issue::at("id", code)]).next().unwrap_or_else(|| faults::at("id", ""));
    let id = match row.get("id") {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Text(id)) if id.is_empty() => return Ok(None),
        Some(Value::Text(id)) => id,
        Some(Value::Broken(_)) => return Err(issue(Code::Uuid)),
        Some(_) => return Err(issue(Code::Type)),
    };
    match table.find(id) {
        Ok(place) if seen.insert(place) => Ok(Some(place)),
        Ok(_) => Err(issue(Code::Duplicate)),
        Err(Missing::NoUuid) => Err(issue(Code::Uuid)),
        Err(Missing::NoRow) => Err(faults::at("id", ["Invalid pk \"", id, "\" - object does not exist."].concat())),
    }
}

/// What of these fields other rows have, where no two may have the same. `place` is that of the row to be changed.
pub(super) fn not_unique(table: &Table, entries: &Entries, place: Option<u64>) -> Vec<Fault> {
    let given = table.unique_of(entries).into_iter();
    let others = given.filter(|(column, key)| table.holder(*column, key).is_some_and(|holder| Some(holder) != place));
    others.map(|(column, _)| shared(table, column)).collect()
}

/// The fault of a value that another row has.
fn shared(table: &Table, column: usize) -> Fault {
    faults::at(table.columns.get(column).map_or("", |column| column.name), "This field must be unique.")
}

/// What of a body is written, or what is wrong with it. `place` is that of the row to be changed; `None`: one is made.
/// `dangling` is known to be wrong already.
fn judged(table: &Table, place: Option<u64>, body: Value, dangling: Vec<Fault>) -> Result<Entries, Vec<Fault>> {
    let mode = if place.is_none() { Mode::Create } else { Mode::Update };
    let issues = validate::body(table.resource, &body, mode, Unknown::Pass);
    match body {
        Value::Object(_) if !issues.is_empty() => Err(faults::of(issues).chain(dangling).collect()),
        Value::Object(mut entries) => {
            entries.retain(|(name, _)| {
                let column = table.column(name).and_then(|place| table.columns.get(place));
                column.map_or(table.takes_unknown(), |column| !column.read_only)
            });
            let mut found = dangling;
            found.extend(not_unique(table, &entries, place));
            // A change keeps the rules between fields with what the row holds besides.
            if let Some(merged) = place.map(|place| table.merged(place, &entries)) {
                found.extend(faults::of(validate::rules(table.resource, &merged)));
            }
            if found.is_empty() { Ok(entries) } else { Err(found) }
        }
        other => {
            let sentence = ["Invalid data. Expected a dictionary, but got ", python_type(&other), "."].concat();
            Err(vec![(Vec::new(), sentence)])
        }
    }
}

fn written(table: &Table, place: u64) -> String {
    let mut body = String::new();
    if let Some(row) = table.row(place) {
        table.write(&mut body, row);
    }
    body
}

/// A JSON type as Django REST framework's sentences name it.
fn python_type(value: &Value) -> &'static str {
    match value {
        Value::Bool(_) => "bool",
        Value::Number(number) if number.fract() == 0.0 => "int",
        Value::Number(_) => "float",
        Value::Text(_) | Value::Broken(_) | Value::Date(_) => "str",
        Value::Array(_) => "list",
        Value::Object(_) => "dict",
        Value::Null | Value::Function | Value::Other => "NoneType",
    }
}
