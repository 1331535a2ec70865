//! The sandbox as JavaScript calls it: a number stands for each. Texts come as JavaScript texts, headers as a flat
//! array of names and values; the JavaScript layer makes requests and answers of them.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::sandbox::credentials::CREDENTIALS;
use crate::sandbox::{HttpRequest, HttpResponse, Sandbox};

thread_local! {
    static SANDBOXES: RefCell<Vec<Option<Sandbox>>> = const { RefCell::new(Vec::new()) };
}

/// Makes a sandbox from the JSON text of a seed: `{ ok: handle }`, or `{ error }` of kind `config`.
#[wasm_bindgen(js_name = sandboxCreate)]
pub fn sandbox_create(seed_json: &str, now: f64, check_relations: bool) -> JsValue {
    let answer = Object::new();
    match Sandbox::new(seed_json, now) {
        Ok(mut sandbox) => {
            if check_relations {
                sandbox.check_relations();
            }
            set(&answer, "ok", &keep(sandbox).into());
        }
        Err(error) => {
            let failure = Object::new();
            set(&failure, "kind", &"config".into());
            set(&failure, "message", &error.to_string().into());
            set(&answer, "error", &failure);
        }
    }
    answer.into()
}

/// All rows of a sandbox, as the JSON text of a seed.
#[wasm_bindgen(js_name = sandboxData)]
pub fn sandbox_data(handle: u32) -> String {
    with(handle, |sandbox| sandbox.data()).unwrap_or_default()
}

/// Rows that look real, as the JSON text of an array; `undefined` where there is no such resource.
#[wasm_bindgen(js_name = sandboxGenerate)]
pub fn sandbox_generate(handle: u32, name: &str, count: u32, seed: f64, keep: bool, now: f64) -> Option<String> {
    with(handle, |sandbox| sandbox.generate(name, count, seed as i64 as u64, keep, now))?
}

/// Asks a sandbox: `{ status, headers, body }`. One that was dropped answers 500.
#[wasm_bindgen(js_name = sandboxHandle)]
pub fn sandbox_handle(
    handle: u32,
    method: &str,
    path_and_query: &str,
    headers: &JsValue,
    body: &JsValue,
    now: f64,
) -> JsValue {
    let texts: Vec<String> = headers
        .dyn_ref::<Array>()
        .map_or_else(Vec::new, |headers| headers.iter().map(|text| text.as_string().unwrap_or_default()).collect());
    let headers: Vec<(&str, &str)> = texts
        .chunks(2)
        .filter_map(|pair| match pair {
            [name, value] => Some((name.as_str(), value.as_str())),
            _ => None,
        })
        .collect();
    let body = body.as_string();
    let request = HttpRequest { method, path_and_query, headers: &headers, body: body.as_deref() };
    let response = with(handle, |sandbox| sandbox.handle(&request, now)).unwrap_or_else(|| HttpResponse {
        status: 500,
        headers: Vec::new(),
        body: None,
        wrote: None,
    });
    let headers = Array::new();
    for (name, value) in &response.headers {
        headers.push(&(*name).into());
        headers.push(&value.as_str().into());
    }
    let answer = Object::new();
    set(&answer, "status", &response.status.into());
    set(&answer, "headers", &headers);
    set(&answer, "body", &response.body.map_or(JsValue::UNDEFINED, JsValue::from));
    set(&answer, "wrote", &response.wrote.map_or(JsValue::UNDEFINED, JsValue::from));
    answer.into()
}

/// Puts a sandbox back to its seed.
#[wasm_bindgen(js_name = sandboxReset)]
pub fn sandbox_reset(handle: u32) {
    with(handle, Sandbox::reset);
}

/// Gives a sandbox's memory back. Its number is not used again.
#[wasm_bindgen(js_name = sandboxDrop)]
pub fn sandbox_drop(handle: u32) {
    SANDBOXES.with_borrow_mut(|sandboxes| {
        if let Some(place) = sandboxes.get_mut(handle as usize) {
            *place = None;
        }
    });
}

/// The credentials that every sandbox expects, by their names among the client's options.
#[wasm_bindgen(js_name = sandboxCredentials)]
pub fn sandbox_credentials() -> JsValue {
    let credentials = Object::new();
    for credential in &CREDENTIALS {
        set(&credentials, credential.option, &credential.value.into());
    }
    credentials.into()
}

fn keep(sandbox: Sandbox) -> u32 {
    SANDBOXES.with_borrow_mut(|sandboxes| {
        sandboxes.push(Some(sandbox));
        u32::try_from(sandboxes.len() - 1).unwrap_or(u32::MAX)
    })
}

fn with<T>(handle: u32, act: impl FnOnce(&mut Sandbox) -> T) -> Option<T> {
    SANDBOXES.with_borrow_mut(|sandboxes| sandboxes.get_mut(handle as usize)?.as_mut().map(act))
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object does not fail.
    let _ = Reflect::set(object, &name.into(), value);
}
