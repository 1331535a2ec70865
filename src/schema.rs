//! The vocabulary of a declaration: what a resource, a field and a filter can say of themselves. Declarations are
//! `static` tables made by the `const fn` builders here, so that a wrong one does not compile. Which fields the API
//! has stands in `resources/`; what a declaration means for a value is in `validate.rs` and `query.rs`.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the builders run while compiling: a panic is a compile error"
)]

mod field;
mod kind;
mod rule;
pub mod stored;

pub use field::{Field, Limits};
pub use kind::{Check, Kind, Operator, PHONE};
pub use rule::{Rule, RuleKind, is_pair, same};

use crate::rules::text::split_first;

/// One resource of the API.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resource {
    /// The API's own name, `Externalclientcontactperson`.
    pub name: &'static str,
    /// The same name with our capitals, `ExternalClientContactPerson`.
    pub type_name: &'static str,
    /// Where it lives, from the first slash to the last: `/organization/externalclientcontactperson/`.
    pub base_path: &'static str,
    /// What it is, in one or two sentences.
    pub doc: &'static str,
    /// The fields, in the order of the API's page.
    pub fields: &'static [Field],
    /// Fields of which no more is known than that rules name them.
    pub mentioned: &'static [&'static str],
    /// Filters on fields that are not known.
    pub filters: &'static [Field],
    /// List parameters beyond those that every list has.
    pub parameters: &'static [Parameter],
    /// The operations the API offers.
    pub operations: &'static [Operation],
    /// Where people are invited; empty where nobody is.
    pub invite: &'static str,
    /// Those of the operations that no page shows, and that follow from the common template alone.
    pub by_template: &'static [Operation],
    /// How much of the resource is known.
    pub documented: Documented,
}

impl Resource {
    /// A resource at this path, with the six operations of the template and no fields yet.
    pub const fn new(name: &'static str, type_name: &'static str, base_path: &'static str) -> Self {
        let path = base_path.as_bytes();
        if path.len() < 3 || path[0] != b'/' || path[path.len() - 1] != b'/' {
            panic!("a base path begins and ends with a slash");
        }
        if !name.eq_ignore_ascii_case(type_name) {
            panic!("name and type name differ in more than capitals");
        }
        let mut i = 1;
        while i < name.len() {
            if name.as_bytes()[i].is_ascii_uppercase() {
                panic!("the API's names have one capital, the first letter");
            }
            i += 1;
        }
        Self {
            name,
            type_name,
            base_path,
            doc: "",
            fields: &[],
            mentioned: &[],
            filters: &[],
            parameters: &[],
            operations: Operation::TEMPLATE,
            invite: "",
            by_template: &[],
            documented: Documented::Complete,
        }
    }

    /// What the resource is.
    pub const fn doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }

    /// Of its fields only some are known.
    pub const fn partial(mut self) -> Self {
        self.documented = Documented::Partial;
        self
    }

    /// Of its fields none is known.
    pub const fn name_only(mut self) -> Self {
        self.documented = Documented::NameOnly;
        self
    }

    /// Fields that are not declared, since no more is known of them than that rules name them. Comes before `fields`.
    pub const fn mentioned(mut self, names: &'static [&'static str]) -> Self {
        if matches!(self.documented, Documented::Complete) || !self.fields.is_empty() {
            panic!("a partly known resource mentions fields, before it declares the others");
        }
        self.mentioned = names;
        self
    }

    /// The fields, in the order of the API's page.
    pub const fn fields(mut self, fields: &'static [Field]) -> Self {
        if matches!(self.documented, Documented::NameOnly) {
            panic!("of a resource whose name is all that is known no field is known");
        }
        let mut i = 0;
        while i < fields.len() {
            let mut j = 0;
            while j < i {
                if same(fields[i].name, fields[j].name) {
                    panic!("a field is declared twice");
                }
                j += 1;
            }
            if matches!(fields[i].kind, Kind::Ordered) {
                panic!("what a field holds is of some kind");
            }
            if let Kind::Pattern(pattern) = fields[i].kind
                && pattern.is_told()
                && !fields[i].read_only
            {
                panic!("a pattern that is only told judges nothing");
            }
            let mut j = 0;
            while j < fields[i].rules.len() {
                check_rule(&fields[i], &fields[i].rules[j], fields, self.mentioned);
                j += 1;
            }
            i += 1;
        }
        self.fields = fields;
        self
    }

    /// Filters on fields that are not known. Comes after `fields`.
    pub const fn filters(mut self, filters: &'static [Field]) -> Self {
        if matches!(self.documented, Documented::Complete) {
            panic!("of a resource that is known in full every filter has its field");
        }
        let mut i = 0;
        while i < filters.len() {
            if !filters[i].filterable || place(filters[i].name, self.fields).is_some() {
                panic!("a filter is one, and its field is not declared");
            }
            i += 1;
        }
        self.filters = filters;
        self
    }

    /// List parameters beyond those that every list has.
    pub const fn parameters(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// The operations that the API offers, where these are not the six of the template.
    pub const fn operations(mut self, operations: &'static [Operation]) -> Self {
        if operations.is_empty() {
            panic!("a resource offers something");
        }
        self.operations = operations;
        self
    }

    /// Names the operations whose only evidence is the common template.
    pub const fn by_template(mut self, operations: &'static [Operation]) -> Self {
        self.by_template = operations;
        self
    }

    /// Beside the six operations people are invited, at this path.
    pub const fn invite(mut self, path: &'static str) -> Self {
        let bytes = path.as_bytes();
        if bytes.len() < 3 || bytes[0] != b'/' || bytes[bytes.len() - 1] != b'/' {
            panic!("a path begins and ends with a slash");
        }
        self.invite = path;
        self
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The fields that lists can be filtered and ordered by, those at the end that rows are not known to have.
    pub fn filterable(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().chain(self.filters).filter(|field| field.filterable)
    }

    /// The application it belongs to: the first part of its path.
    pub fn application(&self) -> &'static str {
        let path = self.base_path.get(1..).unwrap_or("");
        split_first(path, b'/').map_or("", |(application, _)| application)
    }

    /// Its name among its application's members: `externalClientContactPerson`.
    pub fn key(&self) -> String {
        let mut letters = self.type_name.chars();
        let first = letters.next().map(|letter| letter.to_ascii_lowercase());
        first.into_iter().chain(letters).collect()
    }

    /// Whether the API offers this operation here.
    pub fn offers(&self, operation: Operation) -> bool {
        self.operations.contains(&operation)
    }
}

