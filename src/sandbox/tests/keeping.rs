//! What no two rows share, what a sandbox holds as a seed, and rows that it makes up itself.

use super::*;
use crate::sandbox::Sandbox;

const DOORS: &str = "/organization/door/";

/// A resource with a key that no two rows share, beside the id.
static DOOR: Resource = Resource::new("Door", "Door", DOORS).fields(&[
    Field::id(),
    Field { unique: true, ..Field::text("key").nullable() },
    Field::text("name").required(),
]);

fn doors(seed: &str) -> Result<Sandbox, crate::sandbox::SeedError> {
    Sandbox::of([&DOOR], seed, NOW)
}

fn id(answer: &HttpResponse) -> String {
    texts(answer, "id").remove(0)
}

#[test]
fn no_two_rows_share_what_is_unique() {
    let mut sandbox = doors("").unwrap();
    let taken = (400, r#"{"key":["This field must be unique."]}"#.to_string());
    let first = ask(&mut sandbox, "POST", DOORS, Some(r#"{"name":"a","key":"1"}"#));
    assert_eq!(first.status, 201);
    let first = [DOORS, &id(&first), "/"].concat();
    assert_eq!(said(ask(&mut sandbox, "POST", DOORS, Some(r#"{"name":"b","key":" 1 "}"#))), taken);
    for none in [r#"{"name":"b","key":null}"#, r#"{"name":"c"}"#] {
        assert_eq!(ask(&mut sandbox, "POST", DOORS, Some(none)).status, 201);
    }
    let second = ask(&mut sandbox, "POST", DOORS, Some(r#"{"name":"d","key":"2"}"#));
    let second = [DOORS, &id(&second), "/"].concat();
    assert_eq!(said(ask(&mut sandbox, "PATCH", &second, Some(r#"{"key":"1"}"#))), taken);
    assert_eq!(ask(&mut sandbox, "PATCH", &second, Some(r#"{"key":"2","name":"e"}"#)).status, 200);
    // A value that was given up, or whose row is gone, is free.
    assert_eq!(ask(&mut sandbox, "PATCH", &first, Some(r#"{"key":"3"}"#)).status, 200);
    assert_eq!(ask(&mut sandbox, "PATCH", &second, Some(r#"{"key":"1"}"#)).status, 200);
    assert_eq!(ask(&mut sandbox, "DELETE", &second, None).status, 204);
    assert_eq!(ask(&mut sandbox, "POST", DOORS, Some(r#"{"name":"f","key":"1"}"#)).status, 201);
}

#[test]
fn rows_of_one_bulk_write_do_not_share_either() {
    let mut sandbox = doors("").unwrap();
    let list = [DOORS, "list/"].concat();
    let both = r#"[{"name":"a","key":"1"},{"name":"b"},{"name":"c","key":"1"}]"#;
    let answer = ask(&mut sandbox, "POST", &list, Some(both));
    assert_eq!(said(answer), (400, r#"[{},{},{"key":["This field must be unique."]}]"#.to_string()));
    let answer = ask(&mut sandbox, "POST", &list, Some(r#"[{"name":"a","key":"1"},{"name":"b","key":"2"}]"#));
    assert_eq!(answer.status, 201);
    assert_eq!(ask(&mut sandbox, "POST", &list, Some(r#"[{"name":"c","key":"2"}]"#)).status, 400);
    // A row keeps its own.
    let again = answer.body.unwrap();
    assert_eq!(ask(&mut sandbox, "POST", &list, Some(&again)).status, 201);
}

#[test]
fn a_seed_is_held_to_uniqueness_too() {
    let error = doors(r#"{"organization.door":[{"name":"a","key":"1"},{"name":"b","key":"1"}]}"#).err().unwrap();
    assert_eq!(error.to_string(), "seed at `organization.door[1].key`: This field must be unique.");
}

#[test]
fn what_it_holds_is_a_seed() {
    let mut before = sandbox("");
    let person = [r#"{"name":"Åsa \"A\"","title":"x","external_client":{"id":""#, CLIENT, r#""}}"#].concat();
    for _ in 0..3 {
        assert_eq!(ask(&mut before, "POST", PEOPLE, Some(&person)).status, 201);
    }
    assert_eq!(ask(&mut before, "POST", NOTES, Some(r#"{"title":"t","size":[1,{"a":null}]}"#)).status, 201);
    let data = before.data();
    let mut after = sandbox(&data);
    assert_eq!(after.data(), data);
    for path in [PEOPLE, NOTES] {
        let list = [path, "list/"].concat();
        assert_eq!(ask(&mut before, "GET", &list, None).body, ask(&mut after, "GET", &list, None).body);
    }
    // What is made then is another row.
    let made = ask(&mut after, "POST", PEOPLE, Some(&person));
    assert!(!data.contains(&id(&made)));
    let empty = sandbox("").data();
    assert_eq!(sandbox(&empty).data(), empty);
}

#[test]
fn an_answer_says_where_it_wrote() {
    let mut sandbox = sandbox("");
    let note = ask(&mut sandbox, "POST", NOTES, Some(r#"{"title":"t"}"#));
    assert_eq!(note.wrote.as_deref(), Some("organization.note"));
    let row = [NOTES, &id(&note), "/"].concat();
    for (method, path, body, wrote) in [
        ("GET", row.as_str(), None, false),
        ("PATCH", &row, Some(r#"{"title":null}"#), false),
        ("PATCH", &row, Some(r#"{"title":"u"}"#), true),
        ("POST", &[NOTES, "list/"].concat(), Some("[{}]"), false),
        ("POST", &[NOTES, "list/"].concat(), Some(r#"[{"title":"v"}]"#), true),
        ("DELETE", &row, None, true),
        ("DELETE", &row, None, false),
    ] {
        assert_eq!(ask(&mut sandbox, method, path, body).wrote.is_some(), wrote, "{method} {path}");
    }
}

#[test]
fn generated_rows_are_bodies_of_creates_and_kept_when_asked() {
    let mut sandbox = sandbox("");
    let bodies = sandbox.generate("organization.externalClientContactPerson", 20, 7, false, NOW).unwrap();
    let list = [PEOPLE, "list/"].concat();
    assert_eq!(said(ask(&mut sandbox, "GET", &list, None)), (200, "[]".to_string()));
    let written = ask(&mut sandbox, "POST", &list, Some(&bodies));
    assert_eq!(written.status, 201);
    sandbox.reset();
    let kept = sandbox.generate("organization.externalClientContactPerson", 20, 7, true, NOW).unwrap();
    assert_eq!(ask(&mut sandbox, "GET", &list, None).body.as_deref(), Some(kept.as_str()));
    assert_eq!(written.body, Some(kept));
    sandbox.reset();
    assert_eq!(said(ask(&mut sandbox, "GET", &list, None)), (200, "[]".to_string()));
    assert_eq!(sandbox.generate("organization.person", 1, 7, false, NOW), None);
}
