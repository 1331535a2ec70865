//! The package's `.d.ts`: what the JS layer declares by hand, and what Rust declares, joined.

use super::Part;
use crate::place;
use anyhow::{Context, Result, bail};

/// Writes the types of every entry, and their twins for `require`.
pub fn write() -> Result<()> {
    let by_hand = |file: &str| place::read(&place::root().join("pkg-template/src").join(file));
    let client = join(&by_hand("public.d.ts")?, &rust_declarations(Part::Client)?);
    let sandbox = join(&by_hand("sandbox-public.d.ts")?, &rust_declarations(Part::Sandbox)?);
    for (file, text) in [
        ("index", client),
        ("slim/index", by_hand("slim-public.d.ts")?),
        (
            "nowasm/index",
            "/** The same exports as `pigello-client`, without WebAssembly. */\nexport * from \"./public\";\n"
                .to_owned(),
        ),
        ("sandbox/index", sandbox),
        ("proxy/index", by_hand("proxy-public.d.ts")?),
    ] {
        for (extension, client) in [("d.ts", "../index.js"), ("d.cts", "../index.cjs")] {
            let text = text.replace("\"./public\"", &format!("\"{client}\""));
            place::write(&place::package().join(format!("{file}.{extension}")), text)?;
        }
    }
    Ok(())
}

/// The resources that the client's types declare a schema for, in their order.
pub fn resources() -> Result<Vec<String>> {
    let declarations = rust_declarations(Part::Client)?;
    let names = declarations.lines().filter_map(|line| {
        line.strip_prefix("export declare const ")?.split_once(": Schema<").map(|(name, _)| name.to_owned())
    });
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        bail!("the client's types declare no resource (`export declare const Name: Schema<…>`)");
    }
    Ok(names)
}

/// Whether the types tell of a field that is only written: what is only for these is left out of the JavaScript else.
pub fn has_write_only() -> Result<bool> {
    Ok(rust_declarations(Part::Client)?.contains(". Write-only: "))
}

fn rust_declarations(part: Part) -> Result<String> {
    let file = part.folder().join(format!("{}.d.ts", part.name()));
    public(&place::read(&file)?).with_context(|| format!("{} is not as expected", file.display()))
}

/// What wasm-bindgen's `.d.ts` takes from typescript_custom_section, without the raw functions that follow it.
fn public(text: &str) -> Result<String> {
    let is_raw = |line: &&str| {
        ["export function ", "export class ", "export type InitInput "].iter().any(|raw| line.starts_with(raw))
    };
    let mut kept: Vec<&str> = text.lines().take_while(|line| !is_raw(line)).collect();
    let raw = text.lines().skip(kept.len());
    let strays = raw.filter(|line| line.starts_with("export interface ") || line.starts_with("export declare "));
    if let Some(stray) = strays.filter(|line| !line.starts_with("export interface InitOutput ")).last() {
        bail!("`{stray}` stands among the raw functions");
    }
    // The first raw function's comment was kept with what stands before it.
    if kept.last().is_some_and(|line| *line == " */") {
        kept.truncate(kept.iter().rposition(|line| *line == "/**").unwrap_or(kept.len()));
    }
    let lines = kept.iter().filter(|line| !matches!(**line, "/* tslint:disable */" | "/* eslint-disable */"));
    Ok(tidy(lines.copied()))
}

fn join(by_hand: &str, rust: &str) -> String {
    tidy(by_hand.lines().chain(["", ""]).chain(rust.lines()))
}

/// No blanks at line ends, never two empty lines, one line end at the end.
fn tidy<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines.map(str::trim_end) {
        if line.is_empty() && (text.is_empty() || text.ends_with("\n\n")) {
            continue;
        }
        text.push_str(line);
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::public;

    const WRITTEN: &str = "/* tslint:disable */\n/* eslint-disable */\n\n/** A. */\nexport interface A { id: string }\n\n\n\
        export declare const A: Schema<A>;\n\n\n/**\n * Raw.\n */\nexport function raw(x: any): any;\n\n\
        export type InitInput = RequestInfo;\n\nexport interface InitOutput {\n}\n";

    #[test]
    fn raw_functions_and_their_comments_stay_out_of_the_types() -> anyhow::Result<()> {
        let expected = "/** A. */\nexport interface A { id: string }\n\nexport declare const A: Schema<A>;\n";
        assert_eq!(public(WRITTEN)?, expected);
        Ok(())
    }

    #[test]
    fn a_declaration_among_the_raw_functions_is_an_error_and_not_lost() {
        assert!(
            public(&WRITTEN.replace("export type InitInput", "export interface Lost {}\nexport type InitInput"))
                .is_err()
        );
    }
}
