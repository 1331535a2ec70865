//! What a declaration says, as data: the middle between OpenAPI documents, the text of declaration files, and what the
//! crate has declared already.

use pigello_client::resources::DECLARED;
use pigello_client::schema::{self, Documented, Operation, RuleKind};

/// One resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// The API's name.
    pub name: String,
    /// The same with our capitals.
    pub type_name: String,
    /// Its path, from the first slash to the last.
    pub base_path: String,
    /// What it is; may be empty.
    pub doc: String,
    /// How much of it is known.
    pub documented: Documented,
    /// Its operations of the template, in that order.
    pub operations: Vec<Operation>,
    /// Those of them that no page shows.
    pub by_template: Vec<Operation>,
    /// Where people are invited; empty where nobody is.
    pub invite: String,
    /// List parameters beyond those of every list.
    pub parameters: Vec<Parameter>,
    /// The fields in their order.
    pub fields: Vec<Field>,
    /// Filters on fields that are not known.
    pub filters: Vec<Field>,
}

/// A list parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The API's name.
    pub name: String,
    /// Whether it is a boolean; else it is ids.
    pub flag: bool,
}

/// One field, or a filter without one.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The API's name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Must be given, or stands in every answer.
    pub required: bool,
    /// May be `null`.
    pub nullable: bool,
    /// Only the server writes it.
    pub read_only: bool,
    /// No answer holds it.
    pub write_only: bool,
    /// No two rows share a value.
    pub unique: bool,
    /// Of the operators of its filters the first so many are known; `None`: there is no filter.
    pub operators: Option<usize>,
    /// No element twice.
    pub unique_items: bool,
    /// The fewest characters.
    pub min_length: Option<u32>,
    /// The most characters.
    pub max_length: Option<u32>,
    /// Which values it takes.
    pub limits: Limits,
    /// Rules between it and others.
    pub rules: Vec<Rule>,
    /// A sentence about it; may be empty.
    pub doc: String,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Text,
    Email,
    Luhn,
    Pattern(String),
    Url,
    Gln13,
    Uuid,
    Date,
    DateTime,
    Reference(String),
    Boolean,
    Integer,
    Number,
    Ordered,
    Array(Box<Kind>),
    Object,
    Any,
}

/// Which values a field takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Limits {
    /// All of its kind.
    None,
    /// Those from the first to the second.
    Between(f64, f64),
    /// These; perhaps there are more.
    Numbers(Vec<i32>, bool),
    /// These; perhaps there are more.
    Texts(Vec<String>, bool),
}

/// A rule between fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What it asks.
    pub kind: RuleKind,
    /// The other fields.
    pub fields: Vec<String>,
}

impl Kind {
    /// The crate's kind of the same operators, length and type name.
    pub fn schema(&self) -> schema::Kind {
        match self {
            Self::Text | Self::Pattern(_) => schema::Kind::Text,
            Self::Email => schema::Kind::Email,
            Self::Luhn => schema::Kind::Luhn,
            Self::Url => schema::Field::url("a").kind,
            Self::Gln13 => schema::Kind::Gln13,
            Self::Uuid => schema::Kind::Uuid,
            Self::Date => schema::Kind::Date,
            Self::DateTime => schema::Kind::DateTime,
            Self::Reference(_) => schema::Kind::Reference(""),
            Self::Boolean => schema::Kind::Boolean,
            Self::Integer => schema::Kind::Integer,
            Self::Number => schema::Kind::Number,
            Self::Ordered => schema::Kind::Ordered,
            Self::Array(_) => schema::Kind::Array(&schema::Kind::Any),
            Self::Object => schema::Kind::Object,
            Self::Any => schema::Kind::Any,
        }
    }

