//! Data out: a value of ours as plain JavaScript.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_wasm_bindgen::Serializer as ToJs;
use wasm_bindgen::JsValue;

use crate::value::Value;

/// As plain JavaScript: objects, not `Map`s.
pub fn plain(value: &Value) -> JsValue {
    Plain(value).serialize(&ToJs::json_compatible()).unwrap_or_default()
}

struct Plain<'a>(&'a Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Text(text) | Value::Broken(text) | Value::Date(text) => serializer.serialize_str(text),
            Value::Array(items) => {
                let mut list = serializer.serialize_seq(None)?;
                for item in items {
                    list.serialize_element(&Plain(item))?;
                }
                list.end()
            }
            Value::Object(entries) => {
                let mut object = serializer.serialize_map(None)?;
                for (name, value) in entries {
                    object.serialize_entry(name, &Plain(value))?;
                }
                object.end()
            }
            Value::Null | Value::Function | Value::Other => serializer.serialize_unit(),
        }
    }
}
