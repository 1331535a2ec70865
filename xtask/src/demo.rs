//! `cargo xtask demo`: the package, installed as a user would, at work against the sandbox server, and the page.

use crate::{build, install, page, place, program, server::Server, toolchain::Toolchain};
use anyhow::Result;
use std::path::Path;

/// Builds, packs, installs, runs `examples/demo.mjs`; then serves the page and stays, unless `once`.
pub fn run(once: bool) -> Result<()> {
    build::package(&Toolchain::prepare()?)?;
    program::say("packing the package and installing it into a scratch folder");
    let tarball = install::pack()?;
    let installed = install::install(&tarball, "demo")?;
    let server = script(&installed)?;
    if once {
        return Ok(());
    }
    let page = page::serve(&page::build(&tarball)?)?;
    println!("\nThe page, with a sandbox of its own in the browser:\n\n  {}", page.address);
    println!("\nThe sandbox server stays, too, with what the script left in it. Try:\n\n  {}", curl(&server));
    println!("\nCtrl-C ends them.");
    server.stay()
}

/// Runs the script beside the installed package, and answers the server that it spoke with.
pub fn script(installed: &Path) -> Result<Server> {
    for file in ["demo.mjs", "contact-persons.json"] {
        place::copy(&place::root().join("examples").join(file), &installed.join(file))?;
    }
    let server = Server::start(installed)?;
    program::say(&format!("the sandbox server listens on {}; running examples/demo.mjs", server.address));
    let mut node = program::program("node");
    node.current_dir(installed).arg("demo.mjs");
    server.tell(&mut node);
    program::run(&mut node)?;
    Ok(server)
}

/// A request to try by hand.
fn curl(server: &Server) -> String {
    let path = "organization/externalclientcontactperson/list/?name__icontains=anna&_page=1&_page_size=3";
    let headers = server.environment.iter().filter(|(name, _)| name != "PIGELLO_BASE_URL");
    let headers = headers.map(|(name, value)| format!(" \\\n    -H '{}: {value}'", header(name)));
    format!("curl -g '{}/{path}'{}", server.address, headers.collect::<String>())
}

/// `PIGELLO_CLIENT_CT` -> `X-PIGELLO-CLIENT-CT`.
fn header(variable: &str) -> String {
    format!("X-{}", variable.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn a_credentials_variable_names_its_header() {
        assert_eq!(header("PIGELLO_SERVICE_VERSION_ID"), "X-PIGELLO-SERVICE-VERSION-ID");
    }
}
