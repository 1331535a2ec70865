//! The messages in Swedish.

use crate::issue::Code;

/// The sentence for a code; braces are explained in `messages`. Some have a second form that passes on a hint.
pub(super) const fn sentence(code: Code, has_hint: bool) -> &'static str {
    match code {
        Code::Required => "Måste fyllas i",
        Code::Null if has_hint => "Kan inte vara null – använd `{hint}`",
        Code::Null => "Får inte vara tomt",
        Code::Type if has_hint => "Måste vara {kind}",
        Code::Type => "Har fel typ",
        Code::MinLength => "Måste vara minst {min} tecken",
        Code::MaxLength => "Får vara högst {max} tecken",
        Code::Characters => "Innehåller ett tecken som inte kan sparas",
        Code::Pattern => "Måste stämma med mönstret {pattern}",
        Code::Email => "Måste vara en e-postadress",
        Code::Uuid => "Måste vara ett id (uuid)",
        Code::Url => "Måste vara en webbadress, till exempel https://exempel.se",
        Code::Date => "Måste vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD",
        Code::DateTime => "Måste vara ett datum och en tid som finns, skrivet ÅÅÅÅ-MM-DD TT:MM",
        Code::Luhn => "Kontrollsiffran stämmer inte",
        Code::Gln13 => "GLN-numrets kontrollsiffra stämmer inte",
        Code::Integer => "Måste vara ett heltal",
        Code::Minimum => "Måste vara minst {min}",
        Code::Maximum => "Får vara högst {max}",
        Code::Enum => "Måste vara något av: {values}",
        Code::UnknownField if has_hint => "Fältet finns inte – menade du `{hint}`?",
        Code::UnknownField => "Fältet finns inte",
        Code::ReadOnly => "Kan inte ändras",
        Code::TogetherWith => "Måste anges tillsammans med: {fields}",
        Code::Excludes => "Kan inte anges tillsammans med: {fields}",
        Code::AtLeastOneOf => "Fyll i minst ett av: {fields}",
        Code::Requires => "Kräver att även detta fylls i: {fields}",
        Code::OrderedWith => "Står i fel ordning mot: {fields}",
        Code::MatchesValuesOf => "Har värden som saknas i: {fields}",
        Code::Magnitude => "Är för stort eller för litet mot: {fields}",
        Code::Duplicate => "Finns två gånger",
        Code::Server => "Servern godtog det inte ({status})",
        Code::Json => "Är inte giltig JSON",
        Code::UnknownFilter if has_hint => "Går inte att filtrera på – menade du `{hint}`?",
        Code::UnknownFilter => "Går inte att filtrera på",
        Code::UnknownOperator if has_hint => "Operatorn finns inte här – menade du `{hint}`?",
        Code::UnknownOperator => "Operatorn finns inte här",
        Code::UnknownOrder if has_hint => "Går inte att sortera på – menade du `{hint}`?",
        Code::UnknownOrder => "Går inte att sortera på",
        Code::UnknownOption if has_hint => "Valet finns inte – menade du `{hint}`?",
        Code::UnknownOption => "Valet finns inte",
        Code::Empty => "Måste innehålla minst ett värde",
        Code::Comma => "Får inte innehålla ett kommatecken",
        Code::UrlLength => "Gör adressen längre än {max} tecken",
    }
}

/// What to call the kind of value that a `type` issue's hint names. Other hints stand as they are.
pub(super) fn kind(hint: &str) -> Option<&'static str> {
    KINDS.iter().find_map(|(name, words)| (*name == hint).then_some(*words))
}

pub(super) static KINDS: &[(&str, &str)] = &[
    ("string", "text"),
    ("number", "ett tal"),
    ("integer", "ett heltal"),
    ("boolean", "sant eller falskt"),
    ("array", "en lista"),
    ("object", "ett objekt"),
    ("function", "en funktion"),
    ("{ id }", "en referens med ett id"),
    ("YYYY-MM-DD", "ett datum som text, ÅÅÅÅ-MM-DD"),
    ("date-time", "ett datum och en tid"),
    ("in", "ett värde – för flera används `in`"),
];
