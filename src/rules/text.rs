//! What holds for any text: trimming, length, which characters may stand in it.

/// Whether Python counts this character as white space, in `str.strip` and in `\s`.
pub const fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r'
            | '\x1c'..=' '
            | '\u{85}'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
    )
}

/// The text without white space at its ends, as Python's `str.strip` leaves it.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// How many code points the text has.
pub fn length(text: &str) -> usize {
    // Every code point has one byte that is no continuation byte (0b10xxxxxx).
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// What stands before and after the first of these ASCII signs, if there is one. (The standard library's `split_once`
/// searches too well for texts of this length: it is four times as large.)
pub fn split_first(text: &str, sign: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// What stands before and after the first of these ASCII signs; without one, all of it and nothing.
pub fn cut(text: &str, sign: u8) -> (&str, &str) {
    split_first(text, sign).unwrap_or((text, ""))
}

/// What stands before and after the last of these signs, if there is one.
pub fn split_last(text: &str, sign: u8) -> Option<(&str, &str)> {
    let place = text.bytes().rposition(|byte| byte == sign)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// The parts of a text between these ASCII signs, as `str::split` has them: one more than there are signs.
pub fn parts(text: &str, sign: u8) -> Parts<'_> {
    Parts { rest: Some(text), sign }
}

/// See [`parts`].
pub struct Parts<'a> {
    rest: Option<&'a str>,
    sign: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let place = rest.bytes().position(|byte| byte == self.sign);
        self.rest = place.and_then(|place| rest.get(place + 1..));
        place.map_or(Some(rest), |place| rest.get(..place))
    }
}

/// One text of several.
#[inline(never)]
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Whether the server can store every character: there is no NUL. (Half a surrogate pair cannot stand in a `&str`;
/// what reads text from JavaScript watches for these.)
pub fn characters(text: &str) -> bool {
    text.bytes().all(|byte| byte != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_takes_exactly_what_python_takes() {
        // All characters for which Python's `str.isspace` answers true.
        let spaces = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\
                      \u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";
        assert_eq!(('\0'..=char::MAX).filter(|c| is_space(*c)).collect::<String>(), spaces);
        for space in spaces.chars() {
            let text = [space.to_string().as_str(), "a b", space.to_string().as_str()].concat();
            assert_eq!(trim(&text), "a b", "{:?}", space);
        }
    }

    #[test]
    fn trimming_leaves_what_only_looks_like_space() {
        for c in ['\0', '\x08', '\x0e', '\x1b', '\u{180e}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}'] {
            assert_eq!(trim(&c.to_string()), c.to_string());
        }
        assert_eq!(trim(""), "");
        assert_eq!(trim(" å 😀 "), "å 😀");
    }

    #[test]
    fn length_counts_code_points() {
        for (text, expected) in [("", 0), ("abc", 3), ("åäö", 3), ("😀", 1), ("e\u{301}", 2), ("👨‍👩‍👧", 5), ("\0", 1)]
        {
            assert_eq!(length(text), expected, "{text:?}");
            assert_eq!(length(text), text.chars().count());
        }
        assert_eq!(length(&"😀".repeat(1_000_000)), 1_000_000);
    }

    #[test]
    fn text_is_split_at_the_first_or_last_sign() {
        for text in ["", "@", "a@", "@b", "a@b", "å@😀@c@", "abc"] {
            assert_eq!(split_first(text, b'@'), text.split_once('@'), "{text}");
            assert_eq!(split_last(text, b'@'), text.rsplit_once('@'), "{text}");
        }
    }

    #[test]
    fn a_text_comes_in_parts_and_is_joined() {
        for text in ["", "a", "/", "a/b", "/a//å/", "å"] {
            assert_eq!(parts(text, b'/').collect::<Vec<_>>(), text.split('/').collect::<Vec<_>>(), "{text}");
        }
        assert_eq!(joined(&["a", "", "å"]), "aå");
    }

    #[test]
    fn blank_is_empty_after_trimming() {
        for text in ["", " ", "\t\r\n", "\u{3000}\u{a0}"] {
            assert!(trim(text).is_empty(), "{text:?}");
        }
        for text in [".", " a ", "\u{200b}", "\u{feff}", "\0"] {
            assert!(!trim(text).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn nul_is_the_one_character_refused() {
        assert!(characters(""));
        assert!(characters("å😀\x01\u{7f}\u{fffd}"));
        assert!(!characters("a\0b"));
        assert!(!characters(&["x".repeat(1_000_000).as_str(), "\0"].concat()));
    }

    #[test]
    fn text_is_cut_at_the_first_sign() {
        assert_eq!(cut("å{b}{c}", b'{'), ("å", "b}{c}"));
        assert_eq!(cut("åb", b'{'), ("åb", ""));
        assert_eq!(cut("", b'{'), ("", ""));
    }
}
