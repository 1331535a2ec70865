//! Any input at all: no panic, no pattern given up, and what is told of it can be shown to people. A hundred thousand inputs
//! in `cargo xtask test`, ten million with `--long`. What once failed was made smaller and is tried first ever after
//! (`tests/fixtures/fuzz/failures.txt`); `tests/fixtures/fuzz/texts.txt` has the texts that others are made of.

mod inputs;

use std::fmt::Debug;

use inputs::{any_value, body, packed_words, some_text, text_units};
use pigello_client::decode::server_issues;
use pigello_client::messages::{self, Locale, told_all};
use pigello_client::query::{Purpose, query};
use pigello_client::rules::pattern::{Match, Pattern};
use pigello_client::rules::{date, date_time, email, gln13, luhn, nearest, text, url, uuid};
use pigello_client::schema::{Field, Kind, Resource};
use pigello_client::validate::{self, Mode, Unknown};
use pigello_client::value::Value;
use pigello_client::{issue::Issue, options, packed, resources::ALL};
use proptest::prelude::*;
use proptest::strategy::Union;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};

/// How many inputs all tests here are given in all; `cargo xtask test --long` says more.
const INPUTS: u32 = 100_000;
/// How many tests share them.
const TESTS: u32 = 7;

fn try_all<S: Strategy>(strategy: S, test: impl Fn(S::Value)) {
    let inputs = std::env::var("PIGELLO_FUZZ_INPUTS").map_or(INPUTS, |inputs| inputs.parse().unwrap());
    let failures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/fuzz/failures.txt");
    let config = Config {
        cases: inputs.div_ceil(TESTS),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(failures))),
        ..Config::default()
    };
    let seen = std::cell::Cell::new(0);
    let tried = TestRunner::new(config).run(&strategy, |input| {
        seen.set(seen.get() + 1);
        test(input);
        Ok(())
    });
    if let Err(error) = tried {
        panic!("{error}");
    }
    assert!(seen.get() >= inputs / TESTS, "only {} inputs were tried", seen.get());
}

/// A resource, and what this makes for it. (Strategies are made once: it takes longer than a thousand tries.)
fn with_resource<T: Debug + 'static>(
    made: impl Fn(&'static Resource) -> BoxedStrategy<T>,
) -> impl Strategy<Value = (&'static Resource, T)> {
    Union::new(ALL.iter().map(|resource| (Just(resource), made(resource)).boxed()))
}

/// What is told of issues can be shown: words in both languages, and nothing of their making left in them.
fn can_be_shown(issues: &[Issue]) {
    for issue in issues {
        for locale in [Locale::En, Locale::Sv] {
            let words = messages::words(locale, issue);
            assert!(!words.is_empty(), "{issue:?}");
            // Braces and the mark of what is missing come from our own sentences alone.
            let own = issue.params.is_empty();
            assert!(!own || !words.contains(['{', '}', '…']), "{words}");
        }
    }
    told_all(issues, Locale::Sv);
    assert!(!messages::of_issues("what was given", issues).is_empty());
}

#[test]
fn any_text_is_judged_by_every_rule() {
    let patterns: Vec<&Pattern> = ALL
        .iter()
        .flat_map(|resource| resource.fields)
        .filter_map(|field| if let Kind::Pattern(pattern) = field.kind { Some(pattern) } else { None })
        .collect();
    assert!(!patterns.is_empty());
    try_all(some_text(), |given| {
        let trimmed = text::trim(&given);
        assert_eq!(text::trim(trimmed), trimmed);
        assert_eq!(text::length(&given), given.chars().count());
        let rules: [fn(&str) -> bool; 8] = [
            text::characters,
            email::email,
            url::url,
            uuid::uuid,
            luhn::luhn,
            gln13::gln13,
            date::date,
            date_time::date_time,
        ];
        for rule in rules {
            rule(&given);
            rule(trimmed);
        }
        assert_eq!(date::days(&given).is_some(), date::date(&given));
        assert!(date_time::instant(&given).is_none() || date_time::date_time(&given));
        let names = ALL.iter().flat_map(|resource| resource.fields).map(|field| field.name);
        nearest::nearest(&given, names);
        for pattern in &patterns {
            assert_ne!(pattern.search(trimmed), Match::TooHard, "{}", pattern.python);
        }
    });
}

