//! Reading a pattern, piece by piece. All of it is `const`, and happens while compiling: a declaration with a pattern
//! that the matcher does not know is an error then, and nothing of this is in the wasm.

use super::word::is_word;
use crate::rules::text::is_space;

/// What matches at one place of the text. Where contents are named by their place, it is a place in the pattern's text
/// while that is read, and one among the pieces afterwards.
#[derive(Clone, Copy, Debug)]
pub enum Atom {
    /// The beginning of the text.
    Start,
    /// The end of the text.
    End,
    /// Any character but a line feed.
    Any,
    /// This character.
    One(char),
    /// One character of a set.
    Set(Set),
    /// One character of a class, whose items stand here.
    Class { from: usize, to: usize, negated: bool },
    /// One of the items of a class.
    Item(Item),
    /// A group, whose contents stand here.
    Group { from: usize, to: usize },
    /// What stands between two alternatives.
    Or,
}

/// A set of characters that has an escape of its own.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    pub(super) kind: SetKind,
    pub(super) negated: bool,
    /// Whether the kind has a character. A pointer, so that what no pattern asks (`\w` has a table) is not in the wasm.
    pub(super) has: fn(char) -> bool,
}

#[derive(Clone, Copy, Debug)]
pub enum SetKind {
    Digit,
    Word,
    Space,
}

/// One item of a class.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    Range(char, char),
    Set(Set),
}

impl Item {
    pub(super) fn has(self, c: char) -> bool {
        match self {
            Item::Range(first, last) => first <= c && c <= last,
            Item::Set(set) => (set.has)(c) != set.negated,
        }
    }
}

/// An atom with its repetition.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    pub(super) atom: Atom,
    pub(super) least: u32,
    pub(super) most: u32,
    /// Where the next piece begins.
    pub(super) next: usize,
}

/// Where the alternative that begins here ends: at a `|`, or with the group.
pub(super) const fn alternative_end(pattern: &[u8], from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to && byte(pattern, at) != b'|' {
        match piece(pattern, at) {
            Some(piece) => at = piece.next,
            None => return to,
        }
    }
    at
}

/// The piece that begins here; `None` where nothing does that we know.
pub(super) const fn piece(pattern: &[u8], at: usize) -> Option<Piece> {
    let Some((atom, next)) = atom(pattern, at) else { return None };
    let (least, most, next) = match repetition(pattern, next) {
        Some(found) => found,
        // No brace, or one that counts nothing: Python would take the latter as it stands.
        None if byte(pattern, next) == b'{' => return None,
        None => return Some(Piece { atom, least: 1, most: 1, next }),
    };
    if most < least || matches!(atom, Atom::Start | Atom::End) {
        return None;
    }
    // Lazy repetition takes another way to the same answer; possessive repetition, or one of a repetition, does not.
    let next = if byte(pattern, next) == b'?' { next + 1 } else { next };
    match byte(pattern, next) {
        b'?' | b'*' | b'+' | b'{' => None,
        _ => Some(Piece { atom, least, most, next }),
    }
}

const fn atom(pattern: &[u8], at: usize) -> Option<(Atom, usize)> {
    match byte(pattern, at) {
        b'^' => Some((Atom::Start, at + 1)),
        b'$' => Some((Atom::End, at + 1)),
        b'.' => Some((Atom::Any, at + 1)),
        b'[' => class(pattern, at + 1),
        b'(' => group(pattern, at + 1),
        b'\\' => match byte(pattern, at + 1) {
            b'A' => Some((Atom::Start, at + 2)),
            b'Z' => Some((Atom::End, at + 2)),
            escaped => match set(escaped) {
                Some(set) => Some((Atom::Set(set), at + 2)),
                None => match escape(escaped) {
                    Some(c) => Some((Atom::One(c), at + 2)),
                    None => None,
                },
            },
        },
        // NUL stands for the end of the pattern.
        b'\0' | b')' | b'|' | b'?' | b'*' | b'+' | b'{' => None,
        _ => {
            let (c, next) = scalar(pattern, at);
            Some((Atom::One(c), next))
        }
    }
}

/// The class whose `[` stands before this place.
const fn class(pattern: &[u8], at: usize) -> Option<(Atom, usize)> {
    let negated = byte(pattern, at) == b'^';
    let from = if negated { at + 1 } else { at };
    let mut to = from;
    // A `]` at once stands for itself.
    while to == from || byte(pattern, to) != b']' {
        match class_item(pattern, to) {
            Some((_, next)) => to = next,
            None => return None,
        }
    }
    Some((Atom::Class { from, to, negated }, to + 1))
}

