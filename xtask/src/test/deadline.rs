//! A program with a deadline, and nothing of it left behind: what it started ends with it.

use crate::program;
use anyhow::{Context, Result, bail};
use nix::{sys::signal::Signal, sys::signal::killpg, unistd::Pid};
use std::{
    collections::BTreeSet,
    fs::File,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// Runs it in a process group of its own, what it prints at the end of `log`. Anything but success in time is an error.
pub fn run(command: &mut Command, log: &Path, limit: Duration) -> Result<()> {
    let output = File::options().create(true).append(true).open(log);
    let output = output.with_context(|| format!("cannot write {}", log.display()))?;
    let shown = program::shown(command);
    let child = command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output).process_group(0).spawn();
    let mut child = child.with_context(|| format!("cannot start `{shown}`"))?;
    let group = i32::try_from(child.id()).context("no process has such an id")?;
    running().insert(group);
    let ended = wait(&mut child, limit);
    // A server or a browser that it forgot goes, too.
    end(group);
    running().remove(&group);
    match ended? {
        Some(status) if status.success() => Ok(()),
        Some(status) => bail!("`{shown}` ended with {status}"),
        None => {
            child.wait()?;
            bail!("`{shown}` had not ended after {} s", limit.as_secs())
        }
    }
}

/// Lets Ctrl-C end what is running: it reaches our own group only.
pub fn end_with_ctrl_c() -> Result<()> {
    let end_all = || {
        // Browsers are in groups of their own: who drives them is asked first to end them.
        for &group in running().iter() {
            let _ = killpg(Pid::from_raw(group), Signal::SIGTERM);
        }
        thread::sleep(Duration::from_secs(2));
        running().iter().copied().for_each(end);
        std::process::exit(130);
    };
    ctrlc::set_handler(end_all).context("cannot listen for Ctrl-C")
}

/// The groups that are running.
fn running() -> MutexGuard<'static, BTreeSet<i32>> {
    static RUNNING: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn end(group: i32) {
    // Mostly all of it has ended, and there is no such group: that is as wanted.
    let _ = killpg(Pid::from_raw(group), Signal::SIGKILL);
}

/// Its status, or nothing at the deadline.
fn wait(child: &mut Child, limit: Duration) -> Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() >= limit {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(test)]
mod tests {
    use super::run;
    use anyhow::Result;
    use std::{env, fs, process::Command, time::Duration, time::Instant};

    /// How it ended, and what it printed.
    fn shell(name: &str, script: &str, limit: Duration) -> Result<(Option<String>, String)> {
        let log = env::temp_dir().join(format!("pigello-{name}-{}", std::process::id()));
        let error = run(Command::new("sh").args(["-c", script]), &log, limit).err();
        let printed = fs::read_to_string(&log)?;
        fs::remove_file(&log)?;
        Ok((error.map(|error| error.to_string()), printed))
    }

    #[test]
    fn what_is_printed_is_kept_and_the_status_counts() -> Result<()> {
        let (error, printed) = shell("printed", "echo out; echo err >&2", Duration::from_secs(10))?;
        assert_eq!((error, printed.as_str()), (None, "out\nerr\n"));
        let (error, _) = shell("status", "exit 3", Duration::from_secs(10))?;
        assert_eq!(error.as_deref(), Some("`sh -c exit 3` ended with exit status: 3"));
        Ok(())
    }

    #[test]
    fn at_the_deadline_all_that_it_started_ends() -> Result<()> {
        let start = Instant::now();
        let (error, printed) = shell("sleeper", "sleep 60 & echo $!; wait", Duration::from_millis(1500))?;
        assert!(start.elapsed() < Duration::from_secs(20));
        assert!(error.is_some_and(|error| error.ends_with("had not ended after 1 s")));
        // It is gone, or only its entry is left, which is the affair of who inherited it.
        let gone = || {
            let status = fs::read_to_string(format!("/proc/{}/status", printed.trim())).unwrap_or_default();
            status.is_empty() || status.contains("State:\tZ")
        };
        while !gone() && start.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(gone());
        Ok(())
    }
}
