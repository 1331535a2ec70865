//! The glue made short: every page carries it.
//!
//! The functions that it exports become lines that say what each is given (`xtask/js/exported.js` does the rest), and
//! `initSync` what our loaders need of it. A function of another shape stays as wasm-bindgen wrote it.

use anyhow::{Context, Result, bail};

const EXPORTED: &str = include_str!("../../js/exported.js");
const TRAPPED: &str = include_str!("../../js/trapped.js");

/// What is left of `initSync`.
pub const INIT: &str = "\
function initSync({ module }, tell) {
    beginAnew(tell);
    const { exports } = new WebAssembly.Instance(module, __wbg_get_imports());
    wasm = exports;
    wasm.__wbindgen_start();
}
";

/// What is called so often that a wrapper counts: where there is such.
const HOT: &str = "\
export function hot() {
    return [wasm.fault, wasm.memory, wasm.units()];
}
";

/// The same glue in fewer words.
pub fn lean(glue: &str) -> Result<String> {
    let mut lean = String::new();
    let mut rest = glue;
    let mut exported = 0;
    while let Some(start) = rest.find("\nexport function ") {
        let (before, from) = rest.split_at(start + 1);
        let end = from.find("\n}\n").context("a function of the glue has no end")? + "\n}\n".len();
        let (function, after) = from.split_at(end);
        lean.push_str(before);
        match kinds(function)? {
            Some((name, kinds)) => {
                exported += 1;
                lean.push_str(&format!(
                    "export const {name} = /* @__PURE__ */ exported(\"{kinds}\", () => wasm.{name});\n"
                ));
            }
            None => lean.push_str(function),
        }
        rest = after;
    }
    lean.push_str(rest);
    lean = whole_texts(&lean);
    if exported > 0 {
        lean = EXPORTED.to_owned() + &lean;
    }
    Ok(lean)
}

/// The glue without its other way of passing a text: first as ASCII into too little memory, which then grows.
pub fn whole_texts(glue: &str) -> String {
    const HEAD: &str = "function passStringToWasm0(arg, malloc, realloc) {\n    if (realloc === undefined) {\n";
    const OTHER: &str = "    }\n\n    let len = arg.length;\n";
    let Some((before, function)) = glue.split_once(HEAD) else { return glue.to_owned() };
    let Some((kept, other)) = function.split_once(OTHER) else { return glue.to_owned() };
    let Some((_, after)) = other.split_once("\n}\n") else { return glue.to_owned() };
    let kept = format!("{before}function passStringToWasm0(arg, malloc) {{\n{kept}}}\n{after}");
    kept.replace(", wasm.__wbindgen_realloc)", ")")
}

/// The glue with a view of memory made at each use: it is longer to say when an earlier one is still good, and takes about as
/// long to find out.
pub fn new_views(glue: &str) -> Result<String> {
    let mut parts = glue.split("\nlet cached");
    let mut new = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        new.push_str(&new_view(part).with_context(|| format!("this is no view of memory: let cached{part}"))?);
    }
    if new.len() == glue.len() {
        bail!("the glue has no views of memory");
    }
    Ok(new)
}

fn new_view(part: &str) -> Option<String> {
    let (name, body) = part.split_once(" = null;\nfunction ")?.1.split_once("() {\n")?;
    let (body, after) = body.split_once("\n}\n")?;
    let (kind, _) = body.split_once(" = new ")?.1.split_once("(wasm.memory.buffer);")?;
    Some(format!("\nfunction {name}() {{\n    return new {kind}(wasm.memory.buffer);\n}}\n{after}"))
}

/// The name of a function and the kinds of its arguments; nothing where it does more than to pass them on.
fn kinds(function: &str) -> Result<Option<(&str, String)>> {
    let (head, body) = function.split_once(") {\n").context("a function of the glue has no body")?;
    let (name, parameters) = head.trim_start_matches("export function ").split_once('(').context("it has no name")?;
    let Some((_, last)) = body.split_once(&format!("    const ret = wasm.{name}(")) else { return Ok(None) };
    let Some((passed, "    return ret;\n}\n")) = last.split_once(");\n") else { return Ok(None) };
    let mut kinds = String::new();
    let mut count = 0;
    for parameter in parameters.split(", ").filter(|parameter| !parameter.is_empty()) {
        let has = |text: String| body.contains(&text);
        // What may be left out is passed on with more care.
        if has(format!("isLikeNone({parameter})")) {
            return Ok(None);
        }
        let (kind, words) = if has(format!("passStringToWasm0({parameter},")) {
            ('s', 2)
        } else if has(format!("passArray32ToWasm0({parameter},")) {
            ('w', 2)
        } else if has(format!("passArray16ToWasm0({parameter},")) {
            ('t', 2)
        } else if has(format!("= +{parameter};")) {
            ('n', 1)
        } else if passed.split(", ").any(|name| name == parameter) {
            ('a', 1)
        } else {
            return Ok(None);
        };
        kinds.push(kind);
        count += words;
    }
    let passed = passed.split(", ").filter(|name| !name.is_empty()).count();
    if passed != count {
        bail!("`{name}` of the glue passes on {passed} values, and its parameters make {count}");
    }
    Ok(Some((name, kinds)))
}

