//! Thousands of requests that nobody should send: no panic, no status but the known ones, no body that is not JSON.

use std::time::Instant;

use super::{CLIENT, NOTES, OTHER, PEOPLE, SEGMENTS, ask, sandbox, texts, value};
use crate::sandbox::{Sandbox, json};
use crate::value::Value;

struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// The text with a few characters lost, doubled or replaced.
    fn bent(&mut self, text: &str) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        for _ in 0..self.below(4) {
            let place = self.below(characters.len() + 1);
            let strange = self.one(&[
                "%", "\\", "\"", "\0", "é", "😀", "{", "[", "}", "]", ",", "0", "\u{FFFD}", "&", "=", "!", "__", "-",
            ]);
            match self.below(3) {
                0 if place < characters.len() => drop(characters.remove(place)),
                1 if place < characters.len() => characters.insert(place, characters[place]),
                _ => characters.splice(place..place, strange.chars()).for_each(drop),
            }
        }
        characters.into_iter().collect()
    }
}

const FIELDS: &[&str] = &[
    "id",
    "name",
    "external_client",
    "title",
    "created_at",
    "custom_id",
    "email",
    "organization",
    "tags",
    "segment",
    "user",
    "zzz",
    "",
];
const WORDS: &[&str] = &[
    "contains",
    "icontains",
    "exact",
    "iexact",
    "in",
    "isnull",
    "startswith",
    "istartswith",
    "endswith",
    "iendswith",
    "gt",
    "gte",
    "lt",
    "lte",
    "year",
    "",
];
const VALUES: &[&str] = &[
    CLIENT,
    OTHER,
    "true",
    "false",
    "2026-01-01T00:00:00Z",
    "2026-01-01",
    "anna",
    "%C3%A5",
    "%25",
    "%",
    "%zz",
    "%ff",
    "%00",
    "",
    ",",
    "a,b",
    "1",
    "-1",
    "99999999999999999999",
    "1e400",
    "NaN",
    "+",
    "name",
    "-name",
    "%F0%9F%98%80",
    "%E1%BE%80",
];
const PARAMETERS: &[&str] = &[
    "_page",
    "_page_size",
    "_order_by",
    "_search",
    "_slim",
    "_jsonl",
    "_statistics",
    "global_segments",
    "global_realestates",
    "tags",
    "customer_columns",
    "_zzz",
];
const BODIES: &[&str] = &[
    r#"{"name": "Anna", "title": "T", "external_client": {"id": "497f6eca-6276-4993-bfeb-53cbbbba6f08"}}"#,
    r#"{"name": "ANNA å", "title": "T", "external_client": {"id": "11111111-2222-4333-8444-555555555555"}, "email": "a@b.se", "custom_id": "x"}"#,
    r#"[{"name": "Bo", "title": "%_", "external_client": {"id": "497f6eca-6276-4993-bfeb-53cbbbba6f08"}, "ssn": null}, {"id": "00000000-0000-4000-8000-00000000000a"}]"#,
    r#"{"segment": {"id": "497f6eca-6276-4993-bfeb-53cbbbba6f08"}, "user": {"id": "497f6eca-6276-4993-bfeb-53cbbbba6f08"}}"#,
    r#"{"title": "\ud800", "a": [1, {"b": -0.5e-9}], "__proto__": {}, "zzz": "\u0000"}"#,
    r#"{"title": "t", "zzz": 1.5, "more": {"id": "x"}, "list": [1, "a", null]}"#,
    "null",
    "[]",
    "{}",
    "\"\"",
    "",
    "[[[[[[[[[[[[",
];

fn request(chance: &mut Chance, rows: &[String]) -> (&'static str, String, Option<String>) {
    let method = chance.one(&[
        "GET", "GET", "GET", "POST", "POST", "POST", "PATCH", "PATCH", "DELETE", "DELETE", "PUT", "OPTIONS", "get", "",
        "é",
    ]);
    let mut path = chance.one(&[PEOPLE, PEOPLE, SEGMENTS, NOTES, "/organization/note/thing/", "/", ""]).to_string();
    match chance.below(8) {
        0..=2 => path.push_str("list/"),
        4 | 5 if !rows.is_empty() => path.clone_from(&rows[chance.below(rows.len())]),
        6 => path.extend([chance.one(VALUES), "/"]),
        _ => {}
    }
    if chance.below(2) == 0 {
        path.push('?');
        for _ in 0..chance.below(5) {
            if chance.below(3) == 0 {
                path.push_str(chance.one(PARAMETERS));
            } else {
                path.push_str(chance.one(FIELDS));
                if chance.below(3) > 0 {
                    path.extend(["__", chance.one(WORDS)]);
                }
                path.push_str(chance.one(&["", "", "!"]));
            }
            path.extend(["=", chance.one(VALUES), "&"]);
        }
    }
    if chance.below(4) == 0 {
        path = chance.bent(&path);
    }
    let body = (chance.below(8) > 0).then(|| {
        let body = chance.one(BODIES);
        if chance.below(3) == 0 { chance.bent(body) } else { body.to_string() }
    });
    (method, path, body)
}

