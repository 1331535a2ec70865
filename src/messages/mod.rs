//! Words for people: an issue as a sentence that stands beside a form field. One file a language holds the sentences,
//! `labels.rs` the names of fields; here they are put together. `errors.rs` has the developer's messages, for whole calls.
//! What is wrong, and where, is decided elsewhere.

mod en;
mod errors;
pub mod labels;
mod sv;
mod table;
mod told;

pub use errors::{of_error, of_issues};
pub use labels::label;
pub use told::{told, told_all};

use crate::issue::{Code, Issue, Param};
use crate::number;
use crate::rules::text::{self, cut};

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Swedish.
    Sv,
}

impl Locale {
    /// The language for a language tag: Swedish for `sv` and all its regions (`sv-SE`, `sv_FI`), else English.
    pub fn of(tag: &str) -> Self {
        match tag.as_bytes() {
            [b's' | b'S', b'v' | b'V'] | [b's' | b'S', b'v' | b'V', b'-' | b'_', ..] => Self::Sv,
            _ => Self::En,
        }
    }
}

/// What a language has words for, as `table` reads it.
struct Words {
    /// A row for each code, in the order of the codes: its sentence, and the one that passes on a hint.
    sentences: &'static str,
    /// By name: what kinds of values are called.
    kinds: &'static str,
}

macro_rules! sentences {
    ($($code:ident: $plain:literal $(, $hinted:literal)?;)*) => {{
        const _: () = $crate::messages::check_order(&[$($crate::issue::Code::$code),*]);
        concat!($($plain, $("\t", $hinted,)? "\n"),*)
    }};
}
use sentences;

macro_rules! kinds {
    ($($name:literal: $words:literal;)*) => { concat!($($name, "\t", $words, "\n"),*) };
}
use kinds;

/// A code without its sentence does not compile, and so does one at another's place.
#[expect(clippy::panic, clippy::indexing_slicing, reason = "this runs while compiling")]
const fn check_order(codes: &[Code]) {
    let mut at = 0;
    while at < Code::ALL.len() {
        if at >= codes.len() || codes[at] as usize != at {
            panic!("the sentences stand in the order of the codes, one for each");
        }
        at += 1;
    }
}

/// The message for an issue: a short sentence without a full stop. It does not name the field it stands beside. What
/// the server said stays in the server's words.
pub fn words(locale: Locale, issue: &Issue) -> String {
    if let (Code::Server, Some(message)) = (issue.code, issue.text("message"))
        && !text::trim(message).is_empty()
    {
        return message.into();
    }
    let language = match locale {
        Locale::En => &en::WORDS,
        Locale::Sv => &sv::WORDS,
    };
    let (plain, hinted) = cut(table::row(language.sentences, issue.code as usize), b'\t');
    let mut rest = if hinted.is_empty() || issue.text("hint").is_none() { plain } else { hinted };
    let mut out = String::new();
    while !rest.is_empty() {
        let (before, after) = cut(rest, b'{');
        let (slot, after) = cut(after, b'}');
        out.push_str(before);
        if slot == "kind" {
            let hint = issue.text("hint").unwrap_or("");
            out.push_str(table::named(language.kinds, hint).unwrap_or(hint));
        } else if !slot.is_empty() {
            fill(slot, locale, issue, &mut out);
        }
        rest = after;
    }
    out
}

/// Writes what stands in braces in a sentence: `{name}` is the parameter of that name, `{name:one|many}` the word that
/// goes with its number. (`{kind}` is the kind of value that `hint` names.)
fn fill(slot: &str, locale: Locale, issue: &Issue, out: &mut String) {
    let (name, forms) = cut(slot, b':');
    let value = issue.params.iter().find_map(|(known, value)| (*known == name).then_some(value));
    match value {
        Some(value) if forms.is_empty() => write(value, name == "fields", locale, out),
        None if forms.is_empty() => out.push('…'),
        value => {
            let (one, many) = cut(forms, b'|');
            out.push_str(if matches!(value, Some(Param::Number(1.0))) { one } else { many });
        }
    }
}

fn write(value: &Param, is_field: bool, locale: Locale, out: &mut String) {
    match value {
        Param::Number(number) => write_number(*number, locale, out),
        Param::Text(name) if is_field => match (labels::label(name), locale) {
            (Some(label), Locale::En) => out.push_str(label.en),
            (Some(label), Locale::Sv) => out.push_str(label.sv),
            (None, _) => {
                out.push('`');
                out.push_str(name);
                out.push('`');
            }
        },
        Param::Text(text) => out.push_str(text),
        Param::List(items) => {
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                write(item, is_field, locale, out);
            }
        }
    }
}

