//! Validation against independent judges: what Django REST framework, Django's validators, python-stdnum and two npm
//! packages said to generated values stands in `tests/golden/verdicts.jsonl.gz`, which `cargo xtask judge` writes. It is
//! replayed without any of them.

mod column;
mod exceptions;
mod ours;
mod record;
mod shapes;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use column::Column;
use exceptions::{EXCEPTIONS, exception};
use ours::{Ours, given};
use pigello_client::rules::luhn::luhn;
use record::{Record, record};
use serde_json::Value;
use shapes::is_comparable;

/// How a judge and we get on.
#[derive(Default)]
struct Figures {
    verdicts: usize,
    /// Of these, on values that were made for such a field.
    at_home: usize,
    /// Those that let the value pass.
    good: usize,
    disagreements: usize,
}

/// A value on which a judge and we differ.
struct Disagreement<'a> {
    column: &'a Column,
    value: &'a Value,
    we_refuse: bool,
}

/// Judges every value as its judges did, and answers the figures by judge and where we differ.
fn replay(record: &Record) -> (BTreeMap<&str, Figures>, Vec<Disagreement<'_>>) {
    let ours: Vec<Ours> = record.columns.iter().map(Ours::of).collect();
    let mut figures: BTreeMap<&str, Figures> = BTreeMap::new();
    let mut disagreements = Vec::new();
    for pool in &record.pools {
        for (value, verdicts) in &pool.values {
            let given = given(value);
            for (at, &theirs) in record.asked(&pool.name, value).zip(verdicts) {
                let column = &record.columns[at];
                if column.field.is_none() && !is_comparable(&column.name, value.as_str().unwrap()) {
                    continue;
                }
                let Some(good) = ours[at].takes(&given) else { continue };
                let figure = figures.entry(&column.name).or_default();
                figure.verdicts += 1;
                figure.at_home += usize::from(column.field.is_none() || column.name == pool.name);
                figure.good += usize::from(theirs);
                if good != theirs {
                    figure.disagreements += 1;
                    disagreements.push(Disagreement { column, value, we_refuse: theirs });
                }
            }
        }
    }
    (figures, disagreements)
}

#[test]
fn verdicts_on_fields_agree_with_independent_judges() {
    println!("{}", record().head["versions"]);
    let (figures, disagreements) = replay(record());
    for (judge, figure) in &figures {
        let Figures { verdicts, at_home, good, disagreements } = figure;
        println!("{judge}: {verdicts} verdicts ({good} good, {at_home} at home), {disagreements} disagreements");
    }
    let mut met = [0; EXCEPTIONS.len()];
    let mut report = String::new();
    for found in &disagreements {
        match exception(&found.column.name, found.value, found.we_refuse) {
            Some(at) => met[at] += 1,
            None => {
                let who = if found.we_refuse { "refuse" } else { "take" };
                let field = found.column.field.as_ref().map(Value::to_string).unwrap_or_default();
                writeln!(report, "we {who} {}, unlike {} {field}", found.value, found.column.name).unwrap();
            }
        }
    }
    for (exception, met) in EXCEPTIONS.iter().zip(met) {
        println!("{met} excepted: {}", exception.why);
        if met == 0 {
            writeln!(report, "no longer an exception: {}", exception.why).unwrap();
        }
    }
    let verdicts: usize = figures.values().map(|figure| figure.verdicts).sum();
    let at_home: usize = figures.values().map(|figure| figure.at_home).sum();
    println!("{verdicts} verdicts, {at_home} of them on values made for such a field");
    assert!(report.is_empty(), "{}", report.chars().take(20_000).collect::<String>());
    assert!(at_home >= 100_000 && verdicts >= 200_000, "not enough to tell");
    // Of booleans there are two, of values that are listed a few; and every object is a free object.
    const FEW: [&str; 3] = ["boolean", "enum", "object"];
    for (judge, figure) in figures.iter().filter(|(judge, _)| !FEW.contains(judge)) {
        let bad = figure.verdicts - figure.good;
        assert!(figure.good >= 50 && bad >= 50, "{judge}: {} good and {bad} bad are not enough to tell", figure.good);
    }
}

#[test]
fn numbers_that_skatteverket_publishes_for_tests_have_the_right_check_digit() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/judge/validation/official.json");
    let official: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let lists = official.as_object().unwrap().values().filter_map(Value::as_array);
    let numbers: Vec<&str> = lists.flatten().map(|number| number.as_str().unwrap()).collect();
    assert_eq!(numbers.len(), 270);
    for number in numbers {
        assert!(luhn(number), "{number}");
    }
}
