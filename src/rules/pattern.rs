//! Whether text fits a pattern written for Python's `re`, as Django's `RegexValidator` asks it: anywhere in the text
//! (`re.search`). Understood are anchors, classes, escapes, groups, alternation and repetition, which is what the API's
//! patterns need; a declaration with anything else does not compile. Our decision: `\d` is ASCII, and `$` is the end
//! of the text.
//!
//! A pattern is read while compiling, by `pattern!`. The matcher allocates nothing. It goes back where a choice was wrong,
//! so its steps are counted; no text makes it hang.

mod parse;
mod pieces;
mod quick;
mod to_js;
mod word;

pub use parse::Piece;
pub use pieces::{count, pieces};
pub use to_js::to_js;

use parse::{Atom, scalar};

/// A pattern, as `pattern!` reads it.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    /// As the API has it.
    pub python: &'a str,
    /// As a JavaScript regular expression without its slashes, for the flag `v`.
    pub js: &'a str,
    pieces: &'a [Piece],
    is_quick: bool,
}

impl PartialEq for Pattern<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.python == other.python
    }
}

impl Eq for Pattern<'_> {}

/// A pattern. One that the matcher does not know does not compile.
macro_rules! pattern {
    ($python:literal) => {{
        use $crate::rules::pattern::{Pattern, Piece, count, pieces, to_js};
        const PIECES: [Piece; count($python)] = pieces($python);
        const fn js(out: &mut [u8]) -> usize {
            to_js($python, out)
        }
        Pattern::made_of($python, $crate::rendered::rendered!(js), &PIECES)
    }};
}
pub(crate) use pattern;

/// A pattern that is told, and never asked: that of a field that only the server writes. It costs no more than its text.
#[allow(unused_macros, reason = "a build of few applications may have no such field")]
macro_rules! told_pattern {
    ($python:literal) => {{
        use $crate::rules::pattern::{Pattern, to_js};
        const fn js(out: &mut [u8]) -> usize {
            to_js($python, out)
        }
        Pattern::made_of($python, $crate::rendered::rendered!(js), &[])
    }};
}
#[allow(unused_imports, reason = "as above")]
pub(crate) use told_pattern;

/// What a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// The pattern matches somewhere.
    Yes,
    /// It matches nowhere.
    No,
    /// Given up: more steps than a sane pattern needs for a text of this length, or groups too deep.
    TooHard,
}

impl<'a> Pattern<'a> {
    /// The parts by themselves: see `pattern!`.
    pub const fn made_of(python: &'a str, js: &'a str, pieces: &'a [Piece]) -> Self {
        Self { python, js, pieces, is_quick: quick::is_quick(pieces) && quick::is_for_u(js) }
    }

    /// Whether it is told, and never asked.
    pub const fn is_told(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Without its anchors, if JavaScript may ask its own engine (see `quick`).
    pub fn quick(&self) -> Option<&'a str> {
        if self.is_quick { self.js.strip_prefix('^')?.strip_suffix('$') } else { None }
    }

    /// Looks for the pattern anywhere in the text.
    pub fn search(&self, text: &str) -> Match {
        let mut search = Search {
            pieces: self.pieces,
            text: text.as_bytes(),
            steps: text.len().saturating_mul(STEPS_PER_BYTE).saturating_add(STEPS),
        };
        let mut start = 0;
        loop {
            if search.alternatives(0, self.pieces.len(), start, &Then::Accept, 0) {
                return Match::Yes;
            }
            if search.steps == 0 {
                return Match::TooHard;
            }
            if start >= text.len() || (start == 0 && search.begins_at_start()) {
                return Match::No;
            }
            (_, start) = scalar(search.text, start);
        }
    }
}

const STEPS: usize = 10_000;
const STEPS_PER_BYTE: usize = 64;
/// How deep groups and their repetitions may nest in the machine's stack.
const DEPTH: usize = 500;

struct Search<'a> {
    pieces: &'a [Piece],
    text: &'a [u8],
    steps: usize,
}

/// What is still to match after the part under way.
enum Then<'a> {
    /// Nothing: the pattern has matched.
    Accept,
    /// A group's contents have matched once more, `count` times with this one; it began at `start` in the text.
    Group { group: Group, count: u32, start: usize, then: &'a Then<'a> },
}

/// A group with its repetition, and the end of the sequence it stands in.
#[derive(Clone, Copy)]
struct Group {
    from: usize,
    to: usize,
    piece: Piece,
    sequence_end: usize,
}

