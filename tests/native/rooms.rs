//! The invariants of the structure, read off the sources themselves.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// The sources: path below `src/` and code, comments and tests left out.
fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let found: Vec<_> = files(&src, ".rs")
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let code: Vec<_> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (path.strip_prefix(&src).unwrap().to_string_lossy().into_owned(), code.join("\n"))
        })
        .filter(|(path, _)| !path.contains("/tests"))
        .collect();
    assert!(found.len() > 30, "the sources were not found");
    found
}

fn only(word: &str, rooms: &[&str]) {
    let mut met = false;
    for (path, code) in sources() {
        if code.contains(word) {
            met = true;
            assert!(rooms.iter().any(|room| path.starts_with(room)), "{path} names {word}");
        }
    }
    assert!(met, "{word} is named nowhere: is this test still of use?");
}

#[test]
fn only_transport_names_gloo_net() {
    only("gloo_net", &["transport.rs"]);
}

#[test]
fn serde_wasm_bindgen_stands_in_binding_only() {
    only("serde_wasm_bindgen", &["binding/"]);
}

#[test]
fn javascript_is_met_in_binding_transport_and_typescripts_macro_only() {
    for word in ["wasm_bindgen", "js_sys", "web_sys", "tsify"] {
        only(word, &["binding/", "transport.rs", "typescript.rs"]);
    }
}

#[test]
fn rust_waits_for_promises_by_wasm_bindgen_futures_alone() {
    only("wasm_bindgen_futures", &["binding/", "transport.rs"]);
    for by_hand in ["impl Future for", "Poll::Pending", "Waker::noop"] {
        for (path, code) in sources() {
            assert!(!code.contains(by_hand), "{path} waits by {by_hand}");
        }
    }
}

#[test]
fn nothing_imports_binding() {
    for (path, code) in sources() {
        assert!(path.starts_with("binding/") || !code.contains("crate::binding"), "{path}");
    }
}

#[test]
fn imports_point_downwards() {
    // Each room with those it may import; the list is the order of the map in lib.rs.
    const ORDER: [&str; 21] = [
        "number",
        "rendered",
        "issue",
        "value",
        "rules",
        "schema",
        "resources",
        "messages",
        "packed",
        "validate",
        "form",
        "query",
        "options",
        "request",
        "response",
        "error",
        "plan",
        "decode",
        "retry",
        "client",
        "transport",
    ];
    // Words for errors need the errors' shape: the one place where two rooms know each other, by one file.
    const ALLOWED: [(&str, &str); 1] = [("messages/errors.rs", "error")];
    let place = |room: &str| ORDER.iter().position(|known| *known == room);
    for (path, code) in sources() {
        let room = path.split(['/', '.']).next().unwrap();
        let Some(own) = place(room) else { continue };
        for import in code.split("crate::").skip(1) {
            let name: String = import.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(other) = place(&name) else { continue };
            let allowed = ALLOWED.contains(&(path.as_str(), name.as_str()));
            assert!(other <= own || allowed, "{path} imports {name}, which stands above it");
        }
    }
}

#[test]
fn no_field_of_the_api_is_named_in_the_javascript_layer() {
    let mut met = 0;
    let names =
        pigello_client::resources::ALL.iter().flat_map(|resource| resource.fields.iter().map(|field| field.name));
    let names: Vec<_> = names.filter(|name| name.contains('_')).collect();
    for path in files(&root().join("pkg-template/src"), ".ts") {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
        for line in code {
            for name in &names {
                assert!(!line.contains(name), "{} names {name}: {line}", path.display());
            }
        }
        met += 1;
    }
    assert!(met > 5, "the JavaScript layer was not found");
}

#[test]
fn every_file_says_what_lives_there() {
    for path in files(&root().join("src"), ".rs") {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} does not begin with what lives there", path.display());
    }
}
