//! The client for engines without WebAssembly: the same crate, compiled for the first wasm there was, as JavaScript.
//!
//! wasm-bindgen then keeps JavaScript's values in an array of its glue, as there are no tables for them, and binaryen's
//! wasm2js makes functions of the wasm. It makes no traps of what is out of range: nothing may count on these.

use super::{
    Part,
    compile::{self, FEATURES, For},
    glue::{self, cut, replace},
    javascript, lean, made,
};
use crate::{place, program, toolchain::Toolchain};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// Says in the words of the first wasm what the standard library has of later ones, as it comes compiled.
const LOWER: [&str; 4] =
    ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "--strip-target-features", "--debuginfo"];

/// Copying and filling memory stays: arrays have functions for these.
const WASM_OPT: [&str; 10] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--minify-imports-and-exports-and-modules",
];

const WASM2JS: [&str; 4] = ["--mvp-features", "--enable-bulk-memory", "--enable-mutable-globals", "-Oz"];

/// Its imports stand in `glue.js` itself.
const INIT: &str = "\
function initSync(_, tell) {
    beginAnew(tell);
    heap = new Array(1024).fill(undefined);
    heap.push(undefined, null, true, false);
    heap_next = heap.length;
    wasm = instantiate(__wbg_get_imports());
}
";

/// What is made of it on the way to the package.
pub fn folder() -> PathBuf {
    place::work().join("nowasm")
}

/// Makes `glue.js` and, beside it, `instance.js`, which it imports.
pub fn build(toolchain: &Toolchain) -> Result<()> {
    let folder = folder();
    let file = |name: &str| folder.join(name);
    program::say("compiling the client for engines without WebAssembly");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    place::write(&file("linked.wasm"), compile::compile(toolchain, Part::Client, For::JavaScript)?)?;
    let tools = format!("{FEATURES:?} {LOWER:?} {WASM_OPT:?} {WASM2JS:?} {}", made::binaryen()?);
    made::unless_made(&file("linked.wasm"), &file("wasm2js.js"), &tools, || {
        program::say("making JavaScript of it (wasm-bindgen, wasm-opt, wasm2js)");
        let binaryen = |name: &str| program::npm_program(&format!("binaryen/bin/{name}"));
        program::run(
            binaryen("wasm-opt")
                .arg(file("linked.wasm"))
                .args(FEATURES)
                .args(LOWER)
                .arg("-o")
                .arg(file("lowered.wasm")),
        )?;
        let mut bindgen = toolchain.bindgen.program();
        bindgen.args(["--target", "web", "--out-name", "client", "--out-dir"]);
        program::run(bindgen.arg(&folder).arg(file("lowered.wasm")))?;
        let mut wasm_opt = binaryen("wasm-opt");
        wasm_opt.arg(file("client_bg.wasm")).args(WASM_OPT).arg("-o").arg(file("optimised.wasm"));
        place::write(&file("names.json"), program::answer(&mut wasm_opt)?)?;
        program::run(binaryen("wasm2js").arg(file("optimised.wasm")).args(WASM2JS).arg("-o").arg(file("wasm2js.js")))
    })?;
    let wasm = fs::read(file("optimised.wasm")).context("cannot read optimised.wasm")?;
    compile::check_nameless(&wasm).context("the client's JavaScript is not fit to be shipped")?;
    let instance = javascript::module(&place::read(&file("wasm2js.js"))?, &wasm);
    place::write(&file("instance.js"), instance.context("wasm2js's JavaScript is not as expected")?)?;
    let glue = glue(&place::read(&file("client.js"))?, &place::read(&file("names.json"))?);
    let glue = glue.context("wasm-bindgen's glue for JavaScript is not as expected")?;
    let text = place::read(&place::root().join("xtask/js/text.js"))?;
    place::write(&file("glue.js"), format!("import {{ instantiate }} from \"./instance.js\";\n\n{text}{glue}"))
}

/// The glue for memory that is an array's, and values that are in another.
fn glue(glue: &str, names: &str) -> Result<String> {
    let mut glue = glue::strip(&lean::whole_texts(glue))?;
    // Made when it starts: an import does nothing.
    cut(&mut glue, "let heap = new Array(1024)", "\n\nlet heap_next")?;
    replace(&mut glue, "let heap_next = heap.length;", "let heap, heap_next;")?;
    glue = lean::new_views(&glue)?;
    glue::with_short_names(&lean::lean_init(&glue, INIT)?, names)
}
