//! The package as a user gets it: packed by npm, and installed from the tarball into a folder outside the repository's tree.

use crate::{place, program};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{collections::BTreeSet, path::Path, path::PathBuf};

/// Every file that a user gets, and no other.
const FILES: [&str; 35] = [
    "DECISIONS.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "cli.js",
    "client.wasm",
    "index-node.js",
    "index.cjs",
    "index.d.cts",
    "index.d.ts",
    "index.js",
    "nowasm/index.cjs",
    "nowasm/index.d.cts",
    "nowasm/index.d.ts",
    "nowasm/index.js",
    "nowasm/package.json",
    "package.json",
    "proxy/index.cjs",
    "proxy/index.d.cts",
    "proxy/index.d.ts",
    "proxy/index.js",
    "proxy/package.json",
    "sandbox/index.cjs",
    "sandbox/index.d.cts",
    "sandbox/index.d.ts",
    "sandbox/index.js",
    "sandbox/package.json",
    "sandbox/sandbox.wasm",
    "sandbox/workerd.js",
    "slim/index.cjs",
    "slim/index.d.cts",
    "slim/index.d.ts",
    "slim/index.js",
    "slim/package.json",
    "workerd.js",
];

/// Packs `pkg/` and answers the tarball's path.
pub fn pack() -> Result<PathBuf> {
    let destination = place::work().join("tarball");
    place::empty(&destination)?;
    let mut npm = program::program("npm");
    npm.current_dir(place::package()).args(["pack", "--json", "--pack-destination"]).arg(&destination);
    let answer: Value = serde_json::from_str(&program::answer(&mut npm)?).context("npm pack printed no JSON")?;
    // npm 12 answers an object with the packages by name, the ones before it an array.
    let packed = answer.get(0).or_else(|| answer.get("pigello-client")).context("npm pack packed nothing")?;
    let files = packed.get("files").and_then(Value::as_array).context("npm pack names no files")?;
    let names: BTreeSet<&str> = files.iter().filter_map(|file| file.get("path")?.as_str()).collect();
    let wanted = BTreeSet::from(FILES);
    let missing: Vec<_> = wanted.difference(&names).collect();
    let further: Vec<_> = names.difference(&wanted).collect();
    if !missing.is_empty() || !further.is_empty() {
        bail!("the tarball is not as it should be: missing {missing:?}, too much {further:?}");
    }
    let name = packed.get("filename").and_then(Value::as_str).context("npm pack names no tarball")?;
    Ok(destination.join(name))
}

/// Installs the tarball into an empty folder of this name and answers the folder.
pub fn install(tarball: &Path, name: &str) -> Result<PathBuf> {
    let folder = place::work().join(name);
    place::empty(&folder)?;
    place::write(&folder.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")?;
    let mut npm = program::program("npm");
    // There is nothing else to fetch: the package has no dependencies.
    npm.current_dir(&folder).args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"]).arg(tarball);
    program::answer(&mut npm)?;
    Ok(folder)
}
