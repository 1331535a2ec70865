//! wasm-bindgen's `--target web` glue, without what packages must not contain.
//!
//! Cut out are the asynchronous loader with its `new URL(…, import.meta.url)` (webpack errors on it, Vite warns) and
//! the default export; what runs while importing (a TextDecoder, a TextEncoder, a FinalizationRegistry) is made at its
//! first use or marked as pure. Each cut names the text it expects, so that another wasm-bindgen cannot slip through.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::HashMap;

const DECODER: &str =
    "let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\ncachedTextDecoder.decode();\n";
const DECODER_AGAIN: &str =
    "cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\n        cachedTextDecoder.decode();\n";
const ENCODER: &str = "const cachedTextEncoder = new TextEncoder();\n";

/// The glue as an ES module that exports the functions and `initSync`. It leans on `xtask/js/text.js` before it.
pub fn strip(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    cut(&mut glue, "\nasync function __wbg_load(", "\nfunction initSync(")?;
    cut(&mut glue, "\nlet __wbg_init_promise;", "\nexport { initSync, __wbg_init as default };")?;
    replace(&mut glue, "export { initSync, __wbg_init as default };", "export { initSync };")?;
    replace(&mut glue, "/* @ts-self-types=", "/* the types wasm-bindgen wrote: ")?;
    if glue.contains("TextDecoder") {
        replace(&mut glue, DECODER, "")?;
        // Safari's decoder wears out after 2 GiB: there it is made anew, here too.
        replace(&mut glue, DECODER_AGAIN, "textDecoder = undefined;\n")?;
        replace(&mut glue, "cachedTextDecoder.decode(bytes)", "utf8Decoder().decode(bytes)")?;
    }
    if glue.contains("TextEncoder") {
        cut(&mut glue, ENCODER, "\nlet WASM_VECTOR_LEN")?;
        replace(&mut glue, "cachedTextEncoder.encode(arg)", "utf8Encoder().encode(arg)")?;
    }
    if glue.contains("makeMutClosure") {
        guard_closures(&mut glue)?;
    }
    for old in ["global", "self", "window"] {
        let asked = format!(
            "const ret = typeof {old} === 'undefined' ? undefined : {old};\n            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);"
        );
        // Every engine of ours has `globalThis`, which is asked for first.
        glue = glue.replace(&asked, "return 0;");
    }
    glue = not_built_in(&glue);
    for wrong in ["import.meta", "cachedText", "new TextDecoder", "new TextEncoder", "default }"] {
        if glue.contains(wrong) {
            bail!("`{wrong}` is still in it");
        }
    }
    Ok(glue)
}

/// What a closure throws is caught, and a closure of a wasm that is no more does nothing (`xtask/js/trapped.js`).
fn guard_closures(glue: &mut String) -> Result<()> {
    replace(glue, "{ a: arg0, b: arg1, cnt: 1 }", "{ a: arg0, b: arg1, cnt: 1, of: wasm }")?;
    replace(glue, "const real = (...args) => {\n", "const real = (...args) => callBack(state.of, () => {\n")?;
    replace(
        glue,
        "            real._wbg_cb_unref();\n        }\n    };\n",
        "            real._wbg_cb_unref();\n        }\n    });\n",
    )?;
    replace(glue, "if (--state.cnt === 0) {", "if (--state.cnt === 0 && state.of === wasm) {")?;
    // Rust lets go of its closures itself: none is left to the garbage collector.
    cut(glue, "const CLOSURE_DTORS =", "\nfunction ")?;
    replace(glue, "            CLOSURE_DTORS.unregister(state);\n", "")?;
    replace(glue, "    CLOSURE_DTORS.register(real, state, state);\n", "")
}

/// The glue with the names that wasm-opt gave to all that the wasm imports and exports.
pub fn with_short_names(glue: &str, names: &str) -> Result<String> {
    let names: Value = serde_json::from_str(names).context("wasm-opt's names are no JSON")?;
    let list = |what: &str| names.get(what).cloned().with_context(|| format!("wasm-opt names no {what}"));
    let imports: Vec<[String; 3]> = serde_json::from_value(list("imports")?)?;
    let exports: HashMap<String, String> = serde_json::from_value::<Vec<_>>(list("exports")?)?.into_iter().collect();
    let mut glue = glue.to_owned();
    for [_, long, short] in &imports {
        replace(&mut glue, &format!("\n        {long}: function("), &format!("\n        {short}: function("))?;
    }
    // All imports come from one module.
    let [module, ..] = imports.first().context("the wasm imports nothing")?;
    replace(&mut glue, &format!("\"{module}\": import0,"), "a: import0,")?;
    Ok(with_exports(&glue, |name, _| (exports.get(name).map_or(name, String::as_str).to_owned(), "")))
}

