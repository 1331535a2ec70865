//! The client's port in the browser and in Node: gloo-net makes the request, `fetch` (the engine's, or the caller's own)
//! sends it, the answer is taken by its shape. Nothing here decides; nothing here may leave a promise unsettled. So
//! gloo-net's `send` and its `Response` are not used: they throw past every handler when `fetch` rejects with something
//! that is no `Error`, or answers something that only says it is a `Response`. Each property of an answer is read
//! guardedly.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::str::FromStr;

use gloo_net::http::{Method, RequestBuilder};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use crate::client::{Event, Port, Stop};
use crate::decode::{Engine, Shape};
use crate::error::Error;
use crate::options::Config;
use crate::packed::unpack;
use crate::request::Request;
use crate::response::Response;
use crate::value::Value;

#[wasm_bindgen]
extern "C" {
    /// What the JavaScript layer gives to each call; see `pkg-template/src/call.ts`.
    pub type JsPort;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &JsPort) -> AbortSignal;
    #[wasm_bindgen(method)]
    fn enter(this: &JsPort) -> Promise;
    #[wasm_bindgen(method)]
    fn hold(this: &JsPort, ms: f64);
    #[wasm_bindgen(method, getter, js_name = headers)]
    fn own_headers(this: &JsPort) -> Option<Function>;
    #[wasm_bindgen(method, getter, js_name = fetch)]
    fn own_fetch(this: &JsPort) -> Option<Function>;
    #[wasm_bindgen(method, getter)]
    fn observe(this: &JsPort) -> Option<Function>;
    /// Packs any value, reading it guardedly: `[words, text]`.
    #[wasm_bindgen(method, catch)]
    fn pack(this: &JsPort, value: &JsValue) -> Result<Array, JsValue>;
    /// The JSON text of rows of a bulk write.
    #[wasm_bindgen(method, catch)]
    pub fn chunk(this: &JsPort, start: usize, end: usize) -> Result<String, JsValue>;
    /// How many rows of a bulk write are written.
    #[wasm_bindgen(method, catch)]
    pub fn progress(this: &JsPort, written: usize, total: usize) -> Result<(), JsValue>;

    /// Takes the text as the engine's own, so that a large body is never copied to this side.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &Function, ms: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// Makes the data of an error of ours for whoever watches.
type Shown = Box<dyn Fn(&Error<JsValue>) -> JsValue>;

/// One call's port.
pub struct Transport {
    port: JsPort,
    failure: Shown,
    timeout_ms: f64,
}

impl Transport {
    /// Over the port that the JavaScript layer made for this call.
    pub fn new(port: JsPort, timeout_ms: f64, failure: impl Fn(&Error<JsValue>) -> JsValue + 'static) -> Self {
        Self { port, failure: Box::new(failure), timeout_ms }
    }

    fn global_fetch(&self) -> Option<Function> {
        Reflect::get(&js_sys::global(), &"fetch".into()).ok()?.dyn_into().ok()
    }
}

/// A turn in the queue.
pub struct Turn(Function);

