//! A pattern as the pieces that the matcher goes through. `parse` reads; here what it has read is put in a row.

use super::parse::{Atom, Piece, byte, class_item, piece};

/// How many pieces the pattern is made of. Panics, which stops the compiler, where it is none that the matcher knows.
pub const fn count(pattern: &str) -> usize {
    sequence(pattern.as_bytes(), 0, pattern.len(), &mut [], 0)
}

/// The pieces of a pattern, those in a group behind the group, as the matcher goes through them.
pub const fn pieces<const N: usize>(pattern: &str) -> [Piece; N] {
    let mut pieces = [Piece { atom: Atom::Or, least: 1, most: 1, next: 0 }; N];
    sequence(pattern.as_bytes(), 0, pattern.len(), &mut pieces, 0);
    pieces
}

/// Puts this part of the pattern at a place among the pieces, as far as there is room. The next place that is free.
#[expect(clippy::panic, reason = "this runs while compiling: a panic is a compile error")]
const fn sequence(pattern: &[u8], from: usize, to: usize, pieces: &mut [Piece], place: usize) -> usize {
    let (mut at, mut free) = (from, place);
    while at < to {
        let place = free;
        free += 1;
        let piece = if byte(pattern, at) == b'|' {
            at += 1;
            Piece { atom: Atom::Or, least: 1, most: 1, next: free }
        } else {
            let Some(piece) = piece(pattern, at) else { panic!("the matcher does not know all of this pattern") };
            at = piece.next;
            let first = free;
            let atom = match piece.atom {
                Atom::Group { from, to } => {
                    free = sequence(pattern, from, to, pieces, first);
                    Atom::Group { from: first, to: free }
                }
                Atom::Class { from, to, negated } => {
                    free = items(pattern, from, to, pieces, first);
                    Atom::Class { from: first, to: free, negated }
                }
                atom => atom,
            };
            Piece { atom, least: piece.least, most: piece.most, next: free }
        };
        put(pieces, place, piece);
    }
    free
}

/// The same for the items of a class.
const fn items(pattern: &[u8], from: usize, to: usize, pieces: &mut [Piece], place: usize) -> usize {
    let (mut at, mut free) = (from, place);
    while at < to
        && let Some((item, next)) = class_item(pattern, at)
    {
        put(pieces, free, Piece { atom: Atom::Item(item), least: 1, most: 1, next: free + 1 });
        (at, free) = (next, free + 1);
    }
    free
}

const fn put(pieces: &mut [Piece], place: usize, piece: Piece) {
    if let Some((_, rest)) = pieces.split_at_mut_checked(place)
        && let Some(first) = rest.first_mut()
    {
        *first = piece;
    }
}
