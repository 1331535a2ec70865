//! An issue as it is told to the JavaScript layer, data and words: `[path, code, params, message]`. The names are put to
//! these there (`issues.ts`): quicker, where there are many, than handing each name over with each issue.

use super::{Locale, words};
use crate::issue::{Issue, Param, Segment};
use crate::value::{Object, Value};

/// One issue.
pub fn told(issue: &Issue, locale: Locale) -> Value {
    let mut path = Vec::new();
    for segment in &issue.path {
        path.push(match segment {
            Segment::Key(name) => Value::Text(name.clone()),
            Segment::Index(at) => Value::Number(*at as f64),
        });
    }
    let mut params = Object::default();
    for (name, value) in &issue.params {
        // The server's own words are the message, not a parameter of it.
        if *name != "message" {
            params.put(name, param(value));
        }
    }
    let code = Value::Text(issue.code.as_str().into());
    Value::Array(vec![Value::Array(path), code, params.into(), Value::Text(words(locale, issue))])
}

/// Several.
pub fn told_all(issues: &[Issue], locale: Locale) -> Value {
    let mut all = Vec::new();
    for issue in issues {
        all.push(told(issue, locale));
    }
    Value::Array(all)
}

fn param(value: &Param) -> Value {
    match value {
        Param::Number(number) => Value::Number(*number),
        Param::Text(text) => Value::Text(text.clone()),
        Param::List(items) => {
            let mut list = Vec::new();
            for item in items {
                list.push(param(item));
            }
            Value::Array(list)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::Code;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn an_issue_is_its_path_its_code_its_figures_and_its_words() {
        let issue = Issue::at("name", Code::MaxLength).number("max", 255.0).inside(Segment::Index(7));
        let path = Value::Array(vec![Value::Number(7.0), text("name")]);
        let params = Value::Object(vec![("max".into(), Value::Number(255.0))]);
        let words = text("Får vara högst 255 tecken");
        assert_eq!(told(&issue, Locale::Sv), Value::Array(vec![path, text("max_length"), params, words]));
    }

    #[test]
    fn the_servers_words_are_the_message_and_no_parameter() {
        let words = Param::Text("Ensure this.".into());
        let issue = Issue::new(Code::Server).number("status", 400.0).with("message", words);
        let params = Value::Object(vec![("status".into(), Value::Number(400.0))]);
        let expected = vec![Value::Array(Vec::new()), text("server"), params, text("Ensure this.")];
        assert_eq!(told(&issue, Locale::En), Value::Array(expected));
    }
}
