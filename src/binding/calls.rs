//! Calls: one exported function, which tells the operations apart.

use js_sys::{Array, Object, Reflect, Uint16Array, Uint32Array};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::failure::{config as config_failure, err, failure, ok};
use super::settings::ConfigData;
use super::shapes::RetryOptions;
use crate::client::{Call, WalkState};
use crate::error::{Decode, Error, Lost};
use crate::messages::Locale;
use crate::options::Config;
use crate::packed::unpack;
use crate::query::{Purpose, plain};
use crate::request::{Method, is_path};
use crate::resources::ALL;
use crate::schema::Resource;
use crate::transport::{JsPort, Transport, set};
use crate::value::Value;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    operation: String,
    #[serde(default)]
    resource: usize,
    id: Option<String>,
    body: Option<String>,
    #[serde(default)]
    slim: bool,
    page: Option<PageInput>,
    #[serde(default)]
    total: usize,
    #[serde(default)]
    chunk_size: usize,
    method: Option<String>,
    path: Option<String>,
    request: Option<RequestInput>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RequestInput {
    timeout_ms: Option<f64>,
    retry: Option<RetryOptions>,
}

#[derive(Deserialize)]
struct PageInput {
    state: Option<State>,
}

#[derive(Deserialize, serde::Serialize)]
struct State {
    page: f64,
    ids: Vec<String>,
}

/// Performs an operation: `{ ok }` or `{ error }`. The input's `words` and `text` hold the list options, or the query of
/// `request`.
#[wasm_bindgen]
pub async fn call(config: JsValue, port: JsPort, input: JsValue) -> JsValue {
    let options = packed_in(&input);
    let (Ok(config), Ok(mut input)) =
        (serde_wasm_bindgen::from_value::<ConfigData>(config), serde_wasm_bindgen::from_value::<Input>(input))
    else {
        return err(&config_failure("the call was not made by the JavaScript layer of this package"));
    };
    let config = Config::from(config);
    let Some(resource) = ALL.get(input.resource) else {
        return err(&config_failure("no such resource"));
    };
    let progress: JsPort = JsValue::from(&port).unchecked_into();
    let transport = Transport::new(port, |error| failure(error, Locale::En, false));
    let request = input.request.take().unwrap_or_default();
    let call = Call {
        port: &transport,
        config: &config,
        timeout_ms: request.timeout_ms.unwrap_or(config.timeout_ms),
        retry: request.retry.map_or(config.retry, Into::into),
    };
    match perform(&call, resource, input, options.as_ref(), &progress).await {
        Ok(value) => ok(&value),
        Err(error) => err(&failure(&error, Locale::of(&config.locale), config.browser)),
    }
}

fn packed_in(input: &JsValue) -> Option<Value> {
    let words: Uint32Array = Reflect::get(input, &"words".into()).ok()?.dyn_into().ok()?;
    let text: Uint16Array = Reflect::get(input, &"text".into()).ok()?.dyn_into().ok()?;
    unpack(&words.to_vec(), &text.to_vec())
}

async fn perform(
    call: &Call<'_, Transport>,
    resource: &Resource,
    input: Input,
    options: Option<&Value>,
    port: &JsPort,
) -> Result<JsValue, Error<JsValue>> {
    let id = input.id.as_deref();
    let body = input.body.unwrap_or_default();
    match input.operation.as_str() {
        "list" => call.list(resource, options, Purpose::List).await,
        "first" => Ok(Array::from(&call.list(resource, options, Purpose::First).await?).get(0)),
        "statistics" => call.list(resource, options, Purpose::Statistics).await,
        "page" => {
            let state =
                input.page.and_then(|page| page.state).map(|state| WalkState { page: state.page, ids: state.ids });
            let walked = call.page(resource, options, input.slim, state).await?;
            let answer = Object::new();
            match walked {
                None => set(&answer, "done", &true.into()),
                Some(walked) => {
                    let ids = walked.ids.map(|ids| ids.into_iter().map(JsValue::from).collect::<Array>().into());
                    set(&answer, "rows", &ids.unwrap_or(walked.rows));
                    let state = State { page: walked.state.page, ids: walked.state.ids };
                    set(&answer, "state", &super::failure::plain(&state));
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
        "create" => call.create(resource, body).await,
        "update" => call.update(resource, id, body).await,
        "delete" => call.delete(resource, id).await.map(|()| JsValue::UNDEFINED),
        "bulkWrite" => {
            let total = input.total;
            let chunk = |start, end| port.chunk(start, end);
            let progress = |written| port.progress(written, total);
            let rows = call.bulk_write(resource, total, input.chunk_size, chunk, progress).await?;
            Ok(rows.iter().collect::<Array>().into())
        }
        _ => {
            let method = input.method.unwrap_or_default().to_ascii_uppercase();
            let path = input.path.unwrap_or_default();
            let query = request_query(&method, &path, options)?;
            let body = Some(body).filter(|body| !body.is_empty());
            Ok(call.request(&method, &path, query, body).await?.unwrap_or_default())
        }
    }
}

/// What is wrong with an untyped request is a wrong use: the credentials never leave the base.
fn request_query(method: &str, path: &str, query: Option<&Value>) -> Result<crate::query::Query, Error<JsValue>> {
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
        Some(query) => plain(query).map_err(Error::Filter),
    }
}

/// What breaks while the JavaScript layer reads a stream: `what` is `json`, `network` or `timeout`.
#[wasm_bindgen(js_name = streamFailure)]
pub fn stream_failure(config: JsValue, what: &str, url: &str, status: u16, detail: &str, cause: JsValue) -> JsValue {
    let Ok(config) = serde_wasm_bindgen::from_value::<ConfigData>(config).map(Config::from) else {
        return config_failure("the call was not made by the JavaScript layer of this package");
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
            snippet: config.masked(detail),
            issues: Vec::new(),
        })),
        "timeout" => Error::Timeout(lost(None), config.timeout_ms),
        _ => Error::Network(lost(Some(cause))),
    };
    failure(&error, Locale::of(&config.locale), config.browser)
}
