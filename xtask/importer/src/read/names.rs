//! Which names can stand in a declaration. What no API would call anything is no mistake of a document but an attack, and
//! ends the import.

use super::spot::{Problem, Spot};

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What the crate and the package call things that stand where an application's would: features of cargo's, modules, and
/// the members of every client.
const NO_APPLICATIONS: &[&str] =
    &["all", "client", "constructor", "default", "request", "sandbox", "stored", "tests", "texts"];

/// Whether a field or a parameter can be declared by that name: small letters, digits and `_`, a letter first. What is
/// written otherwise, but as names are, cannot be declared; what is nothing like a name is refused.
pub fn field(name: &str, spot: &Spot) -> Result<bool, Problem> {
    let is_a_name = |c: char| c.is_ascii_alphanumeric() || "_-.@$[]".contains(c);
    if name.is_empty() || name.len() > 100 || !name.chars().all(is_a_name) || name.contains("..") {
        return Err(spot.problem(format!("`{name}` is no name of a field: small letters, digits and `_`")));
    }
    Ok(is_field(name))
}

/// Whether it is as the API's fields are called.
pub fn is_field(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
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

/// Whether an application can be called so.
pub fn is_application(name: &str) -> bool {
    is_module(name) && !NO_APPLICATIONS.contains(&name)
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
