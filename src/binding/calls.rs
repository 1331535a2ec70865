//! Calls: one exported function, which tells the operations apart.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::failure::{config as config_failure, err, failure, ok};
use super::settings;
use crate::client::{Call, WalkState};
use crate::decode::snippet;
use crate::error::{Decode, Error, Lost};
use crate::messages::{self, Locale};
use crate::packed::unpack;
use crate::query::{Purpose, Query, plain};
use crate::request::{Method, is_path};
use crate::resources::ALL;
use crate::schema::Resource;
use crate::transport::{JsPort, Transport, set};
use crate::value::Value;

/// What a call is about, by name: `operation`, `resource`, `id`, `body`, `slim`, `page: { state }`, `total`, `chunkSize`,
/// `method`, `path`, `request: { timeoutMs, retry }`.
struct Input(Value);

impl Input {
    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_text)
    }

    fn number(&self, name: &str) -> usize {
        self.0.get(name).and_then(Value::as_number).map_or(0, |number| number as usize)
    }

    fn state(&self) -> Option<WalkState> {
        let state = self.0.get("page")?.get("state")?;
        Some(WalkState { page: state.get("page")?.as_number()?, seen: state.get("seen")?.as_text()?.parse().ok()? })
    }

    fn timeout_ms(&self) -> Option<f64> {
        self.0.get("request")?.get("timeoutMs")?.as_number()
    }

    fn retry(&self) -> Option<&Value> {
        self.0.get("request")?.get("retry")
    }
}

/// Performs an operation: `{ ok }` or `{ error }`. Packed are: the options the client was made with; what the call is
/// about; and the list options, or the query of `request`.
#[wasm_bindgen]
pub async fn call(
    port: JsPort,
    config_words: Vec<u32>,
    config_text: Vec<u16>,
    input_words: Vec<u32>,
    input_text: Vec<u16>,
    words: Vec<u32>,
    text: Vec<u16>,
) -> JsValue {
    let config = match settings::client(&config_words, &config_text) {
        Ok(config) => config,
        Err(problem) => return err(&config_failure(&problem)),
    };
    let input = Input(unpack(&input_words, &input_text).unwrap_or(Value::Other));
    let Some(resource) = ALL.get(input.number("resource")) else {
        return err(&config_failure("no such resource"));
    };
    let options = unpack(&words, &text);
    let bulk: JsPort = JsValue::from(&port).unchecked_into();
    let (locale, browser) = (Locale::of(&config.locale), config.browser);
    let timeout_ms = input.timeout_ms().unwrap_or(config.timeout_ms);
    let transport = Transport::new(port, timeout_ms, move |error| failure(error, locale, browser));
    let call = Call { port: &transport, config: &config, timeout_ms, retry: config.retry.with(input.retry()) };
    match perform(&call, resource, &input, options.as_ref(), &bulk).await {
        Ok(value) => ok(&value),
        Err(error) => err(&failure(&error, locale, browser)),
    }
}

