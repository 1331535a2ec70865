//! The JS layer, bundled with the glue and the wasm into the package's JavaScript files.

use super::{Part, declarations, nowasm, stamp, wasm};
use crate::{place, program};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How an entry comes by its wasm: the file of the JS layer that starts it.
#[derive(Clone, Copy, PartialEq)]
enum Start {
    /// It has none.
    None,
    /// As text in the bundle.
    Text,
    /// As `index.js` does, which it stands before.
    Index,
    /// From a file, when `init` is called.
    File,
    /// As a module of the runtime, imported from a file beside it.
    Module,
    /// As JavaScript in the bundle.
    JavaScript,
}

/// One entry of the package.
struct Entry {
    /// Its source under `pkg-template/src`.
    source: &'static str,
    /// Its file in the package, without the extension.
    file: &'static str,
    part: Part,
    start: Start,
    /// The source of its twin for `require`, if it has one.
    twin: Option<&'static str>,
}

/// Every entry. `pkg-template/package.json` says who gets which.
const ENTRIES: [Entry; 8] = [
    Entry { source: "index.ts", file: "index", part: Part::Client, start: Start::Text, twin: Some("node.ts") },
    // As `node.js` it would be what Windows takes for `node` in the package's folder.
    Entry { source: "node.ts", file: "index-node", part: Part::Client, start: Start::Index, twin: None },
    Entry { source: "index.ts", file: "workerd", part: Part::Client, start: Start::Module, twin: None },
    Entry { source: "slim.ts", file: "slim/index", part: Part::Client, start: Start::File, twin: Some("slim.ts") },
    Entry {
        source: "index.ts",
        file: "nowasm/index",
        part: Part::Client,
        start: Start::JavaScript,
        twin: Some("index.ts"),
    },
    Entry {
        source: "sandbox.ts",
        file: "sandbox/index",
        part: Part::Sandbox,
        start: Start::Text,
        twin: Some("sandbox.ts"),
    },
    Entry { source: "sandbox.ts", file: "sandbox/workerd", part: Part::Sandbox, start: Start::Module, twin: None },
    Entry { source: "proxy.ts", file: "proxy/index", part: Part::Client, start: Start::None, twin: Some("proxy.ts") },
];

/// Writes every entry, the twins for `require`, and `cli.js`.
pub fn write(unpacker: &Path) -> Result<()> {
    let resources = place::work().join("resources.ts");
    place::write(&resources, resource_list(&declarations::resources()?))?;
    let told = place::work().join("told.js");
    program::run(
        program::script("xtask/js/told.mjs")
            .arg(Part::Client.folder().join("glue.js"))
            .arg(wasm::file(Part::Client))
            .arg(&told),
    )?;
    let write_only = declarations::has_write_only()?;
    let client = wasm::file(Part::Client);
    let stamp = stamp::stamp(&fs::read(&client).with_context(|| format!("cannot read {}", client.display()))?);
    let mut plan = Vec::new();
    for entry in &ENTRIES {
        for (format, extension, source) in [("esm", "js", Some(entry.source)), ("cjs", "cjs", entry.twin)] {
            let Some(source) = source else { continue };
            let mut modules = modules(entry, format);
            modules.insert("resources:list".to_owned(), json!(resources));
            modules.insert("resources:told".to_owned(), json!(told));
            plan.push(json!({
                "entry": format!("pkg-template/src/{source}"),
                "outfile": place::package().join(format!("{}.{extension}", entry.file)),
                "format": format,
                "platform": "neutral",
                "modules": modules,
                "external": if entry.start == Start::Index { json!({ "pkg-template/src/index.ts": "./index.js" }) } else { json!({}) },
                "define": {
                    "STAMP": json!(stamp).to_string(),
                    "WITHOUT_WASM": json!(without_wasm(entry.part)).to_string(),
                    "WRITE_ONLY": write_only.to_string(),
                    "WITHOUT_ENGINE": (entry.start == Start::JavaScript).to_string(),
                    "FORETOLD": (entry.start == Start::Text).to_string(),
                },
                "wasm": (entry.start == Start::Text).then(|| wasm::file(entry.part)),
                "unpacker": unpacker,
            }));
        }
    }
    plan.push(json!({
        "entry": "pkg-template/cli/main.ts",
        "outfile": place::package().join("cli.js"),
        "format": "esm",
        "platform": "node",
        // Libraries that are no modules ask for Node's by `require`.
        "banner": "#!/usr/bin/env node\nimport { createRequire } from \"node:module\";\nconst require = createRequire(import.meta.url);",
        "minify": true,
        "modules": {},
        // The package's own files hold these already. The wasm as a file is compiled while the command reads its own.
        "external": {
            "pkg-template/src/slim.ts": "./slim/index.js",
            "pkg-template/src/sandbox.ts": "./sandbox/index.js",
        },
        "define": {},
    }));
    // Of the package it is the command line's alone; tests, and pages of ours, take it as it is.
    plan.push(json!({
        "entry": "pkg-template/files/index.ts",
        "outfile": files(),
        "format": "esm",
        "platform": "browser",
        "modules": {},
        "external": {},
        "define": {},
    }));
    let file = place::work().join("bundle.json");
    place::write(&file, serde_json::to_string_pretty(&plan)?)?;
    program::run(program::script("xtask/js/bundle.mjs").arg(file))
}

