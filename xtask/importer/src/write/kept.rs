//! What of an existing declaration file stays as somebody wrote it: the words at its head, comments above fields, constants,
//! and the text of every field of which nothing new is known.

/// An existing declaration file in its parts.
#[derive(Debug, Default)]
pub struct Kept {
    /// The `//!` lines.
    pub head: String,
    /// Constants and statics with their comments, and what they are called.
    pub items: Vec<(String, String)>,
    /// What stands above the declaration.
    pub above: String,
    /// The fields: name, comments above, text.
    pub fields: Vec<Entry>,
    /// The filters without a field.
    pub filters: Vec<Entry>,
}

/// One field of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// The comments above it, each with its line end.
    pub comments: String,
    /// Its builders, in one line.
    pub text: String,
}

impl Kept {
    /// The parts of a file. `None`: it is not as declaration files are.
    pub fn of(text: &str) -> Option<Self> {
        let mut kept = Self::default();
        let (before, declaration) = text.split_once("pub static RESOURCE: Resource")?;
        let mut above = String::new();
        let mut item = String::new();
        for line in before.split_inclusive('\n') {
            if line.starts_with("//!") {
                kept.head.push_str(line);
            } else if !item.is_empty() || line.starts_with("const ") || line.starts_with("static ") {
                item.push_str(line);
                if line.trim_end().ends_with(';') {
                    let name = item.split_whitespace().nth(1)?.trim_end_matches(':').to_owned();
                    kept.items.push((name, std::mem::take(&mut above) + &item));
                    item.clear();
                }
            } else if line.starts_with("//") || line.starts_with('#') {
                above.push_str(line);
            } else {
                above.clear();
            }
        }
        kept.above = above;
        kept.fields = block(declaration, ".fields(&[")?;
        kept.filters = block(declaration, ".filters(&[")?;
        Some(kept)
    }
}

/// The entries of a list in the declaration; none where there is no such list.
fn block(text: &str, begin: &str) -> Option<Vec<Entry>> {
    let Some((_, rest)) = text.split_once(begin) else { return Some(Vec::new()) };
    let mut entries = Vec::new();
    let mut depth = 0_u32;
    let (mut comments, mut code) = (String::new(), String::new());
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => {
                let line: String = letters.by_ref().take_while(|letter| *letter != '\n').collect();
                comments.push('/');
                comments.push_str(line.trim_end());
                comments.push('\n');
            }
            '"' => {
                code.push('"');
                while let Some(inner) = letters.next() {
                    code.push(inner);
                    match inner {
                        '\\' => code.extend(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            ',' if depth == 0 => entries.extend(entry(&mut comments, &mut code)),
            ']' if depth == 0 => {
                entries.extend(entry(&mut comments, &mut code));
                return Some(entries);
            }
            '(' | '[' | '{' => {
                depth += 1;
                code.push(letter);
            }
            ')' | ']' | '}' => {
                depth = depth.checked_sub(1)?;
                code.push(letter);
            }
            // A chain over several lines becomes one line; between words a space stays.
            letter if letter.is_whitespace() => {
                if !code.is_empty() && !code.ends_with([' ', '(', '[']) {
                    code.push(' ');
                }
            }
            letter => {
                if letter == '.' && code.ends_with(' ') {
                    code.pop();
                }
                code.push(letter);
            }
        }
    }
    None
}

fn entry(comments: &mut String, code: &mut String) -> Option<Entry> {
    let text = std::mem::take(code).trim().replace(",)", ")").replace(", )", ")").replace(", ]", "]");
    let comments = std::mem::take(comments);
    if text.is_empty() {
        return None;
    }
    let fixed = [("Field::id()", "id"), ("Field::created_at()", "created_at"), ("Field::custom_id()", "custom_id")];
    let fixed = fixed.iter().find(|(builder, _)| text.starts_with(builder)).map(|(_, name)| *name);
    let name = fixed.or_else(|| text.split('"').nth(1)).unwrap_or("").to_owned();
    Some(Entry { name, comments, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_taken_apart() {
        let text = r#"//! Head.

use a::b;

/// Some.
const SOME: &[&str] = &[
    "a",
];
/// Digits.
static DIGITS: Pattern = pattern!(r"\d");

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new("A", "A", "/a/a/")
    .fields(&[
        Field::id(),
        // Why, so.
        Field::text("name")
            .required()
            .texts(&["a, b", "]\"("]),
        Field::reference("a", "B").rules(&[Rule::excludes(SOME)]),
    ]);
"#;
        let kept = Kept::of(text).unwrap();
        assert_eq!(kept.head, "//! Head.\n");
        let items: Vec<_> = kept.items.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(items, ["SOME", "DIGITS"]);
        assert!(kept.items[0].1.starts_with("/// Some.\nconst SOME") && kept.items[0].1.ends_with("];\n"));
        assert_eq!(kept.above, "/// Fields in the page's order.\n");
        let names: Vec<_> = kept.fields.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["id", "name", "a"]);
        assert_eq!(kept.fields[1].comments, "// Why, so.\n");
        assert_eq!(kept.fields[1].text, r#"Field::text("name").required().texts(&["a, b", "]\"("])"#);
        assert_eq!(kept.filters, []);
        assert!(Kept::of("fn main() {}").is_none());
    }
}
