//! The client's port in the browser and in Node: gloo-net makes the headers, `fetch` (the engine's, or the caller's own)
//! sends the request. Nothing here decides; nothing here may leave a promise unsettled. So gloo-net's `send` and its `Response`
//! are not used: they throw past every handler when `fetch` rejects with something that is no `Error`, or answers
//! something that only says it is a `Response`. What has to be waited for is watched by the JavaScript layer, beside the
//! clock and the caller's signal (`pkg-template/src/port.ts`); its promises never reject, and say in numbers what came.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint16Array, Uint32Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use crate::client::{Event, Headers, Port, Stop};
use crate::decode::{Engine, Shape};
use crate::error::Error;
use crate::options::{Config, Problem};
use crate::packed::unpack;
use crate::plan::{Plan, Promise as Promised};
use crate::response::Response;
use crate::value::Value;

#[wasm_bindgen]
extern "C" {
    /// What the JavaScript layer gives to each call; see `pkg-template/src/port.ts`.
    pub type JsPort;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &JsPort) -> AbortSignal;
    #[wasm_bindgen(method, getter)]
    fn fetch(this: &JsPort) -> Option<Function>;
    /// How the body of an earlier try broke: `[why, …]`, as what is waited for settles.
    #[wasm_bindgen(method, getter)]
    pub fn broken(this: &JsPort) -> Array;
    #[wasm_bindgen(method, getter, js_name = makesHeaders)]
    fn makes_headers(this: &JsPort) -> bool;
    #[wasm_bindgen(method)]
    fn begin(this: &JsPort, delay_ms: f64, timeout_ms: f64) -> Promise;
    #[wasm_bindgen(method)]
    fn answer(this: &JsPort, sent: &JsValue, stop: &AbortController, timeout_ms: f64, stream: bool) -> Promise;
    #[wasm_bindgen(method, js_name = refusesSignal)]
    fn refuses_signal(this: &JsPort, error: &JsValue) -> bool;
    #[wasm_bindgen(method)]
    fn hold(this: &JsPort, ms: f64);
    #[wasm_bindgen(method)]
    fn until(this: &JsPort, date: &str) -> f64;
    #[wasm_bindgen(method)]
    fn observe(
        this: &JsPort,
        name: &str,
        method: &str,
        url: &str,
        attempt: u32,
        status: Option<u16>,
        delay_ms: Option<f64>,
        error: &JsValue,
    );
    #[wasm_bindgen(method)]
    fn shape(this: &JsPort, value: &JsValue) -> u32;
    #[wasm_bindgen(method)]
    fn ids(this: &JsPort, rows: &JsValue) -> Option<Array>;
    #[wasm_bindgen(method)]
    fn append(this: &JsPort, list: &JsValue, array: &JsValue);
    #[wasm_bindgen(method)]
    fn beginning(this: &JsPort, text: &JsValue, length: usize) -> String;
    /// Packs any value, reading it guardedly: `[words, text]`.
    #[wasm_bindgen(method)]
    fn pack(this: &JsPort, value: &JsValue) -> Array;
    #[wasm_bindgen(method)]
    fn chunk(this: &JsPort, start: usize, end: usize) -> Option<String>;
    #[wasm_bindgen(method)]
    fn progress(this: &JsPort, written: usize, total: usize);

    /// Takes the text as the engine's own, so that a large body is never copied to this side.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &JsValue) -> Result<JsValue, JsValue>;
}

/// Makes the data of an error of ours for whoever watches.
pub type Shown = fn(&Error<JsValue>, &Config) -> JsValue;

/// How many characters of an error's body are read: it is copied to this side, whose memory never shrinks.
const MOST_OF_AN_ERROR: usize = 1 << 22;

/// One call's port.
pub struct Transport<'a> {
    port: &'a JsPort,
    config: &'a Config,
    timeout_ms: f64,
    shown: Shown,
}

/// A turn in the queue.
pub struct Turn(JsValue);

impl Drop for Turn {
    fn drop(&mut self) {
        // Giving the place back cannot fail in a way that anybody could mend.
        let _ = self.0.unchecked_ref::<Function>().call0(&JsValue::UNDEFINED);
    }
}

impl<'a> Transport<'a> {
    /// Over the port that the JavaScript layer made for this call.
    pub fn new(port: &'a JsPort, config: &'a Config, timeout_ms: f64, shown: Shown) -> Self {
        Self { port, config, timeout_ms, shown }
    }

    /// Hands the request to `fetch`; answers what `fetch` answered, and what stops it.
    fn send(
        &self,
        plan: &Plan,
        added: &Headers,
        with_signal: bool,
    ) -> Result<(JsValue, AbortController), Stop<JsValue>> {
        if self.port.signal().aborted() {
            return Err(Stop::Aborted);
        }
        let Some(fetch) = self.port.fetch() else {
            return Err(Stop::Config("this engine has no `fetch`: give one as option".into()));
        };
        let stop = AbortController::new().map_err(Stop::Network)?;
        let init = init(plan, added, self.port.makes_headers()).map_err(Stop::Network)?;
        if with_signal {
            set(&init, "signal", &stop.signal());
        }
        let url = JsValue::from_str(&plan.request.url);
        Ok((fetch.call2(&JsValue::UNDEFINED, &url, &init).map_err(Stop::Network)?, stop))
    }
}

/// Why something came, or did not: the numbers of `port.ts`.
const DONE: f64 = 0.0;
const ABORTED: f64 = 1.0;
const LATE: f64 = 2.0;

/// What came: `[why, …]`, and why it is not what was waited for. `failed` makes the reason of what was thrown.
async fn came(promise: Promise, failed: fn(JsValue) -> Stop<JsValue>) -> Result<Array, Stop<JsValue>> {
    let came: Array = JsFuture::from(promise).await.unwrap_or_default().unchecked_into();
    if came.get(0).as_f64() == Some(DONE) { Ok(came) } else { Err(why(&came, failed)) }
}

