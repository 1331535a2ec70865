//! Create, read, update, delete and bulk, with what is refused.

use super::{CLIENT, NOTES, OTHER, PEOPLE, ask, said, sandbox, texts, value};
use crate::sandbox::{Sandbox, json};
use crate::value::Value;

fn person(more: &str) -> String {
    format!(r#"{{"name": " Anna ", "title": "T", "external_client": {{"id": "{CLIENT}", "name": "AB"}}{more}}}"#)
}

fn created(sandbox: &mut Sandbox) -> String {
    let answer = ask(sandbox, "POST", PEOPLE, Some(&person("")));
    assert_eq!(answer.status, 201, "{:?}", answer.body);
    texts(&answer, "id").concat()
}

fn count(sandbox: &mut Sandbox) -> String {
    said(ask(sandbox, "GET", &format!("{PEOPLE}list/?_statistics=true"), None)).1
}

#[test]
fn a_created_row_is_answered_in_full_and_in_the_declared_order() {
    let mut sandbox = sandbox("");
    let body = person(r#", "email": " a@b.se ", "id": "x", "created_at": 5, "tags": 1, "nobody": "knows""#);
    let answer = ask(&mut sandbox, "POST", PEOPLE, Some(&body));
    let id = texts(&answer, "id").concat();
    let expected = format!(
        r#"{{"id":"{id}","name":"Anna","external_client":{{"id":"{CLIENT}"}},"title":"T","ssn":null,"created_at":"2026-01-31T12:00:00.000000Z","tags":null,"custom_id":null,"customer_columns":null,"org_no":null,"first_name":null,"email":"a@b.se","organization":null,"corporate_name":null,"phone_number":null,"last_name":null}}"#
    );
    assert_eq!(said(answer), (201, expected.clone()));
    let address = format!("{PEOPLE}{}/", id.to_uppercase());
    assert_eq!(said(ask(&mut sandbox, "GET", &address, None)), (200, expected));
    assert_eq!(count(&mut sandbox), r#"{"count":1}"#);
}

#[test]
fn an_update_changes_what_is_given_and_null_clears() {
    let mut sandbox = sandbox("");
    let id = created(&mut sandbox);
    let address = format!("{PEOPLE}{id}/");
    let changes =
        format!(r#"{{"email": "a@b.se", "organization": {{"id": "{}"}}, "id": "{OTHER}"}}"#, OTHER.to_uppercase());
    let answer = ask(&mut sandbox, "PATCH", &address, Some(&changes));
    assert_eq!(answer.status, 200);
    let row = value(&answer);
    assert_eq!(row.get("id").unwrap().as_text(), Some(id.as_str()));
    assert_eq!(row.get("email").unwrap().as_text(), Some("a@b.se"));
    assert_eq!(row.get("organization").unwrap().get("id").unwrap().as_text(), Some(OTHER));
    assert_eq!(row.get("name").unwrap().as_text(), Some("Anna"));
    let cleared = ask(&mut sandbox, "patch", &address, Some(r#"{"email": null, "organization": null}"#));
    assert_eq!(cleared.status, 200);
    assert_eq!(value(&cleared).get("organization"), Some(&Value::Null));
    let unchanged = ask(&mut sandbox, "PATCH", &address, Some("{}"));
    assert_eq!((unchanged.status, unchanged.body), (200, cleared.body.clone()));
    let refused = ask(&mut sandbox, "PATCH", &address, Some(r#"{"name": null, "email": "x"}"#));
    assert_eq!((refused.status, texts_of(&value(&refused))), (400, vec!["name", "email"]));
    assert_eq!(ask(&mut sandbox, "GET", &address, None).body, cleared.body);
}

fn texts_of(object: &Value) -> Vec<&str> {
    match object {
        Value::Object(entries) => entries.iter().map(|(name, _)| name.as_str()).collect(),
        _ => panic!("{object:?}"),
    }
}

#[test]
fn a_deleted_row_is_gone() {
    let mut sandbox = sandbox("");
    let (id, kept) = (created(&mut sandbox), created(&mut sandbox));
    let address = format!("{PEOPLE}{id}/");
    let answer = ask(&mut sandbox, "DELETE", &address, None);
    assert_eq!((answer.status, answer.body, answer.headers.len()), (204, None, 0));
    for method in ["DELETE", "GET", "PATCH"] {
        let body = (method == "PATCH").then_some("{}");
        assert_eq!(said(ask(&mut sandbox, method, &address, body)), (404, r#"{"detail":"Not found."}"#.into()));
    }
    assert_eq!(texts(&ask(&mut sandbox, "GET", &format!("{PEOPLE}list/"), None), "id"), [kept]);
}

#[test]
fn a_bad_body_is_refused_with_its_faults_in_place() {
    let mut sandbox = sandbox("");
    let body = r#"{"title": "", "external_client": {"id": "x"}, "ssn": 1, "custom_id": "a\ud800"}"#;
    let answer = ask(&mut sandbox, "POST", PEOPLE, Some(body));
    assert_eq!(answer.status, 400);
    let faults = value(&answer);
    assert_eq!(texts_of(&faults), ["name", "external_client", "title", "ssn", "custom_id"]);
    for (_, sentences) in [("name", faults.get("name")), ("id", faults.get("external_client").unwrap().get("id"))] {
        assert!(matches!(sentences, Some(Value::Array(sentences)) if sentences.len() == 1), "{sentences:?}");
    }
    assert_eq!(count(&mut sandbox), r#"{"count":0}"#);
    for (body, kind) in
        [("[]", "list"), ("1", "int"), ("1.5", "float"), ("\"\"", "str"), ("null", "NoneType"), ("true", "bool")]
    {
        let sentence = format!(r#"{{"non_field_errors":["Invalid data. Expected a dictionary, but got {kind}."]}}"#);
        assert_eq!(said(ask(&mut sandbox, "POST", PEOPLE, Some(body))), (400, sentence));
    }
    assert_eq!(texts_of(&value(&ask(&mut sandbox, "POST", PEOPLE, None))), ["name", "external_client", "title"]);
}

#[test]
fn bulk_changes_rows_with_an_id_and_makes_the_others() {
    let mut sandbox = sandbox("");
    let id = created(&mut sandbox);
    let body = format!(
        r#"[{}, {{"id": "{}", "email": "new@x.se"}}, {}, {}]"#,
        person(r#", "last_name": "1""#),
        id.to_uppercase(),
        person(r#", "last_name": "2", "id": null"#),
        person(r#", "last_name": "3", "id": """#)
    );
    let answer = ask(&mut sandbox, "POST", &format!("{PEOPLE}list/"), Some(&body));
    assert_eq!(answer.status, 201, "{:?}", answer.body);
    assert_eq!(texts(&answer, "last_name"), ["1", "-", "2", "3"]);
    assert_eq!(texts(&answer, "email"), ["-", "new@x.se", "-", "-"]);
    assert_eq!(texts(&answer, "id")[1], id);
    assert_eq!(texts(&ask(&mut sandbox, "GET", &format!("{PEOPLE}list/"), None), "last_name"), ["-", "1", "2", "3"]);
    assert_eq!(said(ask(&mut sandbox, "POST", &format!("{PEOPLE}list/"), Some("[]"))), (201, "[]".into()));
}

#[test]
fn bulk_writes_all_or_nothing() {
    let mut sandbox = sandbox("");
    let id = created(&mut sandbox);
    let body = format!(
        r#"[{}, {{"id": "{id}", "email": "new@x.se"}}, {{"id": "{id}"}}, {{"id": "{OTHER}"}}, {{"id": "x"}}, {{"id": 5}}, {{"name": "x"}}, 7]"#,
        person("")
    );
    let answer = ask(&mut sandbox, "POST", &format!("{PEOPLE}list/"), Some(&body));
    assert_eq!(answer.status, 400);
    let Value::Array(rows) = value(&answer) else { panic!() };
    let spots: Vec<_> = rows.iter().map(texts_of).collect();
    let expected: [&[&str]; 8] =
        [&[], &[], &["id"], &["id"], &["id"], &["id"], &["external_client", "title"], &["non_field_errors"]];
    assert_eq!(spots, expected);
    let missing = format!(r#"{{"id":["Invalid pk \"{OTHER}\" - object does not exist."]}}"#);
    let mut written = String::new();
    json::write(&mut written, &rows[3]);
    assert_eq!(written, missing);
    assert_eq!(count(&mut sandbox), r#"{"count":1}"#);
    assert_eq!(texts(&ask(&mut sandbox, "GET", &format!("{PEOPLE}{id}/"), None), "email"), ["-"]);
    let answer = said(ask(&mut sandbox, "POST", &format!("{PEOPLE}list/"), Some("{}")));
    let sentence = r#"{"non_field_errors":["Expected a list of items but got type \"dict\"."]}"#;
    assert_eq!(answer, (400, sentence.into()));
}

#[test]
fn a_partial_resource_keeps_what_nobody_declared_as_it_came() {
    let mut sandbox = sandbox("");
    let body = r#"{"title": "t", "rank": 1.50, "deep": {"b": [1, null], "a": " x "}, "none": null}"#;
    let answer = ask(&mut sandbox, "POST", NOTES, Some(body));
    let id = texts(&answer, "id").concat();
    let expected = format!(
        r#"{{"id":"{id}","title":"t","hidden":null,"rank":1.5,"deep":{{"b":[1,null],"a":" x "}},"none":null}}"#
    );
    assert_eq!(said(answer), (201, expected));
    let answer =
        ask(&mut sandbox, "PATCH", &format!("{NOTES}{id}/"), Some(r#"{"rank": null, "more": true, "none": 0}"#));
    let expected = format!(
        r#"{{"id":"{id}","title":"t","hidden":null,"rank":null,"deep":{{"b":[1,null],"a":" x "}},"none":0,"more":true}}"#
    );
    assert_eq!(said(answer), (200, expected));
}

#[test]
fn a_resource_known_by_name_only_still_has_ids() {
    let mut sandbox = sandbox("");
    let answer = ask(&mut sandbox, "POST", &format!("{NOTES}thing/"), Some(r#"{"id": "mine", "a": 1}"#));
    let id = texts(&answer, "id").concat();
    assert_eq!(said(answer), (201, format!(r#"{{"id":"{id}","a":1}}"#)));
    let found = ask(&mut sandbox, "GET", &format!("{NOTES}thing/list/?id={id}&a=1"), None);
    assert_eq!(texts(&found, "id"), [id]);
}
