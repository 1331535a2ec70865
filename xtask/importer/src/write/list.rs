//! The list of all resources in `src/resources/mod.rs`, and the features of the applications in `Cargo.toml`.

use std::collections::{BTreeMap, BTreeSet};

const BEGIN: &str = "        $then! {\n";
const END: &str = "\n        }\n    };";

/// The modules of each application, as the list has them. `None`: this is no such list.
fn listed(text: &str) -> Option<BTreeMap<String, BTreeSet<String>>> {
    let (list, _) = text.split_once(BEGIN)?.1.split_once(END)?;
    let mut applications: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut application, mut last) = (None, String::new());
    for word in list.replace('{', " { ").replace('}', " } ").split_whitespace() {
        match (word, &application) {
            ("{", _) => application = Some(std::mem::take(&mut last)),
            ("}", _) => application = None,
            (module, Some(application)) => {
                applications.entry(application.clone()).or_default().insert(module.into());
            }
            (word, None) => last = word.into(),
        }
    }
    Some(applications)
}

/// The list with these modules as well, each after its application. `None`: there is no list in the text.
pub fn list(text: &str, modules: &[(String, String)]) -> Option<String> {
    let mut applications = listed(text)?;
    let before = applications.clone();
    for (application, module) in modules {
        applications.entry(application.clone()).or_default().insert(module.clone());
    }
    if applications == before {
        return Some(text.into());
    }
    let mut list = String::new();
    for (application, modules) in &applications {
        list.push_str(&format!("            \"{application}\" {application} {{\n"));
        for module in modules {
            list.push_str(&format!("                {module}\n"));
        }
        list.push_str("            }\n");
    }
    let (head, rest) = text.split_once(BEGIN)?;
    let (_, tail) = rest.split_once(END)?;
    Some([head, BEGIN, list.trim_end(), END, tail].concat())
}

/// The manifest with a feature for each of these applications.
pub fn features(manifest: &str, applications: &BTreeSet<&str>) -> String {
    let mut text = manifest.to_owned();
    for application in applications {
        let line = format!("\n{application} = []\n");
        if text.contains(&line) {
            continue;
        }
        let Some((head, rest)) = text.split_once("\nall = [") else { return text };
        let Some((all, tail)) = rest.split_once("]\n") else { return text };
        let comma = if all.is_empty() { "" } else { ", " };
        text = format!("{head}\nall = [{all}{comma}\"{application}\"]\n{application} = []\n{tail}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "macro\n        $then! {\n            \"b\" b { one }\n        }\n    };\nrest\n";

    #[test]
    fn a_module_comes_after_its_application_in_order_and_once() {
        let add =
            |text: &str, application: &str, module: &str| list(text, &[(application.into(), module.into())]).unwrap();
        assert_eq!(add(TEXT, "b", "one"), TEXT);
        let wanted = "macro\n        $then! {\n            \"a\" a {\n                two\n            }\n            \"b\" b {\n                one\n            }\n        }\n    };\nrest\n";
        assert_eq!(add(TEXT, "a", "two"), wanted);
        assert_eq!(add(wanted, "a", "two"), wanted);
        assert_eq!(list("nothing", &[]), None);
    }

    #[test]
    fn an_application_is_a_feature_once() {
        let manifest = "[features]\nall = [\"a\"]\na = []\n\n[x]\n";
        let with = features(manifest, &BTreeSet::from(["a", "b"]));
        assert_eq!(with, "[features]\nall = [\"a\", \"b\"]\nb = []\na = []\n\n[x]\n");
        assert_eq!(features(&with, &BTreeSet::from(["a", "b"])), with);
    }
}