/// Why something did not come.
fn why(came: &Array, failed: fn(JsValue) -> Stop<JsValue>) -> Stop<JsValue> {
    match came.get(0).as_f64() {
        Some(ABORTED) => Stop::Aborted,
        Some(LATE) => Stop::Timeout,
        _ => failed(came.get(1)),
    }
}

/// Why the body of an answer broke.
pub fn stopped(came: &Array) -> Stop<JsValue> {
    why(came, Stop::Network)
}

impl Port for Transport<'_> {
    type Turn = Turn;

    async fn begin(&self, delay_ms: f64) -> Result<(Turn, Headers), Stop<JsValue>> {
        let came = came(self.port.begin(delay_ms, self.timeout_ms), Stop::Thrown).await?;
        let text = |at| came.get(at).as_string().unwrap_or_default();
        let headers = (2..came.length()).step_by(2).map(|at| (text(at), text(at + 1))).collect();
        Ok((Turn(came.get(1)), headers))
    }

    async fn fetch(&self, plan: &Plan, added: &Headers) -> Result<Response<JsValue>, Stop<JsValue>> {
        let mut with_signal = true;
        loop {
            let (sent, stop) = self.send(plan, added, with_signal)?;
            let stream = plan.promise == Promised::Stream;
            match came(self.port.answer(&sent, &stop, self.timeout_ms, stream), Stop::Network).await {
                // It can only be asked without. No one waits longer for that: only the connection is not cut when a call
                // is stopped.
                Err(Stop::Network(error)) if with_signal && self.port.refuses_signal(&error) => with_signal = false,
                came => return came.map(response),
            }
        }
    }

    fn hold(&self, ms: f64) {
        self.port.hold(ms);
    }

    fn until(&self, date: &str) -> f64 {
        self.port.until(date)
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }

    fn observe(&self, event: Event<JsValue>) {
        let Event { name, method, url, attempt, status, delay_ms, error } = event;
        let error = error.map_or(JsValue::UNDEFINED, |error| (self.shown)(error, self.config));
        self.port.observe(name, method.0, url, attempt, status, delay_ms, &error);
    }

    fn chunk(&self, start: usize, end: usize) -> Result<String, Problem> {
        let too_large = || "the rows of one request are too large for one text: make `chunkSize` smaller".into();
        self.port.chunk(start, end).ok_or_else(too_large)
    }

    fn progress(&self, written: usize, total: usize) {
        self.port.progress(written, total);
    }
}

impl Engine for Transport<'_> {
    type Json = JsValue;

    fn parse(&self, text: &JsValue) -> Option<JsValue> {
        parse(text).ok()
    }

    fn shape(&self, value: &JsValue) -> Shape {
        match self.port.shape(value) {
            0 => Shape::Blank,
            1 => Shape::Scalar,
            2 => Shape::Object,
            objects => Shape::Array(value.unchecked_ref::<Array>().length() as usize, objects == 3),
        }
    }

    fn item(&self, array: &JsValue, at: usize) -> JsValue {
        array.unchecked_ref::<Array>().get(at as u32)
    }

    fn ids(&self, rows: &JsValue) -> Option<(JsValue, String)> {
        let ids = self.port.ids(rows)?;
        let text = ids.join(",").into();
        Some((ids.into(), text))
    }

    fn list(&self) -> JsValue {
        Array::new().into()
    }

    fn append(&self, list: &JsValue, array: &JsValue) {
        self.port.append(list, array);
    }

    fn read(&self, value: &JsValue) -> Value {
        let packed = self.port.pack(value);
        let words: Uint32Array = packed.get(0).unchecked_into();
        let text: Uint16Array = packed.get(1).unchecked_into();
        unpack(&words.to_vec(), &text.to_vec()).unwrap_or(Value::Other)
    }

    fn text(&self, text: &str) -> JsValue {
        text.into()
    }

    fn beginning(&self, text: &JsValue, length: usize) -> String {
        self.port.beginning(text, length)
    }

    fn mask(&self, text: &JsValue, config: &Config) -> JsValue {
        config.masked(&self.beginning(text, MOST_OF_AN_ERROR)).into()
    }
}

/// The head of an answer, and its text or stream.
fn response(came: Array) -> Response<JsValue> {
    Response {
        status: came.get(1).as_f64().unwrap_or_default() as u16,
        retry_after: came.get(2).as_string(),
        is_json: came.get(3).is_truthy(),
        body: came.get(4),
    }
}

/// The second argument of `fetch`: given a `Request`, npm's undici and many wrappers fail. Where the engine has no
/// `Headers` they go in as a plain object.
pub fn init(plan: &Plan, added: &Headers, makes_headers: bool) -> Result<Object, JsValue> {
    let request = &plan.request;
    // Without a prototype: `fetch` would send what a page has hung on that, such as a `body`.
    let init = Object::create(JsValue::NULL.unchecked_ref());
    set(&init, "method", &request.method.0.into());
    set(&init, "redirect", &"manual".into());
    if let Some(body) = &request.body {
        set(&init, "body", &body.as_str().into());
    }
    if makes_headers {
        let made = gloo_net::http::Headers::new();
        for (name, value) in plan.request.headers.iter().chain(added) {
            made.set(name, value);
        }
        set(&init, "headers", &made.into_raw());
    } else {
        let plain = Object::new();
        for (name, value) in plan.request.headers.iter().chain(added) {
            set(&plain, name, &value.as_str().into());
        }
        set(&init, "headers", &plain);
    }
    Ok(init)
}

/// Sets a property of an object that we made: it cannot throw.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}