#[test]
fn no_request_breaks_it() {
    let mut sandbox = sandbox("");
    let (mut chance, mut rows, mut seen) = (Chance(7), Vec::new(), [0_u32; 600]);
    for _ in 0..40_000 {
        let (method, path, body) = request(&mut chance, &rows);
        let answer = ask(&mut sandbox, method, &path, body.as_deref());
        seen[usize::from(answer.status)] += 1;
        let told = || format!("{method} {path} {body:?} -> {answer:?}");
        assert!(matches!(answer.status, 200 | 201 | 204 | 400 | 404 | 405), "{}", told());
        match (&answer.body, answer.status) {
            (None, status) => assert_eq!(status, 204, "{}", told()),
            (Some(body), _) if answer.headers[0].1 == "application/jsonl" => {
                assert!(body.lines().all(|line| json::parse(line).is_ok()), "{}", told());
            }
            (Some(body), _) => assert!(json::parse(body).is_ok(), "{}", told()),
        }
        if answer.status == 201 {
            let base = path.split(['?', '#']).next().unwrap().trim_end_matches("list/");
            rows.extend(texts(&answer, "id").into_iter().take(3).map(|id| format!("{base}{id}/")));
        }
    }
    // The test is worth something: every kind of answer was given often.
    for status in [200, 201, 204, 400, 404, 405] {
        assert!(seen[status] > 50, "{status}: {}", seen[status]);
    }
}

#[test]
fn a_filter_and_its_negation_share_out_the_rows() {
    let mut sandbox = sandbox("");
    let mut chance = Chance(11);
    for _ in 0..2_000 {
        let path = chance.one(&[PEOPLE, SEGMENTS, NOTES]);
        let body = chance.one(BODIES);
        ask(&mut sandbox, "POST", path, Some(body));
    }
    let mut applied = 0;
    for _ in 0..4_000 {
        let list = format!("{}list/?_statistics=true&", chance.one(&[PEOPLE, SEGMENTS, NOTES]));
        let (field, word, given) = (chance.one(FIELDS), chance.one(WORDS), chance.one(VALUES));
        let name = if word.is_empty() { field.to_string() } else { format!("{field}__{word}") };
        let mut count =
            |query: &str| value(&ask(&mut sandbox, "GET", &format!("{list}{query}"), None)).get("count").cloned();
        match (count(&format!("{name}={given}")), count(&format!("{name}!={given}")), count("")) {
            (Some(Value::Number(kept)), Some(Value::Number(left)), Some(Value::Number(all))) => {
                assert_eq!(kept + left, all, "{list}{name}={given}");
                applied += 1;
            }
            // `tags` is an id list: there is nothing to negate.
            (kept, left, _) => assert!(left.is_none() && (kept.is_none() || field == "tags"), "{list}{name}={given}"),
        }
    }
    assert!(applied > 500, "{applied}");
}

#[test]
fn large_input_takes_linear_time() {
    let mut sandbox = sandbox("");
    let started = Instant::now();
    let long = "å".repeat(1_000_000);
    let many = |count: usize, one: &str| one.repeat(count);
    let keys: Vec<String> = (0..100_000).map(|i| format!("\"k{i}\": \"\\u0000\"")).collect();
    for (method, path, body, status) in [
        ("GET", format!("{PEOPLE}list/?name__icontains={long}"), None, 200),
        ("GET", format!("{PEOPLE}list/?{}", many(300_000, "a=1&")), None, 400),
        ("GET", format!("{PEOPLE}list/?_order_by={}", many(300_000, "name,")), None, 400),
        ("GET", format!("{NOTES}list/?_order_by={}name", many(300_000, "name,")), None, 200),
        ("GET", format!("{PEOPLE}{long}/"), None, 404),
        ("POST", PEOPLE.into(), Some(format!("{{\"name\": \"{long}\"}}")), 400),
        ("POST", PEOPLE.into(), Some(format!("{{{}}}", keys.join(","))), 400),
        ("POST", format!("{PEOPLE}list/"), Some(format!("[{}1]", many(30_000, "{},"))), 400),
        ("POST", NOTES.into(), Some(format!("{{\"title\": \"t\", {}}}", keys.join(",").replace("\\u0000", "x"))), 201),
        ("POST", PEOPLE.into(), Some(many(1_000_000, "[")), 400),
    ] {
        let answer = ask(&mut sandbox, method, &path, body.as_deref());
        assert_eq!(answer.status, status, "{method} {}", path.chars().take(60).collect::<String>());
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn no_clock_breaks_it() {
    for now in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, 1e300] {
        let seed = format!(r#"{{"organization.externalClientContactPerson": [{}, {}]}}"#, BODIES[0], BODIES[1]);
        let mut sandbox = Sandbox::new(&seed, now).unwrap();
        let list =
            ask(&mut sandbox, "GET", &format!("{PEOPLE}list/?_order_by=created_at&created_at__isnull=false"), None);
        assert_eq!(texts(&list, "name"), ["Anna", "ANNA å"], "{now}");
    }
}
