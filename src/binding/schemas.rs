//! Models without a network: what there is, what a field is, whether a value may be sent.

use wasm_bindgen::prelude::*;

use super::data::plain;
use super::failure::{err, failure, ok};
use crate::error::Error;
use crate::form;
use crate::issue::{Code, Issue, Segment};
use crate::messages;
use crate::options::Terms;
use crate::packed::unpack;
use crate::query::{Purpose, query};
use crate::request::check_length;
use crate::resources::ALL;
use crate::rules::text;
use crate::schema::{Kind, Resource};
use crate::validate::{self, Mode, sure};
use crate::value::{Object, Value};

/// The field is only read.
const READ_ONLY: u32 = 1;
/// The field is `{ id }`: whatever else the object holds is not sent.
const REFERENCE: u32 = 2;
/// The field is an array of such.
const REFERENCES: u32 = 4;
/// It must be given.
const REQUIRED: u32 = 8;
/// It may be `null`.
const NULLABLE: u32 = 16;
/// What is before how a value is seen to be well, which takes four bits.
const HOW: u32 = 32;
/// Of texts that are ordinary the same is said where they are wrong in the same way.
const EXACT: u32 = 512;

/// The names of its operations; inviting people is one beside the template.
fn operations(resource: &Resource) -> impl Iterator<Item = &'static str> {
    let invite = (!resource.invite.is_empty()).then_some("invite");
    resource.operations.iter().map(|operation| operation.as_str()).chain(invite)
}

/// Every resource, by its number: a line each, of cells divided by tabs. As objects 150 of them took 11 ms, and a first call
/// waits for them.
#[wasm_bindgen]
pub fn resources() -> JsValue {
    let mut all = String::new();
    for resource in ALL.heads() {
        if !all.is_empty() {
            all.push('\n');
        }
        all.push_str(resource.application());
        let key = resource.key();
        for cell in [&*key, resource.type_name, resource.name, resource.base_path, resource.documented.as_str()] {
            all.push('\t');
            all.push_str(cell);
        }
        for operation in operations(&resource) {
            all.push('\t');
            all.push_str(operation);
        }
    }
    JsValue::from_str(&all)
}

/// How the rows of a resource are copied, and which are surely valid (`sure`): the place of the id or -1; what matches a
/// text of any content; then for each field its name, flags, the least and the most, and what matches its texts (and after
/// a line break those that are surely wrong, all in the same way); the names of fields that are only mentioned; and for each
/// rule an array of when it is kept and of the places of its fields.
#[wasm_bindgen]
pub fn table(resource: usize) -> JsValue {
    let Some(resource) = ALL.get(resource) else { return JsValue::UNDEFINED };
    let id = resource.fields.iter().position(|field| field.name == "id");
    let mut table = vec![Value::Number(id.map_or(-1.0, |at| at as f64)), Value::Text(sure::PLAIN.into())];
    for field in resource.fields {
        let sure = sure::sure(field);
        let mut flags = sure.how as u32 * HOW;
        flags |= match field.kind {
            Kind::Reference(_) => REFERENCE,
            Kind::Array(Kind::Reference(_)) => REFERENCES,
            _ => 0,
        };
        for (is, flag) in [
            (field.read_only, READ_ONLY),
            (field.required && !field.read_only, REQUIRED),
            (field.nullable || field.kind == Kind::Any, NULLABLE),
            (sure.is_exact, EXACT),
        ] {
            flags |= if is { flag } else { 0 };
        }
        table.push(Value::Text(field.name.into()));
        table.extend([f64::from(flags), sure.least, sure.most].map(Value::Number));
        table.push(Value::Text(text::joined(&[
            sure.body,
            if sure.unlike.is_empty() { "" } else { "\n" },
            sure.unlike,
        ])));
    }
    for name in resource.mentioned {
        table.push(Value::Text((*name).into()));
    }
    for (kept, places) in sure::rules(resource) {
        let mut rule = vec![Value::Number(f64::from(kept as u32))];
        for place in places {
            rule.push(Value::Number(place as f64));
        }
        table.push(Value::Array(rule));
    }
    plain(&Value::Array(table))
}

/// What is known of the fields of a resource, by name, and its filters.
#[wasm_bindgen]
pub fn describe(resource: usize) -> JsValue {
    let Some(resource) = ALL.get(resource) else { return JsValue::UNDEFINED };
    let mut fields = Object::default();
    let mut filters = Object::default();
    for field in resource.fields {
        fields.put(field.name, form::info(field));
    }
    for field in resource.filterable() {
        filters.put(field.name, names(&mut field.operators().iter().map(|operator| operator.as_str())));
    }
    let mut description = Object::default();
    description.put("fields", fields.into());
    description.put("filters", filters.into());
    plain(&description.into())
}

