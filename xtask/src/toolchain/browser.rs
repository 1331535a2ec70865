//! Chromium and its driver, for tests only.

use super::apt;
use crate::place;
use anyhow::{Context, Result};
use std::{path::PathBuf, process::Command};

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

/// Chromium and the driver that belongs to it.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

impl Browser {
    /// Tells the driver of pages (tests/package/page.mjs) and users' own suites where it is.
    pub fn tell(&self, command: &mut Command) {
        command.env("PIGELLO_CHROMIUM", &self.chromium);
    }
}

/// Finds both, or installs Debian's. `PIGELLO_CHROMIUM` and `PIGELLO_CHROMEDRIVER` name others.
pub fn prepare() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    apt::install("the tests in a browser need Chromium and its driver", &["chromium", "chromium-driver"])?;
    find().context("Debian's chromium and chromium-driver are installed but not on the PATH")
}

fn find() -> Option<Browser> {
    let named = |variable, program| std::env::var_os(variable).map(PathBuf::from).or_else(|| place::which(program));
    Some(Browser {
        chromium: named("PIGELLO_CHROMIUM", "chromium")?,
        driver: named("PIGELLO_CHROMEDRIVER", "chromedriver")?,
    })
}
