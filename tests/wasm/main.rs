//! The border in a real engine, Node and Chromium: calls over a `fetch` that misbehaves. Each of gloo-net 0.7's ways to
//! leave a promise unsettled for ever is a test here; a test that hangs is a test that failed. What is awaited is watched
//! by the JavaScript layer's own port (port.ts), which `cargo xtask test` bundles into port.js.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod engine;

use js_sys::{JSON, Reflect};
use pigello_client::binding::calls::call;
use pigello_client::resources::ALL;
use pigello_client::transport::JsPort;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/tests/wasm/port.js")]
extern "C" {
    fn packed(json: &str) -> js_sys::Array;
    fn port(source: &str, headers: Option<String>, end: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = newEnd)]
    fn new_end() -> JsValue;
    #[wasm_bindgen(js_name = endLater)]
    fn end_later(end: &JsValue, ms: f64);
}

const ID: &str = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const CONFIG: &str = r#"{ "baseUrl": "http://127.0.0.1:9", "retry": false, "timeoutMs": 2000 }"#;

struct Asked<'a> {
    fetch: &'a str,
    headers: Option<&'a str>,
    input: String,
    config: &'a str,
    end: JsValue,
}

impl Default for Asked<'_> {
    fn default() -> Self {
        let input = ["{ \"operation\": \"get\", \"resource\": 0, \"id\": \"", ID, "\" }"].concat();
        Self { fetch: "", headers: None, input, config: CONFIG, end: new_end() }
    }
}

impl Asked<'_> {
    async fn answer(self) -> JsValue {
        let split = |json: &str| {
            let both = packed(json);
            let words: js_sys::Uint32Array = both.get(0).unchecked_into();
            let text: js_sys::Uint16Array = both.get(1).unchecked_into();
            (words.to_vec(), text.to_vec())
        };
        let port: JsPort = port(self.fetch, self.headers.map(String::from), &self.end).unchecked_into();
        let ((config_words, config_text), (words, text)) = (split(self.config), split(&self.input));
        let came = call(port, &config_words, &config_text, &words, &text, &[], &[]);
        JsFuture::from(js_sys::Promise::resolve(&came)).await.unwrap()
    }
}

/// What came of a `get` with this `fetch`: the kind of the error, or the answer as JSON.
async fn outcome(fetch: &str) -> String {
    shown(&Asked { fetch, ..Asked::default() }.answer().await)
}

