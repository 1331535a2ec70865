//! What an error of a call says to the developer who meets it: lower case, no final stop, the way out where there is one.

use super::{Locale, words};
use crate::error::{Api, Bulk, Error, Lost};
use crate::issue::{Issue, Segment};
use crate::number;

/// The message of an error. `browser`: a lost request may be CORS.
pub fn of_error<J>(error: &Error<J>, browser: bool) -> String {
    match error {
        Error::Config(problem) => problem.clone(),
        Error::Validation(issues) => of_issues("the input is not valid", issues),
        Error::Filter(issues) => of_issues("the list options are not valid", issues),
        Error::Api(api) => of_api(api),
        Error::Network(lost) => of_network(lost, browser),
        Error::Timeout(lost, ms) => {
            [&asked(lost.method.0, &lost.url), " had no answer within ", &number(*ms), " ms", &tried(lost.attempts)]
                .concat()
        }
        Error::Decode(decode) => {
            let mut text =
                [&asked(decode.method.0, &decode.url), " was answered with a body that ", decode.problem].concat();
            if !decode.snippet.is_empty() {
                text.push_str(": ");
                text.push_str(&decode.snippet);
            }
            text
        }
        Error::Bulk(bulk) => of_bulk(bulk, browser),
        Error::Aborted => "the call was aborted".into(),
        Error::Thrown(_) => "the `headers` function threw".into(),
    }
}

/// What is wrong, and at which spots.
pub fn of_issues(what: &str, issues: &[Issue]) -> String {
    let mut text = String::from(what);
    const SHOWN: usize = 3;
    for (at, issue) in issues.iter().take(SHOWN).enumerate() {
        text.push_str(if at == 0 { ": " } else { "; " });
        let path = path(issue);
        if !path.is_empty() {
            text.push('`');
            text.push_str(&path);
            text.push_str("`: ");
        }
        text.push_str(&words(Locale::En, issue));
    }
    if issues.len() > SHOWN {
        text.push_str("; and ");
        text.push_str(&number((issues.len() - SHOWN) as f64));
        text.push_str(" more");
    }
    text
}

fn path(issue: &Issue) -> String {
    let mut text = String::new();
    for segment in &issue.path {
        if !text.is_empty() {
            text.push('.');
        }
        match segment {
            Segment::Key(name) => text.push_str(name),
            Segment::Index(at) => text.push_str(&number(*at as f64)),
        }
    }
    text
}

fn of_api<J>(api: &Api<J>) -> String {
    let mut text = asked(api.method.0, &api.url);
    if api.status == 0 || (300..400).contains(&api.status) {
        text.push_str(" was redirected");
        if api.status != 0 {
            text.push_str(" (");
            text.push_str(&number(f64::from(api.status)));
            text.push(')');
        }
        text.push_str(
            ": redirects are not followed, so that the credentials do not travel; set `baseUrl` to where it points",
        );
        return text;
    }
    text.push_str(" was answered with ");
    text.push_str(&number(f64::from(api.status)));
    if let Some(detail) = &api.detail {
        text.push_str(": ");
        text.push_str(detail);
    } else if let Some(issue) = api.issues.first() {
        text.push_str(": ");
        let path = path(issue);
        if !path.is_empty() {
            text.push('`');
            text.push_str(&path);
            text.push_str("`: ");
        }
        text.push_str(issue.text("message").unwrap_or(""));
    }
    text.push_str(&tried(api.attempts));
    text
}

fn of_network<J>(lost: &Lost<J>, browser: bool) -> String {
    let mut text = asked(lost.method.0, &lost.url);
    text.push_str(" had no answer");
    text.push_str(&tried(lost.attempts));
    if browser {
        text.push_str("; if the server is up, it may not allow this page's origin (CORS)");
    }
    text
}

fn of_bulk<J>(bulk: &Bulk<J>, browser: bool) -> String {
    let mut text = String::from("the bulk write stopped");
    if let Some(failed) = bulk.failed {
        text.push_str(" at rows ");
        text.push_str(&number(failed.start as f64));
        text.push_str(" to ");
        text.push_str(&number(failed.end.saturating_sub(1) as f64));
        text.push_str(if failed.rejected {
            ", which the server rejected"
        } else {
            ", which may or may not be written: look before sending them again"
        });
    }
    text.push_str("; written before: ");
    text.push_str(&number(bulk.count as f64));
    text.push_str("; cause: ");
    text.push_str(&of_error(&bulk.cause, browser));
    text
}

fn asked(method: &str, url: &str) -> String {
    [method, " ", url].concat()
}

fn tried(attempts: u32) -> String {
    if attempts > 1 { [" (tried ", &number(f64::from(attempts)), " times)"].concat() } else { String::new() }
}

fn number(number: f64) -> String {
    number::whole(number as u64)
}
