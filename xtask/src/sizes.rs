//! How large the package is, and how large it may be (`xtask/sizes.json`).

use crate::{build::Part, place, program};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{collections::BTreeMap, path::Path};

const KINDS: [&str; 3] = ["raw", "gzip", "brotli"];

/// Prints the table; too large is an error.
pub fn check(tarball: &Path) -> Result<()> {
    let limits: BTreeMap<String, BTreeMap<String, u64>> =
        serde_json::from_str(&place::read(&place::root().join("xtask/sizes.json"))?).context("xtask/sizes.json")?;
    let file = |name: &str| {
        match name {
            "tarball" => tarball.to_path_buf(),
            // It is in sandbox.js only: nobody asked for it as a file.
            "sandbox.wasm" => Part::Sandbox.folder().join(name),
            _ => place::package().join(name),
        }
    };
    let mut script = program::script("xtask/js/sizes.mjs");
    let sizes: Value = serde_json::from_str(&program::answer(script.args(limits.keys().map(|name| file(name))))?)?;
    println!("{:<14}{:>22}{:>22}{:>22}", "bytes (limit)", "raw", "gzip", "brotli");
    let mut over = Vec::new();
    for (name, limits) in &limits {
        print!("{name:<14}");
        for kind in KINDS {
            let path = file(name);
            let size = sizes.get(path.to_string_lossy().as_ref()).and_then(|sizes| sizes.get(kind)?.as_u64());
            let size = size.with_context(|| format!("no {kind} size of {name}"))?;
            let limit = limits.get(kind);
            let shown = limit.map_or_else(|| size.to_string(), |limit| format!("{size} ({limit})"));
            print!("{shown:>22}");
            if limit.is_some_and(|limit| size > *limit) {
                over.push(format!("{name} {kind}"));
            }
        }
        println!();
    }
    if !over.is_empty() {
        bail!("over the limit of xtask/sizes.json: {}", over.join(", "));
    }
    Ok(())
}
