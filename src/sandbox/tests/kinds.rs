//! Numbers, booleans, days and arrays in the sandbox: what is kept, filtered and ordered by, and rules between fields in
//! a change.

use super::{CLIENT, NOW, OTHER, ask, said, texts};
use crate::sandbox::Sandbox;
use crate::schema::{Field, Kind, Resource, Rule};

const ITEMS: &str = "/organization/item/";

static ITEM: Resource = Resource::new("Item", "Item", ITEMS).fields(&[
    Field::id(),
    Field::text("name").required().filterable(),
    Field::integer("level").nullable().filterable(),
    Field::number("share").nullable().filterable(),
    Field::boolean("open").filterable(),
    Field::date("start_date").nullable().filterable().rules(&[Rule::ordered_with(&["end_date"])]),
    Field::date("end_date").nullable().rules(&[Rule::ordered_with(&["start_date"])]),
    Field::array("parts", &Kind::Reference("Part")),
    Field::object("free").nullable(),
    Field::integer("made").read_only(),
]);

fn sandbox() -> Sandbox {
    let seed = format!(
        r#"{{"organization.item": [
            {{"name": "a", "level": 10, "share": 0.5, "open": true, "start_date": "2026-01-31"}},
            {{"name": "b", "level": 9, "share": -1, "start_date": "2026-02-01", "end_date": "2026-02-01", "made": 3}},
            {{"name": "c", "parts": [{{"id": "{}", "label": "x"}}], "free": {{"a": [1]}}}}]}}"#,
        OTHER.to_uppercase()
    );
    Sandbox::of([&ITEM], &seed, NOW).unwrap()
}

fn names(query: &str) -> String {
    texts(&ask(&mut sandbox(), "GET", &format!("{ITEMS}list/?{query}"), None), "name").concat()
}

#[test]
fn each_kind_is_filtered_by_its_own_meaning() {
    for (query, expected) in [
        ("level=10", "a"),
        ("level!=10", "bc"),
        ("level__gt=9", "a"),
        ("level__lte=10", "ab"),
        ("level__in=9,10", "ab"),
        ("level__isnull=true", "c"),
        ("share__lt=0.25", "b"),
        ("share=0.50", "a"),
        ("open=true", "a"),
        ("open=False", "bc"),
        ("open__in=true,false", "abc"),
        ("open!=true", "bc"),
        ("start_date=2026-02-01", "b"),
        ("start_date__lt=2026-02-01", "a"),
        ("start_date__gte=2026-01-31", "ab"),
        ("start_date__in=2026-01-31,2026-02-01", "ab"),
        ("start_date__isnull=false", "ab"),
        ("_order_by=level", "bac"),
        ("_order_by=-start_date", "cba"),
        ("_order_by=open,name", "bca"),
    ] {
        assert_eq!(names(query), expected, "{query}");
    }
}

#[test]
fn a_filter_of_another_kind_is_refused() {
    for (query, field) in [
        ("level=x", "level"),
        ("level=1.5", "level"),
        ("level__contains=1", "level__contains"),
        ("share=NaN", "share"),
        ("open=1", "open"),
        ("open__gt=true", "open__gt"),
        ("start_date=31/1", "start_date"),
        ("start_date__in=2026-01-31,", "start_date__in"),
        ("level__in=", "level__in"),
        ("parts=x", "parts"),
    ] {
        let (status, body) = said(ask(&mut sandbox(), "GET", &format!("{ITEMS}list/?{query}"), None));
        assert!(status == 400 && body.starts_with(&format!("{{\"{field}\":")), "{query}: {status} {body}");
    }
}

#[test]
fn what_nobody_said_is_as_django_begins_it() {
    let (_, body) = said(ask(&mut sandbox(), "GET", &format!("{ITEMS}list/?name=b"), None));
    let (_, rest) = body.split_once("\"name\"").unwrap();
    assert_eq!(
        rest,
        r#":"b","level":9,"share":-1,"open":false,"start_date":"2026-02-01","end_date":"2026-02-01","parts":[],"free":null,"made":3}]"#
    );
    let (_, body) = said(ask(&mut sandbox(), "GET", &format!("{ITEMS}list/?name=c"), None));
    assert!(body.ends_with(&format!(r#""parts":[{{"id":"{OTHER}"}}],"free":{{"a":[1]}},"made":0}}]"#)), "{body}");
}

#[test]
fn a_change_keeps_the_rules_with_what_the_row_holds_besides() {
    let mut sandbox = sandbox();
    let id = texts(&ask(&mut sandbox, "GET", &format!("{ITEMS}list/?name=a"), None), "id").concat();
    let row = format!("{ITEMS}{id}/");
    let (status, body) = said(ask(&mut sandbox, "PATCH", &row, Some(r#"{"end_date": "2026-01-30"}"#)));
    assert_eq!((status, body.as_str()), (400, r#"{"start_date":["Is in the wrong order with: End date"]}"#));
    assert_eq!(ask(&mut sandbox, "PATCH", &row, Some(r#"{"end_date": "2026-01-31"}"#)).status, 200);
    assert_eq!(ask(&mut sandbox, "PATCH", &row, Some(r#"{"start_date": "2026-02-01"}"#)).status, 400);
    assert_eq!(ask(&mut sandbox, "PATCH", &row, Some(r#"{"start_date": null}"#)).status, 200);
    let bulk =
        format!(r#"[{{"id": "{id}", "start_date": "2026-03-01"}}, {{"name": "d", "parts": [{{"id": "{CLIENT}"}}]}}]"#);
    assert_eq!(ask(&mut sandbox, "POST", &format!("{ITEMS}list/"), Some(&bulk)).status, 400);
}

#[test]
fn a_seed_of_a_wrong_kind_is_refused_also_where_only_the_server_writes() {
    for (field, value) in [("made", "\"3\""), ("level", "true"), ("parts", "{}"), ("start_date", "\"x\"")] {
        let seed = format!(r#"{{"organization.item": [{{"name": "a", "{field}": {value}}}]}}"#);
        let error = Sandbox::of([&ITEM], &seed, NOW).err().expect(&seed);
        assert_eq!(error.path, format!("organization.item[0].{field}"));
    }
}
