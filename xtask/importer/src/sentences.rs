//! The sentences in which the API's descriptions say what OpenAPI cannot: rules, uniqueness, operators. Written and read
//! here, so that what is written is what is read.

use crate::model::Rule;
use pigello_client::schema::RuleKind;

/// Stands above the sentences on a field.
pub const RULES: &str = "Additional Validation Information:";
/// Stands in the description of every filter.
pub const FILTER: &str = "Filter can be negated by adding a ! to the end of the parameter name.";
const UNIQUE: &str = "Must be unique";
const OPERATORS: &str = "Additional operators:";
const OPERATOR: &str = "Operator: ";
const NEGATED: &str = ", Supports negation (via !): True";

/// The beginning of each rule's sentence, misspelt as the API has it.
const BEGINNINGS: [(RuleKind, &str); 7] = [
    (RuleKind::TogetherWith, "This value must be set together with the following fields:"),
    (RuleKind::Excludes, "This value can't bet set, when any of the following fields are set:"),
    (RuleKind::AtLeastOneOf, "This field, or at least one of the following fields must be set:"),
    (RuleKind::Requires, "This value requires that the following fields are also set:"),
    (RuleKind::OrderedWith, "This value must be set in an proper order, in relation to the following fields:"),
    (RuleKind::MatchesValuesOf, "This value must match with the values of these fields:"),
    (RuleKind::Magnitude, "This value must be set with a proper magnitude, in relation to the following fields:"),
];

/// What a description says.
#[derive(Debug, Default, PartialEq)]
pub struct Said {
    /// What is no sentence of the API's.
    pub doc: String,
    /// The value is unique.
    pub unique: bool,
    /// The rules.
    pub rules: Vec<Rule>,
    /// What of the rules could not be read.
    pub unread: Vec<String>,
}

/// The description of a field.
pub fn description(doc: &str, unique: bool, rules: &[Rule]) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend((!doc.is_empty()).then(|| doc.to_owned()));
    if unique || !rules.is_empty() {
        parts.push(RULES.into());
    }
    parts.extend(unique.then(|| UNIQUE.to_owned()));
    for rule in rules {
        let beginning = BEGINNINGS.iter().find(|(kind, _)| *kind == rule.kind).map_or("", |(_, text)| text);
        parts.push(format!("{beginning} {}", rule.fields.join(", ")));
    }
    parts.join("\n\n")
}

/// Reads the description of a field. A doc is one line.
pub fn read(description: &str) -> Said {
    let mut said = Said::default();
    let mut doc = Vec::new();
    let mut in_rules = false;
    for line in description.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let rule = BEGINNINGS.iter().find_map(|(kind, beginning)| Some((*kind, line.strip_prefix(beginning)?)));
        if line == RULES {
            in_rules = true;
        } else if line.trim_end_matches('.') == UNIQUE {
            said.unique = true;
        } else if let Some((kind, names)) = rule {
            let names = names.trim_end_matches('.').split([',', ' ']).filter(|name| !name.is_empty());
            said.rules.push(Rule { kind, fields: names.map(String::from).collect() });
        } else if in_rules {
            said.unread.push(line.into());
        } else {
            doc.push(line);
        }
    }
    said.doc = doc.join(" ");
    said
}

/// The description of a filter with these operators.
pub fn filter(operators: &[&str]) -> String {
    let mut parts = vec![FILTER.to_owned()];
    parts.extend((!operators.is_empty()).then(|| OPERATORS.to_owned()));
    parts.extend(operators.iter().map(|operator| [OPERATOR, operator, NEGATED].concat()));
    parts.join("\n\n")
}

/// The operators that a description tells of; `None`: it is not that of a filter.
pub fn operators(description: &str) -> Option<Vec<&str>> {
    let lines = || description.lines().map(str::trim);
    let is_filter = lines().any(|line| line == FILTER || line.starts_with(OPERATOR));
    let names = lines().filter_map(|line| line.strip_prefix(OPERATOR)?.split(',').next());
    is_filter.then(|| names.map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_read_as_it_is_written() {
        let rules: Vec<Rule> =
            BEGINNINGS.iter().map(|(kind, _)| Rule { kind: *kind, fields: vec!["a_b".into(), "c".into()] }).collect();
        let said = read(&description("A sentence.", true, &rules));
        assert_eq!(said, Said { doc: "A sentence.".into(), unique: true, rules, unread: vec![] });
        assert_eq!(read(""), Said::default());
    }

    #[test]
    fn a_sentence_nobody_knows_is_told() {
        let said = read("Additional Validation Information:\n\nMust be blue\nMust be unique.");
        assert_eq!((said.unique, said.unread), (true, vec!["Must be blue".to_owned()]));
    }

    #[test]
    fn operators_are_read_as_they_are_written() {
        assert_eq!(operators(&filter(&["gt", "in"])), Some(vec!["gt", "in"]));
        assert_eq!(operators(&filter(&[])), Some(vec![]));
        assert_eq!(operators("What to search for."), None);
    }
}
