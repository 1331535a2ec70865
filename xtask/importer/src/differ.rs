//! What an import changes, as one reads it in a review: what came, what went, and for everything else whether it is
//! stricter or looser than before.

use crate::model::{Field, Limits, Resource, Rule};
use pigello_client::schema::Operation;

/// One line, or none, for each difference.
pub fn resource(old: Option<&Resource>, new: &Resource) -> Vec<String> {
    let Some(old) = old else {
        let filters = new.fields.iter().chain(&new.filters).filter(|field| field.operators.is_some()).count();
        let rules: usize = new.fields.iter().map(|field| field.rules.len()).sum();
        return vec![format!(
            "added: `{}` with {} fields, {rules} rules between fields, {filters} filters, {} operations, {}",
            new.type_name,
            new.fields.len(),
            new.operations.len(),
            new.documented.as_str()
        )];
    };
    let mut said = Vec::new();
    let name = &new.type_name;
    let mut tell = |what: &str, more: String| said.push(format!("{what}: `{name}`{more}"));
    if old.base_path != new.base_path {
        tell("changed", format!(" moved from `{}` to `{}`", old.base_path, new.base_path));
    }
    if old.documented != new.documented {
        tell("changed", format!(" is {}, and was {}", new.documented.as_str(), old.documented.as_str()));
    }
    match (old.invite.as_str(), new.invite.as_str()) {
        (old, new) if old == new => {}
        ("", new) => tell("added", format!(" invitations at `{new}`")),
        (old, "") => tell("removed", format!(" invitations at `{old}`")),
        (_, new) => tell("changed", format!(" invitations are at `{new}`")),
    }
    if old.doc != new.doc {
        tell("changed", " has another doc".into());
    }
    let lists = [
        ("operation", names(&old.operations), names(&new.operations)),
        ("parameter", parameters(old), parameters(new)),
    ];
    for (what, old, new) in lists {
        for gone in old.iter().filter(|name| !new.contains(name)) {
            tell("removed", format!(" {what} `{gone}`"));
        }
        for come in new.iter().filter(|name| !old.contains(name)) {
            tell("added", format!(" {what} `{come}`"));
        }
    }
    for operation in Operation::TEMPLATE {
        let marked = |resource: &Resource| resource.by_template.contains(operation);
        if marked(old) && !marked(new) && new.operations.contains(operation) {
            tell("changed", format!(" operation `{}` is on a page", operation.as_str()));
        }
        if !marked(old) && marked(new) && old.operations.contains(operation) {
            tell("changed", format!(" operation `{}` is on no page", operation.as_str()));
        }
    }
    for (old, new, word) in [(&old.fields, &new.fields, ""), (&old.filters, &new.filters, " filter")] {
        for gone in old.iter().filter(|field| new.iter().all(|other| other.name != field.name)) {
            tell("removed", format!("{word} `{}`", gone.name));
        }
        for field in new {
            match old.iter().find(|other| other.name == field.name) {
                None => tell("added", format!("{word} `{}`: {}", field.name, in_short(field))),
                Some(old) => changes(old, field)
                    .into_iter()
                    .for_each(|(what, how)| tell(what, format!("{word} `{}`: {how}", field.name))),
            }
        }
        let order = |fields: &[Field], others: &[Field]| -> Vec<String> {
            let both = fields.iter().filter(|field| others.iter().any(|other| other.name == field.name));
            both.map(|field| field.name.clone()).collect()
        };
        if order(old, new) != order(new, old) {
            tell("changed", format!("{word} fields stand in another order"));
        }
    }
    said
}

fn names(operations: &[Operation]) -> Vec<String> {
    operations.iter().map(|operation| operation.as_str().into()).collect()
}

fn parameters(resource: &Resource) -> Vec<String> {
    let parameters = resource.parameters.iter();
    parameters
        .map(
            |parameter| if parameter.flag { format!("{} (a boolean)", parameter.name) } else { parameter.name.clone() },
        )
        .collect()
}

