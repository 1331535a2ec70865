//! The parts of README.md that are measured, and put there between two comments.

use crate::place;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// A part of README.md, with the lines before and after it.
pub struct Part {
    /// The line before.
    pub begin: &'static str,
    /// The line after.
    pub end: &'static str,
}

impl Part {
    /// Puts this text between the lines.
    pub fn write(&self, text: &str) -> Result<()> {
        place::write(&file(), self.replaced(&place::read(&file())?, text)?)
    }

    /// What stands between the lines.
    pub fn read(&self) -> Result<String> {
        let text = place::read(&file())?;
        let (_, between, _) = self.split(&text)?;
        Ok(between.to_owned())
    }

    fn replaced(&self, text: &str, new: &str) -> Result<String> {
        let (before, _, after) = self.split(text)?;
        Ok(format!("{before}{new}{after}"))
    }

    /// The text up to the part, the part, and the text after it.
    fn split<'a>(&self, text: &'a str) -> Result<(&'a str, &'a str, &'a str)> {
        let missing = |line: &str| format!("README.md has no line {line}");
        let begin = text.find(self.begin).with_context(|| missing(self.begin))? + self.begin.len();
        let (before, rest) = text.split_at(begin);
        let (part, after) = rest.split_at(rest.find(self.end).with_context(|| missing(self.end))?);
        Ok((before, part, after))
    }
}

fn file() -> PathBuf {
    place::root().join("README.md")
}

#[cfg(test)]
mod tests {
    use super::Part;

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
}