/// The item of a class that begins here, and where the next one does.
pub(super) const fn class_item(pattern: &[u8], at: usize) -> Option<(Item, usize)> {
    if byte(pattern, at) == b'\\'
        && let Some(set) = set(byte(pattern, at + 1))
    {
        // Python refuses a range from a set.
        let is_range = byte(pattern, at + 2) == b'-' && byte(pattern, at + 3) != b']';
        return if is_range { None } else { Some((Item::Set(set), at + 2)) };
    }
    let Some((first, next)) = class_character(pattern, at) else { return None };
    if byte(pattern, next) != b'-' || byte(pattern, next + 1) == b']' {
        return Some((Item::Range(first, first), next));
    }
    match class_character(pattern, next + 1) {
        Some((last, next)) if first <= last => Some((Item::Range(first, last), next)),
        _ => None,
    }
}

const fn class_character(pattern: &[u8], at: usize) -> Option<(char, usize)> {
    match byte(pattern, at) {
        b'\0' => None,
        b'\\' => match escape(byte(pattern, at + 1)) {
            Some(c) => Some((c, at + 2)),
            None => None,
        },
        _ => Some(scalar(pattern, at)),
    }
}

/// The group whose `(` stands before this place.
const fn group(pattern: &[u8], at: usize) -> Option<(Atom, usize)> {
    let from = match (byte(pattern, at), byte(pattern, at + 1)) {
        (b'?', b':') => at + 2,
        (b'?', _) => return None,
        _ => at,
    };
    let mut to = from;
    while byte(pattern, to) != b')' {
        if byte(pattern, to) == b'|' {
            to += 1;
            continue;
        }
        match piece(pattern, to) {
            Some(piece) => to = piece.next,
            None => return None,
        }
    }
    Some((Atom::Group { from, to }, to + 1))
}

/// How often: at least, at most, and where the pattern goes on.
const fn repetition(pattern: &[u8], at: usize) -> Option<(u32, u32, usize)> {
    match byte(pattern, at) {
        b'?' => Some((0, 1, at + 1)),
        b'*' => Some((0, u32::MAX, at + 1)),
        b'+' => Some((1, u32::MAX, at + 1)),
        b'{' => {
            let (least, mut next) = number(pattern, at + 1);
            let mut most = least;
            if byte(pattern, next) == b',' {
                (most, next) = number(pattern, next + 1);
                if most.is_none() {
                    most = Some(u32::MAX);
                }
            } else if least.is_none() {
                return None;
            }
            let least = match least {
                Some(least) => least,
                None => 0,
            };
            match (most, byte(pattern, next)) {
                (Some(most), b'}') => Some((least, most, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The number that begins here, if one does, and what follows it. Five digits are the most.
const fn number(pattern: &[u8], from: usize) -> (Option<u32>, usize) {
    let (mut value, mut at) = (0, from);
    while byte(pattern, at).is_ascii_digit() && at < from + 5 {
        value = value * 10 + (byte(pattern, at) - b'0') as u32;
        at += 1;
    }
    (if at == from { None } else { Some(value) }, at)
}

const fn set(escaped: u8) -> Option<Set> {
    let (kind, has): (SetKind, fn(char) -> bool) = match escaped.to_ascii_lowercase() {
        b'd' => (SetKind::Digit, is_digit),
        b'w' => (SetKind::Word, is_word),
        b's' => (SetKind::Space, is_space),
        _ => return None,
    };
    Some(Set { kind, negated: escaped.is_ascii_uppercase(), has })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// The character that a `\` and this byte stand for: punctuation for itself; letters and digits mean more than that.
const fn escape(escaped: u8) -> Option<char> {
    match escaped {
        b't' => Some('\t'),
        b'n' => Some('\n'),
        b'r' => Some('\r'),
        b'f' => Some('\x0c'),
        b'v' => Some('\x0b'),
        b' ' => Some(' '),
        _ if escaped.is_ascii_punctuation() => Some(escaped as char),
        _ => None,
    }
}

/// The byte here, or NUL behind the end.
#[expect(clippy::indexing_slicing, reason = "`get` is not const; the bound is asked first")]
pub(super) const fn byte(text: &[u8], at: usize) -> u8 {
    if at < text.len() { text[at] } else { 0 }
}

/// The character that begins here in bytes of UTF-8, and where the next one does.
pub(super) const fn scalar(text: &[u8], at: usize) -> (char, usize) {
    let first = byte(text, at);
    if first.is_ascii() {
        return (first as char, at + 1);
    }
    let (mut value, length) = match first {
        0..0xe0 => (first as u32 & 0x1f, 2),
        0xe0..0xf0 => (first as u32 & 0x0f, 3),
        _ => (first as u32 & 0x07, 4),
    };
    let mut read = 1;
    while read < length {
        value = value << 6 | (byte(text, at + read) & 0x3f) as u32;
        read += 1;
    }
    match char::from_u32(value) {
        Some(c) => (c, at + length),
        None => (char::REPLACEMENT_CHARACTER, at + 1),
    }
}
