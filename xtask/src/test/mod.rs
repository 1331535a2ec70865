//! `cargo xtask test`: every check as a step with a headline and its time, all of them run, counted at the end.

pub mod cell;
mod deadline;
mod docs;
pub mod environments;
pub mod javascript;
pub mod openapi;
mod rust;

use crate::{build, demo, install, page, place, program, scale, sizes, toolchain, toolchain::Toolchain};
use anyhow::{Context, Result};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

/// Runs the steps and answers whether all passed. A step whose ground is missing has failed too: nothing is skipped but what `--quick` leaves out.
pub fn run(quick: bool, long: bool) -> Result<bool> {
    let mut steps = Steps::default();
    let toolchain = steps.take("tools", Toolchain::prepare);
    let tools = || toolchain.as_ref().context("the tools could not be had");
    steps.take("tools for lints", || toolchain::prepare_lints(&tools()?.rust));
    let browser = if quick { None } else { steps.take("browsers", toolchain::browser::prepare) };
    let chromium = || browser.as_ref().context("the browsers could not be had");

    steps.take("formatting", rust::formatting);
    steps.take("clippy, native", rust::clippy);
    for part in [build::Part::Client, build::Part::Sandbox] {
        steps.take(&format!("clippy, wasm32, {}", part.name()), || rust::clippy_wasm(tools()?, part));
    }
    steps.take("native tests", rust::native_tests);
    if long {
        steps.take("ten million inputs", rust::many_inputs);
    }
    steps.take("OpenAPI, as a validator sees it", || tools().and_then(|_| openapi::validator()));
    steps.take("OpenAPI, there and back", openapi::round_trip);
    steps.take("made-up resources, too", scale::every_resource::with_a_few);

    let compiled = steps.take("wasm tests, compiled", || rust::compile_wasm_tests(tools()?));
    let wasm_tests = || compiled.as_ref().context("the wasm tests did not compile");
    steps.take("wasm tests in Node", || rust::wasm_tests_in_node(tools()?, wasm_tests()?));
    if !quick {
        steps.take("wasm tests in Chromium", || rust::wasm_tests_in_chromium(tools()?, wasm_tests()?, chromium()?));
    }

    let package = steps.take("the package", || install_package(tools()?));
    let package = || package.as_ref().context("there is no package");
    steps.take("types as last looked at", || package().and_then(|_| build::compare_golden()));
    steps.take("publint", || package().and_then(|_| javascript::publint()));
    steps.take("types of every entry", || javascript::types_of_entries(&package()?.tarball));
    steps.take("sizes", || package().and_then(|package| sizes::check(&package.tarball, &package.installed)));
    steps.take("types of the JS layer", javascript::layer_types);
    steps.take("types, as Node resolves", || javascript::type_tests(&package()?.installed, "nodenext"));
    steps.take("types, as bundlers resolve", || javascript::type_tests(&package()?.installed, "bundler"));
    steps.take("JavaScript tests", || javascript::tests(&package()?.installed));
    if long {
        steps.take("a million rows", || javascript::many_rows(&package()?.installed));
    }
    steps.take("JavaScript tests without wasm", || javascript::tests_without_wasm(&package()?.installed));
    if !quick {
        steps.take("faults in Chromium", || javascript::faults_in_chromium(&package()?.installed, chromium()?));
    }
    steps.take("documents", || docs::documents(&package()?.installed));
    steps.take("the reference", || package().and_then(|_| docs::reference()));
    if !quick {
        steps.take("the page", || page::check(&package()?.tarball, &package()?.installed, chromium()?));
    }
    steps.take("the demo", || demo::script(&package()?.installed).map(drop));
    if !quick {
        steps.take("environments", || {
            let package = package()?;
            environments::run(&package.tarball, &package.installed, browser.as_ref(), &[])
        });
    }
    Ok(steps.close())
}

