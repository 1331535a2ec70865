//! An error of ours as data, of which the JavaScript layer makes the class.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::data::plain;
use crate::error::{Error, Lost};
use crate::issue;
use crate::messages::{self, Locale};
use crate::transport::set;

/// `{ ok }`
pub fn ok(value: &JsValue) -> JsValue {
    wrapped("ok", value)
}

/// `{ error }`
pub fn err(failure: &JsValue) -> JsValue {
    wrapped("error", failure)
}

fn wrapped(name: &str, value: &JsValue) -> JsValue {
    let object = Object::new();
    set(&object, name, value);
    object.into()
}

/// The data of a wrong option or use.
pub fn config(problem: &str) -> JsValue {
    failure(&Error::Config(problem.into()), Locale::En, false)
}

/// The data of any error. Messages of issues are in `locale`; `browser`: a lost request may be CORS.
pub fn failure(error: &Error<JsValue>, locale: Locale, browser: bool) -> JsValue {
    let data = Object::new();
    let put = |name: &str, value: JsValue| set(&data, name, &value);
    let issues = |issues: &[issue::Issue]| put("issues", plain(&messages::told_all(issues, locale)));
    let lost = |lost: &Lost<JsValue>| {
        put("attempts", lost.attempts.into());
        if let Some(cause) = &lost.cause {
            put("cause", cause.clone());
        }
    };
    put("kind", error.kind().into());
    put("message", messages::of_error(error, browser).into());
    match error {
        Error::Config(_) | Error::Aborted => {}
        Error::Validation(found) | Error::Filter(found) => issues(found),
        Error::Api(api) => {
            put("status", api.status.into());
            put("method", api.method.0.into());
            put("url", api.url.as_str().into());
            put("body", api.body.clone().unwrap_or_default());
            issues(&api.issues);
            if let Some(ms) = api.retry_after_ms {
                put("retryAfterMs", ms.into());
            }
            put("attempts", api.attempts.into());
        }
        Error::Network(cause) => lost(cause),
        Error::Timeout(cause, timeout_ms) => {
            lost(cause);
            put("timeoutMs", (*timeout_ms).into());
        }
        Error::Decode(decode) => {
            put("status", decode.status.into());
            put("snippet", decode.snippet.as_str().into());
            issues(&decode.issues);
        }
        Error::Bulk(bulk) => {
            put("written", bulk.written.clone());
            if let Some(failed) = bulk.failed {
                let range = range(failed.start, failed.end);
                set(&range, "outcome", &(if failed.rejected { "rejected" } else { "unknown" }).into());
                put("failed", range);
            }
            let (start, end) = bulk.remaining;
            put("remaining", range(start, end));
            issues(&bulk.issues);
            put("cause", failure(&bulk.cause, locale, browser));
        }
        Error::Thrown(thrown) => put("value", thrown.clone()),
    }
    data.into()
}

fn range(start: usize, end: usize) -> JsValue {
    let range = Object::new();
    set(&range, "start", &start.into());
    set(&range, "end", &end.into());
    range.into()
}
