//! What was wrong with a request, in the shape of Django REST framework's error bodies: `{"field": ["message"]}`,
//! nested where the field is, `non_field_errors` where it is the whole.

use std::collections::BTreeMap;

use crate::issue::{Issue, Segment};
use crate::messages::{self, Locale};
use crate::value::Value;

/// Where something is wrong, and the sentence that says so.
pub(super) type Fault = (Vec<Segment>, String);

/// A fault at the field or parameter of that name.
pub(super) fn at(name: &str, sentence: impl Into<String>) -> Fault {
    (vec![Segment::Key(name.into())], sentence.into())
}

/// Issues become faults by their English words.
pub(super) fn of(issues: Vec<Issue>) -> impl Iterator<Item = Fault> {
    issues.into_iter().map(|issue| {
        let sentence = messages::words(Locale::En, &issue);
        (issue.path, sentence)
    })
}

/// One object that says all.
pub(super) fn tree(faults: Vec<Fault>) -> Value {
    grow(faults.into_iter().map(|(path, sentence)| (path.into_iter(), sentence)).collect())
}

/// Faults are brought together by the next step of their paths; those whose path ends here concern the whole.
fn grow(faults: Vec<(std::vec::IntoIter<Segment>, String)>) -> Value {
    let mut branches: Vec<(String, Vec<_>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (mut path, sentence) in faults {
        let name = match path.next() {
            Some(Segment::Key(name)) => name,
            Some(Segment::Index(place)) => place.to_string(),
            None => "non_field_errors".into(),
        };
        let place = *places.entry(name).or_insert_with_key(|name| {
            branches.push((name.clone(), Vec::new()));
            branches.len() - 1
        });
        if let Some((_, branch)) = branches.get_mut(place) {
            branch.push((path, sentence));
        }
    }
    let grown = branches.into_iter().map(|(name, branch)| {
        let ends = branch.iter().all(|(path, _)| path.len() == 0);
        let sentences =
            |branch: Vec<(_, String)>| branch.into_iter().map(|(_, sentence)| Value::Text(sentence)).collect();
        (name, if ends { Value::Array(sentences(branch)) } else { grow(branch) })
    });
    Value::Object(grown.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::json;

    #[test]
    fn faults_stand_where_the_fields_do() {
        let key = |name: &str| Segment::Key(name.into());
        let faults = vec![
            at("name", "one"),
            (vec![key("client"), key("id")], "two".into()),
            (vec![], "three".into()),
            at("name", "four"),
            (vec![key("rows"), Segment::Index(2), key("id")], "five".into()),
            at("client", "six"),
        ];
        let mut body = String::new();
        json::write(&mut body, &tree(faults));
        let expected = r#"{"name":["one","four"],"client":{"id":["two"],"non_field_errors":["six"]},"non_field_errors":["three"],"rows":{"2":{"id":["five"]}}}"#;
        assert_eq!(body, expected);
        assert_eq!(tree(vec![]), Value::Object(vec![]));
    }
}
