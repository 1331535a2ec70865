//! Options in: read and checked once, answered as plain data, so that the JavaScript layer knows the defaults. A call
//! brings its client's options along as they were packed: nothing is kept on this side.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::failure::{config, err, ok, plain};
use crate::options::{self, Config, Problem, RetryOptions};
use crate::packed::unpack;
use crate::value::Value;

/// What the JavaScript layer needs of a client's settings; the secret stays out of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    timeout_ms: f64,
    concurrency: f64,
    validate: bool,
    check_responses: bool,
    unknown_fields: &'static str,
    locale: String,
    max_delay_ms: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestData {
    #[serde(skip_serializing_if = "Option::is_none")]
    timeout_ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<RetryData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    validate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chunk_size: Option<f64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RetryData {
    #[serde(skip_serializing_if = "Option::is_none")]
    attempts: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_delay_ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_delay_ms: Option<f64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaData {
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown_fields: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_issues: Option<f64>,
}

impl From<RetryOptions> for RetryData {
    fn from(retry: RetryOptions) -> Self {
        Self { attempts: retry.attempts, base_delay_ms: retry.base_delay_ms, max_delay_ms: retry.max_delay_ms }
    }
}

/// Reads options: `what` is `client`, `schema`, `rows`, `request` or `bulk`. Answers plain data, defaults filled in
/// where one is known.
#[wasm_bindgen(js_name = readOptions)]
pub fn read_options(what: &str, words: &[u32], text: &[u16]) -> JsValue {
    let given = unpack(words, text).unwrap_or_else(|| Value::Object(Vec::new()));
    match read(what, &given) {
        Ok(data) => ok(&data),
        Err(problem) => err(&config(&problem)),
    }
}

fn read(what: &str, given: &Value) -> Result<JsValue, Problem> {
    Ok(match what {
        "client" => {
            let read = options::client(given, page().as_deref())?;
            plain(&ClientData {
                timeout_ms: read.timeout_ms,
                concurrency: read.concurrency,
                validate: read.validate,
                check_responses: read.check_responses,
                unknown_fields: if read.pass_unknown { "pass" } else { "reject" },
                locale: read.locale,
                max_delay_ms: read.retry.max_delay_ms,
            })
        }
        "request" | "bulk" => {
            let read = options::request(given, what == "bulk")?;
            plain(&RequestData {
                timeout_ms: read.timeout_ms,
                retry: read.retry.map(RetryData::from),
                validate: read.validate,
                chunk_size: read.chunk_size,
            })
        }
        _ => {
            let read = options::schema(given, what == "rows")?;
            plain(&SchemaData {
                mode: read.mode,
                locale: read.locale,
                unknown_fields: read.unknown_fields,
                max_issues: read.max_issues,
            })
        }
    })
}

/// A client's options, as packed.
pub fn client(words: &[u32], text: &[u16]) -> Result<Config, Problem> {
    options::client(&unpack(words, text).unwrap_or_else(|| Value::Object(Vec::new())), page().as_deref())
}

/// The origin of the page or worker of a browser that runs this: there a base URL may be relative, and CORS may be in the
/// way. (Node, Deno and Bun have no `location` unless asked for one; jsdom has it, and relative URLs with it.)
fn page() -> Option<String> {
    let location = js_sys::Reflect::get(&js_sys::global(), &"location".into()).ok().filter(JsValue::is_object)?;
    js_sys::Reflect::get(&location, &"origin".into()).ok()?.as_string()
}
