//! Who gave verdicts: a field of Django REST framework's serializer, or a judge that knows no field.

use serde_json::Value;

/// One who gave verdicts.
pub struct Column {
    /// The judge's name; for a field of Django REST framework's serializer its kind.
    pub name: String,
    /// The field, if it is one.
    pub field: Option<Value>,
    /// Of a judge that knows no field, the pools that it was asked about.
    pools: Vec<Value>,
}

impl Column {
    /// A field as the record describes it, or the name of a judge that knows none.
    pub fn of(described: &Value) -> Self {
        match described.as_str() {
            Some(name) => Self::judge(name, &[]),
            None => Self {
                name: described["kind"].as_str().unwrap().to_owned(),
                field: Some(described.clone()),
                pools: Vec::new(),
            },
        }
    }

    /// A judge that knows no field, with the pools that it was asked about.
    pub fn judge(name: &str, pools: &[Value]) -> Self {
        Self { name: name.to_owned(), field: None, pools: pools.to_vec() }
    }

    /// Whether it has a verdict on a value of this pool.
    pub fn is_asked(&self, pool: &str, value: &Value) -> bool {
        match &self.field {
            Some(field) => takes(field, value),
            None => self.pools.iter().any(|judged| judged == pool),
        }
    }
}

/// Whether the value is of the field's JSON type, or null; as in `tests/judge/validation/fields.py`.
fn takes(field: &Value, value: &Value) -> bool {
    let kind = field["kind"].as_str().unwrap();
    let listed = |is_text: bool| kind == "enum" && field["values"][0].is_string() == is_text;
    match value {
        Value::Null => true,
        Value::Bool(_) => kind == "boolean",
        Value::Number(_) => matches!(kind, "integer" | "number") || listed(false),
        Value::String(_) => {
            const TEXTS: [&str; 9] = ["text", "email", "url", "luhn", "gln13", "pattern", "uuid", "date", "date-time"];
            TEXTS.contains(&kind) || listed(true)
        }
        Value::Array(_) => matches!(kind, "references" | "objects"),
        Value::Object(_) => matches!(kind, "reference" | "object"),
    }
}
