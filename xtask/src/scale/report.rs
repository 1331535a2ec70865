//! bench/scale.md: what was measured, beside the bounds.

use super::Measured;
use crate::place;
use anyhow::{Result, bail};
use std::fmt::Write as _;

/// What each further resource may cost at most.
const EACH: [(&str, &str, f64); 5] = [
    ("wasmRaw", "bytes of `client.wasm`", 922.0),
    ("wasmBrotli", "bytes of it, brotli", 256.0),
    ("scriptRaw", "bytes of JavaScript in the package, the wasm apart", 100.0),
    ("pageRaw", "bytes of JavaScript in a page with `Pigello` and one schema, the wasm apart", 100.0),
    ("wholePageRaw", "bytes of JavaScript in a page with every schema, the wasm apart", 100.0),
];
/// How many times as long something may take with the most resources as with the fewest.
const TIMES: [(&str, &str, f64); 2] = [("firstCallMs", "the first call", 1.5), ("tscSeconds", "`tsc`", 2.0)];
/// How many times as long a further resource may take to build among many as among few: 1 is linear.
const BUILD: f64 = 1.5;

/// Writes the table and answers which bounds are passed.
pub fn write(all: &[Measured]) -> Result<Vec<String>> {
    let (text, passed) = report(all)?;
    println!("{text}");
    place::write(&place::root().join("bench/scale.md"), text)?;
    Ok(passed)
}

fn report(all: &[Measured]) -> Result<(String, Vec<String>)> {
    let [small, middle, large] = all else { bail!("three sizes are measured") };
    let mut text = String::from(
        "# With more resources\n\nWritten by `cargo xtask bench --scale`: made-up resources, as wide as the known ones \
         and over twelve more applications, imported and built; the tests that go through every resource pass with all of \
         them. Labels are not in it: they are written by hand, once for each name of a field.\n\n",
    );
    let mut passed = Vec::new();
    let mut hold = |what: String, found: f64, most: f64| {
        if found > most {
            passed.push(format!("{what}: {found:.2}, and at most {most} are allowed"));
        }
    };
    writeln!(text, "| each further resource costs | | at most |\n|---|--:|--:|")?;
    for (name, what, most) in EACH {
        let each = (large.figure(name)? - small.figure(name)?) / further(small, large);
        writeln!(text, "| {what} | {each:.0} | {most:.0} |")?;
        hold(what.into(), each, most);
    }
    writeln!(text, "\n| with so many resources |{} at most |", row(all, |measured| Ok(measured.count.to_string()))?)?;
    writeln!(text, "|---|--:|--:|--:|--:|")?;
    for (name, what, places, unit) in [
        ("wasmRaw", "`client.wasm`, KiB", 1, 1024.0),
        ("wasmBrotli", "`client.wasm`, KiB brotli", 1, 1024.0),
        ("scriptRaw", "JavaScript in the package, KiB", 1, 1024.0),
        ("typesRaw", "`index.d.ts`, KiB", 0, 1024.0),
    ] {
        let cells = row(all, |measured| Ok(format!("{:.places$}", measured.figure(name)? / unit)))?;
        writeln!(text, "| {what} |{cells} |")?;
    }
    for (name, what, most) in TIMES {
        let times = large.figure(name)? / small.figure(name)?;
        let unit = if name.ends_with("Ms") { "ms" } else { "s" };
        let cells = row(all, |measured| Ok(format!("{:.2}", measured.figure(name)?)))?;
        writeln!(text, "| {what}, {unit} ({times:.2} times as long) |{cells} {most} times |")?;
        hold(format!("{what}, times as long"), times, most);
    }
    let each = |few: &Measured, many: &Measured| (many.build_seconds - few.build_seconds) / further(few, many);
    let (first, then) = (each(small, middle), each(middle, large));
    let cells = row(all, |measured| Ok(format!("{:.0}", measured.build_seconds)))?;
    writeln!(
        text,
        "| a build, s of processor time (each further resource {first:.2}, then {then:.2}) |{cells} {BUILD} times as much each |"
    )?;
    hold("what a further resource adds to the build, among many to among few".into(), then / first.max(0.01), BUILD);
    Ok((text, passed))
}

fn further(few: &Measured, many: &Measured) -> f64 {
    many.count as f64 - few.count as f64
}

/// The cells of a row.
fn row(all: &[Measured], cell: impl Fn(&Measured) -> Result<String>) -> Result<String> {
    all.iter().map(|measured| Ok(format!(" {} |", cell(measured)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Measured, report};
    use serde_json::json;

    fn measured(count: usize, build_seconds: f64, wasm: f64, first_call: f64) -> Measured {
        let figures = json!({
            "wasmRaw": wasm, "wasmBrotli": wasm / 4.0, "scriptRaw": 9, "typesRaw": 9, "pageRaw": 9, "wholePageRaw": 9,
            "firstCallMs": first_call, "tscSeconds": 1,
        });
        Measured { count, build_seconds, figures }
    }

    #[test]
    fn what_is_within_its_bounds_passes() -> anyhow::Result<()> {
        let all = [
            measured(13, 60.0, 100_000.0, 10.0),
            measured(50, 80.0, 130_000.0, 11.0),
            measured(150, 130.0, 220_000.0, 14.0),
        ];
        let (text, passed) = report(&all)?;
        assert_eq!(passed, [""; 0]);
        assert!(text.contains("| bytes of `client.wasm` | 876 | 922 |"), "{text}");
        assert!(text.contains("| with so many resources | 13 | 50 | 150 | at most |"), "{text}");
        assert!(text.contains("each further resource 0.54, then 0.50) | 60 | 80 | 130 |"), "{text}");
        Ok(())
    }

    #[test]
    fn every_bound_that_is_passed_is_told() -> anyhow::Result<()> {
        let all = [
            measured(13, 60.0, 100_000.0, 10.0),
            measured(50, 80.0, 130_000.0, 11.0),
            measured(150, 300.0, 230_000.0, 16.0),
        ];
        let (_, passed) = report(&all)?;
        let told = |beginning: &str| passed.iter().any(|line| line.starts_with(beginning));
        assert_eq!(passed.len(), 3, "{passed:?}");
        assert!(
            told("bytes of `client.wasm`: ") && told("the first call") && told("what a further resource"),
            "{passed:?}"
        );
        assert!(report(&all[..2]).is_err());
        Ok(())
    }
}
