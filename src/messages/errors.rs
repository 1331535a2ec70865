//! What an error of a call says to the developer who meets it: lower case, no final stop, the way out where there is one.

use super::{Locale, words};
use crate::error::{Api, Bulk, Error};
use crate::issue::{Issue, Segment};
use crate::number;

/// The message of an error. `browser`: a lost request may be CORS.
pub fn of_error<J>(error: &Error<J>, browser: bool) -> String {
    let mut text = String::new();
    write(error, browser, &mut text);
    text
}

/// What is wrong, and at which spots.
pub fn of_issues(what: &str, issues: &[Issue]) -> String {
    let mut text = String::new();
    write_issues(what, issues, &mut text);
    text
}

fn write<J>(error: &Error<J>, browser: bool, text: &mut String) {
    match error {
        Error::Config(problem) => text.push_str(problem),
        Error::Validation(issues) => write_issues("the input is not valid", issues, text),
        Error::Filter(issues) => write_issues("the list options are not valid", issues, text),
        Error::Api(api) => write_api(api, text),
        Error::Network(lost) => {
            add(text, &[lost.method.0, " ", &lost.url, " had no answer"]);
            write_attempts(lost.attempts, text);
            if browser {
                text.push_str("; if the server is up, it may not allow this page's origin (CORS)");
            }
        }
        Error::Timeout(lost, ms) => {
            add(text, &[lost.method.0, " ", &lost.url, " had no answer within ", &number::whole(*ms as u64), " ms"]);
            write_attempts(lost.attempts, text);
        }
        Error::Decode(decode) => {
            add(text, &[decode.method.0, " ", &decode.url, " was answered with a body that ", decode.problem]);
            if !decode.snippet.is_empty() {
                add(text, &[": ", &decode.snippet]);
            }
        }
        Error::Bulk(bulk) => write_bulk(bulk, browser, text),
        Error::Aborted => text.push_str("the call was aborted"),
        Error::Thrown(_) => text.push_str("the `headers` function threw"),
    }
}

fn write_issues(what: &str, issues: &[Issue], text: &mut String) {
    const SHOWN: usize = 3;
    text.push_str(what);
    for (at, issue) in issues.iter().take(SHOWN).enumerate() {
        text.push_str(if at == 0 { ": " } else { "; " });
        write_spot(issue, text);
        text.push_str(&words(Locale::En, issue));
    }
    if issues.len() > SHOWN {
        add(text, &["; and ", &number::whole((issues.len() - SHOWN) as u64), " more"]);
    }
}

/// Where it is wrong, unless that is everywhere.
fn write_spot(issue: &Issue, text: &mut String) {
    for (at, segment) in issue.path.iter().enumerate() {
        text.push(if at == 0 { '`' } else { '.' });
        match segment {
            Segment::Key(name) => text.push_str(name),
            Segment::Index(at) => number::push(*at as u64, text),
        }
    }
    if !issue.path.is_empty() {
        text.push_str("`: ");
    }
}

fn write_api<J>(api: &Api<J>, text: &mut String) {
    let status = number::whole(api.status.into());
    add(text, &[api.method.0, " ", &api.url]);
    if api.status == 0 || (300..400).contains(&api.status) {
        text.push_str(" was redirected");
        if api.status != 0 {
            add(text, &[" (", &status, ")"]);
        }
        return text.push_str(
            ": redirects are not followed, so that the credentials do not travel; set `baseUrl` to where it points",
        );
    }
    add(text, &[" was answered with ", &status]);
    if let Some(detail) = &api.detail {
        add(text, &[": ", detail]);
    } else if let Some(issue) = api.issues.first() {
        text.push_str(": ");
        write_spot(issue, text);
        text.push_str(issue.text("message").unwrap_or(""));
    }
    write_attempts(api.attempts, text);
}

fn write_bulk<J>(bulk: &Bulk<J>, browser: bool, text: &mut String) {
    text.push_str("the bulk write stopped");
    if let Some(failed) = bulk.failed {
        let (first, last) = (failed.start as u64, failed.end.saturating_sub(1) as u64);
        add(text, &[" at rows ", &number::whole(first), " to ", &number::whole(last)]);
        text.push_str(if failed.rejected {
            ", which the server rejected"
        } else {
            ", which may or may not be written: look before sending them again"
        });
    }
    add(text, &["; written before: ", &number::whole(bulk.count as u64), "; cause: "]);
    write(&bulk.cause, browser, text);
}

fn write_attempts(attempts: u32, text: &mut String) {
    if attempts > 1 {
        add(text, &[" (tried ", &number::whole(attempts.into()), " times)"]);
    }
}

fn add(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}
