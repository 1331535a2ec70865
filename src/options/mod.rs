//! What users may set, and what is wrong with what they set: of the client, of one request, of a schema. Names of
//! options are ours (camelCase).

mod address;
mod credentials;
mod headers;
mod retry;
mod table;
mod terms;

pub use credentials::{CREDENTIALS, Credentials};
pub use headers::check as check_header;
pub use retry::Retry;
pub use terms::Terms;

use crate::rules::text::joined;
use crate::value::{Object, Value};

/// What a client is set to, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Scheme, host and path, without a slash at the end.
    pub base: String,
    /// The seven, or none with a proxy that adds them.
    pub credentials: Option<Credentials>,
    /// For each attempt, in milliseconds; 0: none.
    pub timeout_ms: f64,
    /// How often, and how long between.
    pub retry: Retry,
    /// Requests at once.
    pub concurrency: f64,
    /// Check bodies before sending.
    pub validate: bool,
    /// Check answers against the model.
    pub check_responses: bool,
    /// How bodies are judged, but for the mode.
    pub terms: Terms,
    /// The longest URL, in characters.
    pub max_url_length: f64,
    /// Whether a browser sends: then a network failure may be CORS.
    pub browser: bool,
}

impl Config {
    /// What the JavaScript layer needs of it; the secret stays out of it.
    pub fn told(&self) -> Value {
        let mut told = Object::default();
        told.number("timeoutMs", self.timeout_ms);
        told.number("concurrency", self.concurrency);
        told.bool("validate", self.validate);
        told.bool("checkResponses", self.check_responses);
        told.number("terms", self.terms.0.into());
        told.number("maxDelayMs", self.retry.max_delay_ms);
        told.into()
    }

    /// The text with every occurrence of the secret made `[secret]`, also as JSON and URLs spell it.
    pub fn masked(&self, text: &str) -> String {
        match &self.credentials {
            None => text.into(),
            Some(credentials) => credentials.masked(text),
        }
    }
}

/// The retry of a client that says nothing of it.
pub const DEFAULT_RETRY: Retry = Retry { attempts: 3, base_delay_ms: 200.0, max_delay_ms: 20_000.0 };

/// A message for whoever set the options: it names the option and the way out.
pub type Problem = String;

/// Checks options by what they are of: `request`, `bulk`, `schema` or `rows`.
pub fn check(what: &str, given: &Value) -> Result<(), Problem> {
    table::check(table::of(what), "", given)
}

/// The names of the options there are; of a `client` too.
pub fn names(what: &str) -> impl Iterator<Item = &'static str> {
    table::of(what).iter().map(|option| option.name)
}

/// Reads the options of `new Pigello(…)`. `page` is the origin of the page, in a browser: there a relative base URL
/// begins.
pub fn client(mut options: Value, page: Option<&str>) -> Result<Config, Problem> {
    check("client", &options)?;
    let base = base(&options, page.is_some())?;
    let credentials = match options.take("credentials") {
        None => None,
        Some(given) => Some(Credentials::read(given)?),
    };
    if credentials.is_none() && options.get("baseUrl").is_none() {
        return Err(joined(&["credentials are missing: give all seven, or a `baseUrl` of a proxy that adds them"]));
    }
    if credentials.is_some() && address::is_open(&base, page) {
        return Err(joined(&[
            "`baseUrl` must begin with https: credentials travel over plain http to this machine only",
        ]));
    }
    let number = |name, default| options.get(name).and_then(Value::as_number).unwrap_or(default);
    let is = |name, value| options.get(name).is_some_and(|given| given.is(value));
    Ok(Config {
        base,
        credentials,
        timeout_ms: number("timeoutMs", 30_000.0),
        retry: DEFAULT_RETRY.with(options.get("retry")),
        concurrency: number("concurrency", 8.0),
        validate: !is("validate", false),
        check_responses: is("checkResponses", true),
        terms: Terms::of(&options, false),
        max_url_length: number("maxUrlLength", 8_000.0),
        browser: page.is_some(),
    })
}

