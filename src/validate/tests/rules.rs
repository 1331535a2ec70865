//! Rules between fields: when one is broken, in a create and in an update, and where its issue sits.

use super::{object, shown, text};
use crate::issue::Param;
use crate::schema::{Field, Kind, Resource, Rule};
use crate::validate::{Mode, Unknown, body, rules};
use crate::value::Value;

const PLACES: &[&str] = &["flat", "garage", "shop", "garden"];

static RULED: Resource =
    Resource::new("Ruled", "Ruled", "/ruled/ruled/").partial().mentioned(&["firm", "garden"]).fields(&[
        Field::text("a").nullable().max_length(5).rules(&[Rule::together_with(&["b"])]),
        Field::text("b").nullable().max_length(5).rules(&[Rule::together_with(&["a"])]),
        Field::text("sector").nullable().rules(&[Rule::requires(&["firm"])]),
        Field::text("flat").nullable().max_length(5).rules(&[Rule::excludes(PLACES)]),
        Field::text("garage").nullable().rules(&[Rule::excludes(PLACES)]),
        Field::text("shop").nullable().rules(&[Rule::excludes(PLACES)]),
        Field::date("end_date").nullable().rules(&[Rule::ordered_with(&["start_date"])]),
        Field::date("start_date").nullable().rules(&[Rule::ordered_with(&["end_date"])]),
        Field::date_time("from").nullable().rules(&[Rule::ordered_with(&["to"])]),
        Field::date_time("to").nullable(),
        Field::integer("min_rent").nullable().rules(&[Rule::magnitude(&["max_rent"])]),
        Field::number("max_rent").nullable(),
        Field::integer("low").nullable().rules(&[Rule::magnitude(&["high"])]),
        Field::integer("high").nullable(),
        Field::array("some", &Kind::Object).rules(&[Rule::matches_values_of(&["all"])]),
        Field::array("all", &Kind::Object),
        Field::boolean("flag").nullable().rules(&[Rule::together_with(&["number"])]),
        Field::integer("number").nullable(),
    ]);

const NAMES: &[&str] = &["first", "last", "firm"];

static NAMED: Resource = Resource::new("Named", "Named", "/ruled/named/").fields(&[
    Field::text("other").required(),
    Field::text("last").nullable().rules(&[Rule::at_least_one_of(NAMES)]),
    Field::text("first").nullable().max_length(5).rules(&[Rule::at_least_one_of(NAMES)]),
    Field::text("firm").nullable().rules(&[Rule::at_least_one_of(NAMES)]),
]);

fn judged(resource: &Resource, mode: Mode, entries: &[(&str, Value)]) -> String {
    shown(&body(resource, &object(entries.to_vec()), mode, Unknown::Reject)).join(", ")
}

fn created(entries: &[(&str, Value)]) -> String {
    judged(&RULED, Mode::Create, entries)
}

fn changed(entries: &[(&str, Value)]) -> String {
    judged(&RULED, Mode::Update, entries)
}

fn number(number: f64) -> Value {
    Value::Number(number)
}

#[test]
fn a_new_row_lacks_what_is_absent_and_a_change_does_not_know() {
    assert_eq!(created(&[("a", text("x"))]), "a: together_with");
    assert_eq!(created(&[("b", text("x"))]), "b: together_with");
    assert_eq!(created(&[("a", text("x")), ("b", text("y"))]), "");
    assert_eq!(created(&[]), "");
    assert_eq!(changed(&[("a", text("x"))]), "");
    assert_eq!(changed(&[("a", text("x")), ("b", Value::Null)]), "a: together_with");
    assert_eq!(created(&[("sector", text("x"))]), "sector: requires");
    assert_eq!(changed(&[("sector", text("x"))]), "");
    assert_eq!(changed(&[("sector", text("x")), ("firm", text(""))]), "sector: requires");
    assert_eq!(created(&[("sector", text("x")), ("firm", text("y"))]), "");
}

#[test]
fn null_and_empty_are_not_set_and_false_and_zero_are() {
    for unset in [Value::Null, text(""), text(" \u{a0}")] {
        assert_eq!(created(&[("a", unset.clone()), ("b", unset.clone())]), "");
        assert_eq!(created(&[("a", text("x")), ("b", unset)]), "a: together_with");
    }
    assert_eq!(created(&[("flag", Value::Bool(false))]), "flag: together_with");
    assert_eq!(created(&[("flag", Value::Bool(false)), ("number", number(0.0))]), "");
}

#[test]
fn of_fields_that_exclude_each_other_the_first_has_the_issue() {
    assert_eq!(created(&[("flat", text("x"))]), "");
    assert_eq!(created(&[("shop", text("x")), ("flat", text("y"))]), "flat: excludes");
    assert_eq!(changed(&[("shop", text("x")), ("garden", text("y"))]), "shop: excludes");
    assert_eq!(changed(&[("shop", text("x")), ("flat", Value::Null), ("garden", Value::Null)]), "");
    let row = object(vec![("garage", text("x")), ("shop", text("y"))]);
    let issues = body(&RULED, &row, Mode::Create, Unknown::Reject);
    let named = ["flat", "shop", "garden"].map(|name| Param::Text(name.into()));
    assert_eq!(issues[0].params, [("fields", Param::List(named.into()))]);
}