/// Writes a number with up to six decimals. (The standard library's way costs 20 KB of wasm.)
fn write_number(number: f64, locale: Locale, out: &mut String) {
    let size = number.abs();
    let mut whole = size as u64;
    let mut millionths = ((size - whole as f64) * 1e6).round() as u64;
    if millionths == 1_000_000 {
        (whole, millionths) = (whole + 1, 0);
    }
    if number < 0.0 && (whole, millionths) != (0, 0) {
        out.push('-');
    }
    number::push(whole, out);
    if millionths > 0 {
        out.push(if locale == Locale::Sv { ',' } else { '.' });
        let mut place = 100_000;
        while millionths > 0 {
            number::push(millionths / place, out);
            (millionths, place) = (millionths % place, place / 10);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Param {
        Param::Text(text.into())
    }

    fn texts(items: &[&str]) -> Param {
        Param::List(items.iter().copied().map(text).collect())
    }

    /// An issue with every parameter that its code may have.
    fn full(code: Code) -> Issue {
        Issue::at("name", code)
            .number("min", 2.0)
            .number("max", 255.0)
            .number("status", 400.0)
            .with("pattern", text("^a$"))
            .with("values", Param::List(vec![Param::Number(0.0), Param::Number(1.0), text("20.520")]))
            .with("fields", texts(&["first_name", "page_size"]))
    }

    fn both(issue: &Issue) -> [String; 2] {
        [words(Locale::En, issue), words(Locale::Sv, issue)]
    }

    #[test]
    fn every_code_has_a_sentence_in_both_languages() {
        for code in Code::ALL {
            for issue in [full(*code), full(*code).hint("custom_id")] {
                let [en, sv] = both(&issue);
                assert_ne!(en, sv, "{code:?}");
                for message in [en, sv] {
                    assert!(message.chars().next().is_some_and(char::is_uppercase), "{code:?}: {message}");
                    assert!(!message.ends_with(['.', '!', ' ', ':']), "{code:?}: {message}");
                    assert!(!message.contains(['{', '}', '…', '|']), "{code:?}: {message}");
                    assert!(!message.contains("  "), "{code:?}: {message}");
                    assert!(message.chars().count() < 90, "{code:?}: {message}");
                }
            }
        }
    }

    #[test]
    fn what_the_server_says_stays_in_its_words_unless_it_says_nothing() {
        let said = |message: &str| words(Locale::Sv, &full(Code::Server).with("message", text(message)));
        assert_eq!(said("Ogiltigt."), "Ogiltigt.");
        for nothing in ["", " ", "\n"] {
            assert_eq!(said(nothing), words(Locale::Sv, &full(Code::Server)));
        }
    }

    #[test]
    fn codes_are_told_apart_by_their_words() {
        for locale in [Locale::En, Locale::Sv] {
            let mut all: Vec<String> = Code::ALL.iter().map(|code| words(locale, &full(*code))).collect();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), Code::ALL.len());
        }
    }

    #[test]
    fn figures_stand_in_the_message() {
        for (issue, en, sv) in [
            (Issue::new(Code::Required), "Must be filled in", "Måste fyllas i"),
            (full(Code::MaxLength), "Must be at most 255 characters", "Får vara högst 255 tecken"),
            (full(Code::MinLength), "Must be at least 2 characters", "Måste vara minst 2 tecken"),
            (
                Issue::new(Code::MinLength).number("min", 1.0),
                "Must be at least 1 character",
                "Måste vara minst 1 tecken",
            ),
            (Issue::new(Code::Minimum).number("min", -0.5), "Must be at least -0.5", "Måste vara minst -0,5"),
            (full(Code::Maximum), "Must be at most 255", "Får vara högst 255"),
            (full(Code::Luhn), "The check digit is not right", "Kontrollsiffran stämmer inte"),
            (full(Code::Pattern), "Must match the pattern ^a$", "Måste stämma med mönstret ^a$"),
            (full(Code::Enum), "Must be one of: 0, 1, 20.520", "Måste vara något av: 0, 1, 20.520"),
            (
                Issue::new(Code::Server).number("status", 409.0),
                "The server refused it (409)",
                "Servern godtog det inte (409)",
            ),
        ] {
            assert_eq!(both(&issue), [en, sv]);
        }
    }

    #[test]
    fn other_fields_stand_by_their_labels_and_unknown_ones_by_their_names() {
        let issue =
            Issue::new(Code::AtLeastOneOf).with("fields", texts(&["first_name", "last_name", "corporate_name"]));
        assert_eq!(
            both(&issue),
            [
                "Fill in at least one of: First name, Last name, Company name",
                "Fyll i minst ett av: Förnamn, Efternamn, Företagsnamn"
            ]
        );
        let issue = Issue::at("page", Code::TogetherWith).with("fields", texts(&["pageSize"]));
        assert_eq!(both(&issue), ["Must be set together with: `pageSize`", "Måste anges tillsammans med: `pageSize`"]);
    }

    #[test]
    fn hints_name_the_way_out() {
        for (code, hint, en, sv) in [
            (
                Code::UnknownField,
                "custom_id",
                "No such field; did you mean `custom_id`?",
                "Fältet finns inte – menade du `custom_id`?",
            ),
            (
                Code::UnknownFilter,
                "email",
                "Cannot be filtered on; did you mean `email`?",
                "Går inte att filtrera på – menade du `email`?",
            ),
            (Code::Null, "isnull", "Cannot be null; use `isnull`", "Kan inte vara null – använd `isnull`"),
            (Code::Type, "string", "Must be text", "Måste vara text"),
            (Code::Type, "{ id }", "Must be a reference with an id", "Måste vara en referens med ett id"),
            (
                Code::Type,
                "YYYY-MM-DD",
                "Must be a date as text, YYYY-MM-DD",
                "Måste vara ett datum som text, ÅÅÅÅ-MM-DD",
            ),
            (
                Code::Type,
                "in",
                "Must be one value; for several use `in`",
                "Måste vara ett värde – för flera används `in`",
            ),
            (Code::Type, "Map | Set", "Must be Map | Set", "Måste vara Map | Set"),
        ] {
            let issue = Issue::at("x", code).hint(hint);
            assert_eq!(both(&issue), [en, sv]);
        }
    }

    #[test]
    fn every_kind_of_value_has_words_in_both_languages() {
        let names = |kinds: &'static str| kinds.lines().map(|row| cut(row, b'\t')).collect::<Vec<_>>();
        let (en, sv) = (names(en::WORDS.kinds), names(sv::WORDS.kinds));
        assert!(en.len() > 5);
        assert_eq!(
            en.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            sv.iter().map(|(name, _)| name).collect::<Vec<_>>()
        );
        assert!(en.iter().chain(&sv).all(|(_, words)| !words.is_empty() && !words.contains(['{', '}'])));
        assert_eq!(table::named(en::WORDS.kinds, "else"), None);
    }

    #[test]
    fn the_servers_words_are_passed_through() {
        let issue = Issue::at("name", Code::Server).number("status", 400.0).with("message", text("Ensure this. {max}"));
        assert_eq!(both(&issue), ["Ensure this. {max}", "Ensure this. {max}"]);
    }

    #[test]
    fn a_missing_parameter_leaves_a_gap_that_shows() {
        assert_eq!(words(Locale::En, &Issue::new(Code::MaxLength)), "Must be at most … characters");
    }

    #[test]
    fn braces_in_parameters_stay_as_they_are() {
        let issue = Issue::new(Code::Pattern).with("pattern", text(r"^\d{7,15}$"));
        assert_eq!(words(Locale::En, &issue), r"Must match the pattern ^\d{7,15}$");
    }

    #[test]
    fn numbers_are_written_by_hand_and_right() {
        for (number, en) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.0, "7"),
            (-12.0, "-12"),
            (2_147_483_647.0, "2147483647"),
            (-2_147_483_648.0, "-2147483648"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (0.1, "0.1"),
            (0.05, "0.05"),
            (1.25, "1.25"),
            (99.999_999, "99.999999"),
            (0.999_999_9, "1"),
            (-0.000_000_1, "0"),
            (1234.5, "1234.5"),
        ] {
            for (locale, expected) in [(Locale::En, en.to_string()), (Locale::Sv, en.replace('.', ","))] {
                let mut out = String::new();
                write_number(number, locale, &mut out);
                assert_eq!(out, expected);
            }
        }
    }

    #[test]
    fn any_swedish_tag_is_swedish_and_all_else_english() {
        for tag in ["sv", "SV", "sv-SE", "sv_FI", "Sv-Latn-SE", "sv-"] {
            assert_eq!(Locale::of(tag), Locale::Sv, "{tag}");
        }
        for tag in ["", "en", "en-SE", "de", "svx", "svenska", "-sv", "s", "nb-NO", "å", "\0"] {
            assert_eq!(Locale::of(tag), Locale::En, "{tag}");
        }
    }
}