/// What reads files of rows, by itself.
pub fn files() -> PathBuf {
    place::work().join("files.js")
}

/// What its errors recommend where there is no WebAssembly.
fn without_wasm(part: Part) -> &'static str {
    match part {
        Part::Client => "`pigello-client/nowasm` is the same without WebAssembly",
        Part::Sandbox => "else run `npx pigello-client sandbox` elsewhere and give its address as `baseUrl`",
    }
}

/// What stands behind the specifiers that the build makes: files, or what stays an import.
fn modules(entry: &Entry, format: &str) -> serde_json::Map<String, Value> {
    let name = entry.part.name();
    let made = |file: &str| json!(entry.part.folder().join(file));
    let layer = |file: &str| json!(place::root().join("pkg-template/src").join(file));
    let mut modules = serde_json::Map::new();
    let mut put = |specifier: &str, module: Value| modules.insert(specifier.to_owned(), module);
    match entry.start {
        Start::None | Start::Index => {}
        Start::Text => {
            put("wasm:start", layer("load-text.ts"));
        }
        Start::File => {
            put("wasm:start", layer("load-file.ts"));
            put("wasm:beside", layer(&format!("beside-{format}.ts")));
        }
        Start::Module => {
            put("wasm:start", layer("load-module.ts"));
            put("wasm:module", json!({ "external": format!("./{name}.wasm") }));
        }
        Start::JavaScript => {
            put("wasm:start", layer("load-javascript.ts"));
            put("glue:client", json!(nowasm::folder().join("glue.js")));
        }
    }
    if !matches!(entry.start, Start::None | Start::Index | Start::JavaScript) {
        put(&format!("glue:{name}"), made("glue.js"));
    }
    modules
}

/// One schema value for each resource, each of which a bundler can leave out.
fn resource_list(names: &[String]) -> String {
    let schema = place::root().join("pkg-template/src/schema.ts");
    let mut text = format!("import {{ schema }} from {};\n", json!(schema));
    for name in names {
        text.push_str(&format!("export const {name} = /*#__PURE__*/ schema(\"{name}\");\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::resource_list;

    #[test]
    fn each_resource_is_one_export_that_a_bundler_can_leave_out() {
        let text = resource_list(&["Tenant".to_owned(), "Company".to_owned()]);
        assert!(text.contains("export const Tenant = /*#__PURE__*/ schema(\"Tenant\");\n"));
        assert_eq!(text.matches("/*#__PURE__*/").count(), 2);
    }
}
