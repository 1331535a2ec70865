//! What a field may hold, and which operators a filter on such a field has.

use crate::rules::pattern::{Pattern, pattern};

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
    /// A web address, and what tells one: where no field is such, none of it is in the wasm.
    Url(Check),
    /// A Global Location Number with its check digit.
    Gln13,
    /// A uuid as text.
    Uuid,
    /// A day as text, `YYYY-MM-DD`.
    Date,
    /// A day and a time as text, ISO 8601.
    DateTime,
    /// `{ "id": uuid }` of the resource with this name of the API's.
    Reference(&'static str),
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// A number, a day or a time: which of them is not known. Of filters alone.
    Ordered,
    /// An array of these.
    Array(&'static Kind),
    /// An object of any shape.
    Object,
    /// Anything.
    Any,
}

/// Whether a text, trimmed, is of some form.
#[derive(Clone, Copy, Debug)]
pub struct Check(pub fn(&str) -> bool);

impl PartialEq for Check {
    /// A kind has one check: two of the same kind are the same.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Check {}

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
        matches!(self, Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_) | Kind::Url(_) | Kind::Gln13)
    }

    /// The operators that a filter on such a field has, beside the exact match: the same on every page of the API.
    pub const fn operators(self) -> &'static [Operator] {
        match self {
            Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_) | Kind::Url(_) | Kind::Gln13 => TEXT_OPERATORS,
            Kind::Integer | Kind::Number | Kind::Date | Kind::DateTime | Kind::Ordered => ORDERED_OPERATORS,
            Kind::Uuid | Kind::Reference(_) | Kind::Boolean => IDENTITY_OPERATORS,
            Kind::Array(_) | Kind::Object | Kind::Any => &[],
        }
    }

    /// The type as users see it in `schema.fields.x.type`.
    pub const fn type_name(self) -> &'static str {
        match self {
            Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_) | Kind::Url(_) | Kind::Gln13 => "string",
            Kind::Uuid | Kind::Date | Kind::DateTime => "string",
            Kind::Reference(_) => "reference",
            Kind::Boolean => "boolean",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Array(_) => "array",
            Kind::Object => "object",
            Kind::Ordered | Kind::Any => "any",
        }
    }

    /// The format as the API names it.
    pub const fn format(self) -> Option<&'static str> {
        match self {
            Kind::Email => Some("email"),
            Kind::Luhn => Some("luhn"),
            Kind::Url(_) => Some("url"),
            Kind::Gln13 => Some("gln13"),
            Kind::Uuid => Some("uuid"),
            Kind::Date => Some("date"),
            Kind::DateTime => Some("date-time"),
            _ => None,
        }
    }

    /// Whether values of both can be compared.
    pub const fn compares_with(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Kind::Date, Kind::Date)
                | (Kind::DateTime, Kind::DateTime)
                | (Kind::Integer | Kind::Number, Kind::Integer | Kind::Number)
                | (Kind::Array(_), Kind::Array(_))
        )
    }

    /// The resource that it points to, alone or in an array.
    pub const fn target(self) -> Option<&'static str> {
        match self {
            Kind::Reference(target) => Some(target),
            Kind::Array(Kind::Reference(target)) => Some(*target),
            _ => None,
        }
    }
}
