//! The sandbox's HTTP server, as a user starts it, for as long as it is held.

use crate::program;
use anyhow::{Context, Result, bail};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

/// A running server; it ends when this is dropped.
pub struct Server {
    child: Arc<Mutex<Child>>,
    /// Where it listens.
    pub address: String,
    /// What `Pigello.fromEnv` needs to speak with it.
    pub environment: Vec<(String, String)>,
}

impl Server {
    /// Starts the installed package's own command on a free port.
    pub fn start(installed: &Path) -> Result<Self> {
        let mut node = program::program("node");
        node.current_dir(installed).args(["node_modules/pigello-client/cli.js", "sandbox", "--port", "0"]);
        let mut child =
            node.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot start the sandbox server")?;
        let output = child.stdout.take().context("the sandbox server has no output")?;
        let child = Arc::new(Mutex::new(child));
        let mut server = Self { child, address: String::new(), environment: Vec::new() };
        let mut lines = BufReader::new(output).lines();
        let mut said = String::new();
        for line in lines.by_ref() {
            let line = line?;
            said.push_str(&line);
            said.push('\n');
            if let Some((name, value)) = variable(&line) {
                server.environment.push((name.to_owned(), value.to_owned()));
            }
            if server.environment.len() == VARIABLES {
                break;
            }
        }
        let address = server.environment.iter().find(|(name, _)| name == "PIGELLO_BASE_URL");
        let Some((_, address)) = address else {
            bail!("the sandbox server ended before it named its address:\n{said}");
        };
        server.address.clone_from(address);
        // Read on, lest the server blocks on a full pipe.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Ok(server)
    }

    /// Adds what `Pigello.fromEnv` needs.
    pub fn tell(&self, command: &mut Command) {
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
    }

    /// Waits until the server ends or Ctrl-C is pressed.
    pub fn stay(&self) -> Result<()> {
        let child = Arc::clone(&self.child);
        ctrlc::set_handler(move || end(&child)).context("cannot listen for Ctrl-C")?;
        loop {
            if lock(&self.child).try_wait()?.is_some() {
                return Ok(());
            }
            thread::sleep(std::time::Duration::from_millis(100));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&self.child);
    }
}

/// The base URL and the seven credentials.
const VARIABLES: usize = 8;

/// Reads `PIGELLO_NAME=value` out of a line, `export` before it or not.
fn variable(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.trim().trim_start_matches("export ").split_once('=')?;
    let sound = name.starts_with("PIGELLO_") && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    sound.then_some((name, value.trim_matches(['"', '\''])))
}

fn end(child: &Mutex<Child>) {
    let mut child = lock(child);
    // It may have ended by itself, for Ctrl-C reaches it too: both are as wanted.
    let _ = child.kill();
    let _ = child.wait();
}

fn lock(child: &Mutex<Child>) -> std::sync::MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::variable;

    #[test]
    fn variables_are_read_as_a_shell_would() {
        assert_eq!(variable("  PIGELLO_BASE_URL=http://127.0.0.1:1"), Some(("PIGELLO_BASE_URL", "http://127.0.0.1:1")));
        assert_eq!(variable("export PIGELLO_CLIENT_CT='a'"), Some(("PIGELLO_CLIENT_CT", "a")));
        assert_eq!(variable("listening on http://127.0.0.1:1/?a=b"), None);
    }
}
