//! `cargo xtask sizes`: how large the package is and the pages that use it, and how large they may be
//! (`xtask/sizes.json`). `readme` puts it into README.md.
//!
//! The pages are those of `xtask/js/sizes-pages.mjs`. The limits of four lines are promises to users and not raised:
//! `Pigello` and one schema, the same without WebAssembly, the error classes, `client.wasm`. The others stand about 3 %
//! above what is measured, so that growth is seen and then decided on.

mod readme;

use crate::{build, build::Part, install, place, program, toolchain::Toolchain};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::path::Path;

const KINDS: [&str; 3] = ["brotli", "gzip", "raw"];

/// What was measured of one page or file, beside its limits.
struct Measured {
    name: String,
    /// What README.md calls it, where it stands there.
    words: Option<String>,
    /// In the order of `KINDS`.
    sizes: Vec<Size>,
}

struct Size {
    kind: &'static str,
    bytes: u64,
    limit: Option<u64>,
}

/// `cargo xtask sizes`: builds, packs, installs and measures; `write` takes the figures into README.md.
pub fn run(write: bool) -> Result<()> {
    build::package(&Toolchain::prepare()?)?;
    program::say("packing the package, installing it and measuring pages that import it");
    let tarball = install::pack()?;
    let measured = measure(&tarball, &install::install(&tarball, "measured")?)?;
    if write {
        readme::write(&measured)?;
    }
    hold(&measured)
}

/// Prints the table; a size over its limit is an error, and so is a table in README.md that says otherwise.
pub fn check(tarball: &Path, installed: &Path) -> Result<()> {
    hold(&measure(tarball, installed)?)
}

fn hold(measured: &[Measured]) -> Result<()> {
    print(measured);
    let mut wrong = over(measured);
    if let Err(error) = readme::compare(measured) {
        wrong.push(format!("{error:#}"));
    }
    if !wrong.is_empty() {
        bail!("the sizes are not as they should be\n{}", wrong.join("\n"));
    }
    Ok(())
}

fn measure(tarball: &Path, installed: &Path) -> Result<Vec<Measured>> {
    let limits = place::read(&place::root().join("xtask/sizes.json"))?;
    let limits: Map<String, Value> = serde_json::from_str(&limits).context("xtask/sizes.json")?;
    let mut script = program::script("xtask/js/sizes.mjs");
    script.arg(installed).arg(format!("tarball={}", tarball.display()));
    for (name, folder) in [
        ("client.wasm", place::package()),
        // It is in sandbox.js only: nobody asked for it as a file.
        ("sandbox.wasm", Part::Sandbox.folder()),
        ("index.js", place::package()),
        ("cli.js", place::package()),
    ] {
        script.arg(format!("{name}={}", folder.join(name).display()));
    }
    let sizes: Map<String, Value> = serde_json::from_str(&program::answer(&mut script)?)?;
    together(&limits, &sizes)
}

/// What was measured, in the order of the limits. Nothing is without a limit, and no limit without something to hold.
fn together(limits: &Map<String, Value>, sizes: &Map<String, Value>) -> Result<Vec<Measured>> {
    if let Some(name) = sizes.keys().find(|name| !limits.contains_key(*name)) {
        bail!("xtask/sizes.json has no limit for {name}");
    }
    let mut measured = Vec::new();
    for (name, limits) in limits {
        let found = sizes.get(name).with_context(|| format!("xtask/sizes.json names {name}, which is not measured"))?;
        let size = |kind: &'static str| -> Result<Size> {
            let bytes = found.get(kind).and_then(Value::as_u64).with_context(|| format!("no {kind} size of {name}"))?;
            Ok(Size { kind, bytes, limit: limits.get(kind).and_then(Value::as_u64) })
        };
        let sizes = KINDS.into_iter().map(size).collect::<Result<Vec<_>>>()?;
        if sizes.iter().all(|size| size.limit.is_none()) {
            bail!("xtask/sizes.json has no limit for {name}");
        }
        let words = limits.get("readme").and_then(Value::as_str).map(str::to_owned);
        measured.push(Measured { name: name.clone(), words, sizes });
    }
    Ok(measured)
}

fn print(measured: &[Measured]) {
    let width = measured.iter().map(|measured| measured.name.len()).max().unwrap_or_default();
    let [brotli, gzip, raw] = KINDS;
    println!("{:<width$}{brotli:>20}{gzip:>20}{raw:>20}", "bytes (limit)");
    for Measured { name, sizes, .. } in measured {
        print!("{name:<width$}");
        for Size { bytes, limit, .. } in sizes {
            let shown = limit.map_or_else(|| bytes.to_string(), |limit| format!("{bytes} ({limit})"));
            print!("{shown:>20}");
        }
        println!();
    }
}

/// What is larger than it may be, one line each.
fn over(measured: &[Measured]) -> Vec<String> {
    let mut over = Vec::new();
    for Measured { name, sizes, .. } in measured {
        for Size { kind, bytes, limit } in sizes {
            if let Some(limit) = limit.filter(|limit| bytes > limit) {
                over.push(format!(
                    "{name}: {bytes} bytes {kind}, {} over the limit of xtask/sizes.json",
                    bytes - limit
                ));
            }
        }
    }
    over
}

#[cfg(test)]
mod tests {
    use super::{over, together};
    use serde_json::{Map, Value, json};

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn what_is_larger_than_its_limit_is_named_and_what_reaches_it_is_not() -> anyhow::Result<()> {
        let limits = map(json!({ "a page": { "brotli": 10, "raw": 30 }, "a file": { "gzip": 20 } }));
        let size = json!({ "brotli": 11, "gzip": 20, "raw": 30 });
        let measured = together(&limits, &map(json!({ "a file": size, "a page": size })))?;
        assert_eq!(over(&measured), ["a page: 11 bytes brotli, 1 over the limit of xtask/sizes.json"]);
        Ok(())
    }

    #[test]
    fn nothing_is_measured_without_a_limit_and_no_limit_holds_nothing() {
        let size = json!({ "brotli": 1, "gzip": 1, "raw": 1 });
        let fails = |limits: Value, sizes: Value| together(&map(limits), &map(sizes)).is_err();
        assert!(!fails(json!({ "a": { "raw": 1 } }), json!({ "a": size })));
        assert!(fails(json!({}), json!({ "a": size })));
        assert!(fails(json!({ "a": {} }), json!({ "a": size })));
        assert!(fails(json!({ "a": { "raw": 1 }, "b": { "raw": 1 } }), json!({ "a": size })));
        assert!(fails(json!({ "a": { "raw": 1 } }), json!({ "a": { "raw": 1 } })));
    }
}
