//! Debian packages, where only these help.

use crate::{place, program};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Installs packages, or says which are to be installed by hand.
pub fn install(why: &str, packages: &[&str]) -> Result<()> {
    let by_hand = format!("{why}; install by hand: {}", packages.join(" "));
    if place::which("apt-get").is_none() {
        bail!("{by_hand} (this system has no apt-get)");
    }
    program::say(&format!("installing Debian's {} ({why})", packages.join(", ")));
    let install = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "-q", "--no-install-recommends"]);
        program::run(apt.args(packages))
    };
    // A fresh machine has no package lists, and one that was kept has old ones: look again before giving up.
    install()
        .or_else(|_| program::run(Command::new("apt-get").args(["update", "-q"])).and_then(|()| install()))
        .with_context(|| format!("{by_hand} (apt-get did not do it; it needs root)"))
}