impl Search<'_> {
    /// Whether one of the alternatives among these pieces matches at this place, and then the rest.
    fn alternatives(&mut self, from: usize, to: usize, place: usize, then: &Then, depth: usize) -> bool {
        let mut from = from;
        loop {
            let end = self.alternative_end(from, to);
            if self.sequence(from, end, place, then, depth) {
                return true;
            }
            if end >= to || self.steps == 0 {
                return false;
            }
            from = end + 1;
        }
    }

    fn sequence(&mut self, from: usize, to: usize, place: usize, then: &Then, depth: usize) -> bool {
        if depth > DEPTH {
            self.steps = 0;
        }
        if self.steps == 0 {
            return false;
        }
        self.steps -= 1;
        let (mut at, mut place) = (from, place);
        while at < to {
            let Some(piece) = self.pieces.get(at).copied() else { return false };
            match piece.atom {
                Atom::Start if place != 0 => return false,
                Atom::End if place != self.text.len() => return false,
                Atom::Start | Atom::End => {}
                Atom::Group { from, to: end } => {
                    let group = Group { from, to: end, piece, sequence_end: to };
                    return self.group(group, 0, place, then, depth);
                }
                atom => {
                    let mut count = 0;
                    while count < piece.most
                        && let Some(next) = self.accepts(atom, place)
                    {
                        (place, count) = (next, count + 1);
                    }
                    // As many as there are, then one fewer each time.
                    while count > piece.least && self.steps > 0 {
                        if self.sequence(piece.next, to, place, then, depth + 1) {
                            return true;
                        }
                        place = before(self.text, place);
                        count -= 1;
                    }
                    if count < piece.least || self.steps == 0 {
                        return false;
                    }
                }
            }
            at = piece.next;
        }
        match then {
            Then::Accept => true,
            Then::Group { group, count, start, then } => {
                // A group that matched nothing would do so for ever: that many more change nothing.
                let count = if place == *start { group.piece.most } else { *count };
                self.group(*group, count, place, then, depth + 1)
            }
        }
    }

    /// Whether the group, matched `count` times already, matches here further times and then the rest.
    fn group(&mut self, group: Group, count: u32, place: usize, then: &Then, depth: usize) -> bool {
        if count < group.piece.most {
            let again = Then::Group { group, count: count + 1, start: place, then };
            if self.alternatives(group.from, group.to, place, &again, depth + 1) {
                return true;
            }
        }
        count >= group.piece.least && self.sequence(group.piece.next, group.sequence_end, place, then, depth + 1)
    }

    /// The place after the character here, if the atom accepts it.
    fn accepts(&mut self, atom: Atom, place: usize) -> Option<usize> {
        self.steps = self.steps.checked_sub(1)?;
        if place >= self.text.len() {
            return None;
        }
        let (c, next) = scalar(self.text, place);
        let accepted = match atom {
            Atom::Any => c != '\n',
            Atom::One(one) => c == one,
            Atom::Set(set) => (set.has)(c) != set.negated,
            Atom::Class { from, to, negated } => self.class_has(from, to, c) != negated,
            _ => false,
        };
        accepted.then_some(next)
    }

    fn class_has(&self, from: usize, to: usize, c: char) -> bool {
        self.pieces
            .get(from..to)
            .is_some_and(|items| items.iter().any(|piece| matches!(piece.atom, Atom::Item(item) if item.has(c))))
    }

    /// Where the alternative that begins here ends: before the next one, or with the group.
    fn alternative_end(&self, from: usize, to: usize) -> usize {
        let mut at = from;
        while at < to
            && let Some(piece) = self.pieces.get(at)
            && !matches!(piece.atom, Atom::Or)
        {
            at = piece.next;
        }
        at
    }

    /// Whether the pattern can match at the beginning of the text only.
    fn begins_at_start(&self) -> bool {
        matches!(self.pieces.first(), Some(Piece { atom: Atom::Start, .. }))
            && self.alternative_end(0, self.pieces.len()) == self.pieces.len()
    }
}