impl Drop for Turn {
    fn drop(&mut self) {
        // Giving the place back cannot fail in a way that anybody could mend.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Why a wait ended early.
#[derive(Clone, Copy, PartialEq)]
enum Why {
    Timeout,
    Aborted,
}

/// A clock and the caller's signal beside whatever is awaited: `ended` settles when one of them is first.
struct Watch {
    why: Rc<Cell<Option<Why>>>,
    ended: Promise,
    signal: AbortSignal,
    on_abort: Closure<dyn FnMut()>,
    timer: Option<(JsValue, Closure<dyn FnMut()>)>,
}

impl Watch {
    /// `stop` is called when the time (0: none) is over or the signal aborts, before `ended` settles.
    fn new(signal: AbortSignal, ms: f64, stop: impl Fn() + 'static) -> Self {
        let why = Rc::new(Cell::new(None));
        let settle: Rc<RefCell<Option<Function>>> = Rc::default();
        let ended = Promise::new(&mut |resolve, _| *settle.borrow_mut() = Some(resolve));
        let (seen, stop) = (why.clone(), Rc::new(stop));
        let end = move |reason: Why| {
            if seen.get().is_none() {
                seen.set(Some(reason));
                stop();
                if let Some(settle) = settle.borrow().as_ref() {
                    let _ = settle.call0(&JsValue::UNDEFINED);
                }
            }
        };
        let end_of_time = end.clone();
        if signal.aborted() {
            end(Why::Aborted);
        }
        let on_abort = Closure::new(move || end(Why::Aborted));
        // An own signal of ours: adding a listener cannot throw.
        let _ = signal.add_event_listener_with_callback("abort", on_abort.as_ref().unchecked_ref());
        let timer = (ms > 0.0).then(|| {
            let fire = Closure::new(move || end_of_time(Why::Timeout));
            (set_timeout(fire.as_ref().unchecked_ref(), ms), fire)
        });
        Self { why, ended, signal, on_abort, timer }
    }

    /// What the promise settles with, unless the clock or the signal is first.
    async fn race(&self, promise: &Promise) -> Result<JsValue, Stop<JsValue>> {
        let settled = JsFuture::from(Promise::race(&Array::of2(promise, &self.ended))).await;
        match self.why.get() {
            Some(Why::Aborted) => Err(Stop::Aborted),
            Some(Why::Timeout) => Err(Stop::Timeout),
            None => settled.map_err(Stop::Network),
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.signal.remove_event_listener_with_callback("abort", self.on_abort.as_ref().unchecked_ref());
        if let Some((timer, _)) = &self.timer {
            clear_timeout(timer);
        }
    }
}

impl Engine for Transport {
    type Json = JsValue;

    fn parse(&self, text: &JsValue) -> Option<JsValue> {
        parse(text).ok()
    }

    fn shape(&self, value: &JsValue) -> Shape {
        if let Some(items) = value.dyn_ref::<Array>() {
            Shape::Array(items.length() as usize)
        } else if value.is_undefined()
            || value.dyn_ref::<js_sys::JsString>().is_some_and(|text| text.trim().length() == 0)
        {
            Shape::Blank
        } else if value.is_object() {
            Shape::Object
        } else {
            Shape::Scalar
        }
    }

    fn items(&self, value: &JsValue) -> Vec<JsValue> {
        value.dyn_ref::<Array>().map(|items| items.iter().collect()).unwrap_or_default()
    }

    fn id(&self, value: &JsValue) -> Option<String> {
        value.as_string().or_else(|| get(value, "id").ok()?.as_string())
    }

    fn read(&self, value: &JsValue) -> Value {
        let Ok(packed) = self.port.pack(value) else { return Value::Other };
        let words = packed.get(0).dyn_into::<js_sys::Uint32Array>();
        let text = packed.get(1).dyn_into::<js_sys::Uint16Array>();
        match (words, text) {
            (Ok(words), Ok(text)) => unpack(&words.to_vec(), &text.to_vec()).unwrap_or(Value::Other),
            _ => Value::Other,
        }
    }

    fn text(&self, text: &str) -> JsValue {
        text.into()
    }

    fn beginning(&self, text: &JsValue, length: usize) -> String {
        match text.dyn_ref::<js_sys::JsString>() {
            Some(text) => String::from(text.slice(0, u32::try_from(length).unwrap_or(u32::MAX))),
            None => String::new(),
        }
    }

    fn mask(&self, text: &JsValue, config: &Config) -> JsValue {
        text.as_string().map_or(JsValue::UNDEFINED, |text| config.masked(&text).into())
    }
}

impl Port for Transport {
    type Turn = Turn;

    async fn enter(&self) -> Result<Turn, Stop<JsValue>> {
        let watch = Watch::new(self.port.signal(), 0.0, || {});
        let entered = self.port.enter();
        match watch.race(&entered).await {
            Ok(release) => release.dyn_into().map(Turn).map_err(Stop::Thrown),
            Err(stop) => {
                // Whoever waits no longer must not keep the place that is given later.
                wasm_bindgen_futures::spawn_local(async move {
                    if let Ok(release) = JsFuture::from(entered).await {
                        drop(release.dyn_into().map(Turn));
                    }
                });
                Err(stop)
            }
        }
    }

    fn hold(&self, ms: f64) {
        self.port.hold(ms);
    }

    async fn headers(&self) -> Result<Vec<(String, String)>, Stop<JsValue>> {
        let Some(headers) = self.port.own_headers() else { return Ok(Vec::new()) };
        // While it is asked the call holds a place in the queue: it has as long as an attempt has.
        let watch = Watch::new(self.port.signal(), self.timeout_ms, || {});
        let asked = headers.call0(&JsValue::UNDEFINED).map_err(Stop::Thrown)?;
        let answer = watch.race(&Promise::resolve(&asked)).await?;
        let pairs = Reflect::get(&answer, &"pairs".into()).unwrap_or_default();
        let Some(pairs) = pairs.dyn_ref::<Array>() else {
            return Err(Stop::Thrown(Reflect::get(&answer, &"thrown".into()).unwrap_or_default()));
        };
        pairs
            .iter()
            .map(|pair| {
                let pair: &Array = pair.unchecked_ref();
                match (pair.get(0).as_string(), pair.get(1).as_string()) {
                    (Some(name), Some(value)) => Ok((name, value)),
                    _ => Err(Stop::Config("`headers` must answer texts by name".into())),
                }
            })
            .collect()
    }

    async fn fetch(
        &self,
        request: &Request,
        timeout_ms: f64,
        stream: bool,
    ) -> Result<Response<JsValue>, Stop<JsValue>> {
        let Some(fetch) = self.port.own_fetch().or_else(|| self.global_fetch()) else {
            return Err(Stop::Config("this engine has no `fetch`: give one as option".into()));
        };
        let controller = AbortController::new().map_err(Stop::Network)?;
        let init = init(request)?;
        set(&init, "signal", &controller.signal());
        let stopper = controller.clone();
        // With an Error as reason, whatever the caller's was.
        let stop = move || stopper.abort_with_reason(&js_sys::Error::new("the request was stopped"));
        let watch = Watch::new(self.port.signal(), timeout_ms, stop);
        if watch.why.get().is_some() {
            return Err(Stop::Aborted);
        }
        let ask = || {
            let sent = fetch.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init);
            sent.map(|sent| Promise::resolve(&sent)).map_err(Stop::Network)
        };
        let answer = match watch.race(&ask()?).await {
            Err(Stop::Network(error)) if refuses_signal(&error) => {
                set(&init, "signal", &JsValue::UNDEFINED);
                watch.race(&ask()?).await?
            }
            answered => answered?,
        };
        let mut response = head(&answer).map_err(Stop::Network)?;
        let body = Reflect::get(&answer, &"body".into()).unwrap_or_default();
        if stream && response.is_success() && body.is_object() {
            response.body = body;
            return Ok(response);
        }
        let read = Reflect::get(&answer, &"text".into()).ok().and_then(|text| text.dyn_into::<Function>().ok());
        let Some(read) = read else {
            return Err(Stop::Network(js_sys::TypeError::new("fetch answered something without `text()`").into()));
        };
        let text = read.call0(&answer).map_err(Stop::Network)?;
        let text = watch.race(&Promise::resolve(&text)).await?;
        response.body = if text.is_string() { text } else { JsValue::UNDEFINED };
        Ok(response)
    }

    async fn sleep(&self, ms: f64) -> Result<(), Stop<JsValue>> {
        // The clock is what is waited for here: its end is no failure.
        let watch = Watch::new(self.port.signal(), ms.max(1.0), || {});
        let _ = JsFuture::from(watch.ended.clone()).await;
        if watch.why.get() == Some(Why::Aborted) { Err(Stop::Aborted) } else { Ok(()) }
    }

    fn now(&self) -> f64 {
        js_sys::Date::now()
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }

    fn observe(&self, event: Event<JsValue>) {
        let Some(observe) = self.port.observe() else { return };
        let data = js_sys::Object::new();
        set(&data, "method", &event.method.0.as_str().into());
        set(&data, "url", &event.url.into());
        set(&data, "attempt", &event.attempt.into());
        if let Some(status) = event.status {
            set(&data, "status", &status.into());
        }
        if let Some(delay) = event.delay_ms {
            set(&data, "delayMs", &delay.into());
        }
        if let Some(error) = event.error {
            set(&data, "error", &(self.failure)(error));
        }
        // The JavaScript layer's function, which swallows what observers throw.
        let _ = observe.call2(&JsValue::UNDEFINED, &event.name.into(), &data);
    }
}

/// The second argument of `fetch`. Given a `Request`, npm's undici and many wrappers fail: so the request that gloo-net
/// built is taken apart again. Where the engine has no `Request` (jsdom) its parts go in as they are.
fn init(request: &Request) -> Result<js_sys::Object, Stop<JsValue>> {
    let init = js_sys::Object::new();
    set(&init, "method", &request.method.0.as_str().into());
    set(&init, "redirect", &"manual".into());
    if let Some(body) = &request.body {
        set(&init, "body", &body.as_str().into());
    }
    let engine_has_request = Reflect::get(&js_sys::global(), &"Request".into()).is_ok_and(|found| found.is_function());
    if engine_has_request {
        let method = Method::from_str(&request.method.0).map_err(|_| Stop::Config("not an HTTP method".into()))?;
        let mut builder = RequestBuilder::new(&request.url).method(method);
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        let built = match builder.build() {
            Ok(built) => web_sys::Request::from(built),
            Err(error) => return Err(Stop::Network(js_sys::TypeError::new(&error.to_string()).into())),
        };
        set(&init, "headers", &built.headers());
    } else {
        let headers = js_sys::Object::new();
        for (name, value) in &request.headers {
            set(&headers, name, &value.as_str().into());
        }
        set(&init, "headers", &headers);
    }
    Ok(init)
}

/// Node's `fetch`, put into jsdom, refuses jsdom's signals before it sends anything, and can only be asked without. No
/// one waits longer for that: only the connection is not cut when a call is stopped.
fn refuses_signal(error: &JsValue) -> bool {
    let message = get(error, "message").ok().and_then(|message| message.as_string());
    message.is_some_and(|message| message.starts_with("RequestInit: ") && message.ends_with(" AbortSignal."))
}

/// Status and headers of an answer, by its shape: undici's, jsdom's and mocks' are no `instanceof Response`, and what is
/// one may still have a getter that throws.
fn head(answer: &JsValue) -> Result<Response<JsValue>, JsValue> {
    let wrong = |why: &str| Err(js_sys::TypeError::new(why).into());
    if !answer.is_object() {
        return wrong("fetch answered something that is no response");
    }
    let Some(status) = get(answer, "status")?.as_f64().filter(|status| (0.0..1000.0).contains(status)) else {
        return wrong("fetch answered something without a status");
    };
    // A browser hides a redirect that is not followed behind the status 0.
    if status == 0.0 && get(answer, "type")?.as_string().as_deref() != Some("opaqueredirect") {
        return wrong("fetch answered an error response");
    }
    let headers = get(answer, "headers")?;
    let read = if headers.is_object() { get(&headers, "get")? } else { JsValue::UNDEFINED };
    let header = |name: &str| read.dyn_ref::<Function>()?.call1(&headers, &name.into()).ok()?.as_string();
    let is_json = header("content-type").is_some_and(|kind| says_json(&kind));
    Ok(Response { status: status as u16, retry_after: header("retry-after"), is_json, body: JsValue::UNDEFINED })
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

/// `application/json`, `application/problem+json` and their like.
fn says_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    kind.ends_with("/json") || kind.ends_with("+json")
}

/// Sets a property of an object that we made: it cannot throw.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}