/// Runs the matrix alone: the environments of these names, or all of them; with this package, or one built for it.
pub fn environments(names: &[String], tarball: Option<PathBuf>) -> Result<bool> {
    let mut steps = Steps::default();
    let browser = steps.take("browsers", toolchain::browser::prepare);
    let package = steps.take("the package", || match tarball {
        Some(file) => {
            toolchain::node::prepare()?;
            let tarball = file.canonicalize().with_context(|| format!("there is no {}", file.display()))?;
            Ok(Package { installed: install::install(&tarball, "released")?, tarball })
        }
        None => install_package(&Toolchain::prepare()?),
    });
    steps.take("environments", || {
        let package = package.as_ref().context("there is no package")?;
        environments::run(&package.tarball, &package.installed, browser.as_ref(), names)
    });
    Ok(steps.close())
}

/// Runs the tests of the page alone.
pub fn page() -> Result<bool> {
    let mut steps = Steps::default();
    let browser = steps.take("browsers", toolchain::browser::prepare);
    let package = steps.take("the package", || install_package(&Toolchain::prepare()?));
    steps.take("the page", || {
        let package = package.as_ref().context("there is no package")?;
        page::check(&package.tarball, &package.installed, browser.as_ref().context("the browsers could not be had")?)
    });
    Ok(steps.close())
}

struct Package {
    tarball: PathBuf,
    installed: PathBuf,
}

fn install_package(toolchain: &Toolchain) -> Result<Package> {
    build::package(toolchain)?;
    program::say("packing and installing the package");
    let tarball = install::pack()?;
    let installed = install::install(&tarball, "installed")?;
    let tests = place::root().join("tests");
    // The same places to each other as in the repository, beside the installed package.
    for folder in ["js", "types", "fixtures"] {
        place::copy_folder(&tests.join(folder), &installed.join("tests").join(folder))?;
    }
    place::copy_folder(&place::root().join("examples"), &installed.join("examples"))?;
    place::copy(&build::files(), &installed.join("tests/files.js"))?;
    Ok(Package { tarball, installed })
}

#[derive(Default)]
struct Steps {
    done: Vec<(String, Duration, Option<anyhow::Error>)>,
}

impl Steps {
    /// Runs one step under its headline.
    fn take<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("\n=== {name}");
        let start = Instant::now();
        let result = step();
        let elapsed = start.elapsed();
        let (value, error) = match result {
            Ok(value) => (Some(value), None),
            Err(error) => {
                // The whole of it comes at the end.
                println!("--- {name} FAILED: {}", format!("{error:#}").lines().next().unwrap_or_default());
                (None, Some(error))
            }
        };
        println!("--- {name}: {:.1} s", elapsed.as_secs_f64());
        self.done.push((name.to_owned(), elapsed, error));
        value
    }

    /// Prints the table, why what failed did, and the count, and answers whether nothing failed.
    fn close(self) -> bool {
        println!("\n=== summary");
        for (name, elapsed, error) in &self.done {
            let verdict = if error.is_some() { "FAILED" } else { "ok" };
            println!("{verdict:<8}{:>7.1} s  {name}", elapsed.as_secs_f64());
        }
        let failed = self.done.iter().filter(|(_, _, error)| error.is_some()).count();
        let total: Duration = self.done.iter().map(|(_, elapsed, _)| *elapsed).sum();
        println!("{:<8}{:>7.1} s  in all\n", "", total.as_secs_f64());
        print!("{}", self.told());
        println!("{} passed, {failed} failed", self.done.len() - failed);
        failed == 0
    }

    /// The errors again, all of them: of a log the end may be all that is kept.
    fn told(&self) -> String {
        let failed = self.done.iter().filter_map(|(name, _, error)| Some((name, error.as_ref()?)));
        failed.map(|(name, error)| format!("--- {name} FAILED: {error:#}\n\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn one_failed_step_fails_the_whole_and_the_others_still_run() {
        let mut steps = Steps::default();
        assert_eq!(steps.take("wrong", || Err::<(), _>(anyhow::anyhow!("no"))), None);
        assert_eq!(steps.take("right", || Ok(1)), Some(1));
        let told = steps.told();
        assert!(!steps.close());
        assert_eq!(told, "--- wrong FAILED: no\n\n");
    }
}
