//! Calls: one exported function, which tells the operations apart.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::failure::{config as config_failure, err, failure, ok};
use super::settings;
use crate::client::{BulkWrite, Call};
use crate::decode::{Answer, snippet};
use crate::error::{Decode, Error, Failure, Lost};
use crate::messages::Locale;
use crate::options::Config;
use crate::packed::unpack;
use crate::plan::Plan;
use crate::query::{Page, Purpose};
use crate::request::Method;
use crate::resources::ALL;
use crate::schema::{Operation, Resource};
use crate::transport::{JsPort, Transport};
use crate::value::Value;

/// What a call is about, by name: `operation`, `resource`, `id`, `body`, `slim`, `page`, `seen`, `total`, `chunkSize`,
/// `method`, `path`, `request: { timeoutMs, retry }`.
struct Input(Value);

impl Input {
    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_text)
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.0.get(name).and_then(Value::as_number)
    }

    fn count(&self, name: &str) -> usize {
        self.number(name).unwrap_or_default() as usize
    }

    fn body(&self) -> Option<String> {
        self.text("body").map(String::from)
    }

    fn request(&self, name: &str) -> Option<&Value> {
        self.0.get("request")?.get(name)
    }
}

/// What is to be done.
enum Work {
    One(Plan),
    Bulk(BulkWrite),
}

/// Performs an operation: `{ ok }` or `{ error }`. Packed are: the options the client was made with; what the call is
/// about; and the list options, or the query of `request`.
#[wasm_bindgen]
pub fn call(
    port: JsPort,
    config_words: &[u32],
    config_text: &[u16],
    input_words: &[u32],
    input_text: &[u16],
    words: &[u32],
    text: &[u16],
) -> Promise {
    let config = match settings::client(config_words, config_text) {
        Ok(config) => config,
        Err(problem) => return Promise::resolve(&err(&config_failure(&problem))),
    };
    let input = Input(unpack(input_words, input_text).unwrap_or(Value::Other));
    let timeout_ms = input.request("timeoutMs").and_then(Value::as_number).unwrap_or(config.timeout_ms);
    let retry = config.retry.with(input.request("retry"));
    match work(&config, &input, unpack(words, text).as_ref()) {
        Ok(work) => future_to_promise(async move {
            let transport = Transport::new(&port, &config, timeout_ms, shown);
            let call = Call { port: &transport, config: &config, timeout_ms, retry };
            let outcome = match work {
                Work::One(plan) => call.perform(&plan).await.map(answer),
                Work::Bulk(bulk) => call.bulk_write(bulk).await,
            };
            Ok(outcome.map_or_else(|error| err(&shown(&error, &config)), |value| ok(&value)))
        }),
        Err(error) => Promise::resolve(&err(&shown(&error, &config))),
    }
}

fn work(config: &Config, input: &Input, options: Option<&Value>) -> Result<Work, Failure<JsValue>> {
    let Some(resource) = ALL.get(input.count("resource")) else {
        return Err(Box::new(Error::Config("no such resource".into())));
    };
    let list = |purpose| Plan::list(config, resource, options, purpose, input.number("seen").unwrap_or_default());
    let row = |operation| Plan::row(config, resource, operation, input.text("id"), input.body());
    let plan = match input.text("operation").unwrap_or_default() {
        "list" => list(Purpose::List),
        "first" => list(Purpose::First),
        "statistics" => list(Purpose::Statistics),
        "stream" => list(Purpose::Stream),
        "page" => {
            let slim = input.0.get("slim").is_some_and(|slim| slim.is(true));
            list(Purpose::Page(Page { number: input.number("page"), slim }))
        }
        "get" => row(Operation::Get),
        "update" => row(Operation::Update),
        "delete" => row(Operation::Delete),
        "create" => Ok(Plan::create(config, resource, input.body().unwrap_or_default())),
        "bulkWrite" => return Ok(bulk(resource, input)),
        _ => {
            let (method, path) = (input.text("method").unwrap_or_default(), input.text("path").unwrap_or_default());
            Plan::any(config, method, path, options, input.body())
        }
    };
    plan.map(Work::One)
}

fn bulk(resource: &'static Resource, input: &Input) -> Work {
    Work::Bulk(BulkWrite { resource, total: input.count("total"), chunk_size: input.count("chunkSize") })
}

/// An answer as JavaScript gets it: a page as `[rows, page, seen]`, a stream as `[body, url, status]`.
fn answer(answer: Answer<JsValue>) -> JsValue {
    match answer {
        Answer::Nothing => JsValue::UNDEFINED,
        Answer::Value(value) => value,
        Answer::Page(rows, next) => Array::of3(&rows, &next.page.into(), &next.seen.into()).into(),
        Answer::Stream(body, url, status) => Array::of3(&body, &url.into(), &status.into()).into(),
    }
}

fn shown(error: &Error<JsValue>, config: &Config) -> JsValue {
    failure(error, config.terms.locale(), config.browser)
}

/// What breaks while the JavaScript layer reads a stream: `what` is `json`, `network` or `timeout`. The URL and the detail
/// are without the secret.
#[wasm_bindgen(js_name = streamFailure)]
pub fn stream_failure(what: &str, url: String, status: u16, detail: &str, timeout_ms: f64, cause: JsValue) -> JsValue {
    let method = Method("GET");
    let lost = |url, cause| Lost { method, url, cause, attempts: 1 };
    let error = match what {
        "json" => Error::Decode(Decode {
            method,
            url,
            status,
            problem: "has a line that is not a JSON object",
            snippet: snippet(detail),
            issues: Vec::new(),
        }),
        "timeout" => Error::Timeout(lost(url, None), timeout_ms),
        _ => Error::Network(lost(url, Some(cause))),
    };
    failure(&error, Locale::En, settings::in_browser())
}
