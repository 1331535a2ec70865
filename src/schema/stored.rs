//! How a declaration stands in the wasm: as one text, read when it is first asked for. As the table that the builders make
//! it would be three times as large, since a pointer is four bytes and most of what a field can say is not said.
//!
//! A line is the resource, one line each of its fields; those of filters begin with `+`. Cells are divided by tabs. What
//! is code (a pattern, what tells a URL) and lists of values stand beside the text, in the order in which it needs them.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what writes runs while compiling: a panic is a compile error"
)]

use super::{Documented, Field, Kind, Limits, Operation, Parameter, Resource, Rule, RuleKind};
use crate::rendered::Writer;
use crate::rules::text::{cut, joined, parts};

/// A declaration as it stands in the wasm.
pub struct Stored {
    text: &'static str,
    kinds: &'static [Kind],
    limits: &'static [Limits],
    parameters: &'static [Parameter],
}

/// Flags of a field, added to the first of these signs.
const FLAGS: &str = "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmno";
const REQUIRED: u8 = 1;
const NULLABLE: u8 = 2;
const READ_ONLY: u8 = 4;
const UNIQUE: u8 = 8;
const FILTERABLE: u8 = 16;
const WRITE_ONLY: u8 = 32;

/// The kinds of rules, each told by the digit of its place.
const RULES: [RuleKind; 7] = [
    RuleKind::TogetherWith,
    RuleKind::Excludes,
    RuleKind::AtLeastOneOf,
    RuleKind::Requires,
    RuleKind::OrderedWith,
    RuleKind::MatchesValuesOf,
    RuleKind::Magnitude,
];
/// The kinds that need no more said of them, each told by the sign of its place.
const KINDS: [Kind; 14] = [
    Kind::Text,
    Kind::Email,
    Kind::Luhn,
    Kind::Pattern(&super::PHONE),
    Kind::Gln13,
    Kind::Uuid,
    Kind::Date,
    Kind::DateTime,
    Kind::Boolean,
    Kind::Integer,
    Kind::Number,
    Kind::Object,
    Kind::Any,
    Kind::Ordered,
];
/// How much is known of a resource, each told by the digit of its place.
const DOCUMENTED: [Documented; 3] = [Documented::Complete, Documented::Partial, Documented::NameOnly];

impl Stored {
    /// What the functions of this file wrote.
    pub const fn new(
        text: &'static str,
        kinds: &'static [Kind],
        limits: &'static [Limits],
        parameters: &'static [Parameter],
    ) -> Self {
        Self { text, kinds, limits, parameters }
    }

    /// The resource, without what only its types say: its description, and which operations follow from the template.
    /// Without its fields it is read in a twentieth of the time. `W`: whether any resource has fields that are only written.
    pub fn read<const W: bool>(&'static self, with_fields: bool) -> Resource {
        let (head, mut rest) = cut(self.text, b'\n');
        if !with_fields {
            rest = "";
        }
        let (base_path, head) = cut(head, b'\t');
        let (type_name, head) = cut(head, b'\t');
        let (digits, head) = cut(head, b'\t');
        let (mentioned, invite) = cut(head, b'\t');
        let (documented, mut digits) = first(digits);
        let mut operations = Vec::new();
        while !digits.is_empty() {
            let (digit, after) = first(digits);
            operations.extend(told(Operation::TEMPLATE, digit));
            digits = after;
        }
        let mut all = Vec::new();
        let mut beside = Beside { kinds: self.kinds, limits: self.limits };
        let mut fields = 0;
        while !rest.is_empty() {
            let (line, after) = cut(rest, b'\n');
            let (sign, filter) = first(line);
            let is_filter = sign == b'+';
            all.push(beside.field::<W>(if is_filter { filter } else { line }));
            fields += usize::from(!is_filter);
            rest = after;
        }
        let (fields, filters) = all.leak().split_at_checked(fields).unwrap_or_default();
        let name = text(&[type_name]);
        if let Some((_, rest)) = name.split_at_mut_checked(1) {
            rest.make_ascii_lowercase();
        }
        let path = text(&[base_path, "/", type_name, "/"]);
        path.make_ascii_lowercase();
        Resource {
            name,
            type_name,
            base_path: if base_path.ends_with('/') { base_path } else { path },
            doc: "",
            fields,
            mentioned: names(mentioned),
            filters,
            parameters: self.parameters,
            operations: operations.leak(),
            invite,
            by_template: &[],
            documented: told(&DOCUMENTED, documented).unwrap_or(Documented::NameOnly),
        }
    }
}

/// What stands beside the text and is not yet taken.
struct Beside {
    kinds: &'static [Kind],
    limits: &'static [Limits],
}

