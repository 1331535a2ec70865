//! The crate -> a wasm as the linker wrote it, in which no panic is left.

use super::{Part, shrink};
use crate::{
    place, program,
    toolchain::{TARGET, Toolchain},
};
use anyhow::{Context, Result, bail};
use std::{env, fs, path::PathBuf};

/// What of later wasm is in what comes compiled, by name: with `--all-features` wasm-opt writes modules that Node 20 refuses.
pub const FEATURES: [&str; 7] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// What a wasm is compiled for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Engines with WebAssembly.
    WebAssembly,
    /// Those without.
    JavaScript,
}

/// Compiles a part.
pub fn compile(toolchain: &Toolchain, part: Part, what_for: For) -> Result<Vec<u8>> {
    let target = toolchain.rust.target_folder();
    // In one folder they would overwrite each other, and be compiled anew each time.
    let target = match (part, what_for) {
        (Part::Client, For::WebAssembly) => target,
        (Part::Sandbox, For::WebAssembly) => target.join("sandbox"),
        (_, For::JavaScript) => target.join("nowasm"),
    };
    let mut cargo = toolchain.rust.cargo("rustc");
    // Of a crate that is an rlib too, cargo optimises each crate by itself, whatever the profile says of lto.
    cargo.args(["--release", "--package", "pigello-client", "--lib", "--crate-type", "cdylib"]).args(part.features());
    cargo.arg("--config").arg(rust_flags(what_for)?);
    // The client is downloaded by everyone; the sandbox goes through 100,000 rows for a page (bench/sandbox.mjs).
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", if part == Part::Sandbox { "3" } else { "z" });
    program::run(cargo.arg("--target-dir").arg(&target))?;
    let file = target.join(TARGET).join("release/pigello_client.wasm");
    let linked = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    shrink::without_panics(&linked).with_context(|| format!("{} is not as expected", file.display()))
}

/// Compiles what unpacks the others; answers the file.
pub fn compile_unpacker(toolchain: &Toolchain) -> Result<PathBuf> {
    let target = toolchain.rust.target_folder().join("unpack");
    let mut cargo = toolchain.rust.cargo("rustc");
    cargo.args(["--release", "--package", "pigello-unpack", "--lib", "--crate-type", "cdylib", "--target-dir"]);
    // It has no stack: its own places in memory are below, where that would be.
    program::run(cargo.arg(&target).args(["--", "-Clink-arg=-zstack-size=4096"]))?;
    Ok(target.join(TARGET).join("release/pigello_unpack.wasm"))
}

/// Cargo's setting for rustc: no folder of this machine in what is shipped, and what `shrink` reads.
fn rust_flags(what_for: For) -> Result<String> {
    let paths =
        machine_folders()?.into_iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    let flags = paths.chain(["-Clink-arg=--emit-relocs".to_owned()]);
    // The first wasm there was, but for what arrays do as well.
    let first = ["-Ctarget-cpu=mvp", "-Ctarget-feature=+bulk-memory"].map(str::to_owned);
    let flags = flags.chain(first.into_iter().filter(|_| what_for == For::JavaScript));
    let flags = flags.map(|flag| serde_json::Value::from(flag).to_string()).collect::<Vec<_>>();
    // A JSON text is a TOML text, too.
    Ok(format!("target.{TARGET}.rustflags=[{}]", flags.join(", ")))
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

/// Fails where what is shipped names a folder of this machine all the same.
pub fn check_nameless(shipped: &[u8]) -> Result<()> {
    for (folder, _) in machine_folders()? {
        let name = folder.to_string_lossy().into_owned();
        if shipped.windows(name.len()).any(|window| window == name.as_bytes()) {
            bail!("it names a folder of this machine: {name}");
        }
    }
    Ok(())
}
