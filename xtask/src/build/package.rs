//! The files beside the code: package.json with its version, a manifest for each folder, README, decisions, licences, and the bare wasm.

use super::{Part, stamp, wasm};
use crate::place;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;

/// The folders of the subpaths, one for each.
pub const FOLDERS: [&str; 4] = ["slim", "nowasm", "sandbox", "proxy"];

/// Writes them into `pkg/`.
pub fn write() -> Result<()> {
    let root = place::root();
    let package = place::package();
    let mut manifest: Value = serde_json::from_str(&place::read(&root.join("pkg-template/package.json"))?)
        .context("pkg-template/package.json is no JSON")?;
    // The crate's version is the package's.
    let fields = manifest.as_object_mut().context("pkg-template/package.json is no object")?;
    fields.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    place::write(&package.join("package.json"), serde_json::to_string_pretty(&manifest)? + "\n")?;
    for folder in FOLDERS {
        let manifest = serde_json::to_string_pretty(&folder_manifest(folder))? + "\n";
        place::write(&package.join(folder).join("package.json"), manifest)?;
    }
    for text in ["README.md", "DECISIONS.md"] {
        let repository = manifest.pointer("/repository/url").and_then(Value::as_str);
        let packed = packed(&place::read(&root.join("pkg-template").join(text))?, repository);
        place::write(&package.join(text), packed)?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        place::copy(&root.join(licence), &package.join(licence))?;
    }
    place::write(&package.join("client.wasm"), stamp::stamped(&read(Part::Client)?)?)?;
    place::write(&package.join("sandbox/sandbox.wasm"), read(Part::Sandbox)?)
}

/// The text as it is packed: what lies beside `pkg-template/` is not in the package. Links to it lead to the repository, if
/// the manifest names one, and else are their words alone.
fn packed(text: &str, repository: Option<&str>) -> String {
    const OUTSIDE: &str = "](../";
    let address = repository.map(|url| url.trim_start_matches("git+").trim_end_matches(".git"));
    let mut made = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OUTSIDE) {
        let (path, after) = after.split_once(')').unwrap_or((after, ""));
        match (address, before.rsplit_once('[')) {
            (Some(address), _) => made.push_str(&format!("{before}]({address}/blob/main/{path})")),
            (None, Some((before, words))) => made.push_str(&format!("{before}{words}")),
            (None, None) => made.push_str(before),
        }
        rest = after;
    }
    made + rest
}

fn read(part: Part) -> Result<Vec<u8>> {
    let file = wasm::file(part);
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// What a resolver reads that looks for the folder, as it does not know `exports`; and every bundler, for `sideEffects`.
fn folder_manifest(folder: &str) -> Value {
    // As `exports` has it: React Native has no WebAssembly. Metro before React Native 0.79 asks this field alone.
    let react_native = if folder == "slim" { "../nowasm/index.js" } else { "./index.js" };
    json!({
        "type": "module",
        "main": "./index.cjs",
        "module": "./index.js",
        "react-native": react_native,
        "types": "./index.d.ts",
        "sideEffects": false,
    })
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn links_out_of_the_package_lead_to_the_repository_or_are_words() {
        let text = "See [a guide](../examples/a/README.md), [b](B.md) and [c](../c).\n";
        assert_eq!(packed(text, None), "See a guide, [b](B.md) and c.\n");
        assert_eq!(
            packed(text, Some("git+https://example.com/p.git")),
            "See [a guide](https://example.com/p/blob/main/examples/a/README.md), [b](B.md) and \
             [c](https://example.com/p/blob/main/c).\n"
        );
    }
}