#[test]
fn any_body_is_judged() {
    try_all((with_resource(body), any::<bool>(), any::<bool>()), |((resource, body), is_update, passes)| {
        let mode = if is_update { Mode::Update } else { Mode::Create };
        let unknown = if passes { Unknown::Pass } else { Unknown::Reject };
        let issues = validate::body(resource, &body, mode, unknown);
        can_be_shown(&issues);
        // One issue a field.
        let mut spots: Vec<_> = issues.iter().filter_map(|issue| issue.path.first()).collect();
        spots.dedup();
        assert_eq!(spots.len(), issues.iter().filter(|issue| !issue.path.is_empty()).count(), "{issues:?}");
        can_be_shown(&validate::row(resource, &body, None, unknown));
        can_be_shown(&validate::answer(resource, &body));
        can_be_shown(&validate::unchecked(&body));
        if issues.is_empty() {
            assert!(!matches!(body, Value::Null | Value::Text(_) | Value::Array(_)));
        }
    });
}

#[test]
fn any_field_is_judged_as_it_is_in_a_body() {
    let fields: Vec<(&Resource, &Field)> =
        ALL.iter().flat_map(|resource| resource.fields.iter().map(move |field| (resource, field))).collect();
    let given = fields
        .into_iter()
        .map(|(resource, field)| (Just(resource), Just(field), proptest::option::of(inputs::for_field(field))).boxed());
    try_all(Union::new(given), |(resource, field, value)| {
        let alone = validate::field(resource, field.name, value.as_ref(), Mode::Update, Unknown::Reject);
        can_be_shown(alone.as_slice());
        if field.read_only {
            assert!(alone.is_some());
            return;
        }
        let body = Value::Object(value.into_iter().map(|value| (field.name.to_owned(), value)).collect());
        let within = validate::body(resource, &body, Mode::Update, Unknown::Reject);
        // A body of this field alone breaks no rule between fields in an update that the field does not name.
        assert!(alone.is_none() || within.contains(&alone.unwrap()), "{within:?}");
    });
}

#[test]
fn any_list_options_make_a_query_or_issues() {
    const PURPOSES: [Purpose; 2] = [Purpose::List, Purpose::Stream];
    try_all(with_resource(inputs::list_options), |(resource, options)| {
        for purpose in PURPOSES {
            match query(resource, Some(&options), purpose) {
                Ok(query) => {
                    let query = query.to_text();
                    assert!(query.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#'), "{query}");
                }
                Err(issues) => {
                    assert!(!issues.is_empty());
                    can_be_shown(&issues);
                }
            }
        }
    });
}

#[test]
fn any_numbers_and_units_are_unpacked_or_refused() {
    try_all((packed_words(), text_units()), |(words, text)| {
        packed::unpack(&words, &text);
    });
}

#[test]
fn any_options_are_taken_or_refused_and_any_answer_is_told() {
    try_all((inputs::client_options(), any_value(), 100u16..600), |(options, answer, status)| {
        match options::client(options, None) {
            Ok(config) => assert!(config.told().get("terms").is_some()),
            Err(problem) => assert!(!problem.is_empty()),
        }
        let (issues, rest) = server_issues(&answer, status);
        can_be_shown(&issues);
        drop(rest);
    });
}

#[cfg(feature = "sandbox")]
#[test]
fn any_request_is_answered_by_the_sandbox() {
    use pigello_client::sandbox::credentials::CREDENTIALS;
    use pigello_client::sandbox::{HttpRequest, Sandbox};

    let mut made = Sandbox::new("", 0.0).unwrap();
    for resource in ALL.iter() {
        made.generate(resource.name, 3, 7, true, 0.0);
    }
    let sandbox = std::cell::RefCell::new(made);
    let headers: Vec<_> = CREDENTIALS
        .iter()
        .map(|credential| (credential.header, credential.value))
        .chain([("content-type", "application/json")])
        .collect();
    let methods = proptest::sample::select(vec!["GET", "POST", "PATCH", "DELETE", "OPTIONS", "PUT", ""]);
    let request = with_resource(|resource| {
        (inputs::request_path(resource), proptest::option::of(inputs::json_text(resource))).boxed()
    });
    let asked = std::cell::Cell::new(0u32);
    try_all((methods, request), |(method, (_, (path, body)))| {
        let mut sandbox = sandbox.borrow_mut();
        asked.set(asked.get() + 1);
        if asked.get().is_multiple_of(500) {
            sandbox.reset();
        }
        let request = HttpRequest { method, path_and_query: &path, headers: &headers, body: body.as_deref() };
        let answer = sandbox.handle(&request, 0.0);
        assert!((200..500).contains(&answer.status), "{method} {path}: {}", answer.status);
    });
}
