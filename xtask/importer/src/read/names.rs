//! Which names can stand in a declaration. What no API would call anything is no mistake of a document but an attack, and
//! ends the import.

use super::spot::{Problem, Spot};

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The name of a field or a parameter: small letters, digits and `_`, a letter first.
pub fn field(name: &str, spot: &Spot) -> Result<(), Problem> {
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(rest) && name.len() <= 100 {
        return Ok(());
    }
    Err(spot.problem(format!("`{name}` is no name of a field: small letters, digits and `_`")))
}

/// The name of a resource: letters and digits, a letter first.
pub fn resource(name: &str, spot: &Spot) -> Result<(), Problem> {
    if name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && name.len() <= 100
    {
        return Ok(());
    }
    Err(spot.problem(format!("`{name}` is no name of a resource: letters and digits")))
}

/// A path of the API: what its parts are made of.
pub fn path(path: &str, spot: &Spot) -> Result<(), Problem> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "/_-{}".contains(c);
    if path.starts_with('/') && path.chars().all(fits) && !path.contains("//") {
        return Ok(());
    }
    Err(spot.problem(format!("`{path}` is no path of the API: letters, digits, `_`, `-` and `{{pk}}` between slashes")))
}

/// Whether a file, and a module, can be called so.
pub fn is_module(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !KEYWORDS.contains(&name)
}

/// Text as it may stand in the types: in one line, and not at the end of a comment.
pub fn in_a_comment(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("*/", "* /").chars().filter(|c| !c.is_control()).collect()
}

/// Whether a text can stand between the quotes of a type.
pub fn is_plain(text: &str) -> bool {
    !text.contains(['"', '\\', '`', '\u{2028}', '\u{2029}'])
        && !text.chars().any(char::is_control)
        && !text.contains("*/")
}
