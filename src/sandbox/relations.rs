//! Whether the rows that a body names are there. It is asked on request only, and of resources that the sandbox has: most
//! relations lead to others.

use super::faults::Fault;
use super::store::{Missing, Table};
use crate::issue::Segment;
use crate::schema::{Kind, Resource};
use crate::value::Value;

/// The relations of each row of a body that lead nowhere.
pub(super) fn of_body(tables: &[Table], resource: &Resource, body: &Value) -> Vec<Vec<Fault>> {
    match body {
        Value::Array(rows) => rows.iter().map(|row| dangling(tables, resource, row)).collect(),
        row => vec![dangling(tables, resource, row)],
    }
}

/// The relations of a row that lead nowhere, in the words of Django REST framework.
fn dangling(tables: &[Table], resource: &Resource, row: &Value) -> Vec<Fault> {
    let mut found = Vec::new();
    for field in resource.fields.iter().filter(|field| !field.read_only) {
        let at = |steps: Vec<Segment>| [vec![Segment::Key(field.name.into())], steps].concat();
        match (field.kind, row.get(field.name)) {
            (Kind::Reference(target), Some(value)) => {
                found.extend(
                    missing(tables, target, value).map(|sentence| (at(vec![Segment::Key("id".into())]), sentence)),
                );
            }
            (Kind::Array(Kind::Reference(target)), Some(Value::Array(items))) => {
                for (place, item) in items.iter().enumerate() {
                    let path = || at(vec![Segment::Index(place), Segment::Key("id".into())]);
                    found.extend(missing(tables, target, item).map(|sentence| (path(), sentence)));
                }
            }
            _ => {}
        }
    }
    found
}

fn missing(tables: &[Table], target: &str, value: &Value) -> Option<String> {
    let table = tables.iter().find(|table| table.resource.name == target)?;
    let id = value.get("id")?.as_text()?;
    match table.find(id) {
        Err(Missing::NoRow) => Some(["Invalid pk \"", id, "\" - object does not exist."].concat()),
        _ => None,
    }
}
