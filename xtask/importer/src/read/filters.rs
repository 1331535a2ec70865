//! The parameters of a list: filters, and those that only some lists have.

use super::document::Document;
use super::field;
use super::names;
use super::spot::{Problem, Spot};
use crate::model::{Field, Kind, Parameter, Resource};
use crate::openapi::common;
use crate::sentences;
use pigello_client::schema::Documented;

/// Reads the parameters of a list into the resource: those of the operation, then those of its path.
pub fn add<'a>(document: &Document<'a>, list: &[Spot<'a>], resource: &mut Resource) -> Result<(), Problem> {
    let mut met: Vec<&str> = Vec::new();
    let all = list.iter().enumerate();
    let all = all.flat_map(|(place, spot)| spot.get("parameters").into_iter().map(move |all| (place, all)));
    for (place, spot) in all.flat_map(|(place, all)| all.elements().into_iter().map(move |spot| (place, spot))) {
        let parameter = document.resolve(spot.clone())?;
        let Some(name) = parameter.get("name") else { continue };
        let Some(text) = name.text() else { return Err(name.problem("a name is text")) };
        if parameter.get("in").and_then(|place| place.text()) != Some("query") || common().contains(&text) {
            continue;
        }
        if met.contains(&text) {
            // What stands at the operation wins over what stands at its path.
            if place == 0 {
                document.complain(spot.problem("this parameter stands here twice: it is left out"));
            }
            continue;
        }
        met.push(text);
        if !names::field(text, &name)? {
            document.complain(name.problem("no list is known to have such a parameter: it is left out"));
            continue;
        }
        let description = parameter.get("description").and_then(|text| text.text()).unwrap_or("");
        let schema = parameter.get("schema");
        match sentences::operators(description) {
            Some(operators) => filter(document, &parameter, text, &operators, resource)?,
            None if resource.field(text).is_some_and(|field| !field.kind.operators().is_empty()) => {
                document.complain(parameter.problem("nothing says which operators this filter has: it is left out"));
            }
            None => {
                let kind =
                    schema.map(|schema| field::kind(document, &document.schema(&schema)?)).transpose()?.flatten();
                match kind {
                    Some(Kind::Array(_)) => resource.parameters.push(Parameter { name: text.into(), flag: false }),
                    Some(Kind::Boolean) => resource.parameters.push(Parameter { name: text.into(), flag: true }),
                    _ => document
                        .complain(parameter.problem("a list parameter is ids or a boolean: this one is left out")),
                }
            }
        }
    }
    // The order in which they are sent: these two, then what few lists have.
    let place = |name: &str| ["tags", "customer_columns"].iter().position(|known| *known == name).unwrap_or(2);
    resource.parameters.sort_by_key(|parameter| place(&parameter.name));
    Ok(())
}

fn filter(
    document: &Document,
    parameter: &Spot,
    name: &str,
    operators: &[&str],
    resource: &mut Resource,
) -> Result<(), Problem> {
    if let Some(field) = resource.fields.iter_mut().find(|field| field.name == name) {
        match known(&field.kind, operators) {
            Some(known) => field.operators = Some(known),
            None => document.complain(parameter.problem(format!(
                "a {} has other operators than these: its filter is left out",
                field.kind.schema().type_name()
            ))),
        }
        return Ok(());
    }
    let declared = match parameter.get("schema") {
        Some(schema) => field::kind(document, &document.schema(&schema)?)?,
        None => None,
    };
    // Where the parameter has no type, its operators tell of most.
    let kinds =
        [declared.filter(|kind| *kind != Kind::Any && *kind != Kind::Object), Some(Kind::Ordered), Some(Kind::Text)];
    let kind = kinds.into_iter().flatten().find_map(|kind| {
        let known = known(&kind, operators)?;
        (known > 0 || kind == Kind::Date).then_some((kind, known))
    });
    match kind {
        Some((kind, known)) => {
            let mut field = Field::new(name, kind);
            field.operators = Some(known);
            resource.filters.push(field);
        }
        None => document.complain(parameter.problem("nothing says what this filter compares: it is left out")),
    }
    Ok(())
}

/// How many of its kind's operators these are. Where it is not all of them, there is a type for few kinds.
fn known(kind: &Kind, operators: &[&str]) -> Option<usize> {
    let all = kind.operators();
    let mut first = operators.to_vec();
    first.sort_unstable();
    let mut wanted = all.get(..first.len())?.to_vec();
    wanted.sort_unstable();
    let cut_fits = first.len() == all.len() || *kind == Kind::Ordered || (*kind == Kind::Date && first.is_empty());
    (first == wanted && !all.is_empty() && cut_fits).then_some(first.len())
}

/// Of a resource that is known in full every filter has its field.
pub fn without_fields(document: &Document, spot: &Spot, resource: &mut Resource) {
    if resource.documented == Documented::Complete {
        for filter in resource.filters.drain(..) {
            document
                .complain(spot.problem(format!("there is no field to the filter `{}`: it is left out", filter.name)));
        }
    }
}
