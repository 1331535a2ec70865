//! A whole declaration file.

use super::field::{self, literal};
use super::kept::{Entry, Kept};
use crate::model::{Field, Kind, Parameter, Resource};
use pigello_client::schema::{Documented, Operation, PHONE};

/// The text of a resource's file. Of what is `declared` already, and how it stands in the file there is, `kept` stays.
pub fn file(resource: &Resource, declared: Option<&Resource>, kept: Option<&Kept>) -> String {
    let nothing = Kept::default();
    let kept = kept.unwrap_or(&nothing);
    let mut statics = Statics { kept, made: Vec::new() };
    let old = |name: &str| {
        declared.and_then(|declared| declared.fields.iter().chain(&declared.filters).find(|field| field.name == name))
    };
    let mut entries = |fields: &[Field], written: &[Entry]| -> String {
        let mut text = String::new();
        for field in fields {
            let entry = written.iter().find(|entry| entry.name == field.name);
            for comment in entry.iter().flat_map(|entry| entry.comments.lines()) {
                text.push_str(&format!("    {comment}\n"));
            }
            let same = entry.filter(|_| old(&field.name) == Some(field));
            let builders = same.map_or_else(|| field::field(field, &statics.name(field)), |entry| entry.text.clone());
            text.push_str(&format!("    {builders},\n"));
        }
        text
    };
    let fields = entries(&resource.fields, &kept.fields);
    let filters = entries(&resource.filters, &kept.filters);
    let mut chain = format!(
        "Resource::new({}, {}, {})\n",
        literal(&resource.name),
        literal(&resource.type_name),
        literal(&resource.base_path)
    );
    let mut add = |builder: String| chain.push_str(&format!(".{builder}\n"));
    if !resource.doc.is_empty() {
        add(format!("doc({})", literal(&resource.doc)));
    }
    match resource.documented {
        Documented::Complete => {}
        Documented::Partial => add("partial()".into()),
        Documented::NameOnly => add("name_only()".into()),
    }
    if !resource.invite.is_empty() {
        add(format!("invite({})", literal(&resource.invite)));
    }
    let mentioned = resource.mentioned();
    if !mentioned.is_empty() {
        add(format!("mentioned(&{})", field::literals(&mentioned)));
    }
    if resource.operations != Operation::TEMPLATE {
        add(format!("operations(&{})", operations(&resource.operations)));
    }
    if resource.by_template == Operation::TEMPLATE {
        add("by_template(Operation::TEMPLATE)".into());
    } else if !resource.by_template.is_empty() {
        add(format!("by_template(&{})", operations(&resource.by_template)));
    }
    if !resource.parameters.is_empty() {
        let parameters: Vec<String> = resource.parameters.iter().map(parameter).collect();
        add(format!("parameters(&[{}])", parameters.join(", ")));
    }
    if !fields.is_empty() {
        add(format!("fields(&[\n{fields}])"));
    }
    if !filters.is_empty() {
        add(format!("filters(&[\n{filters}])"));
    }
    let declaration = chain.trim_end();
    let head = if kept.head.is_empty() {
        let application = resource.application();
        format!("//! `{}` of the application `{application}`, from its OpenAPI document.\n", resource.name)
    } else {
        kept.head.clone()
    };
    let above = if kept.above.is_empty() { "/// Fields in the document's order.\n" } else { &kept.above };
    let mut items: Vec<String> = Vec::new();
    let names =
        |text: &str, name: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name);
    items.extend(kept.items.iter().filter(|(name, _)| names(declaration, name)).map(|(_, text)| text.clone()));
    items.extend(statics.made.iter().map(|(_, text)| text.clone()));
    let body = format!("{}{above}pub static RESOURCE: Resource =\n    {declaration};\n", between(&items.concat()));
    format!("{head}\n{}\n{body}", imports(&body))
}

fn between(items: &str) -> String {
    if items.is_empty() { String::new() } else { format!("{items}\n") }
}

/// Patterns stand in statics.
struct Statics<'a> {
    kept: &'a Kept,
    made: Vec<(String, String)>,
}

impl Statics<'_> {
    /// The name of the static of a field's pattern, which is made unless there is one.
    fn name(&mut self, field: &Field) -> String {
        let Kind::Pattern(python) = &field.kind else { return String::new() };
        if *python == PHONE.python {
            return String::new();
        }
        // A pattern of what only the server writes is never asked.
        let reader = if field.read_only { "told_pattern" } else { "pattern" };
        let raw = !python.contains(['"', '\n', '\r']);
        let pattern = if raw { format!("{reader}!(r\"{python}\")") } else { format!("{reader}!({python:?})") };
        let kept = self.kept.items.iter().find(|(_, text)| text.contains(&format!("= {pattern};")));
        let made = self.made.iter().find(|(_, text)| text.contains(&format!("= {pattern};")));
        if let Some((name, _)) = kept.or(made) {
            return name.clone();
        }
        let mut name = field.name.to_uppercase();
        while self.made.iter().chain(&self.kept.items).any(|(taken, _)| *taken == name) {
            name.push('_');
        }
        self.made
            .push((name.clone(), format!("/// What `{}` matches.\nstatic {name}: Pattern = {pattern};\n", field.name)));
        name
    }
}

/// The lines that bring in what a file names.
fn imports(body: &str) -> String {
    let mut lines = String::new();
    let patterns: Vec<&str> = [("pattern", "= pattern!("), ("told_pattern", "= told_pattern!(")]
        .iter()
        .filter(|(_, used)| body.contains(used))
        .map(|(name, _)| *name)
        .collect();
    if !patterns.is_empty() {
        lines.push_str(&format!("use crate::rules::pattern::{{Pattern, {}}};\n", patterns.join(", ")));
    }
    let used = ["Field::", "Kind::", "Operation::", "Parameter::"].iter().filter(|name| body.contains(**name));
    let mut names: Vec<&str> = used.map(|name| name.trim_end_matches(':')).collect();
    names.push("Resource");
    names.extend(body.contains("Rule::").then_some("Rule"));
    let names = if let [only] = names.as_slice() { (*only).to_owned() } else { format!("{{{}}}", names.join(", ")) };
    lines.push_str(&format!("use crate::schema::{names};\n"));
    lines
}

fn operations(operations: &[Operation]) -> String {
    let names: Vec<String> = operations.iter().map(|operation| format!("Operation::{operation:?}")).collect();
    format!("[{}]", names.join(", "))
}

fn parameter(parameter: &Parameter) -> String {
    use pigello_client::schema::Parameter as Declared;
    let known = [Declared::TAGS, Declared::CUSTOMER_COLUMNS, Declared::WORK_ENGAGEMENTS, Declared::HAS_BRF_COMPANY];
    let constant = known.iter().any(|known| known.name == parameter.name && known.flag == parameter.flag);
    if constant {
        return format!("Parameter::{}", parameter.name.to_uppercase());
    }
    let builder = if parameter.flag { "flag" } else { "ids" };
    format!("Parameter::{builder}({}, {})", literal(&parameter.name), literal(&camel(&parameter.name)))
}

/// `global_segments` as `globalSegments`.
fn camel(name: &str) -> String {
    let mut parts = name.split('_').filter(|part| !part.is_empty());
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let mut letters = part.chars();
        text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(letters.as_str());
    }
    text
}
