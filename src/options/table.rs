//! Options as tables, and the one reader of all of them: which there are, what each may be.

use super::{Problem, headers};
use crate::rules::nearest;
use crate::rules::text::joined;
use crate::value::Value;

/// One option.
pub struct Known {
    /// Its name.
    pub name: &'static str,
    kind: Kind,
    /// What it must be, in words.
    wanted: &'static str,
}

const fn known(name: &'static str, kind: Kind, wanted: &'static str) -> Known {
    Known { name, kind, wanted }
}

/// What an option may be.
#[derive(Clone, Copy)]
enum Kind {
    /// Judged by whoever reads it.
    Elsewhere,
    /// Kept by the JavaScript layer, as are headers.
    Function,
    Headers,
    /// The JavaScript layer takes it out: what is left under its name is none.
    Signal,
    Bool,
    /// From and to.
    Number(u32, u32),
    /// The same for whole numbers.
    Whole(u32, u32),
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A language tag.
    Tag,
    Texts,
    /// The options of [`RETRY`], or `false`.
    Retry,
}

const fn elsewhere(name: &'static str) -> Known {
    known(name, Kind::Elsewhere, "")
}

const fn function(name: &'static str) -> Known {
    known(name, Kind::Function, "a function")
}

const fn bool(name: &'static str) -> Known {
    known(name, Kind::Bool, "true or false")
}

/// Milliseconds, as long as a timer of JavaScript can wait.
const fn wait(name: &'static str) -> Known {
    known(name, Kind::Number(0, 2_147_483_647), "a number from 0 to 2147483647")
}

/// No upper limit.
const ANY: u32 = u32::MAX;

const HEADERS: Known = known("headers", Kind::Headers, "");
const RETRIES: Known = known("retry", Kind::Retry, "false or an object of attempts, baseDelayMs and maxDelayMs");
const SIGNAL: Known = known("signal", Kind::Signal, "an AbortSignal");
const UNKNOWN_FIELDS: Known = known("unknownFields", Kind::OneOf(&["reject", "pass"]), "\"reject\" or \"pass\"");
const LOCALE: Known = known("locale", Kind::Tag, "a language tag, such as \"sv\" or \"en-GB\"");
const MODE: Known = known("mode", Kind::OneOf(&["create", "update"]), "\"create\" or \"update\"");
const INPUT: Known = known("input", Kind::OneOf(&["json", "form"]), "\"json\" or \"form\"");
const FIELDS: Known = known("fields", Kind::Texts, "an array of names");

/// The table of what options are of.
pub fn of(what: &str) -> &'static [Known] {
    match what {
        "client" => CLIENT,
        "request" => REQUEST,
        "bulk" => BULK,
        "rows" => ROWS,
        "retry" => RETRY,
        _ => SCHEMA,
    }
}

/// Of `new Pigello(…)`.
static CLIENT: &[Known] = &[
    elsewhere("environment"),
    elsewhere("baseUrl"),
    elsewhere("credentials"),
    HEADERS,
    function("fetch"),
    wait("timeoutMs"),
    RETRIES,
    known("concurrency", Kind::Whole(1, 10_000), "a number from 1 to 10000"),
    bool("validate"),
    bool("checkResponses"),
    UNKNOWN_FIELDS,
    LOCALE,
    known("maxUrlLength", Kind::Whole(1, 1_000_000_000), "a number from 1 to 1000000000"),
    function("onRequest"),
    function("onResponse"),
    function("onRetry"),
];

/// Of a `bulkWrite`. Those of any request come first.
static BULK: &[Known] = &[
    SIGNAL,
    wait("timeoutMs"),
    HEADERS,
    RETRIES,
    bool("validate"),
    known("chunkSize", Kind::Whole(1, 1_000_000), "a number from 1 to 1000000"),
    function("onProgress"),
];
static REQUEST: &[Known] = BULK.split_at(5).0;

/// Of a schema's methods that are about many rows. Those of all methods come first.
static ROWS: &[Known] =
    &[MODE, LOCALE, UNKNOWN_FIELDS, INPUT, FIELDS, known("maxIssues", Kind::Number(1, ANY), "a number from 1")];
static SCHEMA: &[Known] = ROWS.split_at(5).0;

/// How often, and how long between.
static RETRY: &[Known] =
    &[known("attempts", Kind::Whole(1, 1000), "a number from 1 to 1000"), wait("baseDelayMs"), wait("maxDelayMs")];

/// Checks options. `prefix` is what stands before their names in messages.
pub fn check(table: &[Known], prefix: &str, given: &Value) -> Result<(), Problem> {
    let names: Vec<&str> = table.iter().map(|option| option.name).collect();
    check_names(&names, prefix, given)?;
    for option in table {
        if let Some(value) = given.get(option.name) {
            option.check(prefix, value)?;
        }
    }
    Ok(())
}

/// Whether options are an object, and all of its names are known.
pub fn check_names(names: &[&'static str], prefix: &str, given: &Value) -> Result<(), Problem> {
    let Value::Object(entries) = given else {
        return Err(match prefix.strip_suffix('.') {
            None => joined(&["options must be an object"]),
            Some(of) => joined(&["`", of, "` must be an object"]),
        });
    };
    for (name, _) in entries {
        if names.iter().any(|known| known == name) {
            continue;
        }
        let mut problem = joined(&["unknown option `", prefix, name]);
        if let Some(near) = nearest::nearest(name, names.iter().copied()) {
            problem.push_str(&joined(&["`; did you mean `", prefix, near, "`?"]));
        } else {
            for (at, known) in names.iter().enumerate() {
                problem.push_str(if at == 0 { "`; known are " } else { ", " });
                problem.push_str(known);
            }
        }
        return Err(problem);
    }
    Ok(())
}

impl Known {
    fn check(&self, prefix: &str, value: &Value) -> Result<(), Problem> {
        let fits = match (self.kind, value) {
            (Kind::Headers, _) => return headers::check_all(value),
            (Kind::Retry, Value::Object(_)) => return check(RETRY, "retry.", value),
            (Kind::Whole(least, most), Value::Number(number)) if is_within(*number, least, most) => {
                if number.trunc() != *number {
                    return Err(joined(&["`", prefix, self.name, "` must be a whole number"]));
                }
                true
            }
            (Kind::Elsewhere, _)
            | (Kind::Function, Value::Function)
            | (Kind::Retry, Value::Bool(false))
            | (Kind::Bool, Value::Bool(_))
            | (Kind::Tag, Value::Text(_)) => true,
            (Kind::OneOf(values), Value::Text(value)) => values.iter().any(|known| known == value),
            (Kind::Texts, Value::Array(texts)) => texts.iter().all(|text| text.as_text().is_some()),
            (Kind::Number(least, most), Value::Number(number)) => is_within(*number, least, most),
            _ => false,
        };
        if fits { Ok(()) } else { Err(joined(&["`", prefix, self.name, "` must be ", self.wanted])) }
    }
}

fn is_within(number: f64, least: u32, most: u32) -> bool {
    number >= f64::from(least) && (most == ANY || number <= f64::from(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_option_must_be_is_said_as_it_is_judged() {
        for option in [CLIENT, BULK, ROWS, RETRY].into_iter().flatten() {
            let said = match option.kind {
                Kind::Number(least, ANY) => format!("a number from {least}"),
                Kind::Number(least, most) | Kind::Whole(least, most) => format!("a number from {least} to {most}"),
                Kind::OneOf(values) => values.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>().join(" or "),
                _ => continue,
            };
            assert_eq!(option.wanted, said, "{}", option.name);
        }
    }
}
