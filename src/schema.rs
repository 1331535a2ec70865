//! The vocabulary of a declaration: what a resource, a field and a filter can say of themselves. Declarations are
//! `static` tables made by the `const fn` builders here, so that a wrong one does not compile. Which fields the API
//! has stands in `resources/`; what a declaration means for a value is in `validate.rs` and `query.rs`.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the builders run while compiling: a panic is a compile error"
)]

use crate::rules::pattern::{Pattern, pattern};
use crate::rules::text::split_first;

/// One resource of the API.
#[derive(Clone, Copy, Debug)]
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
    /// List parameters beyond those that every list has.
    pub parameters: &'static [Parameter],
    /// The operations the API offers.
    pub operations: &'static [Operation],
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
        Self {
            name,
            type_name,
            base_path,
            doc: "",
            fields: &[],
            parameters: &[],
            operations: Operation::TEMPLATE,
            by_template: &[],
            documented: Documented::Complete,
        }
    }

    /// What the resource is.
    pub const fn doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }

    /// The fields, in the order of the API's page.
    pub const fn fields(mut self, fields: &'static [Field]) -> Self {
        let mut i = 0;
        while i < fields.len() {
            let mut j = 0;
            while j < i {
                if same(fields[i].name, fields[j].name) {
                    panic!("a field is declared twice");
                }
                j += 1;
            }
            i += 1;
        }
        self.fields = fields;
        self
    }

    /// List parameters beyond those that every list has.
    pub const fn parameters(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// Names the operations whose only evidence is the common template.
    pub const fn by_template(mut self, operations: &'static [Operation]) -> Self {
        self.by_template = operations;
        self
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The fields that lists can be filtered and ordered by.
    pub fn filterable(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|field| field.filterable)
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

/// A list parameter that only some resources have: comma-separated ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The API's name.
    pub name: &'static str,
    /// Our name among the list options.
    pub option: &'static str,
}

impl Parameter {
    /// On every list.
    pub const GLOBAL_REALESTATES: Parameter = Parameter { name: "global_realestates", option: "globalRealestates" };
    /// On every list.
    pub const GLOBAL_SEGMENTS: Parameter = Parameter { name: "global_segments", option: "globalSegments" };
    /// Where the resource has tags.
    pub const TAGS: Parameter = Parameter { name: "tags", option: "tags" };
    /// Where the resource has columns of the customer's own.
    pub const CUSTOMER_COLUMNS: Parameter = Parameter { name: "customer_columns", option: "customerColumns" };
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text of any content.
    Text,
    /// An email address.
    Email,
    /// A Swedish personal or organisation number with its check digit.
    Luhn,
    /// Text that matches this pattern.
    Pattern(&'static Pattern<'static>),
    /// A uuid as text.
    Uuid,
    /// A day and a time as text, ISO 8601.
    DateTime,
    /// `{ "id": uuid }` of the resource with this name of the API's.
    Reference(&'static str),
    /// Anything the server likes; read-only.
    Any,
}

/// An operator of a filter, beside the exact match that every filter has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// The text stands in the value; capitals count.
    Contains,
    /// The value ends with the text; capitals count.
    EndsWith,
    /// The text stands in the value; capitals do not count.
    IContains,
    /// The value ends with the text; capitals do not count.
    IEndsWith,
    /// The value is the text; capitals do not count.
    IExact,
    /// The value is one of these.
    In,
    /// Whether there is no value.
    IsNull,
    /// The value begins with the text; capitals do not count.
    IStartsWith,
    /// The value begins with the text; capitals count.
    StartsWith,
    /// Greater, later.
    Gt,
    /// Greater or equal, not earlier.
    Gte,
    /// Less, earlier.
    Lt,
    /// Less or equal, not later.
    Lte,
}

impl Operator {
    /// The operators of every kind of field; one that two kinds share comes twice.
    pub fn all() -> impl Iterator<Item = &'static Operator> {
        TEXT_OPERATORS.iter().chain(ORDERED_OPERATORS)
    }

    /// The API's name, which is also ours: what follows `__`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Operator::Contains => "contains",
            Operator::EndsWith => "endswith",
            Operator::IContains => "icontains",
            Operator::IEndsWith => "iendswith",
            Operator::IExact => "iexact",
            Operator::In => "in",
            Operator::IsNull => "isnull",
            Operator::IStartsWith => "istartswith",
            Operator::StartsWith => "startswith",
            Operator::Gt => "gt",
            Operator::Gte => "gte",
            Operator::Lt => "lt",
            Operator::Lte => "lte",
        }
    }
}

/// The pattern of phone numbers.
pub static PHONE: Pattern = pattern!(r"^\+?1?\d{7,15}$");

/// The operators of text (also email, ssn, org_no, phone), in the order of the API's pages.
const TEXT_OPERATORS: &[Operator] = &[
    Operator::Contains,
    Operator::EndsWith,
    Operator::IContains,
    Operator::IEndsWith,
    Operator::IExact,
    Operator::In,
    Operator::IsNull,
    Operator::IStartsWith,
    Operator::StartsWith,
];
/// The operators of numbers, days and times.
const ORDERED_OPERATORS: &[Operator] =
    &[Operator::Gt, Operator::Gte, Operator::In, Operator::IsNull, Operator::Lt, Operator::Lte];
