//! What only a panic could reach, taken out of a linked wasm.
//!
//! No input reaches a panic (lints and the tests of the border see to it), and one that came about all the same would say
//! nothing: this target has no standard error. So functions that panic become traps. Then whatever nobody reaches any more
//! is emptied: functions, and the data that only they name (messages, places in the sources, tables of formatters).
//! wasm-opt does the rest; by itself it cannot tell what of the data is used.

use super::linked::{Linked, Node};
use anyhow::{Context, Result, bail};

/// How the names of functions begin that never return.
const PANICS: [&str; 18] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_",
    "core::cell::lazy::panic_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "std::alloc::rust_oom",
    "std::panicking::",
    "std::thread::local::panic_access_error",
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
    "wasm_bindgen::throw_str",
];

/// Those without which no crate of ours is linked: where one is missing, another compiler has other names.
const EXPECTED: [&str; 4] = [
    "core::panicking::panic_fmt",
    "alloc::raw_vec::handle_error",
    "std::panicking::panic_with_hook",
    "__rustc::rust_begin_unwind",
];

/// The wasm without it, and without what only linkers read.
pub fn without_panics(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut linked = Linked::read(wasm)?;
    let panics = panics(&linked)?;
    linked.forget_operands(wasm, &panics);
    linked.forget_places(wasm);
    emptied(wasm, &linked, &panics)
}

/// The wasm with traps in place of panics and of all that is out of reach, and zeros in place of such data.
fn emptied(wasm: &[u8], linked: &Linked, panics: &[bool]) -> Result<Vec<u8>> {
    let live = Live::of(linked, panics);
    let mut out = wasm.to_vec();
    for ((function, live), panics) in linked.functions.iter().zip(&live.functions).zip(panics) {
        if *panics || !live {
            trap(out.get_mut(function.body.clone()).context("a function outside of the file")?);
        }
    }
    // In two rounds, as pieces may overlap.
    let mut unused = vec![false; wasm.len()];
    for wanted in [false, true] {
        for (range, _) in linked.data.iter().zip(&live.data).filter(|(_, live)| **live == wanted) {
            unused.get_mut(range.clone()).context("data outside of the file")?.fill(!wanted);
        }
    }
    out.iter_mut().zip(unused).filter(|(_, unused)| *unused).for_each(|(byte, _)| *byte = 0);
    let mut kept = out.get(..8).context("no wasm")?.to_vec();
    for section in &linked.sections {
        kept.extend_from_slice(out.get(section.clone()).context("a section outside of the file")?);
    }
    Ok(kept)
}

/// Which functions panic.
fn panics(linked: &Linked) -> Result<Vec<bool>> {
    let mut missing = EXPECTED.to_vec();
    let panics = linked.functions.iter().map(|function| {
        function.names.iter().map(|name| format!("{:#}", rustc_demangle::demangle(name))).any(|name| {
            missing.retain(|expected| name != *expected);
            PANICS.iter().any(|beginning| name.starts_with(beginning))
        })
    });
    let panics = panics.collect();
    if !missing.is_empty() {
        bail!("the compiled wasm has no {}: what are its panics called now?", missing.join(", "));
    }
    Ok(panics)
}

/// What can be reached.
struct Live {
    functions: Vec<bool>,
    data: Vec<bool>,
}

impl Live {
    fn of(linked: &Linked, panics: &[bool]) -> Self {
        let mut live = Self { functions: vec![false; linked.functions.len()], data: vec![false; linked.data.len()] };
        let mut reached = linked.roots.clone();
        while let Some(node) = reached.pop() {
            if live.take(node) && !matches!(node, Node::Function(index) if panics.get(index) == Some(&true)) {
                reached.extend(linked.named_by(node));
            }
        }
        live
    }

    /// Notes it; answers whether that is news.
    fn take(&mut self, node: Node) -> bool {
        let place = match node {
            Node::Function(index) => self.functions.get_mut(index),
            Node::Data(index) => self.data.get_mut(index),
        };
        place.is_some_and(|live| !std::mem::replace(live, true))
    }
}

/// A function's body as `unreachable`, of the same length.
fn trap(body: &mut [u8]) {
    const NO_LOCALS: u8 = 0;
    const UNREACHABLE: u8 = 0x00;
    const NOP: u8 = 0x01;
    const END: u8 = 0x0b;
    if let [locals, first, between @ .., end] = body {
        (*locals, *first, *end) = (NO_LOCALS, UNREACHABLE, END);
        between.fill(NOP);
    }
}

