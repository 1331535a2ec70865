//! What is written and never read: kept, judged, and in no answer.

use super::{NOW, Sandbox, ask, said};
use crate::schema::{Field, Resource};

static LOCK: Resource = Resource::new("Lock", "Lock", "/keys/lock/").fields(&[
    Field::text("code").required().max_length(8).write_only(),
    Field::id(),
    Field::text("door").nullable(),
]);

#[test]
fn what_is_only_written_is_asked_for_and_kept_and_in_no_answer() {
    let mut sandbox = Sandbox::of([&LOCK], "", NOW).unwrap();
    let (status, refused) = said(ask(&mut sandbox, "POST", LOCK.base_path, Some(r#"{"door": "a"}"#)));
    assert_eq!((status, refused.contains("code")), (400, true), "{refused}");
    let body = r#"{"code": "1234", "door": "a"}"#;
    let (status, made) = said(ask(&mut sandbox, "POST", LOCK.base_path, Some(body)));
    assert!(status == 201 && made.starts_with(r#"{"id":"#) && made.contains("door"), "{made}");
    let (_, listed) = said(ask(&mut sandbox, "GET", "/keys/lock/list/", None));
    assert!(listed.contains("door") && !listed.contains("code") && !listed.contains("1234"), "{listed}");
    assert!(sandbox.data().contains("1234"));
    // What was answered is a seed all the same.
    let seed = format!(r#"{{"keys.lock": [{made}]}}"#);
    assert!(Sandbox::of([&LOCK], &seed, NOW).is_ok());
}
