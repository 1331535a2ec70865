//! The crate -> a small wasm, its glue as an ES module, and the wasm's bytes as a hex module.

use super::{
    Part,
    compile::{self, For},
    glue, lean,
};
use crate::{place, program, toolchain::Toolchain};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// What wasm-opt may assume, by name (with `--all-features` it writes modules that Node 20 refuses), and what it drops.
/// Only our glue reads the names at the border: they become letters.
const WASM_OPT: [&str; 11] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--minify-imports-and-exports-and-modules",
];

/// Makes `<part>.wasm`, `<part>.d.ts`, `glue.js` and `hex.js` in the part's folder.
pub fn build(toolchain: &Toolchain, part: Part) -> Result<()> {
    let name = part.name();
    let folder = part.folder();
    program::say(&format!("compiling the {name} to wasm"));
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let linked = folder.join("linked.wasm");
    place::write(&linked, compile::compile(toolchain, part, For::WebAssembly)?)?;
    let mut bindgen = toolchain.bindgen.program();
    program::run(bindgen.args(["--target", "web", "--out-name", name, "--out-dir"]).arg(&folder).arg(&linked))?;
    let effort = if part == Part::Sandbox { "-O3" } else { "-Oz" };
    let optimised = folder.join(format!("{name}.wasm"));
    let names = optimise(&folder, &folder.join(format!("{name}_bg.wasm")), &optimised, effort)?;
    write_modules(&folder, name, &optimised, &names)
}

/// Makes a wasm small, and answers how the names at its border are called now, as wasm-opt says it.
fn optimise(folder: &Path, from: &Path, to: &Path, effort: &str) -> Result<String> {
    let names = folder.join("names.json");
    let last = folder.join("optimised-from");
    let made_with = folder.join("optimised-with");
    let binaryen = place::read(&place::root().join("node_modules/binaryen/package.json"))?;
    let tools = format!("{effort} {}\n{binaryen}", WASM_OPT.join(" "));
    let same = to.exists()
        && fs::read_to_string(&made_with).is_ok_and(|before| before == tools)
        && fs::read(&last).is_ok_and(|bytes| fs::read(from).is_ok_and(|now| now == bytes));
    if !same {
        program::say("making it small (wasm-opt)");
        place::write(&made_with, "")?;
        let mut wasm_opt = program::npm_program("binaryen/bin/wasm-opt");
        place::write(&names, program::answer(wasm_opt.arg(effort).args(WASM_OPT).arg(from).arg("-o").arg(to))?)?;
        // Last, as the marks that everything before was made from these bytes, and with what.
        place::copy(from, &last)?;
        place::write(&made_with, tools)?;
    }
    place::read(&names)
}

fn write_modules(folder: &Path, name: &str, optimised: &Path, names: &str) -> Result<()> {
    let text = place::read(&place::root().join("xtask/js/text.js"))?;
    let bare = lean::lean(&place::read(&folder.join(format!("{name}.js")))?)
        .and_then(|glue| glue::strip(&glue))
        .and_then(|glue| lean::lean_init(&glue))
        .and_then(|glue| glue::with_short_names(&glue, names))
        .with_context(|| format!("wasm-bindgen's glue for the {name} is not as expected"))?;
    place::write(&folder.join("glue.js"), text + &bare)?;
    let bytes = fs::read(optimised).with_context(|| format!("cannot read {}", optimised.display()))?;
    compile::check_nameless(&bytes).with_context(|| format!("{} is not fit to be shipped", optimised.display()))?;
    place::write(&folder.join("hex.js"), format!("export default \"{}\";\n", hex(&bytes)))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn bytes_become_two_hex_digits_each() {
        assert_eq!(hex(&[0x00, 0x61, 0x73, 0x6d, 0xff]), "0061736dff");
    }
}
