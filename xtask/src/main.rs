//! `cargo xtask build|test|demo|page|docs|bench|sizes|judge|openapi|resources|import`: everything between the
//! sources and the npm package.
//!
//! Here stands the command line only. `toolchain` fetches what is missing, `build` makes `pkg/`, `install` packs it and
//! installs the tarball as a user would, `test` runs all checks, `demo` shows the package at work, `docs` makes the reference,
//! `bench` measures its speed, `sizes` its size, and `judge` asks Django and others about filters and rules. `openapi`,
//! `resources` and `import` hand over to the importer.

mod bench;
mod build;
mod demo;
mod docs;
mod install;
mod judge;
mod openapi;
mod page;
mod place;
mod program;
mod readme;
mod scale;
mod server;
mod sizes;
mod test;
mod toolchain;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// Builds, checks and shows the npm package `pigello-client`.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the npm package into pkg/
    Build {
        /// Take the new index.d.ts as the right one (tests/golden/index.d.ts)
        #[arg(long)]
        bless: bool,
    },
    /// Run every check: formatting, lints, native, wasm, JavaScript, types, sizes, bundlers
    Test {
        /// Leave out what is slow: wasm in Chromium, the matrix of environments
        #[arg(long)]
        quick: bool,
        /// Try ten million inputs where it is a hundred thousand: takes a quarter of an hour more
        #[arg(long, conflicts_with_all = ["quick", "environments"])]
        long: bool,
        /// Run the matrix of environments alone (tests/package), or those of it that are named
        #[arg(long, value_name = "NAME", num_args = 0.., conflicts_with = "quick")]
        environments: Option<Vec<String>>,
        /// Take this packed package for the environments, a released one say, instead of building one
        #[arg(long, value_name = "FILE", requires = "environments")]
        tarball: Option<PathBuf>,
    },
    /// Show the package at work: a script against the sandbox server, and the page (www/) in your browser
    Demo {
        /// End after the script; else the page and the sandbox server stay until Ctrl-C
        #[arg(long)]
        once: bool,
    },
    /// Make the reference of the package, its resources and the crate: target/docs, target/doc
    Docs,
    /// Build the page (www/) and work with it in Chromium (tests/www), and nothing else
    Page,
    /// Measure the built package: bench/
    Bench {
        /// Take the figures of validation into the table of README.md
        #[arg(long)]
        write: bool,
        /// Measure the package with as many resources as the API has, made up (bench/scale.md)
        #[arg(long, conflicts_with = "write")]
        scale: bool,
    },
    /// Measure the package and pages that import it, and hold them to xtask/sizes.json
    Sizes {
        /// Take the figures into the table of README.md
        #[arg(long)]
        write: bool,
    },
    /// Record anew what Django and other judges make of generated filters and values (tests/golden/)
    Judge {
        /// Another seed makes other rows, filters and values
        #[arg(long, default_value_t = judge::SEED)]
        seed: u32,
        /// Ask about one of them alone
        #[arg(long)]
        only: Option<judge::Judged>,
        /// Record nothing: look for values on which the judges and we differ, so many for each field
        #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "500")]
        search: Option<u32>,
    },
    /// Print the declarations as an OpenAPI document
    Openapi {
        /// Write it there
        file: Option<PathBuf>,
    },
    /// Print the table of what is declared of each resource
    Resources {
        /// Take it into README.md
        #[arg(long)]
        write: bool,
    },
    /// Write declarations from an OpenAPI document
    Import(openapi::Import),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Build { bless } => build::run(bless).map(|()| true),
        Task::Test { environments: Some(names), tarball, .. } => test::environments(&names, tarball),
        Task::Test { quick, long, .. } => test::run(quick, long),
        Task::Page => test::page(),
        Task::Demo { once } => demo::run(once).map(|()| true),
        Task::Docs => docs::run().map(|()| true),
        Task::Bench { scale: true, .. } => scale::run().map(|()| true),
        Task::Bench { write, .. } => bench::run(write).map(|()| true),
        Task::Sizes { write } => sizes::run(write).map(|()| true),
        Task::Judge { search: Some(examples), .. } => judge::search(examples).map(|()| true),
        Task::Judge { seed, only, .. } => judge::run(seed, only).map(|()| true),
        Task::Openapi { file } => openapi::openapi(file.as_deref()).map(|()| true),
        Task::Resources { write } => openapi::resources(write).map(|()| true),
        Task::Import(import) => openapi::import(&import).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        // The checks have said which of them failed; their count stays the last line.
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