/// Calls our own exports in a way that V8 does not build into hot functions: Node 20 dies ("Fatal error, unreachable code")
/// when it throws such a function's code away while a call that answers a reference is under way.
fn not_built_in(glue: &str) -> String {
    with_exports(glue, |name, rest| match rest.starts_with('(') && !name.starts_with("__") {
        true => (format!("{name}.call"), "(undefined, "),
        false => (name.to_owned(), ""),
    })
}

/// Writes another text for each `wasm.<name>`, given what follows; the second of the pair stands for one letter of that.
fn with_exports<'a>(glue: &'a str, mut write: impl FnMut(&'a str, &'a str) -> (String, &'static str)) -> String {
    let mut parts = glue.split("wasm.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.len() - part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').len();
        let (name, rest) = part.split_at(name);
        let (name, instead) = write(name, rest);
        out.push_str("wasm.");
        out.push_str(&name);
        out.push_str(instead);
        out.extend(rest.chars().skip(usize::from(!instead.is_empty())));
    }
    out
}

/// Removes everything from `start` up to `end`, which stays.
pub fn cut(text: &mut String, start: &str, end: &str) -> Result<()> {
    let from = text.find(start).with_context(|| format!("`{}` is not in it", start.trim()))?;
    let length = text.get(from..).and_then(|rest| rest.find(end));
    let length = length.with_context(|| format!("`{}` does not follow `{}`", end.trim(), start.trim()))?;
    text.replace_range(from..from + length, "");
    Ok(())
}

/// Fails where there is nothing to replace.
pub fn replace(text: &mut String, what: &str, with: &str) -> Result<()> {
    if !text.contains(what) {
        bail!("`{}` is not in it", what.trim());
    }
    *text = text.replace(what, with);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{strip, with_short_names};

    const GLUE: &str = "/* @ts-self-types=\"./client.d.ts\" */\n\
        export function check() {\n    return wasm.check();\n}\n\
        \nasync function __wbg_load(module) {\n    return fetch(module);\n}\n\
        \nfunction initSync(module) {\n    return wasm;\n}\n\
        \nlet __wbg_init_promise;\nasync function __wbg_init_once() {\n    new URL('client_bg.wasm', import.meta.url);\n}\n\
        \nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_asynchronous_loader_and_the_default_export_are_gone() -> anyhow::Result<()> {
        let glue = strip(GLUE)?;
        assert!(glue.contains("return wasm.check.call(undefined, );"), "{glue}");
        assert!(glue.contains("export function check()") && glue.contains("function initSync(module)"));
        assert!(glue.contains("export { initSync };"));
        for gone in ["fetch", "__wbg_load", "__wbg_init", "import.meta", "default"] {
            assert!(!glue.contains(gone), "{gone} is still there");
        }
        Ok(())
    }

    #[test]
    fn names_at_the_border_are_those_that_the_wasm_has_now() -> anyhow::Result<()> {
        let glue = "const import0 = {\n        __wbg_now_1: function() {\n            wasm.free(1); wasm.freeAll();\n        },\n};\n\
            const imports = { \"./x.js\": import0, };\n";
        let names = r#"{ "imports": [["./x.js", "__wbg_now_1", "a"]], "exports": [["free", "b"]] }"#;
        let short = with_short_names(glue, names)?;
        assert!(short.contains("        a: function()") && short.contains("wasm.b(1); wasm.freeAll();"), "{short}");
        assert!(short.contains("{ a: import0, }"), "{short}");
        assert!(with_short_names(glue, &names.replace("__wbg_now_1", "__wbg_then_1")).is_err());
        Ok(())
    }

    #[test]
    fn glue_of_another_shape_is_an_error() {
        assert!(strip(&GLUE.replace("__wbg_load", "__wbg_fetch")).is_err());
        assert!(strip(&format!("{GLUE}\nlet cachedTextDecoder = new TextDecoder();\n")).is_err());
        assert!(strip(&format!("{GLUE}\nconst u = import.meta.url;\n")).is_err());
    }
}
