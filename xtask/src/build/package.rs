//! The files beside the code: package.json with its version, a manifest for each folder, README, licences, and the bare wasm.

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
    place::copy(&root.join("pkg-template/README.md"), &package.join("README.md"))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        place::copy(&root.join(licence), &package.join(licence))?;
    }
    place::write(&package.join("client.wasm"), stamp::stamped(&read(Part::Client)?)?)?;
    place::write(&package.join("sandbox/sandbox.wasm"), read(Part::Sandbox)?)
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
