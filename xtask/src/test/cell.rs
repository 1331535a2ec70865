//! One cell of the matrix: a user's project in `tests/package` or `examples`, with the packed package installed into it, and run.
//!
//! A project with a `test` script is run by it; one without is a page, and looked at by `tests/package/page.mjs`. Which
//! cells there are and how they come out is told in `environments`.

use super::deadline;
use crate::{place, program};
use anyhow::{Context, Result};
use serde_json::Value;
use std::{fs, path::Path, path::PathBuf, process::Command, time::Duration};

/// How long fetching what the lock file names may take, the first time.
const INSTALLING: Duration = Duration::from_secs(300);

/// How long all that a cell does may take: a bundler's production build is the longest.
const RUNNING: Duration = Duration::from_secs(240);

/// A user's project.
pub struct Cell {
    /// The name of its folder.
    pub name: String,
    source: PathBuf,
    folder: PathBuf,
    manifest: Value,
}

impl Cell {
    /// Reads the project's manifest.
    pub fn read(source: &Path) -> Result<Self> {
        let name = source.file_name().context("a cell has a name")?.to_string_lossy().into_owned();
        let manifest = serde_json::from_str(&place::read(&source.join("package.json"))?)
            .with_context(|| format!("{name}/package.json is no JSON"))?;
        let folder = super::environments::folder().join(&name);
        Ok(Self { name, source: source.to_owned(), folder, manifest })
    }

    /// Where everything that it prints is written.
    pub fn log(&self) -> PathBuf {
        self.folder.with_extension("log")
    }

    /// Installs and runs a copy of it. The copy outlives the run, with what npm installed: a second run fetches nothing.
    pub fn run(&self, tarball: &Path, tell: impl Fn(&mut Command)) -> Result<()> {
        self.prepare(tarball)?;
        let mut command = if self.manifest.pointer("/scripts/test").is_some() {
            self.npm(&["test", "--silent"])
        } else {
            let mut page = program::script("tests/package/page.mjs");
            page.arg(&self.folder);
            page
        };
        tell(&mut command);
        deadline::run(&mut command, &self.log(), RUNNING)
    }

    /// Makes the copy, with its dependencies and the package, and answers where it is.
    pub fn prepare(&self, tarball: &Path) -> Result<&Path> {
        place::write(&self.log(), "")?;
        self.install_dependencies()?;
        self.refresh()?;
        self.install_package(tarball)?;
        Ok(&self.folder)
    }

    /// Installs what the lock file names, where it is not what is installed already.
    fn install_dependencies(&self) -> Result<()> {
        let lock = self.source.join("package-lock.json");
        if !lock.exists() && !self.has_dependencies() {
            return Ok(());
        }
        let lock = place::read(&lock)?;
        let installed_from = self.folder.join("node_modules/.installed-from");
        if fs::read_to_string(&installed_from).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        place::empty(&self.folder)?;
        for file in ["package.json", "package-lock.json", ".npmrc"] {
            if self.source.join(file).exists() {
                place::copy(&self.source.join(file), &self.folder.join(file))?;
            }
        }
        let mut npm = self.npm(&["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]);
        if !self.asks_for_scripts() {
            npm.arg("--ignore-scripts");
        }
        deadline::run(&mut npm, &self.log(), INSTALLING)?;
        place::write(&installed_from, lock)
    }

    fn has_dependencies(&self) -> bool {
        ["dependencies", "devDependencies", "optionalDependencies"].iter().any(|kind| self.manifest.get(kind).is_some())
    }

    /// Foreign scripts do not run at installation, but where the project's own `.npmrc` says that it needs them.
    fn asks_for_scripts(&self) -> bool {
        let settings = fs::read_to_string(self.source.join(".npmrc")).unwrap_or_default();
        settings.lines().any(|line| line.trim() == "ignore-scripts=false")
    }

    /// The project as it is now: nothing of an earlier run stays but what npm installed.
    fn refresh(&self) -> Result<()> {
        let folder = &self.folder;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let entry = entry?;
            if entry.file_name() == "node_modules" {
                continue;
            }
            let old = entry.path();
            let removed = if entry.file_type()?.is_dir() { fs::remove_dir_all(&old) } else { fs::remove_file(&old) };
            removed.with_context(|| format!("cannot remove {}", old.display()))?;
        }
        place::copy_folder(&self.source, folder)
    }

    /// Installs the package of this run; the one of an earlier run has the same version, and npm would keep it.
    fn install_package(&self, tarball: &Path) -> Result<()> {
        let old = self.folder.join("node_modules/pigello-client");
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
        }
        let mut npm = self.npm(&["install", "--no-save", "--offline", "--ignore-scripts"]);
        npm.args(["--no-audit", "--no-fund", "--loglevel=error"]).arg(tarball);
        deadline::run(&mut npm, &self.log(), INSTALLING)
    }

    fn npm(&self, arguments: &[&str]) -> Command {
        let mut npm = program::program("npm");
        npm.current_dir(&self.folder).args(arguments);
        npm
    }
}