#[test]
fn a_group_with_nothing_set_has_one_issue_at_its_first_field() {
    let named = |mode, entries: &[(&str, Value)]| judged(&NAMED, mode, &[entries, &[("other", text("x"))]].concat());
    assert_eq!(named(Mode::Create, &[]), "last: at_least_one_of");
    assert_eq!(named(Mode::Create, &[("firm", text("x"))]), "");
    assert_eq!(named(Mode::Create, &[("first", Value::Null), ("firm", text(""))]), "last: at_least_one_of");
    assert_eq!(named(Mode::Update, &[("first", Value::Null), ("firm", Value::Null)]), "");
    let all = [("first", Value::Null), ("firm", Value::Null), ("last", text(""))];
    assert_eq!(named(Mode::Update, &all), "last: at_least_one_of");
    assert_eq!(judged(&NAMED, Mode::Create, &[]), "other: required, last: at_least_one_of");
    let issues = body(&NAMED, &object(vec![("other", text("x"))]), Mode::Create, Unknown::Reject);
    let all = ["last", "first", "firm"].map(|name| Param::Text(name.into()));
    assert_eq!(issues[0].params, [("fields", Param::List(all.into()))]);
}

#[test]
fn a_rule_is_skipped_where_a_field_of_it_has_an_issue() {
    assert_eq!(created(&[("a", text("too long")), ("b", Value::Null)]), "a: max_length");
    assert_eq!(created(&[("b", text("x")), ("a", number(1.0))]), "a: type");
    assert_eq!(judged(&NAMED, Mode::Create, &[("other", text("x")), ("first", number(1.0))]), "first: type");
    assert_eq!(created(&[("sector", text("x")), ("firm", Value::Other)]), "firm: type");
}

#[test]
fn issues_of_rules_stand_in_the_order_of_the_fields() {
    let entries = [("zzz", Value::Other), ("to", text("x")), ("sector", text("x")), ("a", text("x"))];
    assert_eq!(created(&entries), "a: together_with, sector: requires, to: date_time, zzz: type");
}

#[test]
fn the_end_is_not_before_the_start() {
    let days = |start, end| created(&[("start_date", text(start)), ("end_date", text(end))]);
    assert_eq!(days("2026-01-31", "2026-02-01"), "");
    assert_eq!(days("2026-01-31", "2026-01-31"), "");
    assert_eq!(days("2026-02-01", "2026-01-31"), "end_date: ordered_with");
    assert_eq!(created(&[("end_date", text("2026-01-31"))]), "");
    let times = |from, to| created(&[("from", text(from)), ("to", text(to))]);
    assert_eq!(times("2026-01-01T10:00+02:00", "2026-01-01T08:30Z"), "");
    assert_eq!(times("2026-01-01T10:00+01:00", "2026-01-01T08:30Z"), "from: ordered_with");
    assert_eq!(times("2026-01-01T10:00", "2026-01-01T08:30Z"), "", "only the server knows its zone");
}

#[test]
fn of_a_pair_whose_names_tell_the_first_is_not_greater() {
    let rents = |min, max| created(&[("min_rent", number(min)), ("max_rent", number(max))]);
    assert_eq!(rents(1.0, 1.0), "");
    assert_eq!(rents(2.0, 1.5), "min_rent: magnitude");
    assert_eq!(created(&[("low", number(2.0)), ("high", number(1.0))]), "", "shown, and not checked");
}

#[test]
fn values_that_match_stand_in_the_other_array() {
    let thing = |id: &str| object(vec![("id", text(id)), ("n", number(1.0))]);
    let arrays = |some: &[&str], all: &[&str]| {
        let list = |ids: &[&str]| Value::Array(ids.iter().map(|id| thing(id)).collect());
        created(&[("some", list(some)), ("all", list(all))])
    };
    assert_eq!(arrays(&[], &[]), "");
    assert_eq!(arrays(&["1", "1"], &["2", "1"]), "");
    assert_eq!(arrays(&["1", "3"], &["2", "1"]), "some: matches_values_of");
    assert_eq!(arrays(&["1"], &[]), "some: matches_values_of");
    assert_eq!(created(&[("some", Value::Array(vec![thing("1")]))]), "some: matches_values_of");
    assert_eq!(changed(&[("some", Value::Array(vec![thing("1")]))]), "");
}

#[test]
fn a_whole_row_is_held_against_the_rules_alone() {
    let row = object(vec![("a", text("too long")), ("b", Value::Null), ("start_date", Value::Null)]);
    assert_eq!(shown(&rules(&RULED, &row)), ["a: together_with"]);
}
