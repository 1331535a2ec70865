//! The files beside the code: package.json with its version, README, licences, the bare wasm, and the proxy's types, of
//! which Rust knows nothing.

use super::Part;
use crate::place;
use anyhow::{Context, Result};
use serde_json::Value;

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
    place::copy(&root.join("pkg-template/README.md"), &package.join("README.md"))?;
    for types in ["proxy.d.ts", "proxy.d.cts"] {
        place::copy(&root.join("pkg-template/src/proxy-public.d.ts"), &package.join(types))?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        place::copy(&root.join(licence), &package.join(licence))?;
    }
    place::copy(&Part::Client.folder().join("client.wasm"), &package.join("client.wasm"))
}
