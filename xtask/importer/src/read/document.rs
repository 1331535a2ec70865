//! The document as a whole: references in it, and schemas of which references, `allOf` and both spellings of `null` are
//! resolved.

use super::spot::{Problem, Spot};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashSet;

/// A document, and what of it could not be read.
pub struct Document<'a> {
    root: &'a Value,
    complaints: RefCell<Vec<Problem>>,
}

/// A schema with all that its references and `allOf` say. What stands nearer wins.
#[derive(Clone, Debug)]
pub struct Schema<'a> {
    /// Where it stands.
    pub pointer: String,
    /// Its name among the components.
    pub name: Option<String>,
    /// Whether it may be `null`.
    pub nullable: bool,
    keywords: Vec<(&'a str, Spot<'a>)>,
}

impl<'a> Document<'a> {
    /// A document.
    pub fn new(root: &'a Value) -> Self {
        Self { root, complaints: RefCell::default() }
    }

    /// The whole.
    pub fn root(&self) -> Spot<'a> {
        Spot::root(self.root)
    }

    /// Notes what could not be read; it is told once.
    pub fn complain(&self, problem: Problem) {
        let mut complaints = self.complaints.borrow_mut();
        if !complaints.contains(&problem) {
            complaints.push(problem);
        }
    }

    /// What could not be read.
    pub fn complaints(self) -> Vec<Problem> {
        self.complaints.into_inner()
    }

    /// What stands here, or where a reference leads to.
    pub fn resolve(&self, spot: Spot<'a>) -> Result<Spot<'a>, Problem> {
        let mut trail = vec![spot.pointer.clone()];
        let mut spot = spot;
        while let Some(reference) = spot.get("$ref") {
            spot = self.follow(&reference)?;
            if trail.contains(&spot.pointer) {
                return Err(reference.problem("this reference goes in a circle"));
            }
            trail.push(spot.pointer.clone());
        }
        Ok(spot)
    }

    fn follow(&self, reference: &Spot<'a>) -> Result<Spot<'a>, Problem> {
        let text = reference.text().ok_or_else(|| reference.problem("a reference is text"))?;
        let Some(pointer) = text.strip_prefix('#') else {
            return Err(reference.problem(format!("`{text}` leads out of the document")));
        };
        let pointer = decoded(pointer);
        match self.root.pointer(&pointer) {
            Some(value) => Ok(Spot { value, pointer }),
            None => Err(reference.problem(format!("there is no `{text}`"))),
        }
    }

    /// The schema here.
    pub fn schema(&self, spot: &Spot<'a>) -> Result<Schema<'a>, Problem> {
        let mut schema = Schema { pointer: spot.pointer.clone(), name: None, nullable: false, keywords: Vec::new() };
        self.add(&mut schema, spot, &mut Vec::new(), &mut HashSet::new())?;
        Ok(schema)
    }

    /// Adds what stands here. `trail` leads here from the schema that was asked for; of what is `added` already nothing is
    /// new, and documents in which each of a row of schemas names the next twice would take for ever.
    fn add(
        &self,
        schema: &mut Schema<'a>,
        spot: &Spot<'a>,
        trail: &mut Vec<String>,
        added: &mut HashSet<String>,
    ) -> Result<(), Problem> {
        if trail.contains(&spot.pointer) {
            return Err(spot.problem("this schema is a part of itself"));
        }
        if !added.insert(spot.pointer.clone()) {
            return Ok(());
        }
        if !spot.value.is_object() && !spot.value.is_boolean() {
            return Err(spot.problem("a schema is an object"));
        }
        trail.push(spot.pointer.clone());
        for (name, keyword) in spot.members() {
            match name {
                "$ref" | "allOf" | "oneOf" | "anyOf" => {}
                "nullable" => schema.nullable |= keyword.is_true(),
                "type" => {
                    schema.nullable |= keyword.elements().iter().any(|one| one.text() == Some("null"));
                    schema.keywords.push((name, keyword));
                }
                _ => schema.keywords.push((name, keyword)),
            }
        }
        if let Some(reference) = spot.get("$ref") {
            let target = self.follow(&reference)?;
            if schema.name.is_none() {
                schema.name = target.pointer.strip_prefix("/components/schemas/").map(String::from);
            }
            self.add(schema, &target, trail, added)?;
        }
        for part in spot.get("allOf").iter().flat_map(Spot::elements) {
            self.add(schema, &part, trail, added)?;
        }
        for alternatives in [spot.get("oneOf"), spot.get("anyOf")].into_iter().flatten() {
            let (null, others): (Vec<_>, Vec<_>) = alternatives
                .elements()
                .into_iter()
                .partition(|alternative| alternative.get("type").is_some_and(|only| only.text() == Some("null")));
            schema.nullable |= !null.is_empty();
            match others.as_slice() {
                [only] => self.add(schema, only, trail, added)?,
                _ => schema.keywords.push(("anyOf", alternatives)),
            }
        }
        trail.pop();
        Ok(())
    }
}

/// A pointer as it stands in a URL, in its own letters.
fn decoded(pointer: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = pointer.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| *first == b'%');
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl<'a> Schema<'a> {
    /// What a keyword says.
    pub fn get(&self, name: &str) -> Option<&Spot<'a>> {
        self.keywords.iter().find_map(|(keyword, spot)| (*keyword == name).then_some(spot))
    }

    /// Whether a keyword says `true`.
    pub fn is(&self, name: &str) -> bool {
        self.get(name).is_some_and(Spot::is_true)
    }

    /// Its properties in their order.
    pub fn properties(&self) -> Vec<(&'a str, Spot<'a>)> {
        let mut found: Vec<(&str, Spot)> = Vec::new();
        for property in self.all("properties").flat_map(Spot::members) {
            if found.iter().all(|(name, _)| *name != property.0) {
                found.push(property);
            }
        }
        found
    }

    /// Whether the property must be there.
    pub fn requires(&self, property: &str) -> bool {
        self.all("required").flat_map(Spot::elements).any(|name| name.text() == Some(property))
    }

    /// Its type, if there is one beside `null`, or if other keywords tell.
    pub fn type_name(&self) -> Option<&'a str> {
        let named = self.get("type").and_then(|named| {
            let several = named.elements();
            named.text().or_else(|| several.iter().filter_map(Spot::text).find(|name| *name != "null"))
        });
        named.or_else(|| {
            let first = self.get("enum").or(self.get("const"));
            let first = first.map(|values| values.elements().first().map_or(values.value, |first| first.value));
            match first {
                Some(Value::String(_)) => Some("string"),
                Some(Value::Number(_)) => Some("integer"),
                _ if !self.properties().is_empty() => Some("object"),
                _ if self.get("items").is_some() => Some("array"),
                _ => ["format", "pattern", "maxLength", "minLength"]
                    .iter()
                    .any(|name| self.get(name).is_some())
                    .then_some("string"),
            }
        })
    }

    /// Its keywords.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a str, &Spot<'a>)> {
        self.keywords.iter().map(|(name, spot)| (*name, spot))
    }

    fn all(&self, name: &'static str) -> impl Iterator<Item = &Spot<'a>> {
        self.keywords.iter().filter_map(move |(keyword, spot)| (*keyword == name).then_some(spot))
    }
}