fn base(options: &Value, browser: bool) -> Result<String, Problem> {
    let problem = match (options.get("baseUrl"), options.get("environment")) {
        (Some(Value::Text(url)), _) => return address::base_url(url, browser),
        (Some(_), _) => "`baseUrl` must be text",
        (None, Some(environment)) => match environment.as_text().and_then(address::of_environment) {
            Some(base) => return Ok(base),
            None => "`environment` must be the host's part before `.pigello.io`, such as `api` or `dev.api`",
        },
        (None, None) => "`environment` or `baseUrl` is missing: there is no default",
    };
    Err(joined(&[problem]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;
    use crate::validate::Unknown;

    fn read(entries: &[(&str, Value)]) -> Result<Config, Problem> {
        client(with_address(entries), None)
    }

    fn with_address(entries: &[(&str, Value)]) -> Value {
        let mut options: Vec<_> = entries.iter().map(|(name, value)| ((*name).into(), value.clone())).collect();
        if entries.iter().all(|(name, _)| *name != "baseUrl" && *name != "environment") {
            options.push(("baseUrl".into(), Value::Text("http://127.0.0.1:1".into())));
        }
        Value::Object(options)
    }

    fn seven() -> Value {
        Value::Object(CREDENTIALS.iter().map(|(name, _)| ((*name).into(), Value::Text("x".into()))).collect())
    }

    fn problem(name: &str, value: Value) -> String {
        read(&[(name, value)]).unwrap_err()
    }

    fn object(entries: &[(&str, Value)]) -> Value {
        Value::Object(entries.iter().map(|(name, value)| ((*name).into(), value.clone())).collect())
    }

    #[test]
    fn what_is_not_said_has_its_default() {
        let config = read(&[]).unwrap();
        assert_eq!((config.timeout_ms, config.concurrency, config.max_url_length), (30_000.0, 8.0, 8_000.0));
        assert_eq!((config.retry, config.validate, config.check_responses), (DEFAULT_RETRY, true, false));
        assert_eq!(config.terms, Terms::of(&object(&[]), false));
    }

    #[test]
    fn what_is_said_is_so() {
        let said = [
            ("timeoutMs", Value::Number(0.0)),
            ("concurrency", Value::Number(2.0)),
            ("maxUrlLength", Value::Number(100.0)),
            ("retry", Value::Bool(false)),
            ("validate", Value::Bool(false)),
            ("checkResponses", Value::Bool(true)),
            ("unknownFields", Value::Text("pass".into())),
            ("locale", Value::Text("sv-SE".into())),
            ("credentials", seven()),
        ];
        let config = read(&said).unwrap();
        assert_eq!((config.timeout_ms, config.concurrency, config.max_url_length), (0.0, 2.0, 100.0));
        assert_eq!(config.retry, Retry { attempts: 1, ..DEFAULT_RETRY });
        assert_eq!((config.validate, config.check_responses), (false, true));
        assert_eq!((config.terms.unknown(), config.terms.locale()), (Unknown::Pass, Locale::Sv));
        assert_eq!(config.credentials.unwrap().secret(), "x");
    }

    #[test]
    fn bulk_writes_have_options_of_their_own() {
        for (name, value) in [("onProgress", Value::Function), ("chunkSize", Value::Number(2.0))] {
            assert_eq!(check("bulk", &object(&[(name, value.clone())])), Ok(()));
            let unknown = check("request", &object(&[(name, value)])).unwrap_err();
            assert!(unknown.starts_with("unknown option"), "{unknown}");
        }
        assert_eq!(check("request", &object(&[("headers", Value::Function)])), Ok(()));
    }

    #[test]
    fn nothing_meets_production_by_accident() {
        assert!(client(Value::Object(Vec::new()), None).unwrap_err().contains("`environment` or `baseUrl` is missing"));
        let environment = ("environment", Value::Text("dev.api".into()));
        assert!(read(std::slice::from_ref(&environment)).unwrap_err().contains("credentials are missing"));
        assert_eq!(read(&[environment, ("credentials", seven())]).unwrap().base, "https://dev.api.pigello.io");
    }

    #[test]
    fn credentials_are_seven_or_none() {
        let Value::Object(mut some) = seven() else { unreachable!() };
        some.remove(2);
        assert!(problem("credentials", Value::Object(some.clone())).contains("`credentials.serviceId` is missing"));
        for (value, wrong) in
            [("a\nb", "has a character"), ("å€", "has a character"), ("", "must be text, and not empty")]
        {
            let mut seven = some.clone();
            seven.push(("serviceId".into(), Value::Text(value.into())));
            let expected = ["`credentials.serviceId` ", wrong].concat();
            assert!(problem("credentials", Value::Object(seven)).starts_with(&expected), "{value}");
        }
        assert_eq!(problem("credentials", Value::Null), "`credentials` must be an object");
        let Value::Object(mut eight) = seven() else { unreachable!() };
        eight.push(("clientsecret".into(), Value::Null));
        let near = "unknown option `credentials.clientsecret`; did you mean `credentials.clientSecret`?";
        assert_eq!(problem("credentials", Value::Object(eight)), near);
        let open = ("baseUrl", Value::Text("http://example.com".into()));
        assert!(read(&[open, ("credentials", seven())]).unwrap_err().contains("must begin with https"));
    }

    #[test]
    fn a_wrong_option_is_named_with_its_way_out() {
        for (name, value, message) in [
            ("timeoutMS", Value::Null, "unknown option `timeoutMS`; did you mean `timeoutMs`?"),
            ("timeoutMs", Value::Number(-1.0), "`timeoutMs` must be a number from 0 to 2147483647"),
            ("timeoutMs", Value::Number(f64::NAN), "`timeoutMs` must be a number from 0 to 2147483647"),
            ("concurrency", Value::Number(1.5), "`concurrency` must be a whole number"),
            ("concurrency", Value::Number(0.5), "`concurrency` must be a number from 1 to 10000"),
            ("unknownFields", Value::Text("x".into()), "`unknownFields` must be \"reject\" or \"pass\""),
            ("validate", Value::Null, "`validate` must be true or false"),
            ("locale", Value::Null, "`locale` must be a language tag, such as \"sv\" or \"en-GB\""),
            ("fetch", Value::Text("x".into()), "`fetch` must be a function"),
            ("retry", Value::Bool(true), "`retry` must be false or an object of attempts, baseDelayMs and maxDelayMs"),
            ("retry", object(&[("attempts", Value::Null)]), "`retry.attempts` must be a number from 1 to 1000"),
        ] {
            assert_eq!(problem(name, value), message);
        }
        assert_eq!(client(Value::Null, None).unwrap_err(), "options must be an object");
        let many = check("rows", &object(&[("maxIssues", Value::Number(0.0))]));
        assert_eq!(many.unwrap_err(), "`maxIssues` must be a number from 1");
        let far = check("schema", &object(&[("xyzzy", Value::Null)]));
        assert_eq!(far.unwrap_err(), "unknown option `xyzzy`; known are mode, locale, unknownFields, input, fields");
        for wrong in [Value::Text("name".into()), Value::Array(vec![Value::Null])] {
            let fields = check("schema", &object(&[("fields", wrong)]));
            assert_eq!(fields.unwrap_err(), "`fields` must be an array of names");
        }
        let signal = check("request", &object(&[("signal", Value::Other)]));
        assert_eq!(signal.unwrap_err(), "`signal` must be an AbortSignal");
    }

    #[test]
    fn headers_of_the_users_own_are_those_that_nobody_else_sets() {
        let pair = |name: &str, value: &str| Value::Array(vec![Value::Text(name.into()), Value::Text(value.into())]);
        assert!(problem("headers", Value::Array(vec![pair("X-A", "a\nb")])).contains("at `X-A`"));
        assert!(problem("headers", Value::Array(vec![pair("X-A", "€")])).contains("at `X-A`"));
        assert!(
            problem("headers", Value::Array(vec![pair("content-type", "x")])).contains("must not set `content-type`")
        );
        assert!(problem("headers", Value::Array(vec![pair("Host", "x")])).contains("must not set `Host`"));
        assert!(read(&[("headers", Value::Array(vec![pair("X-A", "å\tb")]))]).is_ok());
    }

    #[test]
    fn retries_of_a_request_are_completed_by_its_client() {
        let own = Retry { attempts: 1, base_delay_ms: 1.0, max_delay_ms: 2.0 };
        let four = object(&[("attempts", Value::Number(4.0))]);
        assert_eq!(own.with(Some(&four)), Retry { attempts: 4, ..own });
        assert_eq!(DEFAULT_RETRY.with(Some(&Value::Bool(false))), Retry { attempts: 1, ..DEFAULT_RETRY });
        assert_eq!(own.with(None), own);
    }

    #[test]
    fn the_secret_is_masked_in_every_spelling_and_once() {
        let mut credentials = seven();
        drop(credentials.take("clientSecret"));
        let Value::Object(entries) = &mut credentials else { unreachable!() };
        entries.push(("clientSecret".into(), Value::Text("s\"e c".into())));
        let config = read(&[("credentials", credentials)]).unwrap();
        assert_eq!(config.masked(r#"s"e c, s\"e c, s%22e%20c, å"#), "[secret], [secret], [secret], å");
        assert_eq!(read(&[]).unwrap().masked("a"), "a");
    }
}
