//! The parts of README.md that are measured, and put there between two comments. The package's README has the same figures,
//! without what they are held to.

use crate::place;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// A part of README.md, with the lines before and after it.
pub struct Part {
    /// The line before.
    pub begin: &'static str,
    /// The line after.
    pub end: &'static str,
}

impl Part {
    /// Puts this text between the lines, in both.
    pub fn write(&self, text: &str) -> Result<()> {
        for (file, text) in [(file(), text), (of_the_package(), &figures(text))] {
            place::write(&file, self.replaced(&place::read(&file)?, text)?)?;
        }
        Ok(())
    }

    /// Puts this text between the lines of the repository's README.md, where the package's has no such part.
    pub fn write_in_ours(&self, text: &str) -> Result<()> {
        place::write(&file(), self.replaced(&place::read(&file())?, text)?)
    }

    /// What stands between the lines. It is an error if the package's README has other figures.
    pub fn read(&self) -> Result<String> {
        let [ours, packages] = [file(), of_the_package()].map(|file| self.between(&file));
        let (ours, packages) = (ours?, packages?);
        if packages != figures(&ours) {
            bail!("{} has other figures than README.md after {}", of_the_package().display(), self.begin.trim());
        }
        Ok(ours)
    }

    fn between(&self, file: &Path) -> Result<String> {
        let text = place::read(file)?;
        let (_, between, _) = self.split(&text).with_context(|| file.display().to_string())?;
        Ok(between.to_owned())
    }

    fn replaced(&self, text: &str, new: &str) -> Result<String> {
        let (before, _, after) = self.split(text)?;
        Ok(format!("{before}{new}{after}"))
    }

    /// The text up to the part, the part, and the text after it.
    fn split<'a>(&self, text: &'a str) -> Result<(&'a str, &'a str, &'a str)> {
        let missing = |line: &str| format!("there is no line {line}");
        let begin = text.find(self.begin).with_context(|| missing(self.begin))? + self.begin.len();
        let (before, rest) = text.split_at(begin);
        let (part, after) = rest.split_at(rest.find(self.end).with_context(|| missing(self.end))?);
        Ok((before, part, after))
    }
}

fn file() -> PathBuf {
    place::root().join("README.md")
}

fn of_the_package() -> PathBuf {
    place::root().join("pkg-template/README.md")
}

/// The tables without their columns of limits and goals, which are the repository's affair.
fn figures(text: &str) -> String {
    let mut column = None;
    let mut lines = String::new();
    for line in text.split_inclusive('\n') {
        let cells: Vec<&str> = line.split('|').collect();
        if cells.len() < 3 {
            column = None;
            lines.push_str(line);
            continue;
        }
        column = column.or_else(|| cells.iter().position(|cell| ["limit", "goal", "goals"].contains(&cell.trim())));
        let kept = cells.iter().enumerate().filter(|(at, _)| Some(*at) != column).map(|(_, cell)| *cell);
        lines.push_str(&kept.collect::<Vec<_>>().join("|"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Part, figures};

    const PART: Part = Part { begin: "<!-- begin -->\n", end: "<!-- end -->\n" };

    #[test]
    fn what_stands_between_the_lines_is_replaced_and_nothing_else() -> anyhow::Result<()> {
        let new = PART.replaced("# Title\n<!-- begin -->\nold\n<!-- end -->\n\nmore\n", "new\n")?;
        assert_eq!(new, "# Title\n<!-- begin -->\nnew\n<!-- end -->\n\nmore\n");
        assert_eq!(PART.replaced(&new, "new\n")?, new);
        Ok(())
    }

    #[test]
    fn a_missing_line_is_an_error_and_so_is_an_end_before_the_begin() {
        for text in ["a\n<!-- end -->\n", "a\n<!-- begin -->\n", "<!-- end -->\n<!-- begin -->\n"] {
            assert!(PART.replaced(text, "new\n").is_err(), "{text}");
        }
    }

    #[test]
    fn the_packages_figures_have_no_column_of_limits_or_goals() {
        let text = "\n| KiB | brotli | limit | gzip |\n|---|--:|--:|--:|\n| a | 1.0 | ≤ 2.0 | 3.0 |\n\n| b | goals |\n|---|---|\n| c | d |\n";
        let kept = "\n| KiB | brotli | gzip |\n|---|--:|--:|\n| a | 1.0 | 3.0 |\n\n| b |\n|---|\n| c |\n";
        assert_eq!(figures(text), kept);
    }
}