impl Beside {
    #[inline(never)]
    fn field<const W: bool>(&mut self, line: &'static str) -> Field {
        let (name, rest) = cut(line, b'\t');
        let (what, mut rest) = cut(rest, b'\t');
        let (flags, kind) = first(what);
        let flags = flags.wrapping_sub(b'0');
        let mut field = Field::new(name, self.kind(kind));
        field.required = flags & REQUIRED != 0;
        field.nullable = flags & NULLABLE != 0;
        field.read_only = flags & READ_ONLY != 0;
        if W {
            field.write_only = flags & WRITE_ONLY != 0;
        }
        field.unique = flags & UNIQUE != 0;
        field.filterable = flags & FILTERABLE != 0;
        let mut rules = Vec::new();
        while !rest.is_empty() {
            let (cell, after) = cut(rest, b'\t');
            let (sign, said) = first(cell);
            match sign {
                b'>' => field.min_length = Some(number(said)),
                b'<' => field.max_length = Some(number(said)),
                b'=' => field.limits = taken(&mut self.limits).unwrap_or(Limits::None),
                b'!' => field.operators_known = number(said) as u8,
                b'*' => field.unique_items = true,
                b'"' => field.doc = said,
                digit => rules.extend(told(&RULES, digit).map(|kind| Rule { kind, fields: names(said) })),
            }
            rest = after;
        }
        field.rules = rules.leak();
        field
    }

    fn kind(&mut self, letters: &'static str) -> Kind {
        let (letter, rest) = first(letters);
        match letter {
            b'r' => Kind::Reference(rest),
            b'a' => Kind::Array(Box::leak(Box::new(self.kind(rest)))),
            b'?' => taken(&mut self.kinds).unwrap_or(Kind::Any),
            digit => told(&KINDS, digit).unwrap_or(Kind::Any),
        }
    }
}

/// The first of what is left.
fn taken<T: Copy>(rest: &mut &'static [T]) -> Option<T> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(*first)
}

/// The first sign, and what follows it.
#[inline(never)]
fn first(text: &'static str) -> (u8, &'static str) {
    (text.bytes().next().unwrap_or_default(), text.get(1..).unwrap_or_default())
}

/// What stands at the place that the digit tells.
fn told<T: Copy>(all: &[T], digit: u8) -> Option<T> {
    all.get(usize::from(digit.wrapping_sub(b'0'))).copied()
}

fn number(digits: &str) -> u32 {
    digits.bytes().fold(0, |number: u32, digit| number.wrapping_mul(10).wrapping_add(u32::from(digit & 15)))
}

#[inline(never)]
fn names(told: &'static str) -> &'static [&'static str] {
    let mut names = Vec::new();
    if !told.is_empty() {
        names.extend(parts(told, b','));
    }
    names.leak()
}

fn text(parts: &[&str]) -> &'static mut str {
    joined(parts).leak()
}

/// Writes the text of a declaration; answers its length.
pub const fn write(resource: &Resource, out: &mut [u8]) -> usize {
    let mut w = Writer::new(out);
    w.push(beginning(resource.base_path, resource.name));
    w.all(["\t", resource.type_name, "\t"]);
    w.number(place_of_documented(resource.documented));
    let mut i = 0;
    while i < resource.operations.len() {
        w.number(resource.operations[i] as u32);
        i += 1;
    }
    w.push("\t");
    write_names(&mut w, resource.mentioned);
    w.all(["\t", resource.invite, "\n"]);
    write_fields(&mut w, "", resource.fields);
    write_fields(&mut w, "+", resource.filters);
    w.length()
}

/// The path before the resource's own name, if it ends so; else all of it, which is told by the slash at its end.
const fn beginning<'a>(base_path: &'a str, name: &str) -> &'a str {
    let (path, name) = (base_path.as_bytes(), name.as_bytes());
    if path.len() < name.len() + 2 {
        return base_path;
    }
    let length = path.len() - name.len() - 2;
    let mut i = 0;
    while i < name.len() {
        if path[length + 1 + i] != name[i].to_ascii_lowercase() {
            return base_path;
        }
        i += 1;
    }
    let mut i = 0;
    while i < path.len() {
        if path[i].is_ascii_uppercase() {
            return base_path;
        }
        i += 1;
    }
    if path[length] == b'/' && (length == 0 || path[length - 1] != b'/') {
        base_path.split_at(length).0
    } else {
        base_path
    }
}

const fn place_of_documented(documented: Documented) -> u32 {
    match documented {
        Documented::Complete => 0,
        Documented::Partial => 1,
        Documented::NameOnly => 2,
    }
}

const fn write_names(w: &mut Writer, names: &[&str]) {
    let mut i = 0;
    while i < names.len() {
        w.all([if i == 0 { "" } else { "," }, names[i]]);
        i += 1;
    }
}

