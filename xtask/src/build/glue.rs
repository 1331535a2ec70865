//! wasm-bindgen's `--target web` glue, without what packages must not contain.
//!
//! Cut out are the asynchronous loader with its `new URL(…, import.meta.url)` (webpack errors on it, Vite warns) and
//! the default export; what runs while importing (a TextDecoder, a TextEncoder, a FinalizationRegistry) is made at its
//! first use or marked as pure. Each cut names the text it expects, so that another wasm-bindgen cannot slip through.

use anyhow::{Context, Result, bail};

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
        replace(&mut glue, "cachedTextEncoder.encodeInto(arg, view)", "utf8Encoder().encodeInto(arg, view)")?;
    }
    glue = glue.replace(": new FinalizationRegistry(", ": /* @__PURE__ */ new FinalizationRegistry(");
    glue = not_built_in(&glue);
    for wrong in ["import.meta", "cachedText", "new TextDecoder", "new TextEncoder", "default }"] {
        if glue.contains(wrong) {
            bail!("`{wrong}` is still in it");
        }
    }
    Ok(glue)
}

/// Calls our own exports in a way that V8 does not build into hot functions: Node 20 dies ("Fatal error, unreachable code")
/// when it throws such a function's code away while a call that answers a reference is under way.
fn not_built_in(glue: &str) -> String {
    let mut parts = glue.split("wasm.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.len() - part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').len();
        let (name, rest) = part.split_at(name);
        out.push_str("wasm.");
        out.push_str(name);
        match rest.strip_prefix('(') {
            Some(arguments) if !name.starts_with("__") => {
                out.push_str(".call(undefined, ");
                out.push_str(arguments);
            }
            _ => out.push_str(rest),
        }
    }
    out
}

/// Removes everything from `start` up to `end`, which stays.
fn cut(text: &mut String, start: &str, end: &str) -> Result<()> {
    let from = text.find(start).with_context(|| format!("`{}` is not in it", start.trim()))?;
    let length = text.get(from..).and_then(|rest| rest.find(end));
    let length = length.with_context(|| format!("`{}` does not follow `{}`", end.trim(), start.trim()))?;
    text.replace_range(from..from + length, "");
    Ok(())
}

fn replace(text: &mut String, what: &str, with: &str) -> Result<()> {
    if !text.contains(what) {
        bail!("`{}` is not in it", what.trim());
    }
    *text = text.replace(what, with);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::strip;

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
    fn glue_of_another_shape_is_an_error() {
        assert!(strip(&GLUE.replace("__wbg_load", "__wbg_fetch")).is_err());
        assert!(strip(&format!("{GLUE}\nlet cachedTextDecoder = new TextDecoder();\n")).is_err());
        assert!(strip(&format!("{GLUE}\nconst u = import.meta.url;\n")).is_err());
    }
}
