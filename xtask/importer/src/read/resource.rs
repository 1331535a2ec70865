//! One resource: its name, its operations, its fields from what is answered and what is written.

use super::document::{Document, Schema};
use super::paths::Group;
use super::spot::{Problem, Spot};
use super::{field, filters, names, rules};
use crate::model::{Field, Kind, Resource};
use crate::openapi::{BY_TEMPLATE, DOCUMENTED};
use pigello_client::schema::{Documented, Operation};

/// The resource of these paths. `None`: it cannot be declared, which was told.
pub fn resource<'a>(document: &Document<'a>, group: Group<'a>) -> Result<Option<Resource>, Problem> {
    let last = group.base_path.trim_matches('/').rsplit('/').next().unwrap_or("").to_owned();
    let tag = group.operations.iter().find_map(|(_, operation)| operation.get("tags")?.elements().into_iter().next());
    let named = tag.as_ref().and_then(|tag| Some((tag.text()?, tag)));
    if let Some((name, spot)) = named {
        names::resource(&name.replace([' ', '-', '_'], ""), spot)?;
    }
    let name = match named {
        Some((name, _)) if name.eq_ignore_ascii_case(&last) => name.to_owned(),
        _ => last,
    };
    names::resource(&name, &group.spot)?;
    let mut resource = Resource {
        name: capitalised(&name.to_lowercase()),
        type_name: String::new(),
        base_path: group.base_path.clone(),
        doc: String::new(),
        documented: Documented::Complete,
        operations: group.operations.iter().map(|(operation, _)| *operation).collect(),
        by_template: Vec::new(),
        invite: group.invite.clone(),
        parameters: Vec::new(),
        fields: Vec::new(),
        filters: Vec::new(),
    };
    if !names::is_module(&resource.module()) || !names::is_application(resource.application()) {
        document.complain(group.spot.problem("no file can be called after this: the resource is left out"));
        return Ok(None);
    }
    let by_template =
        group.operations.iter().filter(|(_, spot)| spot.get(BY_TEMPLATE).is_some_and(|mark| mark.is_true()));
    resource.by_template = by_template.map(|(operation, _)| *operation).collect();
    let tags = document.root().get("tags");
    let mut tags = tags.iter().flat_map(Spot::elements);
    let tag = tags.find(|tag| {
        tag.get("name").and_then(|name| name.text()).is_some_and(|name| name.eq_ignore_ascii_case(&resource.name))
    });
    let doc = tag.as_ref().and_then(|tag| tag.get("description")).and_then(|doc| doc.text()).unwrap_or("");
    resource.doc = names::in_a_comment(doc);
    let known = fields(document, &group, &mut resource)?;
    if let Some((_, list)) = group.operations.iter().find(|(operation, _)| *operation == Operation::List) {
        let beside = group.list.clone();
        filters::add(document, &[Some(list.clone()), beside].into_iter().flatten().collect::<Vec<_>>(), &mut resource)?;
    }
    let said = tag.and_then(|tag| tag.get(DOCUMENTED)).and_then(|said| said.text());
    let nothing = resource.fields.is_empty() && resource.filters.is_empty();
    resource.documented = match said {
        Some("partial") => Documented::Partial,
        _ if nothing => Documented::NameOnly,
        _ if known => Documented::Complete,
        _ => Documented::Partial,
    };
    filters::without_fields(document, &group.spot, &mut resource);
    rules::check(document, &group.spot, &mut resource);
    Ok(Some(resource))
}

/// Reads the fields; answers whether these are all.
fn fields(document: &Document, group: &Group, resource: &mut Resource) -> Result<bool, Problem> {
    let spot =
        |wanted: Operation| group.operations.iter().find(|(operation, _)| *operation == wanted).map(|(_, spot)| spot);
    // Where an answer or a body is told of at all, those of one object first.
    let answered = [
        (Operation::Get, false),
        (Operation::Create, false),
        (Operation::Update, false),
        (Operation::List, true),
        (Operation::BulkWrite, true),
    ];
    let written = [(Operation::Create, false), (Operation::Update, false), (Operation::BulkWrite, true)];
    let mut answer = None;
    for (operation, many) in answered {
        // Success has one of the statuses 200 to 299.
        let answers = spot(operation).and_then(|spot| spot.get("responses"));
        for (_, content) in answers.iter().flat_map(Spot::members).filter(|(status, _)| status.starts_with('2')) {
            answer = answer.or(row(document, Some(content), many)?);
        }
    }
    let mut body = None;
    for (operation, many) in written {
        let content = spot(operation).and_then(|spot| spot.get("requestBody"));
        body = body.or(row(document, content, many)?);
    }
    let mut all = true;
    for (name, property) in answer.iter().flat_map(Schema::properties) {
        let in_body =
            body.as_ref().and_then(|body| Some((body, body.properties().into_iter().find(|(own, _)| *own == name)?.1)));
        let required = in_body
            .as_ref()
            .map_or_else(|| answer.as_ref(), |(body, _)| Some(body))
            .is_some_and(|schema| schema.requires(name));
        let Some(mut field) = field::field(document, name, &property, required)? else {
            all = false;
            continue;
        };
        // What a body does not take only the server writes.
        field.read_only |= body.is_some() && in_body.is_none();
        if field.read_only {
            field.required = answer.as_ref().is_some_and(|answer| answer.requires(name));
        }
        all &= push(document, &property, field, resource);
    }
    for (name, property) in body.iter().flat_map(Schema::properties) {
        if resource.field(name).is_some()
            || answer.as_ref().is_some_and(|answer| answer.properties().iter().any(|(own, _)| *own == name))
        {
            continue;
        }
        let required = body.as_ref().is_some_and(|body| body.requires(name));
        match field::field(document, name, &property, required)? {
            Some(field) if !field.read_only => all &= push(document, &property, field, resource),
            Some(_) => {}
            None => all = false,
        }
    }
    let nobody_writes = written.iter().all(|(operation, _)| spot(*operation).is_none());
    Ok(all && answer.is_some() && (body.is_some() || nobody_writes))
}

/// Adds a field, unless it cannot be declared.
fn push(document: &Document, spot: &Spot, field: Field, resource: &mut Resource) -> bool {
    if field.kind == Kind::Any && !field.read_only {
        document.complain(
            spot.problem(
                "what may be written is of some type: the field is left out, and the resource is known in part",
            ),
        );
        return false;
    }
    resource.fields.push(field);
    true
}

/// The schema of a row in a body or an answer. `None`: nothing is said of it.
fn row<'a>(document: &Document<'a>, content: Option<Spot<'a>>, many: bool) -> Result<Option<Schema<'a>>, Problem> {
    let Some(content) = content else { return Ok(None) };
    let content = document.resolve(content)?.get("content").and_then(|content| {
        content.get("application/json").or_else(|| content.members().into_iter().next().map(|(_, media)| media))
    });
    let Some(mut spot) = content.and_then(|media| media.get("schema")) else { return Ok(None) };
    if many {
        let items = document.schema(&spot)?.get("items").cloned();
        let Some(items) = items else { return Ok(None) };
        spot = items;
    }
    let schema = document.schema(&spot)?;
    Ok((!schema.properties().is_empty()).then_some(schema))
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
