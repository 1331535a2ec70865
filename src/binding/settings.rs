//! Options in: read and checked once, answered as plain data, so that the JavaScript layer knows the defaults. A call
//! brings its client's options along as they were packed: nothing is kept on this side.

use wasm_bindgen::prelude::*;

use super::data::plain;
use super::failure::{config, err, ok};
use crate::options::{self, Config, Problem, Terms};
use crate::packed::unpack;
use crate::value::Value;

/// Checks options: `what` is `client`, `schema`, `rows`, `request` or `bulk`. Of a client's it answers what the JavaScript
/// layer needs, with defaults; of a schema's how bodies are judged; all others stand as they were packed.
#[wasm_bindgen(js_name = readOptions)]
pub fn read_options(what: &str, words: &[u32], text: &[u16]) -> JsValue {
    match read(what, words, text) {
        Ok(data) => ok(&data),
        Err(problem) => err(&config(&problem)),
    }
}

fn read(what: &str, words: &[u32], text: &[u16]) -> Result<JsValue, Problem> {
    if what == "client" {
        return client(words, text).map(|config| plain(&config.told()));
    }
    let given = given(words, text);
    options::check(what, &given)?;
    Ok(Terms::of(&given, what == "rows").0.into())
}

/// A client's options, as packed.
pub fn client(words: &[u32], text: &[u16]) -> Result<Config, Problem> {
    options::client(given(words, text), page().as_deref())
}

fn given(words: &[u32], text: &[u16]) -> Value {
    unpack(words, text).unwrap_or_else(|| Value::Object(Vec::new()))
}

/// Whether a browser runs this.
pub fn in_browser() -> bool {
    page().is_some()
}

/// The origin of the page or worker of a browser that runs this: there a base URL may be relative, and CORS may be in the
/// way. (Node, Deno and Bun have no `location` unless asked for one; jsdom has it, and relative URLs with it.)
fn page() -> Option<String> {
    let location = js_sys::Reflect::get(&js_sys::global(), &"location".into()).ok().filter(JsValue::is_object)?;
    js_sys::Reflect::get(&location, &"origin".into()).ok()?.as_string()
}
