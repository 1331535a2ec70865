//! Which rules between fields can be declared: those that would not compile are told, and left out.

use super::document::Document;
use super::names;
use super::spot::Spot;
use crate::model::{Field, Kind, Resource, Rule};
use pigello_client::schema::{Documented, RuleKind};

/// Leaves out the rules that cannot be declared.
pub fn check(document: &Document, spot: &Spot, resource: &mut Resource) {
    let fields = resource.fields.clone();
    let complete = resource.documented == Documented::Complete;
    for field in &mut resource.fields {
        let name = field.name.clone();
        let rules = std::mem::take(&mut field.rules);
        for mut rule in rules {
            rule.fields.retain(|other| *other != name);
            match fault(field, &rule, &fields, complete) {
                None => field.rules.push(rule),
                Some(fault) => {
                    let message = format!("the rule `{}` of `{name}` is left out: {fault}", rule.kind.code().as_str());
                    document.complain(spot.problem(message));
                }
            }
        }
    }
}

fn fault(field: &Field, rule: &Rule, fields: &[Field], complete: bool) -> Option<String> {
    let fits = match rule.kind {
        RuleKind::OrderedWith => matches!(field.kind, Kind::Date | Kind::DateTime | Kind::Integer | Kind::Number),
        RuleKind::Magnitude => matches!(field.kind, Kind::Integer | Kind::Number),
        RuleKind::MatchesValuesOf => matches!(field.kind, Kind::Array(_)),
        _ => true,
    };
    let compared = matches!(rule.kind, RuleKind::OrderedWith | RuleKind::Magnitude | RuleKind::MatchesValuesOf);
    if field.read_only {
        return Some("only the server writes the field".into());
    }
    if !fits {
        return Some("its values cannot be compared so".into());
    }
    if rule.fields.is_empty() {
        return Some("it names no other field".into());
    }
    for name in &rule.fields {
        match fields.iter().find(|field| field.name == *name) {
            None if complete => return Some(format!("there is no field `{name}`")),
            None if !names::is_field(name) => return Some(format!("`{name}` is no name of a field")),
            Some(other) if other.read_only => return Some(format!("only the server writes `{name}`")),
            Some(other) if compared && !field.kind.schema().compares_with(other.kind.schema()) => {
                return Some(format!("`{name}` is of another kind"));
            }
            _ => {}
        }
    }
    None
}
