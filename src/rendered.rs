//! Text that is made while compiling: counted first, then written.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "this runs while compiling: a panic is a compile error")]

/// Writes into bytes, or only counts them where there are none.
pub struct Writer<'a> {
    out: &'a mut [u8],
    length: usize,
}

impl<'a> Writer<'a> {
    /// Writes here.
    pub const fn new(out: &'a mut [u8]) -> Self {
        Self { out, length: 0 }
    }

    /// How many bytes that made.
    pub const fn length(&self) -> usize {
        self.length
    }

    /// A text.
    pub const fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let end = self.length + bytes.len();
        if end <= self.out.len() {
            let (_, rest) = self.out.split_at_mut(self.length);
            let (place, _) = rest.split_at_mut(bytes.len());
            place.copy_from_slice(bytes);
        }
        self.length = end;
    }

    /// Several.
    pub const fn all<const N: usize>(&mut self, parts: [&str; N]) {
        let mut i = 0;
        while i < N {
            self.push(parts[i]);
            i += 1;
        }
    }

    /// A number.
    pub const fn number(&mut self, number: u32) {
        if number >= 10 {
            self.number(number / 10);
        }
        let digits = "0123456789";
        let (_, rest) = digits.split_at((number % 10) as usize);
        let (digit, _) = rest.split_at(1);
        self.push(digit);
    }

    /// With a small or capital first letter.
    pub const fn first(&mut self, text: &str, capital: bool) {
        let (first, rest) = text.split_at(1);
        let mut letter = [first.as_bytes()[0]];
        if capital {
            letter[0] = letter[0].to_ascii_uppercase();
        } else {
            letter[0] = letter[0].to_ascii_lowercase();
        }
        match str::from_utf8(&letter) {
            Ok(letter) => self.push(letter),
            Err(_) => panic!("names begin with an ASCII letter"),
        }
        self.push(rest);
    }
}

/// The text that a function writes, which takes bytes for a [`Writer`] and answers its length.
macro_rules! rendered {
    ($render:expr) => {{
        const LENGTH: usize = ($render)(&mut []);
        const BYTES: [u8; LENGTH] = {
            let mut bytes = [0; LENGTH];
            ($render)(&mut bytes);
            bytes
        };
        match str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => panic!("texts are pushed whole"),
        }
    }};
}
pub(crate) use rendered;
