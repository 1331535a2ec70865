//! Chromium, Firefox and WebKit, for tests only.
//!
//! What each is started with stands here for Chromium's driver, and in `tests/package/pages` for the pages.

use super::apt;
use crate::place;
use anyhow::{Result, bail};
use std::{env, fs, path::PathBuf, process::Command};

/// What every Chromium in the tests is started with: no window, no sandbox (it forbids root), no talk to anyone.
pub const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// The browsers, each with what drives it.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
    firefox: PathBuf,
    webkit: PathBuf,
    webkit_driver: PathBuf,
    xvfb: PathBuf,
}

impl Browser {
    /// Tells the driver of pages (tests/package/page.mjs) and users' own suites where they are.
    pub fn tell(&self, command: &mut Command) {
        command.env(CHROMIUM.variable, &self.chromium).env(FIREFOX.variable, &self.firefox);
        command.env(WEBKIT.variable, &self.webkit).env(WEBKIT_DRIVER.variable, &self.webkit_driver);
        command.env(XVFB.variable, &self.xvfb);
    }
}

/// Finds all of them, or installs Debian's. Variables of their own name others.
pub fn prepare() -> Result<Browser> {
    let programs = [CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT, WEBKIT_DRIVER, XVFB];
    let mut missing: Vec<&str> =
        programs.iter().filter(|program| program.find().is_none()).map(|program| program.package).collect();
    missing.dedup();
    if !missing.is_empty() {
        apt::install("the tests in browsers need them", &missing)?;
    }
    Ok(Browser {
        chromium: CHROMIUM.get()?,
        driver: CHROMEDRIVER.get()?,
        firefox: FIREFOX.get()?,
        webkit: WEBKIT.get()?,
        webkit_driver: WEBKIT_DRIVER.get()?,
        xvfb: XVFB.get()?,
    })
}

const CHROMIUM: Program = Program { variable: "PIGELLO_CHROMIUM", names: &["chromium"], package: "chromium" };
const CHROMEDRIVER: Program =
    Program { variable: "PIGELLO_CHROMEDRIVER", names: &["chromedriver"], package: "chromium-driver" };
const FIREFOX: Program =
    Program { variable: "PIGELLO_FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" };
/// The browser that WebKit's driver starts: it is not on the PATH.
const WEBKIT: Program = Program { variable: "PIGELLO_WEBKIT", names: &["MiniBrowser"], package: "webkit2gtk-driver" };
const WEBKIT_DRIVER: Program =
    Program { variable: "PIGELLO_WEBKIT_DRIVER", names: &["WebKitWebDriver"], package: "webkit2gtk-driver" };
/// The display for WebKit, which cannot do without one.
const XVFB: Program = Program { variable: "PIGELLO_XVFB", names: &["Xvfb"], package: "xvfb" };

/// A program that the tests need.
struct Program {
    /// The environment variable that names another one.
    variable: &'static str,
    names: &'static [&'static str],
    /// Debian's package with it.
    package: &'static str,
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        let installed = || self.names.iter().find_map(|name| place::which(name).or_else(|| beside_webkit(name)));
        named.or_else(installed)
    }

    fn get(&self) -> Result<PathBuf> {
        let Some(program) = self.find() else {
            let Self { variable, package, .. } = self;
            bail!("Debian's {package} is installed, and its program not found; {variable} may name it");
        };
        Ok(program)
    }
}

/// A program in the folder of WebKit's library: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1.
fn beside_webkit(name: &str) -> Option<PathBuf> {
    let libraries = PathBuf::from(format!("/usr/lib/{}-linux-gnu", env::consts::ARCH));
    let mut folders = fs::read_dir(libraries).into_iter().flatten().flatten().map(|entry| entry.path());
    folders.find_map(|folder| {
        let program = folder.join(name);
        (folder.file_name()?.to_str()?.starts_with("webkit") && program.is_file()).then_some(program)
    })
}
