//! The crate -> a small wasm, and its glue as an ES module.

use super::{
    Part,
    compile::{self, FEATURES, For},
    glue, lean, made,
};
use crate::{place, program, toolchain::Toolchain};
use anyhow::{Context, Result, bail};
use std::{fs, path::Path, path::PathBuf};
use wasmparser::{Parser, Payload};

/// What wasm-opt drops first: no text is passed so that its memory would grow (`lean::whole_texts`).
const UNUSED: &str = "--remove-exports=__wbindgen_realloc";

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
    // Flat code that is built up anew, twice gone over, is one per cent smaller. Nothing stands in the first 1,024 bytes
    // of memory: they are the far end of the stack.
    let effort: &[&str] = match part {
        Part::Sandbox => &[UNUSED, "-O3"],
        Part::Client => &[UNUSED, "--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"],
    };
    let optimised = folder.join(format!("{name}.wasm"));
    let names = optimise(&folder, &folder.join(format!("{name}_bg.wasm")), &optimised, effort)?;
    let unaligned = without_alignment(fs::read(&optimised).context("wasm-opt wrote nothing")?)?;
    place::write(&file(part), unaligned)?;
    write_modules(&folder, name, &file(part), &names)
}

/// Where the finished wasm of a part is.
pub fn file(part: Part) -> PathBuf {
    part.folder().join("finished.wasm")
}

/// Makes what unpacks the wasm of a page, in which only its function and its memory have a name. Answers where it is.
pub fn build_unpacker(toolchain: &Toolchain) -> Result<PathBuf> {
    let folder = place::work().join("unpack");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let small = folder.join("unpack.wasm");
    let mut wasm_opt = program::npm_program("binaryen/bin/wasm-opt");
    wasm_opt.args(FEATURES).args(["--remove-exports=__*", "--flatten", "--rereloop", "-Oz", "-Oz"]);
    wasm_opt.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    program::run(wasm_opt.arg(compile::compile_unpacker(toolchain)?).arg("-o").arg(&small))?;
    Ok(small)
}

/// The wasm with no word of how addresses are aligned. It is a hint that engines do not take, and every page carries it.
fn without_alignment(mut wasm: Vec<u8>) -> Result<Vec<u8>> {
    let mut hints = Vec::new();
    for payload in Parser::new(0).parse_all(&wasm) {
        let Payload::CodeSectionEntry(body) = payload? else { continue };
        for instruction in body.get_operators_reader()?.into_iter_with_offsets() {
            let (_, at) = instruction?;
            // Loads and stores.
            if wasm.get(at).is_some_and(|opcode| (0x28..=0x3e).contains(opcode)) {
                hints.push(at + 1);
            }
        }
    }
    for at in hints {
        match wasm.get_mut(at) {
            Some(hint) if *hint < 4 => *hint = 0,
            _ => bail!("a load or a store has a hint that is none"),
        }
    }
    Ok(wasm)
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
        .and_then(|glue| lean::new_views(&glue))
        .and_then(|glue| lean::lean_init(&glue, lean::INIT))
        .and_then(|glue| glue::with_short_names(&glue, names))
        .with_context(|| format!("wasm-bindgen's glue for the {name} is not as expected"))?;
    place::write(&folder.join("glue.js"), text + &bare)?;
    let bytes = fs::read(optimised).with_context(|| format!("cannot read {}", optimised.display()))?;
    compile::check_nameless(&bytes).with_context(|| format!("{} is not fit to be shipped", optimised.display()))
}