/// The operators of booleans, ids and relations.
const IDENTITY_OPERATORS: &[Operator] = &[Operator::In, Operator::IsNull];

impl Kind {
    /// Whether the value is text that is judged trimmed, as Django REST framework's text fields are.
    pub const fn is_text(self) -> bool {
        matches!(self, Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_))
    }

    /// The operators that a filter on such a field has, beside the exact match: the same on every page of the API.
    pub const fn operators(self) -> &'static [Operator] {
        match self {
            Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_) => TEXT_OPERATORS,
            Kind::DateTime => ORDERED_OPERATORS,
            Kind::Uuid | Kind::Reference(_) => IDENTITY_OPERATORS,
            Kind::Any => &[],
        }
    }

    /// The type as users see it in `schema.fields.x.type`.
    pub const fn type_name(self) -> &'static str {
        match self {
            Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_) | Kind::Uuid | Kind::DateTime => "string",
            Kind::Reference(_) => "reference",
            Kind::Any => "any",
        }
    }

    /// The format as the API names it.
    pub const fn format(self) -> Option<&'static str> {
        match self {
            Kind::Email => Some("email"),
            Kind::Luhn => Some("luhn"),
            Kind::Uuid => Some("uuid"),
            Kind::DateTime => Some("date-time"),
            Kind::Text | Kind::Pattern(_) | Kind::Reference(_) | Kind::Any => None,
        }
    }
}

/// One field of a resource.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The API's name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Must be given when creating; for a read-only field: stands in every answer.
    pub required: bool,
    /// May be `null`.
    pub nullable: bool,
    /// Only the server writes it.
    pub read_only: bool,
    /// No two rows share a value.
    pub unique: bool,
    /// Lists can be filtered and ordered by it.
    pub filterable: bool,
    /// The fewest characters, in code points.
    pub min_length: Option<u32>,
    /// The most characters, in code points.
    pub max_length: Option<u32>,
    /// A sentence about it, where its name and label do not say enough.
    pub doc: &'static str,
}

impl Field {
    const fn new(name: &'static str, kind: Kind) -> Self {
        if name.is_empty() {
            panic!("a field has a name");
        }
        Self {
            name,
            kind,
            required: false,
            nullable: false,
            read_only: false,
            unique: false,
            filterable: false,
            min_length: None,
            max_length: None,
            doc: "",
        }
    }

    /// `id`: a uuid, unique, in every answer, written by the server.
    pub const fn id() -> Self {
        let mut field = Self::new("id", Kind::Uuid).read_only().filterable();
        field.required = true;
        field.unique = true;
        field
    }

    /// `created_at`: when the server made the row.
    pub const fn created_at() -> Self {
        Self::new("created_at", Kind::DateTime).read_only().filterable()
    }

    /// `custom_id`: the customer's own key, at most 128 characters.
    pub const fn custom_id() -> Self {
        Self::text("custom_id").nullable().max_length(128).filterable()
    }

    /// Text of any content.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, Kind::Text)
    }

    /// An email address.
    pub const fn email(name: &'static str) -> Self {
        Self::new(name, Kind::Email)
    }

    /// A Swedish number with a check digit.
    pub const fn luhn(name: &'static str) -> Self {
        Self::new(name, Kind::Luhn)
    }

    /// Text that matches a pattern.
    pub const fn pattern(name: &'static str, pattern: &'static Pattern<'static>) -> Self {
        Self::new(name, Kind::Pattern(pattern))
    }

    /// A phone number, by the one pattern that the API has for them.
    pub const fn phone(name: &'static str) -> Self {
        Self::pattern(name, &PHONE)
    }

    /// `{ "id": uuid }` of another resource, named as the API names it.
    pub const fn reference(name: &'static str, target: &'static str) -> Self {
        Self::new(name, Kind::Reference(target))
    }

    /// A column of the answer that may hold anything.
    pub const fn any(name: &'static str) -> Self {
        Self::new(name, Kind::Any).read_only()
    }

    /// Must be given when creating.
    pub const fn required(mut self) -> Self {
        if self.read_only {
            panic!("a read-only field cannot be required in a body");
        }
        self.required = true;
        self
    }

    /// May be `null`.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// Only the server writes it.
    pub const fn read_only(mut self) -> Self {
        if self.required {
            panic!("a required field cannot be read-only");
        }
        self.read_only = true;
        self
    }

    /// Lists can be filtered and ordered by it.
    pub const fn filterable(mut self) -> Self {
        if matches!(self.kind, Kind::Any) {
            panic!("a field of unknown content cannot be filtered");
        }
        self.filterable = true;
        self
    }

    /// At least this many characters.
    pub const fn min_length(mut self, min: u32) -> Self {
        if !self.kind.is_text() {
            panic!("only text has a length");
        }
        self.min_length = Some(min);
        self
    }

    /// At most this many characters.
    pub const fn max_length(mut self, max: u32) -> Self {
        if !self.kind.is_text() {
            panic!("only text has a length");
        }
        if let Some(min) = self.min_length
            && min > max
        {
            panic!("no text is both that long and that short");
        }
        self.max_length = Some(max);
        self
    }

    /// A sentence about it.
    pub const fn doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
