//! A field as it stands in a declaration file.

use crate::model::{Field, Kind, Limits, Rule};
use pigello_client::schema::{PHONE, RuleKind};

/// The builders of a field, in one line. `pattern` is the name of the static that its pattern stands in.
pub fn field(field: &Field, pattern: &str) -> String {
    if let Some(short) = short(field) {
        return short;
    }
    let name = literal(&field.name);
    let mut text = match &field.kind {
        Kind::Text => format!("Field::text({name})"),
        Kind::Email => format!("Field::email({name})"),
        Kind::Luhn => format!("Field::luhn({name})"),
        Kind::Pattern(python) if *python == PHONE.python => format!("Field::phone({name})"),
        Kind::Pattern(_) => format!("Field::pattern({name}, &{pattern})"),
        Kind::Url => format!("Field::url({name})"),
        Kind::Gln13 => format!("Field::gln13({name})"),
        Kind::Uuid => format!("Field::uuid({name})"),
        Kind::Date => format!("Field::date({name})"),
        Kind::DateTime => format!("Field::date_time({name})"),
        Kind::Reference(target) => format!("Field::reference({name}, {})", literal(target)),
        Kind::Boolean => format!("Field::boolean({name})"),
        Kind::Integer => format!("Field::integer({name})"),
        Kind::Number => format!("Field::number({name})"),
        Kind::Ordered => format!("Field::ordered({name})"),
        Kind::Array(element) => format!("Field::array({name}, &{})", kind(element)),
        Kind::Object => format!("Field::object({name})"),
        Kind::Any => format!("Field::any({name})"),
    };
    let mut add = |builder: &str| text.push_str(builder);
    if field.read_only && field.kind != Kind::Any {
        add(".read_only()");
    }
    match (field.required, field.read_only) {
        (true, true) => add(".always()"),
        (true, false) => add(".required()"),
        (false, _) => {}
    }
    if field.write_only {
        add(".write_only()");
    }
    if field.nullable {
        add(".nullable()");
    }
    if field.unique {
        add(".unique()");
    }
    if field.unique_items {
        add(".unique_items()");
    }
    field.min_length.into_iter().for_each(|length| add(&format!(".min_length({length})")));
    field.max_length.into_iter().for_each(|length| add(&format!(".max_length({length})")));
    match &field.limits {
        Limits::None => {}
        Limits::Between(least, most) => add(&format!(".between(&({}, {}))", number(*least), number(*most))),
        Limits::Numbers(values, _) => add(&format!(".numbers(&{values:?})")),
        Limits::Texts(values, _) => add(&format!(".texts(&{})", literals(values))),
    }
    if let Limits::Numbers(_, true) | Limits::Texts(_, true) = field.limits {
        add(".perhaps_cut()");
    }
    if let Some(known) = field.operators {
        add(".filterable()");
        if known < field.kind.operators().len() {
            add(&format!(".operators_cut_after({known})"));
        }
    }
    if !field.rules.is_empty() {
        let rules: Vec<String> = field.rules.iter().map(rule).collect();
        add(&format!(".rules(&[{}])", rules.join(", ")));
    }
    if !field.doc.is_empty() {
        add(&format!(".doc({})", literal(&field.doc)));
    }
    text
}

/// The fields that nearly every resource has have a builder of their own.
fn short(field: &Field) -> Option<String> {
    use pigello_client::schema::Field as Declared;
    for (declared, builder) in [
        (Declared::id(), "Field::id()"),
        (Declared::created_at(), "Field::created_at()"),
        (Declared::custom_id(), "Field::custom_id()"),
    ] {
        let full = Field::of(&declared);
        if *field == full {
            return Some(builder.into());
        }
        if *field == (Field { operators: None, ..full }) {
            return Some(format!("{builder}.filter_unknown()"));
        }
    }
    None
}

fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Reference(target) => format!("Kind::Reference({})", literal(target)),
        Kind::Array(element) => format!("Kind::Array(&{})", self::kind(element)),
        Kind::Url => "Field::url(\"element\").kind".into(),
        // Patterns of elements are not read.
        Kind::Pattern(_) => "Kind::Text".into(),
        plain => format!("Kind::{plain:?}"),
    }
}

fn rule(rule: &Rule) -> String {
    let builder = match rule.kind {
        RuleKind::TogetherWith => "together_with",
        RuleKind::Excludes => "excludes",
        RuleKind::AtLeastOneOf => "at_least_one_of",
        RuleKind::Requires => "requires",
        RuleKind::OrderedWith => "ordered_with",
        RuleKind::MatchesValuesOf => "matches_values_of",
        RuleKind::Magnitude => "magnitude",
    };
    format!("Rule::{builder}(&{})", literals(&rule.fields))
}

/// A number as Rust writes it.
fn number(number: f64) -> String {
    if number == f64::MIN {
        "f64::MIN".into()
    } else if number == f64::MAX {
        "f64::MAX".into()
    } else {
        format!("{number:?}")
    }
}

/// Text as Rust writes it.
pub fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// Texts as Rust writes them.
pub fn literals<T: AsRef<str>>(texts: &[T]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| literal(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}