    /// The operators of its filters, by name.
    pub fn operators(&self) -> Vec<&'static str> {
        self.schema().operators().iter().map(|operator| operator.as_str()).collect()
    }

    fn of(kind: schema::Kind) -> Self {
        match kind {
            schema::Kind::Text => Self::Text,
            schema::Kind::Email => Self::Email,
            schema::Kind::Luhn => Self::Luhn,
            schema::Kind::Pattern(pattern) => Self::Pattern(pattern.python.into()),
            schema::Kind::Url(_) => Self::Url,
            schema::Kind::Gln13 => Self::Gln13,
            schema::Kind::Uuid => Self::Uuid,
            schema::Kind::Date => Self::Date,
            schema::Kind::DateTime => Self::DateTime,
            schema::Kind::Reference(target) => Self::Reference(target.into()),
            schema::Kind::Boolean => Self::Boolean,
            schema::Kind::Integer => Self::Integer,
            schema::Kind::Number => Self::Number,
            schema::Kind::Ordered => Self::Ordered,
            schema::Kind::Array(element) => Self::Array(Box::new(Self::of(*element))),
            schema::Kind::Object => Self::Object,
            schema::Kind::Any => Self::Any,
        }
    }
}

impl Field {
    /// A field of which no more is known.
    pub fn new(name: &str, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            required: false,
            nullable: false,
            read_only: false,
            write_only: false,
            unique: false,
            operators: None,
            unique_items: false,
            min_length: None,
            max_length: None,
            limits: Limits::None,
            rules: Vec::new(),
            doc: String::new(),
        }
    }

    /// What the crate declares.
    pub fn of(field: &schema::Field) -> Self {
        let numbers = |values: &[i32], cut| Limits::Numbers(values.to_vec(), cut);
        let texts = |values: &[&str], cut| Limits::Texts(values.iter().map(|text| (*text).to_owned()).collect(), cut);
        Self {
            required: field.required,
            nullable: field.nullable,
            read_only: field.read_only,
            write_only: field.write_only,
            unique: field.unique,
            operators: field.filterable.then(|| field.operators().len()),
            unique_items: field.unique_items,
            min_length: field.min_length,
            max_length: field.max_length,
            limits: match field.limits {
                schema::Limits::None => Limits::None,
                schema::Limits::Between((least, most)) => Limits::Between(*least, *most),
                schema::Limits::Numbers(values) => numbers(values, false),
                schema::Limits::SomeNumbers(values) => numbers(values, true),
                schema::Limits::Texts(values) => texts(values, false),
                schema::Limits::SomeTexts(values) => texts(values, true),
            },
            rules: field
                .rules
                .iter()
                .map(|rule| Rule { kind: rule.kind, fields: rule.others(field.name).map(String::from).collect() })
                .collect(),
            doc: field.doc.into(),
            ..Self::new(field.name, Kind::of(field.kind))
        }
    }
}

impl Resource {
    /// What the crate declares.
    pub fn of(resource: &schema::Resource) -> Self {
        let parameter = |parameter: &schema::Parameter| Parameter { name: parameter.name.into(), flag: parameter.flag };
        Self {
            name: resource.name.into(),
            type_name: resource.type_name.into(),
            base_path: resource.base_path.into(),
            doc: resource.doc.into(),
            documented: resource.documented,
            operations: resource.operations.to_vec(),
            invite: resource.invite.into(),
            by_template: resource.by_template.to_vec(),
            parameters: resource.parameters.iter().map(parameter).collect(),
            fields: resource.fields.iter().map(Field::of).collect(),
            filters: resource.filters.iter().map(Field::of).collect(),
        }
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The fields that rules name, and of which no more is known, each once.
    pub fn mentioned(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.fields.iter().flat_map(|field| &field.rules).flat_map(|rule| &rule.fields) {
            if self.field(name).is_none() && !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The folder of its file: the first part of its path.
    pub fn application(&self) -> &str {
        self.base_path.trim_start_matches('/').split('/').next().unwrap_or("")
    }

    /// The name of its file, without the ending.
    pub fn module(&self) -> String {
        self.name.to_lowercase()
    }
}

/// Every resource that the crate declares.
pub fn declared() -> Vec<Resource> {
    DECLARED.iter().map(|resource| Resource::of(resource)).collect()
}
