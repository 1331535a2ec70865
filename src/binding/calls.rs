//! Calls: one exported function, which tells the operations apart.

use js_sys::Array;
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
use crate::plan::{At, Plan, Promise as Promised};
use crate::query::{Page, Purpose};
use crate::request::Method;
use crate::resources::ALL;
use crate::schema::{Operation, Resource};
use crate::transport::{JsPort, Transport, init, set, stopped};
use crate::value::Value;

/// What a call is about, by name: `operation`, `resource`, `id`, `body`, `slim`, `page`, `seen`, `part`, `attempt`, `total`,
/// `chunkSize`, `method`, `path`, `dry`, `request: { timeoutMs, retry }`.
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

    fn is(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| value.is(true))
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

/// Performs an operation, and promises `{ ok }` or `{ error }`; if it is `dry`, answers at once what would be sent. Packed
/// are: the options the client was made with; what the call is about; and the list options, or the query of `request`.
#[wasm_bindgen]
pub fn call(
    port: JsPort,
    config_words: &[u32],
    config_text: &[u16],
    input_words: &[u32],
    input_text: &[u16],
    words: &[u32],
    text: &[u16],
) -> JsValue {
    let config = match settings::client(config_words, config_text) {
        Ok(config) => config,
        Err(problem) => return err(&config_failure(&problem)),
    };
    let input = Input(unpack(input_words, input_text).unwrap_or(Value::Other));
    let timeout_ms = input.request("timeoutMs").and_then(Value::as_number).unwrap_or(config.timeout_ms);
    let retry = config.retry.with(input.request("retry"));
    match work(&config, &input, unpack(words, text).as_ref()) {
        Ok(Work::One(plan)) if input.is("dry") => ok(&prepared(&plan)),
        Ok(work) => future_to_promise(async move {
            let attempt = input.count("attempt") as u32;
            let broken = (attempt > 0).then(|| stopped(&port.broken()));
            let transport = Transport::new(&port, &config, timeout_ms, shown);
            let call = Call { port: &transport, config: &config, timeout_ms, retry };
            let outcome = match work {
                Work::One(plan) => call.perform(&plan, attempt, broken).await.map(|came| answer(came, &plan)),
                Work::Bulk(bulk) => call.bulk_write(bulk).await,
            };
            Ok(outcome.map_or_else(|error| err(&shown(&error, &config)), |value| ok(&value)))
        })
        .into(),
        Err(error) => err(&shown(&error, &config)),
    }
}

/// What `fetch` would be given, and the URL beside it.
fn prepared(plan: &Plan) -> JsValue {
    let init = init(plan, &Vec::new(), false).unwrap_or_default();
    set(&init, "url", &plan.url.as_str().into());
    init.into()
}

fn work(config: &Config, input: &Input, options: Option<&Value>) -> Result<Work, Failure<JsValue>> {
    let Some(resource) = ALL.get(input.count("resource")) else {
        return Err(Box::new(Error::Config("no such resource".into())));
    };
    let at = At { seen: input.number("seen").unwrap_or_default(), part: input.count("part") };
    let page = || Page { number: input.number("page"), slim: input.is("slim") };
    let list = |purpose| Plan::list(config, resource, options, purpose, at);
    let row = |operation| Plan::row(config, resource, operation, input.text("id"), input.body());
    let plan = match input.text("operation").unwrap_or_default() {
        "list" => list(Purpose::List),
        "first" => list(Purpose::First),
        "statistics" => list(Purpose::Statistics),
        "stream" => list(Purpose::Stream),
        "page" => list(Purpose::Page(page())),
        "getMany" => Plan::by_ids(config, resource, options, page(), at),
        "get" => row(Operation::Get),
        "update" => row(Operation::Update),
        "delete" => row(Operation::Delete),
        "create" => Ok(Plan::create(config, resource, input.body().unwrap_or_default())),
        // Body and answer may be anything.
        "invite" => Plan::any(config, "POST", resource.invite, None, input.body()),
        "chunk" => Ok(Plan::chunk(config, resource, 0, input.body().unwrap_or_default())),
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

/// An answer as JavaScript gets it. Of lists it says, too, where the next part of a split one begins, or 0: `[rows, next]`, a
/// page `[rows, next, page, seen]`, the end of a walk `[undefined, next]`, a stream `[body, next, url, status, attempts]`.
fn answer(answer: Answer<JsValue>, plan: &Plan) -> JsValue {
    let mut more = [JsValue::UNDEFINED, JsValue::UNDEFINED, JsValue::UNDEFINED];
    let value = match answer {
        Answer::Nothing => JsValue::UNDEFINED,
        Answer::Value(value) => value,
        Answer::Page(rows, next) => {
            more = [next.page.into(), next.seen.into(), JsValue::UNDEFINED];
            rows
        }
        Answer::Stream(body, url, status, attempts) => {
            more = [url.into(), status.into(), attempts.into()];
            body
        }
    };
    match plan.promise {
        Promised::Rows | Promised::Page(_) | Promised::Stream => {
            let [one, two, three] = more;
            Array::of5(&value, &(plan.next as u32).into(), &one, &two, &three).into()
        }
        _ => value,
    }
}

fn shown(error: &Error<JsValue>, config: &Config) -> JsValue {
    failure(error, config.terms.locale(), config.browser)
}

/// What breaks while the JavaScript layer reads a stream: `what` is `json`, `network` or `timeout`. The URL and the detail
/// are without the secret.
#[wasm_bindgen(js_name = streamFailure)]
pub fn stream_failure(
    what: &str,
    url: String,
    status: u16,
    attempts: u32,
    detail: &str,
    timeout_ms: f64,
    cause: JsValue,
) -> JsValue {
    let method = Method("GET");
    let lost = |url, cause| Lost { method, url, cause, attempts };
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
