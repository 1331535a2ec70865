//! A cargo that compiles for wasm32: the active toolchain, by rustup if need be, else Debian's.

use super::debian::{self, Debian};
use crate::{place, program};
use anyhow::{Context, Result, bail};
use std::{path::Path, path::PathBuf, process::Command};

/// The target of everything that runs in JavaScript.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A cargo that can compile for wasm32.
pub enum WasmRust {
    /// The toolchain that also runs xtask.
    Active,
    /// Debian's compiler with a standard library built from Debian's sources.
    Debian(Debian),
}

impl WasmRust {
    /// `cargo <word> --target wasm32-unknown-unknown`, ready for more arguments.
    pub fn cargo(&self, word: &str) -> Command {
        let mut cargo = match self {
            Self::Active => program::cargo(),
            Self::Debian(debian) if word == "clippy" => debian.clippy(),
            Self::Debian(debian) => debian.cargo(),
        };
        cargo.args([word, "--target", TARGET]);
        cargo
    }

    /// Where this cargo puts what it builds. Debian's has its own folder, lest the two rebuild each other's work.
    pub fn target_folder(&self) -> PathBuf {
        match self {
            Self::Active => place::target(),
            Self::Debian(debian) => debian.target_folder(),
        }
    }

    pub(super) fn prepare_clippy(&self) -> Result<()> {
        match self {
            Self::Active => Ok(()),
            Self::Debian(debian) => debian.prepare_clippy(),
        }
    }
}

/// Finds such a cargo. `PIGELLO_WASM_TOOLCHAIN=debian` asks for Debian's even where rustup's would do.
pub fn prepare() -> Result<WasmRust> {
    match std::env::var("PIGELLO_WASM_TOOLCHAIN").as_deref() {
        Ok("debian") => return debian::prepare().map(WasmRust::Debian),
        Ok("" | "rustup") | Err(_) => {}
        Ok(other) => bail!("PIGELLO_WASM_TOOLCHAIN is `{other}`: it may be `rustup` or `debian`"),
    }
    if has_core(&library_folder()?) {
        return Ok(WasmRust::Active);
    }
    program::say("the active toolchain has no standard library for wasm32: asking rustup for it");
    let mut rustup = program::program("rustup");
    match program::run(rustup.args(["target", "add", TARGET])) {
        Ok(()) if has_core(&library_folder()?) => Ok(WasmRust::Active),
        outcome => {
            if let Err(error) = outcome {
                program::say(&format!("rustup could not add it ({error}): taking Debian's compiler instead"));
            }
            debian::prepare().map(WasmRust::Debian)
        }
    }
}

/// A component of the active toolchain that offers a cargo subcommand.
pub fn component(name: &str, subcommand: &str) -> Result<()> {
    if program::works(program::cargo().args([subcommand, "--version"])) {
        return Ok(());
    }
    program::say(&format!("asking rustup for {name}"));
    program::run(program::program("rustup").args(["component", "add", name]))
        .with_context(|| format!("{name} is missing: install it beside the active Rust toolchain"))
}

/// Is there a standard library in this folder?
pub fn has_core(library: &Path) -> bool {
    std::fs::read_dir(library).is_ok_and(|files| {
        files.flatten().any(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            name.starts_with("libcore-") && name.ends_with(".rlib")
        })
    })
}

fn library_folder() -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = program::answer(program::program(rustc).args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(folder.trim().into())
}