async fn perform(
    call: &Call<'_, Transport>,
    resource: &Resource,
    input: &Input,
    options: Option<&Value>,
    port: &JsPort,
) -> Result<JsValue, Error<JsValue>> {
    let id = input.text("id");
    let body = || input.text("body").unwrap_or_default().to_owned();
    match input.text("operation").unwrap_or_default() {
        "list" => call.list(resource, options, Purpose::List).await,
        "first" => Ok(Array::from(&call.list(resource, options, Purpose::First).await?).get(0)),
        "statistics" => call.list(resource, options, Purpose::Statistics).await,
        "page" => {
            let slim = input.0.get("slim") == Some(&Value::Bool(true));
            let walked = call.page(resource, options, slim, input.state()).await?;
            let answer = Object::new();
            match walked {
                None => set(&answer, "done", &true.into()),
                Some(walked) => {
                    let ids = walked.ids.map(|ids| ids.into_iter().map(JsValue::from).collect::<Array>().into());
                    set(&answer, "rows", &ids.unwrap_or(walked.rows));
                    let state = Object::new();
                    set(&state, "page", &walked.state.page.into());
                    // As text: it has more bits than JavaScript's numbers.
                    set(&state, "seen", &walked.state.seen.to_string().into());
                    set(&answer, "state", &state);
                }
            }
            Ok(answer.into())
        }
        "stream" => {
            let (request, response) = call.stream(resource, options).await?;
            let answer = Object::new();
            set(&answer, if response.body.is_string() { "text" } else { "body" }, &response.body);
            set(&answer, "url", &call.config.masked(&request.url).into());
            set(&answer, "status", &response.status.into());
            Ok(answer.into())
        }
        "get" => call.get(resource, id).await,
        "create" => call.create(resource, body()).await,
        "update" => call.update(resource, id, body()).await,
        "delete" => call.delete(resource, id).await.map(|()| JsValue::UNDEFINED),
        "bulkWrite" => {
            let total = input.number("total");
            let too_large =
                |_| String::from("the rows of one request are too large for one text: make `chunkSize` smaller");
            let chunk = |start, end| port.chunk(start, end).map_err(too_large);
            // What a progress function throws is its own affair.
            let progress = |written| drop(port.progress(written, total));
            let rows = call.bulk_write(resource, total, input.number("chunkSize"), chunk, progress).await?;
            Ok(rows.iter().collect::<Array>().into())
        }
        _ => {
            let method = input.text("method").unwrap_or_default().to_ascii_uppercase();
            let path = input.text("path").unwrap_or_default();
            let query = request_query(&method, path, options)?;
            let body = input.text("body").map(String::from);
            if body.is_some() && matches!(method.as_str(), "GET" | "HEAD") {
                return Err(Error::Config("`body` cannot be sent with GET or HEAD".into()));
            }
            Ok(call.request(&method, path, query, body).await?.unwrap_or_default())
        }
    }
}

/// What is wrong with an untyped request is a wrong use: the credentials never leave the base.
fn request_query(method: &str, path: &str, query: Option<&Value>) -> Result<Query, Error<JsValue>> {
    if !["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].contains(&method) {
        return Err(Error::Config("`method` must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS".into()));
    }
    if !is_path(path) {
        return Err(Error::Config(
            "`path` must begin with one `/` and hold no host, no `..`, no query and no white space: \
             give the query as `query`"
                .into(),
        ));
    }
    match query {
        None => Ok(Default::default()),
        Some(query) => {
            plain(query).map_err(|issues| Error::Config(messages::of_issues("`query` is not valid", &issues)))
        }
    }
}

/// What breaks while the JavaScript layer reads a stream: `what` is `json`, `network` or `timeout`.
#[wasm_bindgen(js_name = streamFailure)]
#[allow(clippy::too_many_arguments, reason = "plain numbers and texts cross the border quicker than an object of them")]
pub fn stream_failure(
    config_words: &[u32],
    config_text: &[u16],
    what: &str,
    url: &str,
    status: u16,
    detail: &str,
    timeout_ms: f64,
    cause: JsValue,
) -> JsValue {
    let config = match settings::client(config_words, config_text) {
        Ok(config) => config,
        Err(problem) => return config_failure(&problem),
    };
    let method = Method("GET".into());
    let url = config.masked(url);
    let lost = |cause| Lost { method: Method("GET".into()), url: url.clone(), cause, attempts: 1 };
    let error = match what {
        "json" => Error::Decode(Box::new(Decode {
            method,
            url,
            status,
            problem: "has a line that is not a JSON object",
            snippet: snippet(&config.masked(detail)),
            issues: Vec::new(),
        })),
        "timeout" => Error::Timeout(lost(None), timeout_ms),
        _ => Error::Network(lost(Some(cause))),
    };
    failure(&error, Locale::of(&config.locale), config.browser)
}
