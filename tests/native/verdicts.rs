//! Validation against independent judges: what Django REST framework, Django's validators, python-stdnum and two npm
//! packages said to generated values stands in `tests/golden/verdicts.jsonl.gz`, which `cargo xtask judge` writes. It is
//! replayed without any of them.

mod exceptions;
mod ours;
mod record;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use exceptions::EXCEPTIONS;
use ours::Ours;
use record::{Column, record};
use serde_json::Value;

/// How a judge and we get on.
#[derive(Default)]
struct Figures {
    verdicts: usize,
    /// Of these, about values that were made for such a field.
    at_home: usize,
    taken: usize,
    disagreements: usize,
}

/// The judge's name: for a serializer's field with its kind.
fn judge(column: Column) -> String {
    match column {
        Column::Field(field) => ["rest:", field["kind"].as_str().unwrap()].concat(),
        Column::Judge(name) => name.to_owned(),
    }
}

fn shown(column: Column) -> String {
    match column {
        Column::Field(field) => field.to_string(),
        Column::Judge(name) => name.to_owned(),
    }
}

#[test]
fn every_verdict_agrees_with_the_judges_but_for_the_exceptions() {
    let record = record();
    let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
    let mut met = vec![0; EXCEPTIONS.len()];
    let mut report = String::new();
    let mut ours: BTreeMap<String, Ours> = BTreeMap::new();
    let mut wrong = 0;
    for pool in &record.pools {
        for (value, verdicts) in &pool.values {
            for (column, &theirs) in record.columns(&pool.name, value).into_iter().zip(verdicts) {
                let judge = judge(column);
                let Some(taken) = ours.entry(shown(column)).or_insert_with(|| Ours::of(column)).takes(value) else {
                    continue;
                };
                let figure = figures.entry(judge.clone()).or_default();
                figure.verdicts += 1;
                figure.at_home += usize::from(judge.ends_with(&pool.name));
                figure.taken += usize::from(theirs);
                if taken == theirs {
                    continue;
                }
                figure.disagreements += 1;
                let exception = EXCEPTIONS
                    .iter()
                    .position(|one| one.judge == judge && one.we_refuse == theirs && (one.is_met)(value));
                match exception {
                    Some(at) => met[at] += 1,
                    None => {
                        wrong += 1;
                        if wrong <= 400000 {
                            let who = if taken { "we take" } else { "they take" };
                            writeln!(report, "{judge}\t{who}\t{value}\t{}", shown(column)).unwrap();
                        }
                    }
                }
            }
        }
    }
    for (judge, figure) in &figures {
        let Figures { verdicts, at_home, taken, disagreements } = figure;
        println!("{judge}: {verdicts} verdicts, {at_home} at home, {taken} taken, {disagreements} disagreements");
    }
    for (exception, met) in EXCEPTIONS.iter().zip(met) {
        println!("{met} excepted ({}): {}", exception.judge, exception.why);
        assert!(met > 0, "no longer an exception: {}", exception.why);
    }
    let verdicts: usize = figures.values().map(|figure| figure.verdicts).sum();
    assert!(report.is_empty(), "{wrong} of {verdicts}\n{report}");
    assert!(verdicts >= 200_000, "{verdicts} verdicts are not enough to tell");
}
