//! The JS layer, bundled with the glue and the wasm into the package's JavaScript files.

use super::{Part, declarations};
use crate::{place, program};
use anyhow::Result;
use serde_json::{Value, json};

/// Writes `index.js`, `sandbox.js`, `proxy.js`, their twins for `require`, and `cli.js`.
pub fn write() -> Result<()> {
    let resources = place::work().join("resources.ts");
    place::write(&resources, resource_list(&declarations::resources()?))?;
    let generated = |part: Part| {
        let name = part.name();
        json!({
            (format!("glue:{name}")): part.folder().join("glue.js"),
            (format!("wasm:{name}")): part.folder().join("hex.js"),
            "resources:list": resources,
        })
    };
    let library = |entry: &str, name: &str, part: Part, format: &str, extension: &str| {
        json!({
            "entry": format!("pkg-template/src/{entry}"),
            "outfile": place::package().join(format!("{name}.{extension}")),
            "format": format,
            "platform": "neutral",
            "modules": generated(part),
            "external": {},
        })
    };
    let plan: Vec<Value> = vec![
        library("index.ts", "index", Part::Client, "esm", "js"),
        library("index.ts", "index", Part::Client, "cjs", "cjs"),
        library("sandbox.ts", "sandbox", Part::Sandbox, "esm", "js"),
        library("sandbox.ts", "sandbox", Part::Sandbox, "cjs", "cjs"),
        // It has no wasm.
        library("proxy.ts", "proxy", Part::Client, "esm", "js"),
        library("proxy.ts", "proxy", Part::Client, "cjs", "cjs"),
        json!({
            "entry": "pkg-template/cli/main.ts",
            "outfile": place::package().join("cli.js"),
            "format": "esm",
            "platform": "node",
            "banner": "#!/usr/bin/env node",
            "modules": {},
            // The package's own files hold these already.
            "external": {
                "pkg-template/src/index.ts": "./index.js",
                "pkg-template/src/sandbox.ts": "./sandbox.js",
            },
        }),
    ];
    let file = place::work().join("bundle.json");
    place::write(&file, serde_json::to_string_pretty(&plan)?)?;
    program::run(program::script("xtask/js/bundle.mjs").arg(file))
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
