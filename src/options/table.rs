//! Options as tables, and the one reader of all of them: which there are, what each may be.

use super::{Problem, headers};
use crate::number;
use crate::rules::nearest;
use crate::rules::text::joined;
use crate::value::Value;

/// One option.
pub struct Known {
    /// Its name.
    pub name: &'static str,
    kind: Kind,
}

const fn known(name: &'static str, kind: Kind) -> Known {
    Known { name, kind }
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
    /// The options of [`RETRY`], or `false`.
    Retry,
}

/// The longest a timer of JavaScript can wait, in milliseconds.
const LONGEST_TIMER: u32 = 2_147_483_647;
/// No upper limit.
const ANY: u32 = u32::MAX;

const TIMEOUT: Known = known("timeoutMs", Kind::Number(0, LONGEST_TIMER));
const HEADERS: Known = known("headers", Kind::Headers);
const RETRIES: Known = known("retry", Kind::Retry);
const VALIDATE: Known = known("validate", Kind::Bool);
const UNKNOWN_FIELDS: Known = known("unknownFields", Kind::OneOf(&["reject", "pass"]));
const LOCALE: Known = known("locale", Kind::Tag);

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
pub static CLIENT: &[Known] = &[
    known("environment", Kind::Elsewhere),
    known("baseUrl", Kind::Elsewhere),
    known("credentials", Kind::Elsewhere),
    HEADERS,
    known("fetch", Kind::Function),
    TIMEOUT,
    RETRIES,
    known("concurrency", Kind::Whole(1, 10_000)),
    VALIDATE,
    known("checkResponses", Kind::Bool),
    UNKNOWN_FIELDS,
    LOCALE,
    known("maxUrlLength", Kind::Whole(1, 1_000_000_000)),
    known("onRequest", Kind::Function),
    known("onResponse", Kind::Function),
    known("onRetry", Kind::Function),
];

/// Of one request.
static REQUEST: &[Known] = &[known("signal", Kind::Signal), TIMEOUT, HEADERS, RETRIES, VALIDATE];

/// Of a `bulkWrite`.
static BULK: &[Known] = &[
    known("signal", Kind::Signal),
    TIMEOUT,
    HEADERS,
    RETRIES,
    VALIDATE,
    known("chunkSize", Kind::Whole(1, 1_000_000)),
    known("onProgress", Kind::Function),
];

const MODE: Known = known("mode", Kind::OneOf(&["create", "update"]));
const INPUT: Known = known("input", Kind::OneOf(&["json"]));

/// Of a schema's methods.
static SCHEMA: &[Known] = &[MODE, LOCALE, UNKNOWN_FIELDS, INPUT];

/// Of those that are about many rows.
static ROWS: &[Known] = &[MODE, LOCALE, UNKNOWN_FIELDS, INPUT, known("maxIssues", Kind::Number(1, ANY))];

/// How often, and how long between.
static RETRY: &[Known] = &[
    known("attempts", Kind::Whole(1, 1000)),
    known("baseDelayMs", Kind::Number(0, LONGEST_TIMER)),
    known("maxDelayMs", Kind::Number(0, LONGEST_TIMER)),
];

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
            (Kind::Number(least, most), Value::Number(number)) => is_within(*number, least, most),
            _ => false,
        };
        if fits { Ok(()) } else { Err(joined(&["`", prefix, self.name, "` must be ", &self.wanted()])) }
    }

    /// What it must be, in words.
    fn wanted(&self) -> String {
        joined(&[match self.kind {
            Kind::Bool => "true or false",
            Kind::Tag => "a language tag, such as \"sv\" or \"en-GB\"",
            Kind::Retry => "false or an object of attempts, baseDelayMs and maxDelayMs",
            Kind::Signal => "an AbortSignal",
            Kind::Number(least, most) | Kind::Whole(least, most) => {
                let from = joined(&["a number from ", &number::whole(least.into())]);
                return if most == ANY { from } else { joined(&[&from, " to ", &number::whole(most.into())]) };
            }
            Kind::OneOf(values) => {
                let mut wanted = String::new();
                for (at, value) in values.iter().enumerate() {
                    wanted.push_str(if at > 0 { " or \"" } else { "\"" });
                    wanted.push_str(value);
                    wanted.push('"');
                }
                return wanted;
            }
            Kind::Function | Kind::Elsewhere | Kind::Headers => "a function",
        }])
    }
}

fn is_within(number: f64, least: u32, most: u32) -> bool {
    number >= f64::from(least) && (most == ANY || number <= f64::from(most))
}