fn shown(answer: &JsValue) -> String {
    let error = Reflect::get(answer, &"error".into()).unwrap();
    if error.is_undefined() {
        let ok = Reflect::get(answer, &"ok".into()).unwrap();
        return JSON::stringify(&ok).ok().and_then(|text| text.as_string()).unwrap_or("undefined".into());
    }
    Reflect::get(&error, &"kind".into()).unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_fetch_that_rejects_with_anything_settles_as_a_network_error() {
    for thrown in
        ["'a string'", "undefined", "null", "42", "{ plain: true }", "Symbol('s')", "new Error('x')", "() => {}"]
    {
        assert_eq!(outcome(&["return Promise.reject(", thrown, ")"].concat()).await, "network", "{thrown}");
        assert_eq!(outcome(&["throw ", thrown].concat()).await, "network", "{thrown}");
    }
}

#[wasm_bindgen_test]
async fn a_fetch_that_answers_rubbish_settles() {
    for rubbish in ["undefined", "null", "1", "'text'", "{}", "[]", "{ status: 200 }", "{ status: 'x', text() {} }"] {
        assert_eq!(outcome(&["return ", rubbish].concat()).await, "network", "{rubbish}");
        assert_eq!(outcome(&["return Promise.resolve(", rubbish, ")"].concat()).await, "network", "{rubbish}");
    }
    for thrower in [
        "return { get status() { throw 1 } }",
        "return { status: 200, get headers() { throw 1 }, text() {} }",
        "return Object.create(Response.prototype)",
        "return new (class extends Response { get headers() { return {} } })('x')",
        "return new (class extends Response { get status() { return 'x' } })('x')",
        "return new (class extends Response { get headers() { throw 1 } })('x')",
        "return Response.error()",
    ] {
        let settled = outcome(thrower).await;
        assert!(settled == "network" || settled == "decode", "{thrower} {settled}");
    }
    let thenable = "return { then(resolve) { throw 'then' } }";
    assert_eq!(outcome(thenable).await, "network");
}

#[wasm_bindgen_test]
async fn an_answer_that_is_no_real_response_is_taken_by_its_shape() {
    let look_alike =
        "return { status: 200, headers: { get: () => 'application/json' }, text: async () => '{\"a\":1}' }";
    assert_eq!(outcome(look_alike).await, r#"{"a":1}"#);
    let without_headers = "return { status: 200, text: () => '{\"a\":1}' }";
    assert_eq!(outcome(without_headers).await, r#"{"a":1}"#);
    assert_eq!(outcome("return new Response('{\"a\":1}')").await, r#"{"a":1}"#);
    assert_eq!(outcome("return { status: 200, text: () => 7 }").await, "decode");
    assert_eq!(outcome("return { status: 200, text() { throw 'x' } }").await, "network");
}

#[wasm_bindgen_test]
async fn a_body_that_breaks_with_anything_settles() {
    for thrown in ["'a string'", "undefined", "new Error('x')"] {
        let body = ["return new Response(new ReadableStream({ start(c) { c.error(", thrown, ") } }))"].concat();
        assert_eq!(outcome(&body).await, "network", "{thrown}");
    }
}

#[wasm_bindgen_test]
async fn a_header_that_http_cannot_carry_is_refused_before_the_engine_sees_it() {
    for (name, value) in [
        ("X-A", "a\\nb"),
        ("X-A", "\\u0000"),
        ("X-A", "\\u4e00"),
        ("a b", "x"),
        ("", "x"),
        ("X-PIGELLO-CLIENT-CT", "x"),
    ] {
        let headers = ["{ \"", name, "\": \"", value, "\" }"].concat();
        let asked = Asked { fetch: "return new Response('{}')", headers: Some(&headers), ..Asked::default() };
        assert_eq!(shown(&asked.answer().await), "config", "{name} {value}");
    }
    let headers = Some(r#"{ "X-A": "b" }"#);
    let fetch = "return new Response(JSON.stringify({ a: new Headers(init.headers).get('x-a') }))";
    assert_eq!(shown(&Asked { fetch, headers, ..Asked::default() }.answer().await), r#"{"a":"b"}"#);
}

#[wasm_bindgen_test]
async fn a_fetch_that_never_answers_ends_with_the_timeout() {
    let config = r#"{ "baseUrl": "http://127.0.0.1:9", "retry": false, "timeoutMs": 20 }"#;
    for fetch in [
        "return new Promise(() => {})",
        "return { status: 200, text: () => new Promise(() => {}) }",
        "return new Response(new ReadableStream({}))",
    ] {
        assert_eq!(shown(&Asked { fetch, config, ..Asked::default() }.answer().await), "timeout", "{fetch}");
    }
}

#[wasm_bindgen_test]
async fn an_abort_ends_a_call_at_once() {
    let end = new_end();
    end_later(&end, 10.0);
    let asked = Asked { fetch: "return new Promise(() => {})", end, ..Asked::default() };
    assert_eq!(shown(&asked.answer().await), "aborted");
}

#[wasm_bindgen_test]
async fn what_goes_out_is_a_url_and_plain_settings() {
    let fetch = "return new Response(JSON.stringify({ url, method: init.method, redirect: init.redirect, \
                 json: new Headers(init.headers).get('content-type'), body: init.body, signal: init.signal instanceof AbortSignal }))";
    let input = ["{ \"operation\": \"update\", \"resource\": 0, \"id\": \"", ID, "\", \"body\": \"{}\" }"].concat();
    let url = ["http://127.0.0.1:9", ALL.get(0).unwrap().base_path, ID, "/"].concat();
    let wanted = [
        r#"{"url":""#,
        &url,
        r#"","method":"PATCH","redirect":"manual","json":"application/json","body":"{}","signal":true}"#,
    ];
    assert_eq!(shown(&Asked { fetch, input, ..Asked::default() }.answer().await), wanted.concat());
}

#[wasm_bindgen_test]
async fn no_answer_leaves_the_next_call_worse_off() {
    for _ in 0..200 {
        assert_eq!(outcome("return Promise.reject('x')").await, "network");
    }
    assert_eq!(outcome("return new Response('{\"a\":1}')").await, r#"{"a":1}"#);
}
