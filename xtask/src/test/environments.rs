//! The matrix: every project in `tests/package` and `examples`, the package installed into it, in the runtime or bundler
//! that it is for.
//!
//! Two at a time, since most of a cell's time is waiting. All share one sandbox server: a cell relies on no row but its own.

use super::{cell::Cell, deadline};
use crate::{place, program, server::Server, toolchain::browser::Browser};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// Where the projects are: those that test an environment, and those that are guides.
const SOURCES: [&str; 2] = ["tests/package", "examples"];

/// How many cells run at once.
const AT_ONCE: usize = 2;

/// Where the copies are, with what npm installed into them.
pub fn folder() -> PathBuf {
    place::work().join("environments")
}

/// Runs the cells of these names, or all of them, and prints the table. `installed` has the sandbox server's command.
pub fn run(tarball: &Path, installed: &Path, browser: Option<&Browser>, names: &[String]) -> Result<()> {
    let cells = cells(names)?;
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    deadline::end_with_ctrl_c()?;
    let server = Server::start(installed)?;
    let tell = |command: &mut Command| {
        server.tell(command);
        if let Some(browser) = browser {
            browser.tell(command);
        }
    };
    let queue = Mutex::new(cells.iter());
    let outcomes = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    // Taken in a statement of its own, so that the queue is free again while the cell runs.
                    let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some(cell) = next else { break };
                    let outcome = Outcome::of(cell, tarball, tell);
                    outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(outcome);
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().unwrap_or_else(PoisonError::into_inner);
    outcomes.sort_by(|one, other| one.name.cmp(&other.name));
    conclude(&outcomes)
}

/// The projects that there are; a name that is none of theirs is an error.
fn cells(names: &[String]) -> Result<Vec<Cell>> {
    let mut folders = Vec::new();
    for source in SOURCES.map(|source| place::root().join(source)) {
        for entry in fs::read_dir(&source).with_context(|| format!("cannot read {}", source.display()))? {
            let path = entry?.path();
            if path.join("package.json").is_file() {
                folders.push(path);
            }
        }
    }
    folders.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
    if let Some([one, _]) = folders.array_windows().find(|[one, other]| one.file_name() == other.file_name()) {
        bail!("two environments have the name of {}", one.display());
    }
    let all = folders.iter().map(|path| Cell::read(path)).collect::<Result<Vec<_>>>()?;
    if let Some(unknown) = names.iter().find(|name| !all.iter().any(|cell| cell.name == **name)) {
        let known: Vec<&str> = all.iter().map(|cell| cell.name.as_str()).collect();
        bail!("there is no environment `{unknown}`; there are: {}", known.join(", "));
    }
    Ok(all.into_iter().filter(|cell| names.is_empty() || names.contains(&cell.name)).collect())
}

/// How a cell came out.
struct Outcome {
    name: String,
    elapsed: Duration,
    error: Option<anyhow::Error>,
    /// Of one that failed, the end of what it printed.
    said: String,
}

impl Outcome {
    /// Runs the cell; where it fails, all that it printed is shown.
    fn of(cell: &Cell, tarball: &Path, tell: impl Fn(&mut Command)) -> Self {
        let start = Instant::now();
        let error = cell.run(tarball, tell).err();
        let mut outcome = Self { name: cell.name.clone(), elapsed: start.elapsed(), error, said: String::new() };
        program::say(&outcome.line());
        if let Some(error) = &outcome.error {
            let printed = fs::read_to_string(cell.log()).unwrap_or_default();
            println!("{printed}--- {}: {error:#}", cell.name);
            outcome.said = format!("{}: {error:#}\n{}", cell.name, program::tail::lines(&printed));
        }
        outcome
    }

    fn line(&self) -> String {
        let verdict = if self.error.is_some() { "FAILED" } else { "ok" };
        format!("{verdict:<8}{:>7.1} s  {}", self.elapsed.as_secs_f64(), self.name)
    }
}

/// Prints the table. One cell that is not ok, or none at all, is an error.
fn conclude(outcomes: &[Outcome]) -> Result<()> {
    println!("\n{}", outcomes.iter().map(Outcome::line).collect::<Vec<_>>().join("\n"));
    let failed: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.error.is_some()).collect();
    if outcomes.is_empty() {
        bail!("there are no environments in {}", SOURCES.join(", "));
    }
    if !failed.is_empty() {
        let names: Vec<&str> = failed.iter().map(|outcome| outcome.name.as_str()).collect();
        let said: String = failed.iter().map(|outcome| format!("\n\n{}", outcome.said)).collect();
        bail!("of {} environments {} failed: {}{said}", outcomes.len(), failed.len(), names.join(", "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Outcome, cells, conclude};
    use std::time::Duration;

    fn outcome(name: &str, error: Option<&'static str>) -> Outcome {
        let error = error.map(anyhow::Error::msg);
        Outcome { name: name.to_owned(), elapsed: Duration::from_secs(1), error, said: "its last words".into() }
    }

    #[test]
    fn one_failed_cell_fails_the_matrix_and_so_does_none_at_all() {
        assert!(conclude(&[outcome("deno", None), outcome("bun", None)]).is_ok());
        let error = conclude(&[outcome("deno", None), outcome("bun", Some("no"))]).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("of 2 environments 1 failed: bun\n\nits last words"));
        assert!(conclude(&[]).is_err());
    }

    #[test]
    fn cells_are_chosen_by_name_and_a_wrong_name_is_refused() -> anyhow::Result<()> {
        let chosen = cells(&["node-esm".to_owned(), "bare".to_owned()])?;
        assert_eq!(chosen.iter().map(|cell| cell.name.as_str()).collect::<Vec<_>>(), ["bare", "node-esm"]);
        assert!(cells(&["node-esn".to_owned()]).is_err());
        assert!(cells(&[])?.len() > 2);
        Ok(())
    }
}