#[cfg(test)]
mod tests {
    use super::{Linked, Node, emptied, panics, trap};
    use crate::build::linked::Function;
    use std::ops::Range;

    fn function(name: &str, body: Range<usize>) -> Function {
        Function { names: vec![name.to_owned()], body }
    }

    /// After eight bytes: `main`, which calls `core::panicking::panic_fmt` with an address; that; `lost`; four pieces of
    /// data, of which each function names one.
    fn linked() -> (Vec<u8>, Linked) {
        let mut wasm = vec![9; 8];
        wasm.extend([0, 0x41, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0x0b]);
        wasm.extend([0, 0x41, 0, 0x0b]);
        wasm.extend([0, 0x41, 0, 0x0b]);
        wasm.extend([1, 2, 3, 4]);
        let linked = Linked {
            functions: vec![
                function("main", 8..22),
                function("_ZN4core9panicking9panic_fmt17h0123456789abcdefE", 22..26),
                function("lost", 26..30),
            ],
            data: vec![30..31, 31..32, 32..33, 33..34],
            roots: vec![Node::Function(0), Node::Data(0)],
            sections: std::iter::once(8..wasm.len()).collect(),
            references: vec![(10, Node::Data(1)), (16, Node::Function(1)), (24, Node::Data(2)), (28, Node::Data(3))],
        };
        (wasm, linked)
    }

    #[test]
    fn panics_become_traps_and_what_only_they_reach_is_gone() -> anyhow::Result<()> {
        let (wasm, mut linked) = linked();
        let panics = [false, true, false];
        let out = emptied(&wasm, &linked, &panics)?;
        assert_eq!(out.get(8..22), wasm.get(8..22), "main stays");
        let traps = [0, 0, 0x01, 0x0b].repeat(2);
        assert_eq!(out.get(22..30), Some(traps.as_slice()));
        assert_eq!(out.get(30..), Some([1, 2, 0, 0].as_slice()));

        linked.forget_operands(&wasm, &panics);
        let out = emptied(&wasm, &linked, &panics)?;
        assert_eq!(out.get(30..), Some([1, 0, 0, 0].as_slice()), "nobody reads what is given to a trap");
        Ok(())
    }

    #[test]
    fn nobody_reads_a_text_that_is_given_to_a_trap_with_its_length() {
        for (length, stays) in [(0x1c, false), (0x80, true)] {
            let (mut wasm, mut linked) = linked();
            wasm.splice(15..15, [0x41, length]);
            linked.references = vec![(10, Node::Data(1)), (18, Node::Function(1))];
            linked.forget_operands(&wasm, &[false, true, false]);
            assert_eq!(linked.references.len() == 2, stays);
        }
    }

    #[test]
    fn nobody_reads_a_place_in_the_sources() {
        for (file, stays) in [("src/a.rs", false), ("src/a.rs\0", false), ("src/a.js", true)] {
            let mut wasm = vec![0; 24];
            wasm.extend(file.as_bytes());
            let linked = || Linked {
                data: vec![8..24, 24..wasm.len()],
                references: vec![(2, Node::Data(0)), (8, Node::Data(1))],
                ..Linked::default()
            };
            let mut forgetful = linked();
            forgetful.forget_places(&wasm);
            assert_eq!(forgetful.references == linked().references, stays, "{file}");
            // What is shorter is something else.
            let mut shorter = Linked { data: vec![8..20, 24..wasm.len()], ..linked() };
            shorter.forget_places(&wasm);
            assert_eq!(shorter.references, linked().references);
        }
    }

    #[test]
    fn what_goes_to_a_function_that_returns_stays() -> anyhow::Result<()> {
        let (wasm, mut linked) = linked();
        linked.forget_operands(&wasm, &[false; 3]);
        assert_eq!(emptied(&wasm, &linked, &[false; 3])?.get(30..), Some([1, 2, 3, 0].as_slice()));
        Ok(())
    }

    #[test]
    fn a_compiler_with_other_names_for_its_panics_is_an_error() {
        let (_, linked) = linked();
        let error = panics(&linked).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("rust_begin_unwind") && !error.contains("panic_fmt"), "{error}");
    }

    #[test]
    fn a_trap_has_the_length_of_what_was_there() {
        let mut body = [2, 1, 0x7f, 0x41, 0x0b];
        trap(&mut body);
        assert_eq!(body, [0, 0, 1, 1, 0x0b]);
    }
}