/// Where the character before this place begins.
fn before(text: &[u8], place: usize) -> usize {
    let mut place = place.saturating_sub(1);
    while place > 0 && text.get(place).is_some_and(|byte| byte & 0xc0 == 0x80) {
        place -= 1;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::{Match, Pattern, count, pieces};

    /// Read while the test runs.
    fn search(python: &str, text: &str) -> Match {
        let pieces = pieces::<400>(python);
        Pattern::made_of(python, "", &pieces[..count(python)]).search(text)
    }

    fn to_js(python: &str) -> String {
        let mut bytes = vec![0; super::to_js(python, &mut [])];
        super::to_js(python, &mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    const PHONE: &str = r"^\+?1?\d{7,15}$";
    const USERNAME: &str = r"^[\w.@+-]+\Z";
    const PEPPOL: &str = r"^(0007|0088):\d{10,13}$";
    const COLOR: &str = r"^(?:[0-9a-fA-F]{3}){1,2}$";

    #[test]
    fn a_pattern_is_read_while_compiling() {
        static PEPPOL: Pattern = pattern!(r"^(0007|0088):\d{10,13}$");
        assert_eq!(PEPPOL.search("0007:5560360793"), Match::Yes);
        assert_eq!((PEPPOL.python, PEPPOL.js), (self::PEPPOL, r"^(?:0007|0088):\d{10,13}$"));
    }

    fn check(pattern: &str, matching: &[&str], others: &[&str]) {
        for text in matching {
            assert_eq!(search(pattern, text), Match::Yes, "{pattern} in {text:?}");
        }
        for text in others {
            assert_eq!(search(pattern, text), Match::No, "{pattern} in {text:?}");
        }
    }

    #[test]
    fn the_patterns_of_the_api() {
        check(
            PHONE,
            &["+46701234567", "0701234567", "1234567", "11234567", "+1123456789012345", "123456789012345"],
            &[
                "",
                "123456",
                "+1",
                "+112345678901234567",
                "070-1234567",
                "070 123 45 67",
                "++4670123456",
                "４６７０１２３４５６７",
                "0701234567\n",
                "0701234567x",
                "x0701234567",
                "070123\x004567",
                "😀",
            ],
        );
        check(
            USERNAME,
            &["anna", "anna.andersson@example.com", "a+b-c_d", "åäö", "名前", "٣", "-", "ſ"],
            &["", "anna andersson", "anna!", "anna\n", "ann\0", "😀", "e\u{301}", "कि"],
        );
        check(
            PEPPOL,
            &["0007:5560360793", "0088:7300010000001"],
            &[
                "",
                "0007",
                "0007:556036079",
                "0088:73000100000011",
                "0009:5560360793",
                "0007:556036-0793",
                "10007:5560360793",
            ],
        );
        check(
            COLOR,
            &["fff", "FFFFFF", "09aF3c"],
            &["", "ff", "ffff", "fffff", "fffffff", "fffffffff", "#ffffff", "ggg", "fff\n"],
        );
    }

    #[test]
    fn the_search_finds_a_match_anywhere() {
        check("b", &["b", "abc", "åb"], &["", "a", "B"]);
        check("", &["", "a"], &[]);
        check("^a", &["a", "ab"], &["ba", "\na"]);
        check("a$", &["a", "ba"], &["ab", "a\n"]);
        check(r"\Aa\Z", &["a"], &["ab", "ba", "a\n"]);
        check("a^|b", &["b", "ab"], &["a"]);
        check("^$", &[""], &["a", "\n"]);
    }

    #[test]
    fn repetition_takes_back_what_it_took_too_much() {
        check("^a*ab$", &["ab", "aaab"], &["b", "aa"]);
        check("^a+a+$", &["aa", "aaaa"], &["a", ""]);
        check("^å{2,3}å$", &["ååå", "åååå"], &["åå", "ååååå"]);
        check("^a{2}$", &["aa"], &["a", "aaa"]);
        check("^a{2,}$", &["aa", "aaaaa"], &["a"]);
        check("^a{,2}$", &["", "aa"], &["aaa"]);
        check("^a{0}$", &[""], &["a"]);
        check("^a??b+?c*?$", &["b", "abbc"], &["a"]);
        check("^(a|ab)(c|bcd)(d*)$", &["abcd", "acd", "abc"], &["ab", "abd"]);
        check("^(?:ab){2,3}b?$", &["abab", "ababab", "ababb"], &["ab", "abababab"]);
        check("^(?:a|b(?:c|d){2})+$", &["a", "bcd", "abdca"], &["b", "bc", "abcda!"]);
    }

    #[test]
    fn groups_that_match_nothing_end() {
        check("^(?:a*)*$", &["", "aaa"], &["b", "aab"]);
        check("^(?:a?){3}b$", &["b", "aab"], &["aaaab"]);
        check("^(?:){5}a$", &["a"], &[""]);
        check("^(?:|a)+$", &["", "aa"], &["b"]);
        check("^(?:^a|b)+$", &["a", "abb", "b"], &["ba"]);
    }

    #[test]
    fn classes_and_escapes() {
        check("^[abc]$", &["a", "c"], &["d", "", "ab"]);
        check("^[^abc]$", &["d", "\n", "å"], &["a", ""]);
        check("^[]a]$", &["]", "a"], &["b"]);
        check("^[^]a]$", &["b"], &["]", "a"]);
        check("^[a-]$", &["a", "-"], &["b"]);
        check("^[-a]$", &["a", "-"], &["b"]);
        check(r"^[\]\\\-a-c]$", &["]", "\\", "-", "b"], &["d"]);
        check("^[å-ö]$", &["å", "æ", "ö"], &["a", "ä̈", "ù"]);
        check("^[😀-😂]$", &["😁"], &["😃"]);
        check(r"^[\d\s]$", &["7", " ", "\u{3000}"], &["a", "٣"]);
        check(r"^[^\d\s]$", &["a", "٣"], &["7", " "]);
        check(r"^[\W]$", &["-"], &["a"]);
        check("^[+.*?(){}|$^]$", &["+", "(", "}", "$", "^"], &["a"]);
        check(r"^\D\W\S$", &["a-b", "٣ å"], &["1-b", "aab", "a- "]);
        check(r"^\s$", &["\x1c", "\u{85}", "\u{a0}"], &["\u{feff}", "\u{200b}"]);
        check(r"^\.\^\$\[\]\(\)\{\}\|\?\*\+\\\/\-\@$", &["^.$"].map(|_| ".^$[](){}|?*+\\/-@"), &[""]);
        check(r"^\t\n\r\f\v$", &["\t\n\r\x0c\x0b"], &[""]);
        check("^a.c$", &["abc", "a\rc", "a😀c", "a\0c"], &["a\nc", "ac"]);
        check("^}]-$", &["}]-"], &[""]);
    }

    #[test]
    fn what_the_matcher_does_not_know_is_no_pattern() {
        for pattern in [
            "(",
            ")",
            "a)",
            "(a",
            "[",
            "[]",
            "[a",
            "[z-a]",
            r"[\w-a]",
            r"[a-\w]",
            "\\",
            r"[\",
            "*",
            "+a",
            "a**",
            "a*+",
            "a++",
            "a{2}{3}",
            "{2}",
            "^*",
            "$?",
            "(|*)",
            "a{",
            "a{}",
            "a{x}",
            "a{3,2}",
            "a{123456}",
            "(?=a)",
            "(?!a)",
            "(?<=a)",
            "(?P<name>a)",
            "(?i)a",
            r"(a)\1",
            r"\bword\b",
            r"\x41",
            r"\u0041",
            r"\p{L}",
            r"\e",
            "a\0b",
        ] {
            assert!(std::panic::catch_unwind(|| count(pattern)).is_err(), "{pattern}");
        }
    }

    #[test]
    fn patterns_of_exponential_cost_are_given_up() {
        let text = "a".repeat(200);
        for pattern in ["^(?:a+)+$", "^(?:a|a)+$", "^(?:a*)*b", "^(?:a?){200}a{200}b", "^(?:(?:(?:a*)*)*)*b"] {
            assert_eq!(search(pattern, &[&text, "!"].concat()), Match::TooHard, "{pattern}");
        }
        assert_eq!(search(&["(?:^|^)".repeat(60).as_str(), "b"].concat(), "a"), Match::TooHard, "without a character");
        assert_eq!(search("^(?:ab)*$", &"ab".repeat(1_000_000)), Match::TooHard, "too deep");
        assert_eq!(search("a+$", &["a".repeat(100_000).as_str(), "!"].concat()), Match::TooHard, "quadratic");
    }

    #[test]
    fn long_text_costs_its_length() {
        for part in ["1", "a", "å", "😀", "\n", "+", "0007:"] {
            let text = part.repeat(1_000_000);
            for pattern in [PHONE, PEPPOL, COLOR] {
                assert_eq!(search(pattern, &text), Match::No, "{pattern} {part}");
            }
        }
        assert_eq!(search(USERNAME, &"ab".repeat(500_000)), Match::Yes);
        assert_eq!(search(USERNAME, &["a".repeat(1_000_000).as_str(), "!"].concat()), Match::No);
        assert_eq!(search("^.*$", &"å".repeat(1_000_000)), Match::Yes);
        assert_eq!(search("b", &"a".repeat(1_000_000)), Match::No);
    }

    #[test]
    fn javascript_gets_its_own_dialect() {
        for (pattern, expected) in [
            (PHONE, r"^\+?1?\d{7,15}$"),
            (USERNAME, r"^[[\p{L}\p{N}_]\.\@\+\-]+$"),
            (PEPPOL, r"^(?:0007|0088):\d{10,13}$"),
            (COLOR, r"^(?:[0-9a-fA-F]{3}){1,2}$"),
            ("a", r"[\s\S]*(?:a)[\s\S]*"),
            ("^a|b$", r"[\s\S]*(?:^a|b$)[\s\S]*"),
            (r"\A.{,3}\Z", r"^[^\n]{0,3}$"),
            (r"^a*b+c{2}d{2,}e??$", "^a*b+c{2}d{2,}e?$"),
            (r"^\-\/\@å$", r"^-\/@å$"),
            (r"^[]^\s\W]$", r"^[\]\^[[\s\x1c-\x1f\x85]--\ufeff][^\p{L}\p{N}_]]$"),
        ] {
            assert_eq!(to_js(pattern), expected);
        }
    }
}
