//! Imports into folders: what is written, kept, told, and not written.

use crate::import::import;
use crate::model::declared;
use crate::openapi;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the test's own, which ends with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("importer-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("src/resources")).unwrap();
        Self(path)
    }

    fn files(&self) -> BTreeMap<PathBuf, String> {
        fn walk(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, found)
                } else {
                    found.extend([(path.clone(), fs::read_to_string(path).unwrap())])
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(&self.0, &mut found);
        found
    }

    fn import(&self, document: &Value) -> Vec<String> {
        let done = import(&document.to_string(), &self.0, &[]).unwrap();
        done.plan.write().unwrap();
        done.told
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn own() -> Value {
    openapi::document(&declared())
}

/// The repository's own declarations in a folder.
fn with_declarations(name: &str) -> Folder {
    let folder = Folder::new(name);
    fs::copy(repository().join("src/resources/mod.rs"), folder.0.join("src/resources/mod.rs")).unwrap();
    fs::copy(repository().join("Cargo.toml"), folder.0.join("Cargo.toml")).unwrap();
    for resource in declared() {
        let file = crate::write::path(&folder.0, &resource);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::copy(crate::write::path(&repository(), &resource), file).unwrap();
    }
    folder
}

#[test]
fn our_own_document_changes_nothing() {
    let folder = with_declarations("same");
    let before = folder.files();
    assert_eq!(folder.import(&own()), [""; 0]);
    assert_eq!(folder.files(), before);
}

#[test]
fn into_an_empty_folder_every_declaration_is_written_and_again_nothing() {
    let folder = Folder::new("empty");
    let told = folder.import(&own());
    assert_eq!(told.len(), declared().len(), "{told:?}");
    assert!(told.iter().all(|line| line.starts_with("added: ")), "{told:?}");
    let files = folder.files();
    assert_eq!(files.len(), declared().len());
    // Who wrote the same by hand differs in words, comments and constants alone.
    let person = |root: &Path| {
        fs::read_to_string(root.join("src/resources/organization/externalclientcontactperson.rs")).unwrap()
    };
    let code = |text: String| text.lines().filter(|line| !line.starts_with("//")).map(str::trim).collect::<String>();
    let order = |text: String| {
        let (head, fields) = text.split_once(".fields(").unwrap();
        let mut chain: Vec<&str> = head.split(".parameters").collect();
        chain.sort_unstable();
        (chain.concat(), fields.to_owned())
    };
    assert_eq!(order(code(person(&folder.0))), order(code(person(&repository()))));
    assert_eq!(folder.import(&own()), [""; 0]);
    assert_eq!(folder.files(), files);
}

#[test]
fn a_newer_document_changes_what_changed_and_tells_it() {
    let folder = with_declarations("newer");
    let before = folder.files();
    let mut document = own();
    let schemas = &mut document["components"]["schemas"];
    for schema in
        ["Subtenantcontractconnection", "SubtenantcontractconnectionCreate", "SubtenantcontractconnectionUpdate"]
    {
        let properties = schemas[schema]["properties"].as_object_mut().unwrap();
        properties["custom_id"]["maxLength"] = json!(64);
        properties["stakeholder_type"]["enum"] = json!([0, 1, 2, 3]);
        properties.shift_remove("signed_time");
        properties.insert("brand_new".into(), json!({ "type": "boolean", "description": "Of late." }));
        properties["sub_tenant"]["description"] = json!("The document's own words.");
    }
    let told = folder.import(&document);
    let name = "`SubtenantContractConnection`";
    for wanted in [
        format!("removed: {name} `signed_time`"),
        format!("loosened: {name} `stakeholder_type`: [0, 1, 2, 3], and was [0, 1, 2]"),
        format!("tightened: {name} `custom_id`: at most 64 characters, and was at most 128"),
        format!("added: {name} `brand_new`: Boolean, "),
        "no label yet, to be written in src/messages/labels.rs: brand_new".into(),
    ] {
        assert!(told.contains(&wanted), "{wanted}\n{told:#?}");
    }
    assert_eq!(told.len(), 6, "{told:#?}");
    let after = folder.files();
    let changed: Vec<_> = after.iter().filter(|(path, text)| before.get(*path) != Some(text)).collect();
    let [(path, text)] = changed.as_slice() else { panic!("{changed:?}") };
    let old = &before[*path];
    // All else stands as it was written: the head, the constant, the comments.
    let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
    let (old, new) = (lines(old), lines(text));
    let gone: Vec<_> = old.iter().filter(|line| !new.contains(line)).collect();
    let come: Vec<_> = new.iter().filter(|line| !old.contains(line)).collect();
    assert_eq!((gone.len(), come.len()), (4, 4), "{gone:#?}\n{come:#?}");
    assert_eq!(
        come[0],
        "Field::reference(\"sub_tenant\", \"Subtenant\").required().doc(\"The document's own words.\"),"
    );
}

#[test]
fn a_doc_by_hand_stays() {
    let folder = with_declarations("docs");
    let mut document = own();
    document["tags"][0]["description"] = json!("The document's own words.");
    assert_eq!(folder.import(&document), [""; 0]);
}

#[test]
fn one_resource_alone_is_imported_and_one_that_there_is_not_is_an_error() {
    let folder = Folder::new("only");
    let done = import(&own().to_string(), &folder.0, &["tenant".into()]).unwrap();
    assert_eq!(done.plan.files().count(), 1);
    let error = import(&own().to_string(), &folder.0, &["Nobody".into()]).unwrap_err();
    assert!(error.to_string().contains("`Nobody`"));
}

#[test]
fn a_new_application_comes_into_the_list_and_among_the_features() {
    let folder = with_declarations("application");
    let text =
        own().to_string().replace("/organization/company/", "/economy/xyzzybill/").replace("Company", "Xyzzybill");
    let told = folder.import(&serde_json::from_str(&text).unwrap());
    assert!(told.iter().any(|line| line.starts_with("one capital: `Xyzzybill`")), "{told:?}");
    let read = |file: &str| fs::read_to_string(folder.0.join(file)).unwrap();
    assert!(read("src/resources/mod.rs").contains("\"economy\" economy {\n                xyzzybill\n            }"));
    assert!(read("Cargo.toml").contains("\neconomy = []\n"));
    assert!(
        read("src/resources/economy/xyzzybill.rs")
            .contains("Resource::new(\"Xyzzybill\", \"Xyzzybill\", \"/economy/xyzzybill/\")")
    );
}

#[test]
fn what_is_refused_writes_nothing() {
    let folder = with_declarations("refused");
    let before = folder.files();
    let text = own().to_string().replace("\"sub_tenant\":{", "\"../x\":{");
    assert!(import(&text, &folder.0, &[]).is_err());
    assert_eq!(folder.files(), before);
}
