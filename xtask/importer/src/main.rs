//! `cargo xtask openapi` and `cargo xtask import`: declarations as an OpenAPI document, and back. It is a program of its own
//! since it is compiled with the declarations, which `cargo xtask` is not.
//!
//! | file | what it does |
//! |---|---|
//! | `model` | what a declaration says, as data |
//! | `sentences` | the API's fixed sentences in descriptions, written and read |
//! | `openapi` | the model as a document |
//! | `read` | a document as the model |
//! | `words` | our capitals in the API's names |
//! | `differ` | what is different, in words |
//! | `taken` | names that the package has for something else |
//! | `write` | the model as declaration files |
//! | `import` | all of it in order |
//! | `generated` | a made-up document to measure with |
//! | `table` | the table of what is declared |
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod differ;
mod generated;
mod import;
#[cfg(test)]
mod import_tests;
mod model;
mod openapi;
mod read;
mod sentences;
mod table;
mod taken;
mod words;
mod write;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use std::{env, fs, path::PathBuf, process::ExitCode};

#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Print the declarations as an OpenAPI document
    Openapi {
        /// With made-up resources to so many in all
        #[arg(long, value_name = "COUNT")]
        made_up: Option<usize>,
    },
    /// Print the table of what is declared, in Markdown
    Resources,
    /// Write declarations from an OpenAPI document
    Import {
        /// The document, OpenAPI 3.0 or 3.1 as JSON
        document: PathBuf,
        /// Import these resources alone
        #[arg(long, value_name = "NAME", num_args = 1..)]
        only: Vec<String>,
        /// The repository to write into, if not this one
        #[arg(long, value_name = "FOLDER")]
        root: Option<PathBuf>,
        /// Tell what would be done, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Openapi { made_up } => {
            let resources = made_up.map_or_else(model::declared, generated::resources);
            println!("{:#}", openapi::document(&resources));
        }
        Task::Resources => print!("{}", table::table(&repository())?),
        Task::Import { document, only, root, dry_run } => {
            let text = fs::read_to_string(&document).with_context(|| format!("cannot read {}", document.display()))?;
            let root = root.unwrap_or_else(repository);
            let done = import::import(&text, &root, &only).with_context(|| document.display().to_string())?;
            done.told.iter().for_each(|line| println!("{line}"));
            for file in done.plan.files() {
                let verb = if dry_run { "would write" } else { "writing" };
                println!("{verb} {}", file.strip_prefix(&root).unwrap_or(file).display());
            }
            if !dry_run {
                done.plan.write()?;
            }
        }
    }
    Ok(())
}

/// The root of the repository that it is run in.
fn repository() -> PathBuf {
    let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.join("../..")
}
