//! The files of an import. All of them are made before the first is written.

mod field;
mod kept;
mod list;
mod resource;

use crate::model::Resource;
use anyhow::{Context, Result, bail};
use kept::Kept;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io};

/// Files to be written, with what shall be in them.
#[derive(Debug, Default)]
pub struct Plan(Vec<(PathBuf, String)>);

/// Where the declaration of a resource stands in a repository.
pub fn path(root: &Path, resource: &Resource) -> PathBuf {
    root.join("src/resources").join(resource.application()).join(resource.module()).with_extension("rs")
}

/// What is to be written so that a repository declares these resources, of which each comes with what is declared of it
/// now. A file that would not change is left out.
pub fn plan(root: &Path, resources: &[(Resource, Option<Resource>)]) -> Result<Plan> {
    let mut plan = Plan::default();
    let changed: Vec<_> = resources.iter().filter(|(new, old)| old.as_ref() != Some(new)).collect();
    for (new, old) in &changed {
        let file = path(root, new);
        let written = read(&file)?;
        let kept = match &written {
            Some(text) => {
                Some(Kept::of(text).with_context(|| format!("{} is not as declaration files are", file.display()))?)
            }
            None => None,
        };
        plan.add(file, written, resource::file(new, old.as_ref(), kept.as_ref()));
    }
    for (file, text) in &mut plan.0 {
        *text = formatted(text).with_context(|| format!("what was made for {} is no Rust", file.display()))?;
    }
    let modules: Vec<(String, String)> =
        changed.iter().map(|(new, _)| (new.application().into(), new.module())).collect();
    let file = root.join("src/resources/mod.rs");
    if let Some(text) = read(&file)? {
        let list = list::list(&text, &modules)
            .with_context(|| format!("there is no list of resources in {}", file.display()))?;
        plan.add(file, Some(text), list);
    }
    let file = root.join("Cargo.toml");
    if let Some(text) = read(&file)? {
        let applications: BTreeSet<&str> = modules.iter().map(|(application, _)| application.as_str()).collect();
        let manifest = list::features(&text, &applications);
        plan.add(file, Some(text), manifest);
    }
    Ok(plan)
}

impl Plan {
    fn add(&mut self, file: PathBuf, written: Option<String>, text: String) {
        if written.as_deref() != Some(&text) {
            self.0.push((file, text));
        }
    }

    /// The files.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().map(|(file, _)| file.as_path())
    }

    /// Writes them. Each is whole or as it was before.
    pub fn write(&self) -> Result<()> {
        for (file, text) in &self.0 {
            let folder = file.parent().unwrap_or(file);
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
            let beside = file.with_extension("new");
            fs::write(&beside, text).with_context(|| format!("cannot write {}", beside.display()))?;
            fs::rename(&beside, file).with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(())
    }
}

fn read(file: &Path) -> Result<Option<String>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
    }
}

/// The text as `cargo fmt` leaves it.
fn formatted(text: &str) -> Result<String> {
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args([
        "--edition",
        "2024",
        "--config",
        "max_width=120,use_small_heuristics=Max",
        "--emit",
        "stdout",
        "--quiet",
    ]);
    let mut child = rustfmt.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("cannot start rustfmt")?;
    let mut input = child.stdin.take().context("rustfmt takes no input")?;
    input.write_all(text.as_bytes())?;
    drop(input);
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("rustfmt ended with {}", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}