const fn write_fields(w: &mut Writer, sign: &str, fields: &[Field]) {
    let mut i = 0;
    while i < fields.len() {
        write_field(w, sign, &fields[i]);
        i += 1;
    }
}

const fn write_field(w: &mut Writer, sign: &str, field: &Field) {
    let flags = flag(field.required, REQUIRED)
        + flag(field.nullable, NULLABLE)
        + flag(field.read_only, READ_ONLY)
        + flag(field.write_only, WRITE_ONLY)
        + flag(field.unique, UNIQUE)
        + flag(field.filterable, FILTERABLE);
    w.all([sign, field.name, "\t", FLAGS.split_at(flags).1.split_at(1).0]);
    write_kind(w, field.kind);
    if let Some(min) = field.min_length {
        w.push("\t>");
        w.number(min);
    }
    if let Some(max) = field.max_length {
        w.push("\t<");
        w.number(max);
    }
    if !matches!(field.limits, Limits::None) {
        w.push("\t=");
    }
    if field.operators_known != u8::MAX {
        w.push("\t!");
        w.number(field.operators_known as u32);
    }
    w.push(if field.unique_items { "\t*" } else { "" });
    let mut i = 0;
    while i < field.rules.len() {
        w.push("\t");
        w.number(place_of_rule(field.rules[i].kind));
        write_names(w, field.rules[i].fields);
        i += 1;
    }
    if !field.doc.is_empty() {
        w.all(["\t\"", field.doc]);
    }
    w.push("\n");
}

const fn flag(is: bool, flag: u8) -> usize {
    if is { flag as usize } else { 0 }
}

const fn place_of_rule(kind: RuleKind) -> u32 {
    let mut place = 0;
    while RULES[place] as u8 != kind as u8 {
        place += 1;
    }
    place as u32
}

const fn write_kind(w: &mut Writer, kind: Kind) {
    match kind {
        Kind::Reference(target) => w.all(["r", target]),
        Kind::Array(element) => {
            w.push("a");
            write_kind(w, *element);
        }
        Kind::Text => w.push("0"),
        Kind::Email => w.push("1"),
        Kind::Luhn => w.push("2"),
        Kind::Pattern(_) if is_phone(kind) => w.push("3"),
        Kind::Gln13 => w.push("4"),
        Kind::Uuid => w.push("5"),
        Kind::Date => w.push("6"),
        Kind::DateTime => w.push("7"),
        Kind::Boolean => w.push("8"),
        Kind::Integer => w.push("9"),
        Kind::Number => w.push(":"),
        Kind::Object => w.push(";"),
        Kind::Any => w.push("<"),
        Kind::Ordered => w.push("="),
        Kind::Pattern(_) | Kind::Url(_) => w.push("?"),
    }
}

/// Phone numbers have one pattern in all of the API.
const fn is_phone(kind: Kind) -> bool {
    matches!(kind, Kind::Pattern(pattern) if super::same(pattern.python, super::PHONE.python))
}

/// How many kinds and how many limits stand beside the text.
pub const fn beside(resource: &Resource) -> (usize, usize) {
    let mut found = (0, 0);
    let mut i = 0;
    while let Some(field) = nth(resource, i) {
        found.0 += beside_kind(field.kind).is_some() as usize;
        found.1 += !matches!(field.limits, Limits::None) as usize;
        i += 1;
    }
    found
}

/// The field or filter at this place.
const fn nth(resource: &Resource, place: usize) -> Option<&'static Field> {
    let (fields, filters) = (resource.fields, resource.filters);
    if place < fields.len() {
        Some(&fields[place])
    } else if place - fields.len() < filters.len() {
        Some(&filters[place - fields.len()])
    } else {
        None
    }
}

const fn beside_kind(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::Array(element) => beside_kind(*element),
        Kind::Pattern(_) if is_phone(kind) => None,
        Kind::Pattern(_) | Kind::Url(_) => Some(kind),
        _ => None,
    }
}

/// The kinds that stand beside the text.
pub const fn kinds<const N: usize>(resource: &Resource) -> [Kind; N] {
    let mut kinds = [Kind::Any; N];
    let (mut i, mut length) = (0, 0);
    while let Some(field) = nth(resource, i) {
        if let Some(kind) = beside_kind(field.kind) {
            kinds[length] = kind;
            length += 1;
        }
        i += 1;
    }
    kinds
}

/// The limits that stand beside the text.
pub const fn limits<const N: usize>(resource: &Resource) -> [Limits; N] {
    let mut limits = [Limits::None; N];
    let (mut i, mut length) = (0, 0);
    while let Some(field) = nth(resource, i) {
        if !matches!(field.limits, Limits::None) {
            limits[length] = field.limits;
            length += 1;
        }
        i += 1;
    }
    limits
}