/// The place of the field of that name.
const fn place(name: &str, fields: &[Field]) -> Option<usize> {
    let mut i = 0;
    while i < fields.len() {
        if same(fields[i].name, name) {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// A rule names fields that there are, and compares like with like.
const fn check_rule(field: &Field, rule: &Rule, fields: &[Field], mentioned: &[&str]) {
    let mut i = 0;
    while i < rule.fields.len() {
        match place(rule.fields[i], fields) {
            Some(at) => {
                let compared =
                    matches!(rule.kind, RuleKind::OrderedWith | RuleKind::Magnitude | RuleKind::MatchesValuesOf);
                if compared && !field.kind.compares_with(fields[at].kind) {
                    panic!("a rule compares two fields of different kinds");
                }
                if fields[at].read_only {
                    panic!("a rule names a field that no body holds");
                }
            }
            None => {
                let mut known = false;
                let mut j = 0;
                while j < mentioned.len() {
                    known = known || same(mentioned[j], rule.fields[i]);
                    j += 1;
                }
                if !known {
                    panic!("a rule names a field that there is not");
                }
            }
        }
        i += 1;
    }
}

/// How much of a resource is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Documented {
    /// Every field, filter and parameter.
    Complete,
    /// Some of them: undeclared fields pass in both directions.
    Partial,
    /// Nothing but the name and, by the template, the path.
    NameOnly,
}

impl Documented {
    /// As users see it in `schema.documented`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Documented::Complete => "complete",
            Documented::Partial => "partial",
            Documented::NameOnly => "name only",
        }
    }
}

/// An operation of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `GET <base>list/`
    List,
    /// `POST <base>list/`
    BulkWrite,
    /// `POST <base>`
    Create,
    /// `GET <base>{pk}/`
    Get,
    /// `PATCH <base>{pk}/`
    Update,
    /// `DELETE <base>{pk}/`
    Delete,
}

impl Operation {
    /// The six that every resource has by the common template.
    pub const TEMPLATE: &'static [Operation] = &[
        Operation::List,
        Operation::BulkWrite,
        Operation::Create,
        Operation::Get,
        Operation::Update,
        Operation::Delete,
    ];

    /// As users see it in `schema.operations`: the name of the method.
    pub const fn as_str(self) -> &'static str {
        match self {
            Operation::List => "list",
            Operation::BulkWrite => "bulkWrite",
            Operation::Create => "create",
            Operation::Get => "get",
            Operation::Update => "update",
            Operation::Delete => "delete",
        }
    }
}

/// A list parameter that only some resources have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The API's name.
    pub name: &'static str,
    /// Our name among the list options.
    pub option: &'static str,
    /// Whether it is `true` or `false`; the others are comma-separated ids.
    pub flag: bool,
}

impl Parameter {
    /// On every list.
    pub const GLOBAL_REALESTATES: Self = Self::ids("global_realestates", "globalRealestates");
    /// On every list.
    pub const GLOBAL_SEGMENTS: Self = Self::ids("global_segments", "globalSegments");
    /// Where the resource has tags.
    pub const TAGS: Self = Self::ids("tags", "tags");
    /// Where the resource has columns of the customer's own.
    pub const CUSTOMER_COLUMNS: Self = Self::ids("customer_columns", "customerColumns");
    /// Of users.
    pub const WORK_ENGAGEMENTS: Self = Self::ids("work_engagements", "workEngagements");
    /// Of companies. That it is a boolean we read from its name (our decision).
    pub const HAS_BRF_COMPANY: Self = Self::flag("has_brf_company", "hasBrfCompany");

    /// Comma-separated ids.
    pub const fn ids(name: &'static str, option: &'static str) -> Self {
        Self { name, option, flag: false }
    }

    /// `true` or `false`.
    pub const fn flag(name: &'static str, option: &'static str) -> Self {
        Self { name, option, flag: true }
    }
}
