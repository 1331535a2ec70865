//! What is told to users, held against its TypeScript: every name that is told is declared, and every name that is
//! declared is told.

use pigello_client::form;
use pigello_client::options::{self, CREDENTIALS};
use pigello_client::resources::WRITE_ONLY;
use pigello_client::schema::{Field, Kind, Rule};
use pigello_client::value::Value;

/// The names that an interface of the package declares, each with whether it may be absent.
fn declared(interface: &str) -> Vec<(String, bool)> {
    let types = include_str!("../golden/index.d.ts");
    let (_, body) = types.split_once(&format!("export interface {interface} ")).expect(interface);
    let (body, _) = body.split_once("\n}\n").unwrap();
    let lines = body.lines().filter_map(|line| line.strip_prefix("    ")).filter(|line| !line.starts_with([' ', '/']));
    let names = lines.filter_map(|line| line.split_once(": "));
    names.map(|(name, _)| (name.trim_end_matches('?').to_owned(), name.ends_with('?'))).collect()
}

fn entries(value: &Value) -> &[(String, Value)] {
    let Value::Object(entries) = value else { panic!("{value:?} is no object") };
    entries
}

/// What is told, in several objects of one shape, against its interface.
fn assert_declared(told: &[&Value], interface: &str) {
    let declared = declared(interface);
    assert!(!declared.is_empty(), "{interface} was not found");
    for value in told {
        for (name, _) in entries(value) {
            assert!(declared.iter().any(|(known, _)| known == name), "{interface} does not declare {name}");
        }
        for (name, optional) in &declared {
            assert!(*optional || value.get(name).is_some(), "{interface} declares {name}, which is missing: {value:?}");
        }
    }
    for (name, _) in &declared {
        // Where no field is only written, nothing in the crate can say so.
        if name == "writeOnly" && !WRITE_ONLY {
            continue;
        }
        assert!(told.iter().any(|value| value.get(name).is_some()), "{interface} declares {name}, which is never told");
    }
}

const RULES: &[Rule] = &[Rule::ordered_with(&["start_date"])];

#[test]
fn the_metadata_of_a_field_is_as_its_types_say() {
    let told: Vec<Value> = [
        Field::id(),
        Field::text("name").required().min_length(1).max_length(255).doc("A sentence."),
        Field::email("email").nullable(),
        Field::luhn("ssn"),
        Field::phone("phone_number"),
        Field::reference("user", "Organizationuser"),
        Field::integer("percent").between(&(0.0, 100.0)),
        Field::number("amount"),
        Field::date("end_date").rules(RULES),
        Field::text("colour").texts(&["red"]),
        Field::integer("status").numbers(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).perhaps_cut(),
        Field::array("tags", &Kind::Text),
        Field::any("data"),
        Field::text("code").write_only(),
    ]
    .iter()
    .map(form::info)
    .collect();
    let inner = |name: &str| told.iter().filter_map(|info| info.get(name)).collect::<Vec<_>>();
    assert_declared(&told.iter().collect::<Vec<_>>(), "FieldInfo");
    assert_declared(&inner("label"), "Label");
    assert_declared(&inner("input"), "FieldInput");
    let rules = inner("rules");
    let rules = rules.iter().flat_map(|rules| if let Value::Array(rules) = rules { rules.iter() } else { [].iter() });
    assert_declared(&rules.collect::<Vec<_>>(), "FieldRule");
}

#[test]
fn the_options_there_are_and_the_types_of_options_have_the_same_names() {
    let all = |interfaces: &[&str]| -> Vec<String> {
        interfaces.iter().flat_map(|interface| declared(interface)).map(|(name, _)| name).collect()
    };
    for (what, interfaces) in [
        ("client", &["CommonOptions", "EnvironmentOptions"][..]),
        ("request", &["RequestOptions"]),
        ("bulk", &["RequestOptions", "BulkOptions"]),
        ("schema", &["SchemaOptions"]),
        ("rows", &["SchemaOptions", "RowsOptions"]),
    ] {
        let wanted = all(interfaces);
        for name in &wanted {
            assert!(options::names(what).any(|known| known == name), "{what} has no option {name}");
        }
        for name in options::names(what) {
            assert!(wanted.iter().any(|known| known == name), "{what}: {name} is not declared");
        }
    }
    assert_eq!(all(&["Credentials"]), CREDENTIALS.map(|(name, _)| name));
    let retry = all(&["RetryOptions"]);
    assert!(options::names("retry").eq(retry.iter()), "{retry:?}");
}