fn names(names: &mut dyn Iterator<Item = &'static str>) -> Value {
    let mut list = Vec::new();
    for name in names {
        list.push(Value::Text(name.into()));
    }
    Value::Array(list)
}

/// The failure of a body, or `undefined`.
#[wasm_bindgen]
pub fn validate(resource: usize, terms: u32, words: &[u32], text: &[u16]) -> JsValue {
    let Some(resource) = ALL.get(resource) else { return JsValue::UNDEFINED };
    let terms = Terms(terms);
    let value = unpack(words, text).unwrap_or(Value::Other);
    let issues = if terms.unchecked() {
        validate::unchecked(&value)
    } else {
        validate::body(resource, &value, terms.mode().unwrap_or(Mode::Create), terms.unknown())
    };
    refused(issues, terms)
}

/// The failure of many rows, or `undefined`; their paths begin with `first` and the place.
#[wasm_bindgen(js_name = validateRows)]
pub fn validate_rows(
    resource: usize,
    terms: u32,
    first: usize,
    max_issues: f64,
    words: &[u32],
    text: &[u16],
) -> JsValue {
    let Some(resource) = ALL.get(resource) else { return JsValue::UNDEFINED };
    let terms = Terms(terms);
    let rows = match unpack(words, text) {
        Some(Value::Array(rows)) => rows,
        // Rows given as text that does not parse.
        Some(Value::Text(_) | Value::Broken(_)) => return refused(vec![Issue::new(Code::Json)], terms),
        _ => return refused(vec![Issue::new(Code::Type).hint("array")], terms),
    };
    let mut issues = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let found = if terms.unchecked() {
            validate::unchecked(row)
        } else {
            validate::row(resource, row, terms.mode(), terms.unknown())
        };
        for issue in found {
            if issues.len() as f64 + 1.0 > max_issues {
                return refused(issues, terms);
            }
            issues.push(issue.inside(Segment::Index(first + at)));
        }
    }
    refused(issues, terms)
}

/// The issues of ids that stand twice among rows. Packed are those that may: for each the place of its row, the earlier id
/// and its own.
#[wasm_bindgen(js_name = duplicateIds)]
pub fn duplicate_ids(terms: u32, max_issues: f64, words: &[u32], text: &[u16]) -> JsValue {
    let Some(Value::Array(given)) = unpack(words, text) else { return JsValue::UNDEFINED };
    let mut issues = Vec::new();
    for triple in given.chunks_exact(3) {
        let [Value::Number(place), Value::Text(earlier), Value::Text(id)] = triple else { continue };
        if issues.len() as f64 + 1.0 > max_issues {
            break;
        }
        if validate::is_same_id(earlier, id) {
            issues.push(Issue::at("id", Code::Duplicate).inside(Segment::Index(*place as usize)));
        }
    }
    listed(&issues, terms)
}

/// The issues of one field; nothing packed: the field is absent.
#[wasm_bindgen(js_name = validateField)]
pub fn validate_field(resource: usize, name: &str, terms: u32, words: &[u32], text: &[u16]) -> JsValue {
    let Some(resource) = ALL.get(resource) else { return JsValue::UNDEFINED };
    let value = unpack(words, text);
    let mode = Terms(terms).mode().unwrap_or(Mode::Create);
    let issue = validate::field(resource, name, value.as_ref(), mode, Terms(terms).unknown());
    listed(issue.as_slice(), terms)
}

/// The issues of an answer that does not fit the read model.
#[wasm_bindgen]
pub fn check(resource: usize, terms: u32, words: &[u32], text: &[u16]) -> JsValue {
    let Some(resource) = ALL.get(resource) else { return JsValue::UNDEFINED };
    let value = unpack(words, text).unwrap_or(Value::Other);
    listed(&validate::answer(resource, &value), terms)
}

/// The query string of list options.
#[wasm_bindgen(js_name = query)]
pub fn query_text(resource: usize, terms: u32, max_url_length: f64, words: &[u32], text: &[u16]) -> JsValue {
    let Some(resource) = ALL.get(resource) else { return JsValue::UNDEFINED };
    let options = unpack(words, text);
    let query = query(resource, options.as_ref(), Purpose::List).map(|query| query.to_text());
    match query.and_then(|text| check_length(&text, max_url_length).map(|()| text).map_err(|issue| vec![issue])) {
        Ok(text) => ok(&text.into()),
        Err(issues) => err(&failure(&Error::Filter(issues), Terms(terms).locale(), false)),
    }
}

fn refused(issues: Vec<Issue>, terms: Terms) -> JsValue {
    if issues.is_empty() {
        return JsValue::UNDEFINED;
    }
    failure(&Error::Validation(issues), terms.locale(), false)
}

fn listed(issues: &[Issue], terms: u32) -> JsValue {
    plain(&messages::told_all(issues, Terms(terms).locale()))
}
