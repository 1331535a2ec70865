//! What each kind of field takes: the verdicts for numbers, days, booleans, arrays, objects and values of which there
//! are only some.

use super::{ID, object, reference, shown, text};
use crate::issue::{Code, Issue, Param};
use crate::schema::{Field, Kind, Resource};
use crate::validate::{Mode, Unknown, answer, body};
use crate::value::Value;

static MIXED: Resource = Resource::new("Mixed", "Mixed", "/mixed/mixed/").fields(&[
    Field::boolean("flag"),
    Field::integer("count"),
    Field::integer("percent").between(&(0.0, 100.0)),
    Field::number("amount"),
    Field::number("share").nullable().between(&(-0.5, 0.5)),
    Field::integer("level").numbers(&[0, 1, 5]),
    Field::integer("state").numbers(&[0, 1]).perhaps_cut(),
    Field::text("colour").texts(&["red", "dark blue"]),
    Field::text("code").nullable().max_length(3).texts(&["a", "b"]).perhaps_cut(),
    Field::date("day").nullable(),
    Field::url("site").nullable(),
    Field::gln13("place").nullable().min_length(13).max_length(14),
    Field::array("others", &Kind::Reference("Other")).nullable(),
    Field::array("once", &Kind::Reference("Other")).unique_items(),
    Field::array("things", &Kind::Object).unique_items(),
    Field::array("anything", &Kind::Any),
    Field::array("words", &Kind::Text).unique_items(),
    Field::array("levels", &Kind::Integer).numbers(&[1, 2]),
    Field::object("free").nullable(),
]);

fn issues(name: &str, value: Value) -> Vec<Issue> {
    body(&MIXED, &object(vec![(name, value)]), Mode::Update, Unknown::Reject)
}

fn one(name: &str, value: Value) -> String {
    shown(&issues(name, value)).join(" ")
}

fn number(number: f64) -> Value {
    Value::Number(number)
}

fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(items.into_iter().collect())
}

#[test]
fn null_is_taken_where_it_may_be() {
    for field in MIXED.fields {
        let expected = if field.nullable { String::new() } else { format!("{}: null", field.name) };
        assert_eq!(one(field.name, Value::Null), expected);
    }
}

#[test]
fn a_value_of_another_json_type_is_refused_and_never_coerced() {
    let values = || [text("true"), text("1"), number(1.0), Value::Bool(true), list([]), object(vec![]), Value::Other];
    for (name, own) in
        [("flag", 3), ("count", 2), ("amount", 2), ("colour", 0), ("day", 0), ("site", 0), ("others", 4), ("free", 5)]
    {
        for (at, value) in values().into_iter().enumerate() {
            let is_own = at == own || own == 0 && at == 1;
            assert!(is_own || one(name, value.clone()) == format!("{name}: type"), "{name} {value:?}");
        }
    }
}

#[test]
fn a_whole_number_has_no_fraction_and_32_bits() {
    for fine in [0.0, -0.0, -7.0, 2_147_483_647.0, -2_147_483_648.0] {
        assert_eq!(one("count", number(fine)), "");
    }
    assert_eq!(one("count", number(0.5)), "count: integer");
    assert_eq!(one("count", number(2_147_483_648.0)), "count: maximum");
    assert_eq!(one("count", number(-2_147_483_649.0)), "count: minimum");
    assert_eq!(one("count", number(1e300)), "count: maximum");
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(one("count", number(wrong)), "count: type");
        assert_eq!(one("amount", number(wrong)), "amount: type");
    }
}

#[test]
fn declared_bounds_belong_to_what_is_allowed() {
    for (name, value, expected) in [
        ("percent", 0.0, ""),
        ("percent", 100.0, ""),
        ("percent", 101.0, "percent: maximum"),
        ("percent", -1.0, "percent: minimum"),
        ("percent", 0.5, "percent: integer"),
        ("share", 0.5, ""),
        ("share", 0.51, "share: maximum"),
        ("share", -0.51, "share: minimum"),
        ("amount", 1e300, ""),
    ] {
        assert_eq!(one(name, number(value)), expected, "{name} {value}");
    }
    assert_eq!(issues("percent", number(101.0))[0].params, [("max", Param::Number(100.0))]);
}

#[test]
fn one_of_some_values_is_exactly_one_of_them() {
    assert_eq!(one("level", number(5.0)), "");
    assert_eq!(one("level", number(2.0)), "level: enum");
    assert_eq!(one("level", number(0.5)), "level: integer");
    assert_eq!(one("colour", text("dark blue")), "");
    assert_eq!(one("colour", text(" red")), "colour: enum");
    assert_eq!(one("colour", text("")), "colour: required");
    let issue = &issues("level", number(2.0))[0];
    assert_eq!(issue.params, [("values", Param::List([0.0, 1.0, 5.0].map(Param::Number).into()))]);
}