fn in_short(field: &Field) -> String {
    let marks = [
        (field.required, "required"),
        (field.nullable, "may be null"),
        (field.read_only, "read-only"),
        (field.write_only, "write-only"),
        (field.operators.is_some(), "filterable"),
    ];
    let marks: Vec<&str> = marks.iter().filter(|(set, _)| *set).map(|(_, mark)| *mark).collect();
    [&format!("{:?}", field.kind), ", "].concat() + &marks.join(", ")
}

const TIGHTER: &str = "tightened";
const LOOSER: &str = "loosened";

/// What is different in a field, each with whether fewer or more values fit than before.
fn changes(old: &Field, new: &Field) -> Vec<(&'static str, String)> {
    let mut said: Vec<(&'static str, String)> = Vec::new();
    let mut tell = |what, how: String| said.push((what, how));
    if old.kind != new.kind {
        tell("changed", format!("{:?} is now {:?}", old.kind, new.kind));
    }
    for (mark, old, new, on, off) in [
        ("required", old.required, new.required, TIGHTER, LOOSER),
        ("null", old.nullable, new.nullable, LOOSER, TIGHTER),
        ("read-only", old.read_only, new.read_only, TIGHTER, LOOSER),
        ("write-only", old.write_only, new.write_only, "changed", "changed"),
        ("unique", old.unique, new.unique, TIGHTER, LOOSER),
        ("unique elements", old.unique_items, new.unique_items, TIGHTER, LOOSER),
    ] {
        match (old, new) {
            (false, true) => tell(on, format!("now {mark}")),
            (true, false) => tell(off, format!("no longer {mark}")),
            _ => {}
        }
    }
    for (what, old, new, sign) in
        [("at least", old.min_length, new.min_length, -1), ("at most", old.max_length, new.max_length, 1)]
    {
        let room = |length: Option<u32>| length.map_or(i64::MAX, |length| i64::from(length) * sign);
        if old != new {
            let shown =
                |length: Option<u32>| length.map_or("any number of".to_owned(), |length| format!("{what} {length}"));
            let verdict = if room(new) < room(old) { TIGHTER } else { LOOSER };
            tell(verdict, format!("{} characters, and was {}", shown(new), shown(old)));
        }
    }
    if old.limits != new.limits {
        let (verdict, how) = limits(&old.limits, &new.limits);
        tell(verdict, how);
    }
    let shown = |rule: &Rule| format!("{} {}", rule.kind.code().as_str(), rule.fields.join(", "));
    for rule in old.rules.iter().filter(|rule| !new.rules.contains(rule)) {
        tell(LOOSER, format!("no longer {}", shown(rule)));
    }
    for rule in new.rules.iter().filter(|rule| !old.rules.contains(rule)) {
        tell(TIGHTER, format!("now {}", shown(rule)));
    }
    match (old.operators, new.operators) {
        (None, Some(_)) => tell("added", "a filter".into()),
        (Some(_), None) => tell("removed", "its filter".into()),
        (Some(old), Some(count)) if old != count => {
            tell("changed", format!("{count} operators of its filter are known, and were {old}"));
        }
        _ => {}
    }
    if old.doc != new.doc {
        tell("changed", "another doc".into());
    }
    // What is no longer told apart above: the order of rules.
    if said.is_empty() && old != new {
        said.push(("changed", "its rules stand in another order".into()));
    }
    said
}

fn limits(old: &Limits, new: &Limits) -> (&'static str, String) {
    let shown = |limits: &Limits| match limits {
        Limits::None => "any".to_owned(),
        Limits::Between(least, most) => format!("{least} to {most}"),
        Limits::Numbers(values, more) => format!("{values:?}{}", if *more { " and perhaps others" } else { "" }),
        Limits::Texts(values, more) => format!("{values:?}{}", if *more { " and perhaps others" } else { "" }),
    };
    let checked = |limits: &Limits| !matches!(limits, Limits::None | Limits::Numbers(_, true) | Limits::Texts(_, true));
    let verdict = match (old, new) {
        (Limits::Between(a, b), Limits::Between(c, d)) if c >= a && d <= b => TIGHTER,
        (Limits::Between(a, b), Limits::Between(c, d)) if c <= a && d >= b => LOOSER,
        (Limits::Numbers(a, false), Limits::Numbers(b, false)) if b.iter().all(|value| a.contains(value)) => TIGHTER,
        (Limits::Numbers(a, false), Limits::Numbers(b, false)) if a.iter().all(|value| b.contains(value)) => LOOSER,
        (Limits::Texts(a, false), Limits::Texts(b, false)) if b.iter().all(|value| a.contains(value)) => TIGHTER,
        (Limits::Texts(a, false), Limits::Texts(b, false)) if a.iter().all(|value| b.contains(value)) => LOOSER,
        (old, new) if !checked(old) && checked(new) => TIGHTER,
        (old, new) if checked(old) && !checked(new) => LOOSER,
        _ => "changed",
    };
    (verdict, format!("{}, and was {}", shown(new), shown(old)))
}

#[cfg(test)]
mod tests {
    use super::resource;
    use crate::model::{Field, Kind, Limits, Resource, Rule, declared};
    use pigello_client::schema::{Operation, RuleKind};

    /// What is told when a field of a resource becomes another.
    fn told(old: Field, new: Field) -> Vec<String> {
        let with = |field: Field| Resource { fields: vec![field], filters: vec![], ..declared().remove(2) };
        resource(Some(&with(old)), &with(new))
    }

    #[test]
    fn what_lets_fewer_values_in_is_tightened_and_back_again_loosened() {
        let text = || Field::new("a", Kind::Text);
        let number = || Field::new("a", Kind::Integer);
        let rule = |kind| vec![Rule { kind, fields: vec!["b".into()] }];
        let texts = |all: &[&str], more| Limits::Texts(all.iter().map(|text| (*text).to_owned()).collect(), more);
        for (loose, tight) in [
            (text(), Field { required: true, ..text() }),
            (Field { nullable: true, ..text() }, text()),
            (text(), Field { read_only: true, ..text() }),
            (text(), Field { unique: true, ..text() }),
            (text(), Field { min_length: Some(1), ..text() }),
            (Field { min_length: Some(1), ..text() }, Field { min_length: Some(2), ..text() }),
            (text(), Field { max_length: Some(9), ..text() }),
            (Field { max_length: Some(9), ..text() }, Field { max_length: Some(8), ..text() }),
            (text(), Field { rules: rule(RuleKind::Excludes), ..text() }),
            (number(), Field { limits: Limits::Between(0.0, 9.0), ..number() }),
            (
                Field { limits: Limits::Between(0.0, 9.0), ..number() },
                Field { limits: Limits::Between(1.0, 9.0), ..number() },
            ),
            (Field { limits: texts(&["x", "y"], false), ..text() }, Field { limits: texts(&["x"], false), ..text() }),
            (Field { limits: texts(&["x"], true), ..text() }, Field { limits: texts(&["x"], false), ..text() }),
            (number(), Field { limits: Limits::Numbers(vec![1], false), ..number() }),
        ] {
            for (old, new, word) in [(&loose, &tight, "tightened: "), (&tight, &loose, "loosened: ")] {
                let said = told(old.clone(), new.clone());
                assert!(said.len() == 1 && said[0].starts_with(word) && said[0].contains("`a`: "), "{word}{said:?}");
            }
        }
    }

    #[test]
    fn what_is_neither_is_changed_added_or_removed() {
        let text = || Field::new("a", Kind::Text);
        assert_eq!(told(text(), text()), [""; 0]);
        assert!(told(text(), Field::new("a", Kind::Email))[0].starts_with("changed: "));
        assert!(told(text(), Field { operators: Some(9), ..text() })[0].starts_with("added: "));
        assert!(told(Field { operators: Some(9), ..text() }, text())[0].starts_with("removed: "));
        assert!(told(text(), Field { doc: "Words.".into(), ..text() })[0].ends_with("another doc"));
        let renamed = told(text(), Field::new("b", Kind::Text));
        assert!(renamed[0].starts_with("removed: ") && renamed[1].starts_with("added: "), "{renamed:?}");
        let old = declared().remove(2);
        let mut new = old.clone();
        new.operations.retain(|operation| *operation != Operation::Delete);
        new.fields.reverse();
        let said = resource(Some(&old), &new);
        assert!(said[0].starts_with("removed: ") && said[0].ends_with("operation `delete`"), "{said:?}");
        assert!(said.last().unwrap().ends_with("another order"), "{said:?}");
    }
}
