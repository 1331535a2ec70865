//! The same pattern in JavaScript's dialect, for the flag `v` that the `pattern` attribute of an input has.

use super::parse::{Atom, Item, Piece, Set, SetKind, alternative_end, class_item, piece};

/// The pattern as a JavaScript regular expression without its slashes, for the flag `v`. It also holds where the whole
/// text is asked, as browsers do with the attribute: an open end is written out.
pub fn to_js(pattern: &str) -> String {
    let bytes = pattern.as_bytes();
    let mut out = String::new();
    if is_anchored(bytes) {
        write(bytes, 0, bytes.len(), &mut out);
    } else {
        // Not `[^]`, which V8 11 gets wrong with the flag `v`.
        out.push_str("[\\s\\S]*(?:");
        write(bytes, 0, bytes.len(), &mut out);
        out.push_str(")[\\s\\S]*");
    }
    out
}

/// Whether there is one alternative only, with an anchor at both ends.
fn is_anchored(pattern: &[u8]) -> bool {
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

fn write(pattern: &[u8], from: usize, to: usize, out: &mut String) {
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
        out.push('|');
        at = end + 1;
    }
}

fn write_atom(pattern: &[u8], atom: Atom, out: &mut String) {
    match atom {
        Atom::Start => out.push('^'),
        Atom::End => out.push('$'),
        // JavaScript's `.` leaves out three characters more.
        Atom::Any => out.push_str("[^\\n]"),
        Atom::One(c) => write_character(c, "^$\\.*+?()[]{}|/", out),
        Atom::Set(set) => write_set(set, out),
        Atom::Class { from, to, negated } => {
            out.push_str(if negated { "[^" } else { "[" });
            let mut at = from;
            while at < to
                && let Some((item, next)) = class_item(pattern, at)
            {
                write_item(item, out);
                at = next;
            }
            out.push(']');
        }
        Atom::Group { from, to } => {
            out.push_str("(?:");
            write(pattern, from, to, out);
            out.push(')');
        }
    }
}

fn write_item(item: Item, out: &mut String) {
    // With the flag `v` these have, or may get, a meaning of their own.
    const RESERVED: &str = "^$\\.*+?()[]{}|/-&!#%,:;<=>@`~";
    match item {
        Item::Range(first, last) => {
            write_character(first, RESERVED, out);
            if first != last {
                out.push('-');
                write_character(last, RESERVED, out);
            }
        }
        Item::Set(set) => write_set(set, out),
    }
}

fn write_character(c: char, reserved: &str, out: &mut String) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        _ => {
            if reserved.contains(c) {
                out.push('\\');
            }
            out.push(c);
        }
    }
}

fn write_set(set: Set, out: &mut String) {
    out.push_str(match (set.kind, set.negated) {
        (SetKind::Digit, false) => "\\d",
        (SetKind::Digit, true) => "\\D",
        // JavaScript's `\w` is ASCII, and its `\s` is not quite Python's.
        (SetKind::Word, false) => "[\\p{L}\\p{N}_]",
        (SetKind::Word, true) => "[^\\p{L}\\p{N}_]",
        (SetKind::Space, false) => "[[\\s\\x1c-\\x1f\\x85]--\\ufeff]",
        (SetKind::Space, true) => "[^[\\s\\x1c-\\x1f\\x85]--\\ufeff]",
    });
}

fn write_repetition(piece: Piece, out: &mut String) {
    match (piece.least, piece.most) {
        (1, 1) => {}
        (0, 1) => out.push('?'),
        (0, u32::MAX) => out.push('*'),
        (1, u32::MAX) => out.push('+'),
        (least, most) => {
            out.push('{');
            write_number(least, out);
            if most != least {
                out.push(',');
            }
            if most != least && most != u32::MAX {
                write_number(most, out);
            }
            out.push('}');
        }
    }
}

fn write_number(number: u32, out: &mut String) {
    if number > 9 {
        write_number(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}
