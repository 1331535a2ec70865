//! Debian's Rust, for machines that reach Debian's packages but not rustup's servers.
//!
//! Debian has no standard library for wasm32, but its sources: it is built from them, once a machine.

use super::{apt, rust};
use crate::{place, program};
use anyhow::{Context, Result, bail};
use std::{env, fs, path::Path, path::PathBuf, process::Command};

const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
const CLIPPY: &str = "/usr/bin/cargo-clippy";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const LINKER: &str = "wasm-ld-22";

/// Debian's compiler, ready to build for wasm32.
pub struct Debian;

impl Debian {
    /// A target folder of its own.
    pub fn target_folder(&self) -> PathBuf {
        place::target().join("debian")
    }

    /// Debian's clippy, of the same version as its compiler.
    pub fn prepare_clippy(&self) -> Result<()> {
        if Path::new(CLIPPY).exists() {
            return Ok(());
        }
        apt::install("clippy for wasm32 must be of the version of Debian's compiler", &["rust-web-clippy"])
    }

    /// `cargo clippy`: called by its own name, as cargo would find rustup's first.
    pub fn clippy(&self) -> Command {
        let mut clippy = self.surroundings(Command::new(CLIPPY));
        clippy.env("CARGO", CARGO);
        clippy
    }

    /// `cargo`, ready for its arguments.
    pub fn cargo(&self) -> Command {
        self.surroundings(Command::new(CARGO))
    }

    fn surroundings(&self, command: Command) -> Command {
        let mut command = without_rustup(command);
        command
            .current_dir(place::root())
            .env("CARGO_TARGET_DIR", self.target_folder())
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER);
        command
    }
}

/// Installs and builds what is missing.
pub fn prepare() -> Result<Debian> {
    let sources = sources()?;
    if !Path::new(CARGO).exists() || sources.is_none() || place::which(LINKER).is_none() {
        apt::install("a Rust compiler for wasm32", &PACKAGES)?;
    }
    let Some(sources) = self::sources()? else {
        bail!("Debian's rust-web-src left no library sources for its compiler in /usr/src");
    };
    let library = Path::new("/usr/lib/rustlib").join(rust::TARGET).join("lib");
    // Libraries of another compiler version are of no use: the version they were built with stands beside them.
    let mark = library.join("built-with");
    if !rust::has_core(&library) || fs::read_to_string(&mark).unwrap_or_default() != version()? {
        build(&sources, &library)?;
        place::write(&mark, version()?)?;
    }
    Ok(Debian)
}

/// Builds the standard library and puts it where Debian's compiler looks.
fn build(sources: &Path, library: &Path) -> Result<()> {
    program::say("building the standard library for wasm32 from Debian's sources: about a minute, once a machine");
    let copy = place::tools()?.join("debian-std");
    place::empty(&copy)?;
    place::copy_folder(sources, &copy)?;
    let mut cargo = without_rustup(Command::new(CARGO));
    cargo
        .current_dir(&copy)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked")
        .env("__CARGO_DEFAULT_LIB_METADATA", "std")
        .args(["build", "--release", "--target", rust::TARGET, "-p", "sysroot"])
        .args(["--features", "compiler-builtins-mem"]);
    program::run(&mut cargo)?;
    let built = copy.join("target").join(rust::TARGET).join("release/deps");
    fs::create_dir_all(library).with_context(|| format!("cannot make {}: it needs root", library.display()))?;
    for file in fs::read_dir(library)?.chain(fs::read_dir(&built)?).flatten() {
        let path = file.path();
        if path.extension().is_none_or(|extension| extension != "rlib") {
            continue;
        }
        if path.starts_with(library) {
            fs::remove_file(&path)?;
        } else {
            place::copy(&path, &library.join(file.file_name()))?;
        }
    }
    // The sources and what was built on the way are of no further use.
    fs::remove_dir_all(&copy).with_context(|| format!("cannot remove {}", copy.display()))
}

/// Debian's programs find each other, and no trace of the toolchain that runs xtask.
fn without_rustup(mut command: Command) -> Command {
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(std::iter::once(PathBuf::from("/usr/bin")).chain(env::split_paths(&path)));
    command.env("PATH", path.unwrap_or_default()).env("RUSTC", RUSTC);
    for trace in ["LD_LIBRARY_PATH", "RUSTUP_TOOLCHAIN", "RUSTUP_HOME", "CARGO", "RUSTC_WRAPPER", "RUSTFLAGS"] {
        command.env_remove(trace);
    }
    command
}

/// The library sources that belong to the installed compiler.
fn sources() -> Result<Option<PathBuf>> {
    if !Path::new(RUSTC).exists() {
        return Ok(None);
    }
    let version = version()?;
    let number = version.split_whitespace().nth(1).context("rustc --version has no number")?;
    let folder = Path::new("/usr/src").join(format!("rustc-{number}")).join("library");
    Ok(folder.join("Cargo.toml").exists().then_some(folder))
}

fn version() -> Result<String> {
    program::answer(Command::new(RUSTC).env_remove("LD_LIBRARY_PATH").arg("--version"))
}
