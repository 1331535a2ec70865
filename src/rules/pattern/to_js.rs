//! The same pattern in JavaScript's dialect, for the flag `v` that the `pattern` attribute of an input has. Written while
//! compiling.

use super::parse::{Atom, Item, Piece, Set, SetKind, alternative_end, class_item, piece};
use crate::rendered::Writer;

/// Writes the pattern as a JavaScript regular expression without its slashes, for the flag `v`; answers its length. It
/// also holds where the whole text is asked, as browsers do with the attribute: an open end is written out.
pub const fn to_js(pattern: &str, out: &mut [u8]) -> usize {
    let bytes = pattern.as_bytes();
    let mut out = Writer::new(out);
    if is_anchored(bytes) {
        write(bytes, 0, bytes.len(), &mut out);
    } else {
        // Not `[^]`, which V8 11 gets wrong with the flag `v`.
        out.push("[\\s\\S]*(?:");
        write(bytes, 0, bytes.len(), &mut out);
        out.push(")[\\s\\S]*");
    }
    out.length()
}

/// Whether there is one alternative only, with an anchor at both ends.
const fn is_anchored(pattern: &[u8]) -> bool {
    let mut last = None;
    let mut at = 0;
    while let Some(piece) = piece(pattern, at) {
        if at == 0 && !matches!(piece.atom, Atom::Start) {
            return false;
        }
        (last, at) = (Some(piece.atom), piece.next);
    }
    at == pattern.len() && matches!(last, Some(Atom::End))
}

const fn write(pattern: &[u8], from: usize, to: usize, out: &mut Writer) {
    let mut at = from;
    loop {
        let end = alternative_end(pattern, at, to);
        while at < end {
            let Some(piece) = piece(pattern, at) else { return };
            write_atom(pattern, piece.atom, out);
            write_repetition(piece, out);
            at = piece.next;
        }
        if end >= to {
            return;
        }
        out.push("|");
        at = end + 1;
    }
}

const fn write_atom(pattern: &[u8], atom: Atom, out: &mut Writer) {
    match atom {
        Atom::Start => out.push("^"),
        Atom::End => out.push("$"),
        // JavaScript's `.` leaves out three characters more.
        Atom::Any => out.push("[^\\n]"),
        Atom::One(c) => write_character(c, "^$\\.*+?()[]{}|/", out),
        Atom::Set(set) => write_set(set, out),
        Atom::Class { from, to, negated } => {
            out.push(if negated { "[^" } else { "[" });
            let mut at = from;
            while at < to
                && let Some((item, next)) = class_item(pattern, at)
            {
                write_item(item, out);
                at = next;
            }
            out.push("]");
        }
        Atom::Group { from, to } => {
            out.push("(?:");
            write(pattern, from, to, out);
            out.push(")");
        }
        // They stand among the pieces for the matcher.
        Atom::Item(_) | Atom::Or => {}
    }
}

const fn write_item(item: Item, out: &mut Writer) {
    // With the flag `v` these have, or may get, a meaning of their own.
    const RESERVED: &str = "^$\\.*+?()[]{}|/-&!#%,:;<=>@`~";
    match item {
        Item::Range(first, last) => {
            write_character(first, RESERVED, out);
            if first != last {
                out.push("-");
                write_character(last, RESERVED, out);
            }
        }
        Item::Set(set) => write_set(set, out),
    }
}

const fn write_character(c: char, reserved: &str, out: &mut Writer) {
    match c {
        '\n' => out.push("\\n"),
        '\r' => out.push("\\r"),
        _ => {
            if c.is_ascii() && has(reserved.as_bytes(), c as u8) {
                out.push("\\");
            }
            out.push(c.encode_utf8(&mut [0; 4]));
        }
    }
}

const fn write_set(set: Set, out: &mut Writer) {
    out.push(match (set.kind, set.negated) {
        (SetKind::Digit, false) => "\\d",
        (SetKind::Digit, true) => "\\D",
        // JavaScript's `\w` is ASCII, and its `\s` is not quite Python's.
        (SetKind::Word, false) => "[\\p{L}\\p{N}_]",
        (SetKind::Word, true) => "[^\\p{L}\\p{N}_]",
        (SetKind::Space, false) => "[[\\s\\x1c-\\x1f\\x85]--\\ufeff]",
        (SetKind::Space, true) => "[^[\\s\\x1c-\\x1f\\x85]--\\ufeff]",
    });
}

const fn write_repetition(piece: Piece, out: &mut Writer) {
    match (piece.least, piece.most) {
        (1, 1) => {}
        (0, 1) => out.push("?"),
        (0, u32::MAX) => out.push("*"),
        (1, u32::MAX) => out.push("+"),
        (least, most) => {
            out.push("{");
            out.number(least);
            if most != least {
                out.push(",");
            }
            if most != least && most != u32::MAX {
                out.number(most);
            }
            out.push("}");
        }
    }
}

const fn has(text: &[u8], byte: u8) -> bool {
    let mut rest = text;
    while let [first, after @ ..] = rest {
        if *first == byte {
            return true;
        }
        rest = after;
    }
    false
}
