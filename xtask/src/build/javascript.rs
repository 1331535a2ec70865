//! What binaryen's wasm2js writes, as a module that suits a package: `xtask/js/instance.js` says how it looks.
//!
//! Each change names the text it expects, so that another binaryen cannot slip through.

use anyhow::{Context, Result, bail};
use std::fmt::Write;
use wasmparser::{Data, DataKind, Operator, Parser, Payload};

const INSTANCE: &str = include_str!("../../js/instance.js");
const MEMORY: &str = include_str!("../../js/memory.js");

/// The module, of what wasm2js made of this wasm.
pub fn module(written: &str, wasm: &[u8]) -> Result<String> {
    // Before them stand imports and data, after them what would run while importing.
    let (_, functions) = split(split(written, "\nfunction initActiveSegments(imports) {\n")?.1, "\n}\n")?;
    let (functions, _) = split(functions, "\nvar retasmFunc = asmFunc({")?;
    let (functions, rest) = split(functions, " function __wasm_memory_size() {\n")?;
    let (_, exports) = split(rest, "\n return {\n")?;
    let functions = format!("{functions}{MEMORY} return {{\n{exports}");
    for wrong in ["BigInt", "WebAssembly.", "base64", "eval(", "retasmFunc"] {
        if functions.contains(wrong) {
            bail!("`{wrong}` is in it");
        }
    }
    Ok(INSTANCE.replacen("    // data\n", &data(wasm)?, 1).replacen("// functions\n", &functions, 1))
}

fn split<'a>(text: &'a str, at: &str) -> Result<(&'a str, &'a str)> {
    text.split_once(at).with_context(|| format!("`{}` is not in it", at.trim()))
}

/// A call of `put` for each segment.
fn data(wasm: &[u8]) -> Result<String> {
    let mut calls = String::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(segments) = payload? else { continue };
        for segment in segments {
            let segment = segment?;
            writeln!(calls, "    put({}, \"{}\");", place(&segment)?, text(segment.data))?;
        }
    }
    Ok(calls)
}

fn place(segment: &Data) -> Result<u32> {
    if let DataKind::Active { memory_index: 0, offset_expr } = &segment.kind
        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
    {
        return Ok(value.cast_unsigned());
    }
    bail!("data that is not at one place from the start")
}

/// Bytes as the text of a string in ASCII, whatever says what a page's characters are.
fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut next = bytes.iter().skip(1);
    for byte in bytes {
        let next = next.next();
        match byte {
            // Before a digit it would be another character.
            0 if !next.is_some_and(u8::is_ascii_digit) => text.push_str("\\0"),
            b'\n' => text.push_str("\\n"),
            b'"' | b'\\' => text.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => text.push(char::from(*byte)),
            other => text.push_str(&format!("\\x{other:02x}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{module, text};

    const WRITTEN: &str = "import * as a from 'a';\n\n  var bufferView;\n  var base64ReverseLookup;\n\
        function initActiveSegments(imports) {\n  base64(1024, \"aGk=\");\n}\n\n  function wasm2js_trap() {}\n\
        function asmFunc(imports) {\n var buffer;\n function __wasm_memory_size() {\n  return 0;\n }\n \n return {\n  \"b\": $1\n };\n}\n\
        \nvar retasmFunc = asmFunc({\n  \"a\": a,\n});\nexport var b = retasmFunc.b;\n";

    #[test]
    fn nothing_runs_while_importing_and_data_is_text() -> anyhow::Result<()> {
        // A memory of one page, and "hi" at 1024.
        let wasm = b"\0asm\x01\0\0\0\x05\x03\x01\0\x01\x0b\x09\x01\0\x41\x80\x08\x0b\x02hi";
        let module = module(WRITTEN, wasm)?;
        assert!(module.contains("    put(1024, \"hi\");\n"), "{module}");
        assert!(module.contains("function __wasm_memory_grow(more)") && module.contains("\"b\": $1"), "{module}");
        let outside: Vec<&str> = module.lines().filter(|line| !line.starts_with("//")).collect();
        assert_eq!(
            outside.iter().find(|line| !line.is_empty() && !line.starts_with("/**")),
            Some(&"export function instantiate(imports) {")
        );
        assert!(module.ends_with("return asmFunc(imports);\n}\n"), "{module}");
        Ok(())
    }

    #[test]
    fn another_shape_is_an_error() {
        let wasm = b"\0asm\x01\0\0\0";
        assert!(module(WRITTEN, wasm).is_ok());
        assert!(module(&WRITTEN.replace("__wasm_memory_size", "__size"), wasm).is_err());
        assert!(module(&WRITTEN.replace("var buffer;", "var buffer = BigInt(0);"), wasm).is_err());
    }

    #[test]
    fn bytes_are_characters_and_a_nul_before_a_digit_stays_one() {
        assert_eq!(text(b"a\"\\\n\x000\0z\xc3\x1f"), r#"a\"\\\n\x000\0z\xc3\x1f"#);
    }
}
