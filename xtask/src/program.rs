//! Running other programs, and saying so.

pub mod tail;

use anyhow::{Context, Result, bail};
use std::{ffi::OsStr, io::IsTerminal, path::Path, process::Command, process::Stdio};

/// One line about what is being done.
pub fn say(what: &str) {
    println!("[xtask] {what}");
}

/// A program that runs in the repository's root.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(crate::place::root());
    command
}

/// The cargo that runs xtask.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A script of ours, run by Node.
pub fn script(file: &str) -> Command {
    let mut command = program("node");
    command.arg(crate::place::root().join(file));
    command
}

/// A program that came with npm, run by Node so that it works on every system.
pub fn npm_program(file: &str) -> Command {
    script(&Path::new("node_modules").join(file).to_string_lossy())
}

/// Runs it with its output visible; anything but success is an error that shows the command, and in a log how it ended.
pub fn run(command: &mut Command) -> Result<()> {
    // Who sits at a terminal has it before their eyes, in colours and with progress.
    if std::io::stdout().is_terminal() {
        let status = command.status().with_context(|| format!("cannot start `{}`", shown(command)))?;
        return if status.success() { Ok(()) } else { bail!("`{}` ended with {status}", shown(command)) };
    }
    let (status, said) = tail::run(command).with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}\n{said}", shown(command));
    }
    Ok(())
}

/// Runs it and answers what it printed; what it says on standard error stays visible.
pub fn answer(command: &mut Command) -> Result<String> {
    let (status, printed, said) =
        tail::answer(command).with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}\n{}\n{said}", shown(command), tail::lines(&String::from_utf8_lossy(&printed)));
    }
    String::from_utf8(printed).with_context(|| format!("`{}` printed no text", shown(command)))
}

/// Does it run and succeed? Its output is not shown.
pub fn works(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The command as it is typed.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
