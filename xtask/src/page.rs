//! The page, `www/`: built from a copy that has the packed package installed, as a user's project would be; served; looked
//! at in Chromium.

use crate::{
    place, program,
    server::Server,
    test::{cell::Cell, environments},
    toolchain::browser::Browser,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Stdio},
    thread,
};

/// Builds the page with this package, and answers the folder of its copy.
pub fn build(tarball: &Path) -> Result<PathBuf> {
    program::say("building the page (www/)");
    let folder = environments::folder();
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let page = Cell::read(&place::root().join("www"))?;
    let folder = match page.prepare(tarball) {
        Ok(folder) => folder,
        Err(error) => bail!("{error:#}\n{}", fs::read_to_string(page.log()).unwrap_or_default()),
    };
    // What reads files is the command line's as well: it stands there.
    place::copy_folder(&place::root().join("pkg-template/files"), &folder.join("files"))?;
    let mut npm = program::program("npm");
    program::run(npm.current_dir(folder).args(["run", "build", "--silent", "--", "--logLevel", "warn"]))?;
    Ok(folder.to_owned())
}

/// The page's server; it ends when this is dropped.
pub struct Served {
    child: Child,
    /// Where the page is.
    pub address: String,
}

/// Serves a page that was built, on a free port.
pub fn serve(folder: &Path) -> Result<Served> {
    let mut node = program::program("node");
    node.current_dir(folder).arg("serve.mjs").stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = node.spawn().context("cannot start the page's server")?;
    let output = child.stdout.take().context("the page's server has no output")?;
    let mut served = Served { child, address: String::new() };
    let mut lines = BufReader::new(output).lines();
    let Some(address) = lines.next() else {
        bail!("the page's server ended before it named its address");
    };
    served.address = address?;
    // Read on, lest the server blocks on a full pipe.
    thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    Ok(served)
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself, for Ctrl-C reaches it too: both are as wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `tests/www` against the page. Its screenshots are kept in target/xtask/page.
pub fn check(tarball: &Path, installed: &Path, browser: &Browser) -> Result<()> {
    let folder = build(tarball)?;
    let served = serve(&folder)?;
    let server = Server::start(installed)?;
    let shots = place::work().join("page");
    place::empty(&shots)?;
    // What is timed has the machine for itself, and comes before browsers that are still ending.
    let (timed, others): (Vec<_>, Vec<_>) = tests()?.into_iter().partition(|file| file.ends_with("speed.test.mjs"));
    for files in [timed, others] {
        let mut node = program::program("node");
        node.args(["--test", "--test-reporter=spec", "--test-concurrency=2"]).args(files);
        node.env("PIGELLO_PAGE", &served.address).env("PIGELLO_PAGE_FOLDER", &folder).env("PIGELLO_PAGE_SHOTS", &shots);
        server.tell(&mut node);
        browser.tell(&mut node);
        program::run(&mut node)?;
    }
    Ok(())
}

fn tests() -> Result<Vec<PathBuf>> {
    let source = place::root().join("tests/www");
    let entries = fs::read_dir(&source).with_context(|| format!("cannot read {}", source.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        bail!("there are no tests in tests/www");
    }
    Ok(files)
}
