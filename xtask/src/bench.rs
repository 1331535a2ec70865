//! `cargo xtask bench`: builds the package, installs it in `bench/` beside what it is compared with, and runs each script
//! there.

use crate::readme::Part;
use crate::toolchain::{Toolchain, browser};
use crate::{build, install, place, program};
use anyhow::{Context, Result, bail};
use std::{fs, path::Path, path::PathBuf, process::Command};

/// The scripts whose figures stand in README.md, and where.
const PARTS: [(&str, Part); 2] = [
    ("validation.mjs", Part { begin: "<!-- bench: `cargo xtask bench --write` -->\n", end: "<!-- end of bench -->\n" }),
    (
        "client.mjs",
        Part {
            begin: "<!-- bench of the client: `cargo xtask bench --write` -->\n",
            end: "<!-- end of the client's -->\n",
        },
    ),
];

/// The same, of what the package's README does not show.
const OURS: (&str, Part) = (
    "cli.mjs",
    Part {
        begin: "<!-- bench of the command line: `cargo xtask bench --write` -->\n",
        end: "<!-- end of the command line's -->\n",
    },
);

/// Runs the scripts one after the other; a limit that was passed fails the whole, after all have run. `write` takes their
/// figures into README.md.
pub fn run(write: bool) -> Result<()> {
    build::package(&Toolchain::prepare()?)?;
    let browser = browser::prepare()?;
    prepare(&install::pack()?)?;
    let table = |name: &str| place::work().join(format!("{name}.md"));
    let mut failed = Vec::new();
    for name in scripts()? {
        program::say(&format!("running bench/{name}"));
        let mut script = program::script(&format!("bench/{name}"));
        browser.tell(&mut script);
        if PARTS.iter().chain([&OURS]).any(|(script, _)| *script == name) {
            script.arg("--table").arg(table(&name));
        }
        if program::run(&mut script).is_err() {
            failed.push(name);
        }
    }
    if write {
        let measured = |name: &str| !failed.iter().any(|failed| failed == name);
        for (name, part) in PARTS {
            if measured(name) {
                part.write(&place::read(&table(name))?)?;
            }
        }
        let (name, part) = OURS;
        if measured(name) {
            part.write_in_ours(&place::read(&table(name))?)?;
        }
    }
    if !failed.is_empty() {
        bail!("these failed, or passed a limit of theirs: {}", failed.join(", "));
    }
    Ok(())
}

fn folder() -> PathBuf {
    place::root().join("bench")
}

fn scripts() -> Result<Vec<String>> {
    let entries = fs::read_dir(folder()).with_context(|| format!("cannot read {}", folder().display()))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".mjs"));
    names.sort();
    Ok(names)
}

/// Installs what bench/package-lock.json names, where it is not what is installed already, and the package of this run.
fn prepare(tarball: &Path) -> Result<()> {
    let lock = place::read(&folder().join("package-lock.json"))?;
    let installed_from = folder().join("node_modules/.installed-from");
    if !fs::read_to_string(&installed_from).is_ok_and(|installed| installed == lock) {
        program::say("installing what validation is compared with (ajv, zod, valibot, arktype)");
        program::answer(&mut npm(&["ci", "--prefer-offline"]))?;
        place::write(&installed_from, lock)?;
    }
    // The one of an earlier run has the same version, and npm would keep it.
    let old = folder().join("node_modules/pigello-client");
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    program::answer(npm(&["install", "--no-save", "--offline"]).arg(tarball))?;
    Ok(())
}

fn npm(arguments: &[&str]) -> Command {
    let mut npm = program::program("npm");
    npm.current_dir(folder()).args(arguments);
    npm.args(["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    npm
}

#[cfg(test)]
mod tests {
    use super::PARTS;

    #[test]
    fn the_packages_readme_has_the_figures_of_the_repositorys() -> anyhow::Result<()> {
        for (_, part) in PARTS {
            assert!(part.read()?.contains('|'));
        }
        Ok(())
    }
}
