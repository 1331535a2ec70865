//! What the public client.wasm says of itself, so that the glue of another version does not take it: a custom section at
//! its end with the version and a print of the content.

use anyhow::{Result, bail};
use std::hash::{DefaultHasher, Hasher};

/// The section's name; `pkg-template/src/load-file.ts` asks for it.
const SECTION: &str = "pigello-client";

/// What the wasm says that it is: `0.1.0 (1f0c…)`.
pub fn stamp(wasm: &[u8]) -> String {
    let mut print = DefaultHasher::new();
    print.write(wasm);
    format!("{} ({:016x})", env!("CARGO_PKG_VERSION"), print.finish())
}

/// The wasm with its stamp at the end.
pub fn stamped(wasm: &[u8]) -> Result<Vec<u8>> {
    let content = [&[length(SECTION.len())?], SECTION.as_bytes(), stamp(wasm).as_bytes()].concat();
    // Section 0 is a custom one.
    Ok([wasm, &[0, length(content.len())?], &content].concat())
}

/// Lengths up to 127 are written as one byte.
fn length(length: usize) -> Result<u8> {
    match u8::try_from(length) {
        Ok(byte) if byte < 128 => Ok(byte),
        _ => bail!("the stamp of client.wasm is too long"),
    }
}

#[cfg(test)]
mod tests {
    use super::{stamp, stamped};

    #[test]
    fn the_stamp_stands_at_the_end_of_the_wasm_in_a_section_of_its_own() -> anyhow::Result<()> {
        let wasm = b"\0asm\x01\0\0\0";
        let text = stamp(wasm);
        let stamped = stamped(wasm)?;
        assert!(stamped.starts_with(wasm) && stamped.ends_with(text.as_bytes()));
        let section = 1 + "pigello-client".len() + text.len();
        assert_eq!(stamped.get(wasm.len()..wasm.len() + 2), Some([0, u8::try_from(section)?].as_slice()));
        Ok(())
    }

    #[test]
    fn another_wasm_has_another_stamp() {
        assert_ne!(stamp(b"\0asm\x01\0\0\0"), stamp(b"\0asm\x01\0\0\0\0"));
    }
}
