//! Where things are: the repository, what is built, the tools that several clones share.

use anyhow::{Context, Result};
use std::{env, fs, path::Path, path::PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    // Asked at run time first: a clone that was moved keeps its compiled xtask.
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask.parent().map_or(xtask.clone(), Path::to_path_buf)
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// What xtask makes between the sources and the package.
pub fn work() -> PathBuf {
    target().join("xtask")
}

/// The npm package as it is packed.
pub fn package() -> PathBuf {
    root().join("pkg")
}

/// Tools that are built once for all clones: `PIGELLO_TOOLS`, else the user's cache.
pub fn tools() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("PIGELLO_TOOLS") {
        return Ok(folder.into());
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(cache.context("no home folder to keep tools in: set PIGELLO_TOOLS to a folder")?.join("pigello-client"))
}

/// The first program of this name on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Reads a text file; the error names it.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Writes a file; the error names it.
pub fn write(file: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    // In a fresh clone whoever writes first into `target/` finds no folder.
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(file, contents).with_context(|| format!("cannot write {}", file.display()))
}

/// Copies a file; the error names both ends.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// Copies a folder with all it holds, except `node_modules`.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        if entry.file_name() == "node_modules" {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() { copy_folder(&entry.path(), &target)? } else { copy(&entry.path(), &target)? }
    }
    Ok(())
}

/// Makes an empty folder, whatever was there before.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::{read, target, write};
    use anyhow::Result;
    use std::fs;

    #[test]
    fn what_is_written_first_makes_its_folder() -> Result<()> {
        let folder = target().join(format!("place-test-{}", std::process::id()));
        write(&folder.join("below/file"), "text")?;
        assert_eq!(read(&folder.join("below/file"))?, "text");
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
