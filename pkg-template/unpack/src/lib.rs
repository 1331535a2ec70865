//! Makes a wasm of the text as which a page carries it: a wasm of its own, of some hundred bytes, since an engine does not
//! compile JavaScript that runs but once. `xtask/js/wasm-text.mjs` writes the text and says what stands where; each build
//! unpacks what it has packed.
//!
//! Every page carries this, too. So there is no stack and no slice: what is known stands at fixed places of memory, of
//! which the linker is told that nothing is there.

/// The streams that do not go by opcode. From `RARE` on they are of bytes.
const LOCALS: usize = 54;
const ADDRESSES: usize = 55;
const RARE: usize = 56;
const PLAIN: usize = 57;
const OPCODES: usize = 58;

/// What follows an opcode, if it is no count of unsigned numbers, which `ZERO` may be added to for a byte before them.
const BYTES: u32 = 3;
const ZERO: u32 = 4;
const SIGNED: u32 = 6;
const ADDRESS: u32 = 7;
/// One number, which says how many others of its kind were used since this one was.
const LOCAL: u32 = 8;
const CALL: u32 = 9;

/// Where data begins.
const DATA: i32 = 0x10_0000;

/// Opcodes.
const BLOCK: u32 = 2;
const IF: u32 = 4;
const END: u32 = 11;

/// What is below this is one digit; of bytes, below that.
const SHORT: u32 = 68;
const SHORT_BYTE: u32 = 90;

/// No more bytes than these hold a function's length.
const LENGTH: u32 = 3;

/// For each stream, where its next character is.
const PLACES: usize = 1024;
/// For each kind of instruction its opcode, and what follows.
const KINDS: usize = 2048;
/// There are no more functions, nor locals in one, than these (`xtask/js/wasm-text.mjs`).
const NUMBERS: u32 = 512;
/// Where they stand before any is used.
const UNUSED: usize = 4096;
/// Where those used last stand: at so many times what follows.
const LISTS: u32 = 4096;
/// Where the next byte of the wasm goes.
const NEXT: usize = 512;

#[allow(unsafe_code, reason = "all of memory is ours, and JavaScript asks for as much as is written")]
mod memory {
    pub fn byte(place: u32) -> u32 {
        // SAFETY: see above.
        unsafe { *(place as *const u8) as u32 }
    }
    pub fn set_byte(place: u32, byte: u32) {
        // SAFETY: see above.
        unsafe { *(place as *mut u8) = byte as u8 }
    }
    pub fn word(place: usize) -> u32 {
        // SAFETY: see above.
        unsafe { *(place as *const u32) }
    }
    pub fn copy(from: u32, to: u32, count: u32) {
        // SAFETY: see above.
        unsafe { core::ptr::copy(from as *const u8, to as *mut u8, count as usize) }
    }
    pub fn set_word(place: usize, word: u32) {
        // SAFETY: see above.
        unsafe { *(place as *mut u32) = word }
    }
}
use memory::{byte, copy, set_byte, set_word, word};

/// Unpacks the text between two places into what follows; answers where that ends.
#[unsafe(no_mangle)]
pub extern "C" fn unpack(text: u32, out: u32) -> u32 {
    set_word(NEXT, out);
    let mut at = PLACES;
    let mut begins = text;
    for place in text..out {
        if byte(place) == u32::from(b'|') {
            set_word(at, begins);
            at += 4;
            begins = place + 1;
        }
    }
    let mut at = KINDS;
    for _ in 0..2 * number(OPCODES) {
        set_word(at, number(OPCODES));
        at += 4;
    }
    bytes(PLAIN);
    for number in 0..NUMBERS {
        set_word(UNUSED + 4 * number as usize, number);
    }
    forget(CALL);
    for _ in 0..number(LOCALS) {
        forget(LOCAL);
        function();
    }
    bytes(PLAIN);
    word(NEXT)
}

/// Its length comes first, and is known last.
fn function() {
    let length_at = word(NEXT);
    let start = length_at + LENGTH;
    set_word(NEXT, start);
    for _ in 0..2 * unsigned(LOCALS) {
        unsigned(LOCALS);
    }
    let mut depth = 1;
    while depth > 0 {
        match instruction() {
            BLOCK..=IF => depth += 1,
            END => depth -= 1,
            _ => {}
        }
    }
    let end = word(NEXT);
    set_word(NEXT, length_at);
    integer((end - start) as i32, 128);
    let to = word(NEXT);
    copy(start, to, end - start);
    set_word(NEXT, to + end - start);
}

/// Answers its opcode.
fn instruction() -> u32 {
    let kind = KINDS + 8 * number(OPCODES) as usize;
    let (opcode, follows) = (word(kind), word(kind + 4));
    let stream = opcode as usize >> 2;
    put(opcode);
    if follows == BYTES {
        bytes(RARE);
    } else if follows == SIGNED {
        let folded = number(stream);
        // 0, 1, 2, 3, … are 0, -1, 1, -2, …
        integer((folded >> 1) as i32 ^ -((folded & 1) as i32), 64);
    } else if follows == ADDRESS {
        integer(number(ADDRESSES) as i32 + DATA, 64);
    } else if follows >= LOCAL {
        integer(recent((follows * LISTS) as usize, number(stream)) as i32, 128);
    } else {
        if follows >= ZERO {
            put(0);
        }
        for _ in 0..follows % ZERO {
            unsigned(stream);
        }
    }
    opcode
}

/// No number of this kind was used: the smaller ones come first.
fn forget(follows: u32) {
    copy(UNUSED as u32, follows * LISTS, 4 * NUMBERS);
}

/// The number at this place of a list, now at its beginning.
fn recent(list: usize, place: u32) -> u32 {
    let mut at = list + 4 * place as usize;
    let number = word(at);
    while at > list {
        set_word(at, word(at - 4));
        at -= 4;
    }
    set_word(list, number);
    number
}

#[inline(never)]
fn bytes(stream: usize) {
    for _ in 0..number(stream) {
        put(number(stream) ^ 32);
    }
}

#[inline(never)]
fn unsigned(stream: usize) -> u32 {
    let value = number(stream);
    integer(value as i32, 128);
    value
}

/// In seven bits a byte. Of the last byte of a signed one the upper bit is the sign.
#[inline(never)]
fn integer(mut value: i32, limit: i32) {
    while value >= limit || value < -64 {
        put((value & 127 | 128) as u32);
        value >>= 7;
    }
    put((value & 127) as u32);
}

#[inline(never)]
fn number(stream: usize) -> u32 {
    let mut digit = next_digit(stream);
    // As most are. Engines run this as it comes, and it runs a hundred thousand times.
    if digit < SHORT {
        return digit;
    }
    let short = if stream < RARE { SHORT } else { SHORT_BYTE };
    let (mut number, mut factor) = (0, 1);
    loop {
        if digit > 92 {
            // `}` is 2, and `~` is 60.
            digit = digit * 58 - 5392;
        }
        number += digit * factor;
        if digit < short {
            return number;
        }
        factor *= 92 - short;
        digit = next_digit(stream);
    }
}

#[inline(always)]
fn next_digit(stream: usize) -> u32 {
    let place = PLACES + 4 * stream;
    let at = word(place);
    set_word(place, at + 1);
    byte(at) - 32
}

#[inline(always)]
fn put(value: u32) {
    let next = word(NEXT);
    set_byte(next, value);
    set_word(NEXT, next + 1);
}
