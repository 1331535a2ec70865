//! The crate -> a small wasm, its glue as an ES module, and the wasm's bytes as a hex module.

use super::{Part, glue};
use crate::{
    place, program,
    toolchain::{TARGET, Toolchain},
};
use anyhow::{Context, Result, bail};
use std::{env, fs, path::Path, path::PathBuf};

/// What wasm-opt may assume, by name: with `--all-features` it writes modules that Node 20 refuses.
const WASM_OPT: [&str; 10] = [
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
];

/// Makes `<part>.wasm`, `<part>.d.ts`, `glue.js` and `hex.js` in the part's folder.
pub fn build(toolchain: &Toolchain, part: Part) -> Result<()> {
    let name = part.name();
    program::say(&format!("compiling the {name} to wasm"));
    let mut cargo = toolchain.rust.cargo("build");
    cargo.args(["--release", "--package", "pigello-client", "--lib"]).args(part.features());
    let target = match part {
        Part::Client => toolchain.rust.target_folder(),
        // In one folder the two would overwrite each other, and both be compiled anew each time.
        Part::Sandbox => toolchain.rust.target_folder().join("sandbox"),
    };
    cargo.arg("--config").arg(nameless_paths()?);
    // The client is downloaded by everyone; the sandbox goes through 100,000 rows for a page (bench/sandbox.mjs).
    let (opt_level, effort) = if part == Part::Sandbox { ("3", "-O3") } else { ("z", "-Oz") };
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
    program::run(cargo.arg("--target-dir").arg(&target))?;
    let compiled = target.join("wasm32-unknown-unknown/release/pigello_client.wasm");

    let folder = part.folder();
    let last = folder.join("compiled.wasm");
    let optimised = folder.join(format!("{name}.wasm"));
    let made_with = folder.join("made-with");
    let tools = tools(effort)?;
    let same = optimised.exists()
        && fs::read_to_string(&made_with).is_ok_and(|before| before == tools)
        && fs::read(&last).is_ok_and(|bytes| fs::read(&compiled).is_ok_and(|now| now == bytes));
    if !same {
        place::empty(&folder)?;
        program::say(&format!("writing the {name}'s glue (wasm-bindgen) and making its wasm small (wasm-opt)"));
        let mut bindgen = toolchain.bindgen.program();
        bindgen.args(["--target", "web", "--out-name", name, "--out-dir"]).arg(&folder).arg(&compiled);
        program::run(&mut bindgen)?;
        let mut wasm_opt = program::npm_program("binaryen/bin/wasm-opt");
        wasm_opt.arg(effort).args(WASM_OPT).arg(folder.join(format!("{name}_bg.wasm"))).arg("-o").arg(&optimised);
        program::run(&mut wasm_opt)?;
        // Last, as the marks that everything before was made from these bytes, and with what.
        place::copy(&compiled, &last)?;
        place::write(&made_with, tools)?;
    }
    write_modules(&folder, name, &optimised)
}

/// This machine's folders, which panics would otherwise name in what is shipped, and what they are called there.
fn machine_folders() -> Result<Vec<(PathBuf, &'static str)>> {
    let home = env::home_dir().context("there is no home folder")?;
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    // rustc takes the last that fits: the outer folders come first.
    // Cargo unpacks crates in a folder called after their registry; xtask's own are there by now.
    let sources = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten().map(|entry| entry.path());
    let sources: Vec<_> = sources.map(|folder| (folder, "crates")).collect();
    let mut folders = vec![(home, "home"), (place::tools()?, "tools"), (cargo, "cargo"), (place::root(), "")];
    folders.extend(sources);
    // A home at the root of the file system names nothing.
    folders.retain(|(folder, _)| folder.components().count() > 1);
    Ok(folders)
}

/// Cargo's setting that keeps them out.
fn nameless_paths() -> Result<String> {
    let flags =
        machine_folders()?.into_iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    let flags = flags.map(|flag| serde_json::Value::from(flag).to_string()).collect::<Vec<_>>();
    // A JSON text is a TOML text, too.
    Ok(format!("target.{TARGET}.rustflags=[{}]", flags.join(", ")))
}

fn check_nameless(wasm: &[u8], file: &Path) -> Result<()> {
    for (folder, _) in machine_folders()? {
        let name = folder.to_string_lossy().into_owned();
        if wasm.windows(name.len()).any(|window| window == name.as_bytes()) {
            bail!("{} names a folder of this machine: {name}", file.display());
        }
    }
    Ok(())
}

/// What, beside the compiled wasm, decides on the result. (wasm-bindgen's version stands in the compiled wasm.)
fn tools(effort: &str) -> Result<String> {
    let binaryen = place::read(&place::root().join("node_modules/binaryen/package.json"))?;
    Ok(format!("{effort} {}\n{binaryen}", WASM_OPT.join(" ")))
}

fn write_modules(folder: &Path, name: &str, optimised: &Path) -> Result<()> {
    let text = place::read(&place::root().join("xtask/js/text.js"))?;
    let bare = glue::strip(&place::read(&folder.join(format!("{name}.js")))?)
        .with_context(|| format!("wasm-bindgen's glue for the {name} is not as expected"))?;
    place::write(&folder.join("glue.js"), text + &bare)?;
    let bytes = fs::read(optimised).with_context(|| format!("cannot read {}", optimised.display()))?;
    check_nameless(&bytes, optimised)?;
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