#[test]
fn a_list_that_may_be_cut_refuses_nothing_by_itself() {
    assert_eq!(one("state", number(77.0)), "");
    assert_eq!(one("state", number(0.5)), "state: integer");
    assert_eq!(one("code", text("zz")), "");
    assert_eq!(one("code", text("long")), "code: max_length");
}

#[test]
fn a_day_is_text_and_never_a_date_object() {
    assert_eq!(one("day", text("2024-02-29")), "");
    assert_eq!(one("day", text("2023-02-29")), "day: date");
    assert_eq!(one("day", text("")), "day: date");
    assert_eq!(one("day", text("2024-02-29T00:00")), "day: date");
    assert_eq!(one("day", Value::Broken("2024".into())), "day: date");
    let issue = &issues("day", Value::Date("2024-02-29T00:00:00.000Z".into()))[0];
    assert_eq!((issue.code, issue.text("hint")), (Code::Type, Some("YYYY-MM-DD")));
}

#[test]
fn web_addresses_and_location_numbers_are_judged_trimmed() {
    assert_eq!(one("site", text(" https://example.com/a?b ")), "");
    assert_eq!(one("site", text("example.com")), "site: url");
    assert_eq!(one("place", text("7300010000001")), "");
    assert_eq!(one("place", text("7300010000002")), "place: gln13");
    assert_eq!(one("place", text("730001")), "place: min_length");
}

#[test]
fn the_first_wrong_element_of_an_array_is_its_issue() {
    assert_eq!(one("others", list([])), "");
    assert_eq!(one("others", list([reference(ID), reference(ID)])), "");
    assert_eq!(one("others", list([reference(ID), reference("x"), text("y")])), "others.1.id: uuid");
    assert_eq!(one("others", list([text(ID)])), "others.0: type");
    assert_eq!(one("others", list([Value::Null])), "others.0: null");
    assert_eq!(one("others", list([object(vec![])])), "others.0.id: required");
    assert_eq!(one("levels", list([number(1.0), number(3.0)])), "levels.1: enum");
    assert_eq!(one("words", list([text("a"), text(" ")])), "words.1: required");
    assert_eq!(one("things", list([list([])])), "things.0: type");
    assert_eq!(one("things", list([object(vec![("a", number(f64::NAN))])])), "things.0.a: type");
    assert_eq!(one("anything", list([Value::Null, text("a"), number(1.0)])), "");
    assert_eq!(one("anything", list([text("a"), Value::Function])), "anything.1: type");
}

#[test]
fn what_stands_twice_is_a_duplicate_at_its_second_place() {
    assert_eq!(one("once", list([reference(ID), reference(&ID.to_uppercase())])), "once.1: duplicate");
    assert_eq!(one("words", list([text("a"), text("A"), text("a"), text("")])), "words.2: duplicate");
    let thing = |names: [&str; 2]| object(names.map(|name| (name, number(1.0))).into());
    assert_eq!(one("things", list([thing(["a", "b"]), thing(["b", "a"])])), "things.1: duplicate");
    assert_eq!(one("things", list([thing(["a", "b"]), thing(["a", "c"])])), "");
}

#[test]
fn an_object_may_hold_whatever_json_can_carry() {
    assert_eq!(one("free", object(vec![("a", list([Value::Null]))])), "");
    assert_eq!(one("free", object(vec![("a", Value::Other)])), "free.a: type");
    assert_eq!(one("free", list([])), "free: type");
}

#[test]
fn an_answer_is_judged_by_its_form_alone() {
    let judged = |name: &str, value| shown(&answer(&MIXED, &object(vec![(name, value)]))).join(" ");
    for (name, value) in [
        ("percent", number(1000.0)),
        ("level", number(7.0)),
        ("colour", text("green")),
        ("site", text("no address")),
        ("words", list([text("a"), text("a")])),
        ("others", list([object(vec![])])),
    ] {
        assert_eq!(judged(name, value), "", "{name}");
    }
    assert_eq!(judged("flag", text("true")), "flag: type");
    assert_eq!(judged("count", number(0.5)), "count: integer");
    assert_eq!(judged("day", text("yesterday")), "day: date");
    assert_eq!(judged("others", list([reference("x")])), "others.0.id: uuid");
}
