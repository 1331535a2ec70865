//! The end of what a program says: shown as it comes, and kept for the error of one that fails, since a log may be cut to
//! its last lines.

use std::{
    io::{self, Read, Write},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// So many bytes are kept,
const BYTES: usize = 16 * 1024;
/// and so many lines told.
const LINES: usize = 40;
/// A program that has ended may have left others that hold its output: they are not waited for.
const AFTER_ITS_END: Duration = Duration::from_secs(2);

/// Runs it with its output visible; answers how it ended, and the end of what it said.
pub fn run(command: &mut Command) -> io::Result<(ExitStatus, String)> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let said = Said::default();
    let readers = [reader(child.stdout.take(), io::stdout(), &said), reader(child.stderr.take(), io::stderr(), &said)];
    Ok((end(&mut child, &readers)?, said.told()))
}

/// Runs it with its errors visible; answers how it ended, what it printed, and the end of its errors.
pub fn answer(command: &mut Command) -> io::Result<(ExitStatus, Vec<u8>, String)> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let said = Said::default();
    let readers = [reader(child.stderr.take(), io::stderr(), &said)];
    let mut printed = Vec::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_end(&mut printed)?;
    }
    Ok((end(&mut child, &readers)?, printed, said.told()))
}

/// The last lines of a text.
pub fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(LINES);
    lines.get(from..).unwrap_or_default().join("\n")
}

#[derive(Clone, Default)]
struct Said(Arc<Mutex<Vec<u8>>>);

impl Said {
    fn hear(&self, part: &[u8]) {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        said.extend_from_slice(part);
        let beyond = said.len().saturating_sub(BYTES);
        said.drain(..beyond);
    }

    fn told(&self) -> String {
        let said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines(&String::from_utf8_lossy(&said))
    }
}

fn reader(
    from: Option<impl Read + Send + 'static>,
    mut to: impl Write + Send + 'static,
    said: &Said,
) -> JoinHandle<()> {
    let said = said.clone();
    thread::spawn(move || {
        let Some(mut from) = from else { return };
        let mut part = [0; 4096];
        while let Ok(length @ 1..) = from.read(&mut part) {
            let part = part.get(..length).unwrap_or_default();
            said.hear(part);
            // Where nobody looks any more there is nobody to tell.
            let _ = to.write_all(part).and_then(|()| to.flush());
        }
    })
}

fn end(child: &mut Child, readers: &[JoinHandle<()>]) -> io::Result<ExitStatus> {
    let status = child.wait()?;
    let start = Instant::now();
    while start.elapsed() < AFTER_ITS_END && !readers.iter().all(JoinHandle::is_finished) {
        thread::sleep(Duration::from_millis(5));
    }
    Ok(status)
}

#[cfg(test)]
mod tests {
    use super::{LINES, answer, lines, run};
    use std::{process::Command, time::Duration, time::Instant};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn the_end_of_what_a_program_says_is_kept_from_both_its_outputs() -> anyhow::Result<()> {
        let (status, said) = run(&mut shell("seq 60; sleep 0.2; echo no >&2; exit 3"))?;
        assert_eq!(status.code(), Some(3));
        assert!(said.ends_with("\n59\n60\nno"), "{said}");
        assert_eq!(said.lines().count(), LINES);
        Ok(())
    }

    #[test]
    fn an_answer_is_whole_and_the_errors_beside_it_are_kept() -> anyhow::Result<()> {
        let (status, printed, said) = answer(&mut shell("seq 100000; echo no >&2; exit 1"))?;
        assert!(!status.success());
        assert_eq!((String::from_utf8(printed)?.lines().count(), said.as_str()), (100_000, "no"));
        Ok(())
    }

    #[test]
    fn what_a_program_left_running_is_not_waited_for() -> anyhow::Result<()> {
        let start = Instant::now();
        let (_, said) = run(&mut shell("sleep 30 & echo $!"))?;
        assert!(start.elapsed() < Duration::from_secs(20));
        shell(&format!("kill {said}")).status()?;
        Ok(())
    }

    #[test]
    fn a_short_text_is_told_whole() {
        assert_eq!(lines("a\nb\n"), "a\nb");
    }
}
