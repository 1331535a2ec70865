//! The sandbox as a whole, asked as over the wire. Each part's own tests stand beside it.

mod hostile;
mod keeping;
mod kinds;
mod lists;
mod relations;
mod rules;
mod write_only;
mod writes;

use super::credentials::CREDENTIALS;
use super::json;
use super::{HttpRequest, HttpResponse, Sandbox};
use crate::schema::{Documented, Field, Operation, Resource};
use crate::value::Value;

pub(super) const PEOPLE: &str = "/organization/externalclientcontactperson/";
pub(super) const SEGMENTS: &str = "/accounts/users/organization/organizationusersegment/";
pub(super) const NOTES: &str = "/organization/note/";
pub(super) const CLIENT: &str = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
pub(super) const OTHER: &str = "11111111-2222-4333-8444-555555555555";
/// 2026-01-31T12:00:00Z in milliseconds.
pub(super) const NOW: f64 = 1_769_860_800_000.0;

/// A resource of which little is known.
pub(super) static NOTE: Resource = Resource {
    documented: Documented::Partial,
    ..Resource::new("Note", "Note", NOTES).fields(&[
        Field::id(),
        Field::text("title").required().filterable(),
        Field::text("hidden").nullable(),
    ])
};
/// A resource of which nothing is known, and that cannot be deleted.
pub(super) static NAMED: Resource = Resource {
    documented: Documented::NameOnly,
    operations: &[Operation::List, Operation::Create, Operation::Get],
    ..Resource::new("Thing", "Thing", "/organization/note/thing/")
};

pub(super) fn sandbox(seed: &str) -> Sandbox {
    Sandbox::of(crate::resources::ALL.iter().chain([&NOTE, &NAMED]), seed, NOW).unwrap()
}

pub(super) fn ask(sandbox: &mut Sandbox, method: &str, path: &str, body: Option<&str>) -> HttpResponse {
    let mut headers: Vec<_> = CREDENTIALS.iter().map(|credential| (credential.header, credential.value)).collect();
    headers.push(("content-type", "application/json; charset=utf-8"));
    sandbox.handle(&HttpRequest { method, path_and_query: path, headers: &headers, body }, NOW)
}

/// Status and body.
pub(super) fn said(answer: HttpResponse) -> (u16, String) {
    (answer.status, answer.body.unwrap_or_default())
}

pub(super) fn value(answer: &HttpResponse) -> Value {
    json::parse(answer.body.as_deref().unwrap_or("null")).unwrap()
}

/// The texts of one field in an answered array, or in one object.
pub(super) fn texts(answer: &HttpResponse, field: &str) -> Vec<String> {
    let of = |row: &Value| row.get(field).and_then(Value::as_text).unwrap_or("-").to_string();
    match value(answer) {
        Value::Array(rows) => rows.iter().map(of).collect(),
        row => vec![of(&row)],
    }
}
