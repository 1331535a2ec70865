//! A value from outside: what a body, a list option or an answer holds, as JSON has it, with the few things besides
//! that JavaScript can put there. Whoever reads input (packed text, JSON text) only fills this.

/// A value from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; NaN and the infinities too.
    Number(f64),
    /// Text, well-formed.
    Text(String),
    /// Text with half of a surrogate pair in it; each stands as U+FFFD here.
    Broken(String),
    /// A JavaScript `Date`, as ISO 8601 text in UTC.
    Date(String),
    /// An array.
    Array(Vec<Value>),
    /// An object: its own enumerable properties in their order, those that are `undefined` left out.
    Object(Vec<(String, Value)>),
    /// A function.
    Function,
    /// What has no place in JSON: a symbol, a bigint, an invalid `Date`, a `Map`, a cycle, a getter that threw.
    Other,
}

impl Value {
    /// The entry of that name, if this is an object that has it.
    #[inline(never)] // It is asked in very many places.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Object(entries) => entries.iter().find_map(|(key, value)| (key == name).then_some(value)),
            _ => None,
        }
    }

    /// The same, taken out; the order of the others may change.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let Value::Object(entries) = self else { return None };
        let place = entries.iter().position(|(key, _)| key == name)?;
        Some(entries.swap_remove(place).1)
    }

    /// The text, if it is well-formed text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is exactly this.
    pub fn is(&self, value: bool) -> bool {
        matches!(self, Value::Bool(own) if *own == value)
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// An object of ours in the making: what is told to whoever asks.
#[derive(Default)]
pub struct Object(Vec<(String, Value)>);

impl Object {
    /// With one more entry.
    #[inline(never)]
    pub fn put(&mut self, name: &str, value: Value) {
        self.0.push((name.into(), value));
    }

    /// With a text.
    #[inline(never)]
    pub fn text(&mut self, name: &str, text: &str) {
        self.put(name, Value::Text(text.into()));
    }

    /// With a text, if there is one.
    pub fn some_text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// With a number.
    #[inline(never)]
    pub fn number(&mut self, name: &str, number: f64) {
        self.put(name, Value::Number(number));
    }

    /// With a number, if there is one.
    #[inline(never)]
    pub fn some_number(&mut self, name: &str, number: Option<u32>) {
        if let Some(number) = number {
            self.number(name, number.into());
        }
    }

    /// With `true` or `false`.
    #[inline(never)]
    pub fn bool(&mut self, name: &str, value: bool) {
        self.put(name, Value::Bool(value));
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Value::Object(object.0)
    }
}
