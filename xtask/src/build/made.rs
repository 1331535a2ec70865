//! Steps that take their time are done again only when what they work on has changed.

use crate::place;
use anyhow::Result;
use std::{fs, path::Path};

/// Makes `to` of `from`, unless it was made of the same bytes with the same tools before.
pub fn unless_made(from: &Path, to: &Path, tools: &str, make: impl FnOnce() -> Result<()>) -> Result<()> {
    let (last, made_with) = (to.with_extension("made-from"), to.with_extension("made-with"));
    let same = to.exists()
        && fs::read_to_string(&made_with).is_ok_and(|before| before == tools)
        && fs::read(&last).is_ok_and(|bytes| fs::read(from).is_ok_and(|now| now == bytes));
    if same {
        return Ok(());
    }
    place::write(&made_with, "")?;
    make()?;
    // Last, as the marks that everything before was made from these bytes, and with what.
    place::copy(from, &last)?;
    place::write(&made_with, tools)
}

/// Which binaryen there is.
pub fn binaryen() -> Result<String> {
    place::read(&place::root().join("node_modules/binaryen/package.json"))
}

#[cfg(test)]
mod tests {
    use super::unless_made;
    use crate::place;

    #[test]
    fn the_same_bytes_and_tools_are_not_worked_on_twice_and_others_are() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("pigello-made-{}", std::process::id()));
        place::empty(&folder)?;
        let (from, to) = (folder.join("a.in"), folder.join("a.out"));
        let mut made = 0;
        for (bytes, tools, expected) in [("1", "x", 1), ("1", "x", 1), ("2", "x", 2), ("2", "y", 3)] {
            place::write(&from, bytes)?;
            unless_made(&from, &to, tools, || {
                made += 1;
                place::write(&to, bytes)
            })?;
            assert_eq!(made, expected, "{bytes} with {tools}");
        }
        assert!(unless_made(&from, &to, "z", || anyhow::bail!("no")).is_err());
        assert!(unless_made(&from, &to, "y", || anyhow::bail!("a failure leaves no mark")).is_err());
        Ok(std::fs::remove_dir_all(folder)?)
    }
}