/// `initSync` without its other ways of being called, and what is done about traps. Its end is the end of the functions that it called.
pub fn lean_init(glue: &str, init: &str) -> Result<String> {
    let from = glue.find("let wasmModule, wasmInstance, wasm;\n").context("the glue has no wasm")?;
    let to = glue.find("\nexport { initSync };").context("the glue has no initSync")?;
    let kept = glue.get(..from).zip(glue.get(to..)).context("the glue's initSync is not at its end")?;
    let hot = if glue.contains("wasm.fault") { HOT } else { "" };
    Ok(format!("{}let wasm;\n{TRAPPED}{init}{hot}{}", kept.0, kept.1))
}

#[cfg(test)]
mod tests {
    use super::{INIT, kinds, lean, lean_init, new_views, whole_texts};

    const CHECK: &str = "export function check(port, resource, locale, words, text) {
    const val0 = +resource;
    let ptr0, len0;
    try {
        ptr0 = passStringToWasm0(locale, wasm.m, wasm.r);
        ptr1 = passArray32ToWasm0(words, wasm.m);
        ptr2 = passArray16ToWasm0(text, wasm.m);
    } catch (e) {
        throw e;
    }
    const ret = wasm.check(port, val0, ptr0, len0, ptr1, len1, ptr2, len2);
    return ret;
}
";

    #[test]
    fn a_function_that_only_passes_on_what_it_is_given_becomes_a_line() -> anyhow::Result<()> {
        assert_eq!(kinds(CHECK)?, Some(("check", "answt".to_owned())));
        let glue = lean(&format!("// The glue.\n{CHECK}let x;\n"))?;
        let line = "export const check = /* @__PURE__ */ exported(\"answt\", () => wasm.check);\nlet x;\n";
        assert!(glue.starts_with("// The wasm's functions") && glue.ends_with(line), "{glue}");
        Ok(())
    }

    #[test]
    fn texts_are_passed_whole() {
        let glue = "a(passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc));\n\
                    function passStringToWasm0(arg, malloc, realloc) {\n    if (realloc === undefined) {\n        \
                    return ptr;\n    }\n\n    let len = arg.length;\n    return ptr;\n}\nb();\n";
        let lean = "a(passStringToWasm0(ret, wasm.__wbindgen_malloc));\n\
                    function passStringToWasm0(arg, malloc) {\n        return ptr;\n}\nb();\n";
        assert_eq!(whole_texts(glue), lean);
        assert_eq!(whole_texts("b();\n"), "b();\n");
    }

    #[test]
    fn views_of_memory_are_made_at_each_use() -> anyhow::Result<()> {
        let glue = "a();\nlet cachedBytes = null;\nfunction bytes() {\n    if (cachedBytes === null || cachedBytes.byteLength === 0) {\n        \
                    cachedBytes = new Uint8Array(wasm.memory.buffer);\n    }\n    return cachedBytes;\n}\n\nb();\n";
        let new = "a();\nfunction bytes() {\n    return new Uint8Array(wasm.memory.buffer);\n}\n\nb();\n";
        assert_eq!(new_views(glue)?, new);
        assert!(new_views(new).is_err());
        assert!(new_views(&glue.replace("memory", "other")).is_err());
        Ok(())
    }

    #[test]
    fn a_function_that_does_more_stays_as_it_is() -> anyhow::Result<()> {
        for (less, more) in [("return ret;", "return text(ret);"), ("len2;", "len2; isLikeNone(text);")] {
            let more = format!("\n{}", CHECK.replace("let ptr0, len0;", "let ptr0, len0, len2;").replace(less, more));
            assert_eq!(lean(&more)?, more);
        }
        Ok(())
    }

    #[test]
    fn values_that_nobody_gave_are_an_error() {
        assert!(kinds(&CHECK.replace("ptr2, len2)", "ptr2)")).is_err());
    }

    #[test]
    fn the_wasm_begins_with_a_module_alone() -> anyhow::Result<()> {
        let glue = "a;\nlet wasmModule, wasmInstance, wasm;\nfunction initSync(module) {}\n\nexport { initSync };\n";
        let short = lean_init(glue, INIT)?;
        assert!(short.starts_with("a;\nlet wasm;\n// What is done"), "{short}");
        assert!(short.contains("\nfunction initSync({ module }, tell) {"), "{short}");
        assert!(short.ends_with("}\n\nexport { initSync };\n"), "{short}");
        assert!(lean_init("let wasm;", INIT).is_err());
        Ok(())
    }
}
