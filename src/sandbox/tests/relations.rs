//! Relations to rows that are not there, where that is asked.

use super::{CLIENT, NOW, OTHER, PEOPLE, ask};
use crate::sandbox::{HttpResponse, Sandbox};

const SENTENCE: &str = "object does not exist.";

/// A sandbox of one external client and one person there.
fn checked() -> Sandbox {
    let seed = format!(
        r#"{{"organization.externalClient": [{{"id": "{CLIENT}"}}],
            "organization.externalClientContactPerson": [{{"id": "{OTHER}", "name": "a", "title": "t", "external_client": {{"id": "{OTHER}"}}}}]}}"#
    );
    let mut sandbox = Sandbox::new(&seed, NOW).unwrap();
    sandbox.check_relations();
    sandbox
}

fn body(client: &str) -> String {
    format!(
        r#"{{"name": "b", "title": "t", "external_client": {{"id": "{client}"}}, "organization": {{"id": "{OTHER}"}}}}"#
    )
}

fn said(answer: &HttpResponse) -> &str {
    answer.body.as_deref().unwrap_or("")
}

#[test]
fn a_row_that_is_not_there_is_refused_at_its_id_and_one_that_is_passes() {
    let mut sandbox = checked();
    // Of `Organization`, to which the other relation leads, there is no declaration.
    assert_eq!(ask(&mut sandbox, "POST", PEOPLE, Some(&body(CLIENT))).status, 201);
    let upper = body(&CLIENT.to_uppercase());
    assert_eq!(ask(&mut sandbox, "POST", PEOPLE, Some(&upper)).status, 201);
    let answer = ask(&mut sandbox, "POST", PEOPLE, Some(&body(OTHER)));
    assert_eq!(answer.status, 400);
    assert_eq!(said(&answer), format!(r#"{{"external_client":{{"id":["Invalid pk \"{OTHER}\" - {SENTENCE}"]}}}}"#));
    let row = format!("{PEOPLE}{OTHER}/");
    let change = format!(r#"{{"external_client": {{"id": "{OTHER}"}}}}"#);
    assert_eq!(ask(&mut sandbox, "PATCH", &row, Some(&change)).status, 400);
    assert_eq!(ask(&mut sandbox, "PATCH", &row, Some(&change.replace(OTHER, CLIENT))).status, 200);
    // What is not given is not asked about.
    assert_eq!(ask(&mut sandbox, "PATCH", &row, Some(r#"{"name": "c"}"#)).status, 200);
}

#[test]
fn of_a_bulk_write_each_row_is_asked_about_and_arrays_element_by_element() {
    let mut sandbox = checked();
    let rows = format!("[{},{}]", body(CLIENT), body(OTHER));
    let answer = ask(&mut sandbox, "POST", &format!("{PEOPLE}list/"), Some(&rows));
    assert_eq!(answer.status, 400);
    assert!(said(&answer).starts_with("[{},{\"external_client\"") && said(&answer).contains(SENTENCE), "{answer:?}");
    let user = format!(
        r#"{{"detail_access": 0, "first_name": "a", "external_clients": [{{"id": "{CLIENT}"}}, {{"id": "{OTHER}"}}]}}"#
    );
    let users = "/accounts/users/organization/organizationuser/";
    let answer = ask(&mut sandbox, "POST", users, Some(&user));
    assert_eq!(answer.status, 400);
    assert!(said(&answer).starts_with(r#"{"external_clients":{"1":{"id":["#), "{answer:?}");
    assert_eq!(ask(&mut sandbox, "POST", users, Some(&user.replace(OTHER, CLIENT))).status, 201);
}

#[test]
fn unasked_nothing_is_looked_at() {
    let mut sandbox = Sandbox::new("", NOW).unwrap();
    assert_eq!(ask(&mut sandbox, "POST", PEOPLE, Some(&body(OTHER))).status, 201);
}
