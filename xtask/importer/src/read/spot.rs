//! A place in the document, known by its JSON pointer, and what is wrong there.

use serde_json::Value;
use std::fmt;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A JSON pointer; empty: the whole document.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
}

impl Problem {
    /// A problem there.
    pub fn at(pointer: &str, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{}: {}", self.pointer, self.message)
    }
}

impl std::error::Error for Problem {}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Spot<'a> {
    /// The value.
    pub value: &'a Value,
    /// Its JSON pointer.
    pub pointer: String,
}

impl<'a> Spot<'a> {
    /// The whole document.
    pub fn root(value: &'a Value) -> Self {
        Self { value, pointer: String::new() }
    }

    /// The member of that name.
    pub fn get(&self, name: &str) -> Option<Self> {
        let value = self.value.as_object()?.get(name)?;
        Some(Self { value, pointer: self.below(name) })
    }

    /// The members of an object in their order; of anything else none.
    pub fn members(&self) -> Vec<(&'a str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        members.map(|(name, value)| (name.as_str(), Self { value, pointer: self.below(name) })).collect()
    }

    /// The elements of an array; of anything else none.
    pub fn elements(&self) -> Vec<Self> {
        let elements = self.value.as_array().into_iter().flatten().enumerate();
        elements.map(|(place, value)| Self { value, pointer: format!("{}/{place}", self.pointer) }).collect()
    }

    /// Its text.
    pub fn text(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// Whether it is `true`.
    pub fn is_true(&self) -> bool {
        *self.value == Value::Bool(true)
    }

    /// A problem here.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::at(&self.pointer, message)
    }

    fn below(&self, name: &str) -> String {
        format!("{}/{}", self.pointer, name.replace('~', "~0").replace('/', "~1"))
    }
}
