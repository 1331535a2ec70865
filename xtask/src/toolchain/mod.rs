//! What a fresh machine lacks, fetched and built once. What is missing and cannot be had is an error, never skipped.

pub mod apt;
mod bindgen;
pub mod browser;
mod debian;
pub mod node;
mod rust;

pub use bindgen::Bindgen;
pub use rust::{TARGET, WasmRust};

use anyhow::Result;

/// Everything that building the package needs.
pub struct Toolchain {
    /// The cargo that can compile for wasm32.
    pub rust: WasmRust,
    /// The wasm-bindgen programs.
    pub bindgen: Bindgen,
}

impl Toolchain {
    /// Looks for everything, and installs what is missing.
    pub fn prepare() -> Result<Self> {
        node::prepare()?;
        Ok(Self { rust: rust::prepare()?, bindgen: bindgen::prepare()? })
    }
}

/// What the checks need beside: rustfmt and clippy.
pub fn prepare_lints(rust: &WasmRust) -> Result<()> {
    rust::component("rustfmt", "fmt")?;
    rust::component("clippy", "clippy")?;
    rust.prepare_clippy()
}
