//! The crate -> a small wasm, and its glue as an ES module.

use super::{
    Part,
    compile::{self, FEATURES, For},
    glue, lean, made,
};
use crate::{place, program, toolchain::Toolchain};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// What wasm-opt drops. Only our glue reads the names at the border: they become letters.
const WASM_OPT: [&str; 4] =
    ["--strip-debug", "--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];

/// Makes `<part>.wasm`, `<part>.d.ts` and `glue.js` in the part's folder.
pub fn build(toolchain: &Toolchain, part: Part) -> Result<()> {
    let name = part.name();
    let folder = part.folder();
    program::say(&format!("compiling the {name} to wasm"));
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let linked = folder.join("linked.wasm");
    place::write(&linked, compile::compile(toolchain, part, For::WebAssembly)?)?;
    let mut bindgen = toolchain.bindgen.program();
    program::run(bindgen.args(["--target", "web", "--out-name", name, "--out-dir"]).arg(&folder).arg(&linked))?;
    // Flat code that is built up anew, twice gone over, is one per cent smaller.
    let effort: &[&str] = if part == Part::Sandbox { &["-O3"] } else { &["--flatten", "--rereloop", "-Oz", "-Oz"] };
    let optimised = folder.join(format!("{name}.wasm"));
    let names = optimise(&folder, &folder.join(format!("{name}_bg.wasm")), &optimised, effort)?;
    write_modules(&folder, name, &optimised, &names)
}

/// Makes a wasm small, and answers how the names at its border are called now, as wasm-opt says it.
fn optimise(folder: &Path, from: &Path, to: &Path, effort: &[&str]) -> Result<String> {
    let names = folder.join("names.json");
    made::unless_made(from, to, &format!("{effort:?} {FEATURES:?} {WASM_OPT:?} {}", made::binaryen()?), || {
        program::say("making it small (wasm-opt)");
        let mut wasm_opt = program::npm_program("binaryen/bin/wasm-opt");
        place::write(
            &names,
            program::answer(wasm_opt.args(effort).args(FEATURES).args(WASM_OPT).arg(from).arg("-o").arg(to))?,
        )
    })?;
    place::read(&names)
}

fn write_modules(folder: &Path, name: &str, optimised: &Path, names: &str) -> Result<()> {
    let text = place::read(&place::root().join("xtask/js/text.js"))?;
    let bare = lean::lean(&place::read(&folder.join(format!("{name}.js")))?)
        .and_then(|glue| glue::strip(&glue))
        .and_then(|glue| lean::lean_init(&glue, lean::INIT))
        .and_then(|glue| glue::with_short_names(&glue, names))
        .with_context(|| format!("wasm-bindgen's glue for the {name} is not as expected"))?;
    place::write(&folder.join("glue.js"), text + &bare)?;
    let bytes = fs::read(optimised).with_context(|| format!("cannot read {}", optimised.display()))?;
    compile::check_nameless(&bytes).with_context(|| format!("{} is not fit to be shipped", optimised.display()))
}
