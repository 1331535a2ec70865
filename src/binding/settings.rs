//! Options in: checked once, handed back as plain data, which the JavaScript layer gives along with each call.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::failure::{config, err, ok, plain};
use super::shapes::{Credentials, RetryOptions};
use crate::options::{self, Config, Problem, Retry};
use crate::packed::unpack;
use crate::value::Value;

/// What a client is set to, as the JavaScript layer keeps it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfigData {
    base: String,
    credentials: Option<Credentials>,
    timeout_ms: f64,
    retry: RetryOptions,
    concurrency: f64,
    validate: bool,
    check_responses: bool,
    unknown_fields: String,
    locale: String,
    max_url_length: f64,
    max_delay_ms: f64,
    browser: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestData {
    #[serde(skip_serializing_if = "Option::is_none")]
    timeout_ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<RetryOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    validate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chunk_size: Option<f64>,
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

impl From<Retry> for RetryOptions {
    fn from(retry: Retry) -> Self {
        Self { attempts: retry.attempts, base_delay_ms: retry.base_delay_ms, max_delay_ms: retry.max_delay_ms }
    }
}

impl From<RetryOptions> for Retry {
    fn from(retry: RetryOptions) -> Self {
        Self { attempts: retry.attempts, base_delay_ms: retry.base_delay_ms, max_delay_ms: retry.max_delay_ms }
    }
}

impl From<Config> for ConfigData {
    fn from(config: Config) -> Self {
        Self {
            base: config.base,
            credentials: config.credentials.map(|credentials| {
                let [
                    customer_id,
                    application_id,
                    service_id,
                    service_version_id,
                    client_ct,
                    client_entity,
                    client_secret,
                ] = credentials.values().clone();
                Credentials {
                    customer_id,
                    application_id,
                    service_id,
                    service_version_id,
                    client_ct,
                    client_entity,
                    client_secret,
                }
            }),
            timeout_ms: config.timeout_ms,
            retry: config.retry.into(),
            concurrency: config.concurrency,
            validate: config.validate,
            check_responses: config.check_responses,
            unknown_fields: if config.pass_unknown { "pass" } else { "reject" }.into(),
            locale: config.locale,
            max_url_length: config.max_url_length,
            max_delay_ms: config.retry.max_delay_ms,
            browser: config.browser,
        }
    }
}

impl From<ConfigData> for Config {
    fn from(data: ConfigData) -> Self {
        Self {
            base: data.base,
            credentials: data.credentials.map(|credentials| {
                options::Credentials::new([
                    credentials.customer_id,
                    credentials.application_id,
                    credentials.service_id,
                    credentials.service_version_id,
                    credentials.client_ct,
                    credentials.client_entity,
                    credentials.client_secret,
                ])
            }),
            timeout_ms: data.timeout_ms,
            retry: data.retry.into(),
            concurrency: data.concurrency,
            validate: data.validate,
            check_responses: data.check_responses,
            pass_unknown: data.unknown_fields == "pass",
            locale: data.locale,
            max_url_length: data.max_url_length,
            browser: data.browser,
        }
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
        "client" => plain(&ConfigData::from(options::client(given, is_browser())?)),
        "request" | "bulk" => {
            let read = options::request(given, options::DEFAULT_RETRY, what == "bulk")?;
            plain(&RequestData {
                timeout_ms: read.timeout_ms,
                retry: read.retry.map(RetryOptions::from),
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

/// Whether a page or a worker of a browser runs this: there a base URL may be relative, and CORS may be in the way.
fn is_browser() -> bool {
    let global = js_sys::global();
    let has = |name: &str| js_sys::Reflect::get(&global, &name.into()).is_ok_and(|found| found.is_object());
    // Deno and Bun have `location` neither by default; jsdom has it, and relative URLs with it.
    has("location")
}
