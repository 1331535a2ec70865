//! What users may set, and what is wrong with what they set: of the client, of one request, of a schema. Names of
//! options are ours (camelCase).

mod address;

use crate::query::encode;
use crate::rules::nearest;
use crate::value::Value;

/// The seven headers' values.
#[derive(Clone, Debug, PartialEq)]
pub struct Credentials {
    values: [String; 7],
}

/// Our name of a credential and the header it travels in, in the order of the API's overview.
pub const CREDENTIALS: [(&str, &str); 7] = [
    ("customerId", "X-PIGELLO-CUSTOMER-ID"),
    ("applicationId", "X-PIGELLO-APPLICATION-ID"),
    ("serviceId", "X-PIGELLO-SERVICE-ID"),
    ("serviceVersionId", "X-PIGELLO-SERVICE-VERSION-ID"),
    ("clientCt", "X-PIGELLO-CLIENT-CT"),
    ("clientEntity", "X-PIGELLO-CLIENT-ENTITY"),
    ("clientSecret", "X-PIGELLO-CLIENT-SECRET"),
];

impl Credentials {
    /// From the seven values in the order of [`CREDENTIALS`].
    pub fn new(values: [String; 7]) -> Self {
        Self { values }
    }

    /// Header and value.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        CREDENTIALS.iter().zip(&self.values).map(|((_, header), value)| (*header, value.as_str()))
    }

    /// The values in the order of [`CREDENTIALS`].
    pub fn values(&self) -> &[String; 7] {
        &self.values
    }

    /// The one that must never be seen.
    pub fn secret(&self) -> &str {
        let [.., secret] = &self.values;
        secret
    }
}

/// How often, and how long between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retry {
    /// Tries in all.
    pub attempts: u32,
    /// The longest first wait, in milliseconds.
    pub base_delay_ms: f64,
    /// The longest wait of all, in milliseconds.
    pub max_delay_ms: f64,
}

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
    /// Let fields that nobody declared pass.
    pub pass_unknown: bool,
    /// The language of messages, as given.
    pub locale: String,
    /// The longest URL, in characters.
    pub max_url_length: f64,
    /// Whether a browser sends: then a network failure may be CORS.
    pub browser: bool,
}

const MASK: &str = "[secret]";

impl Config {
    /// The text with every occurrence of the secret made `[secret]`, also as JSON and URLs spell it.
    pub fn masked(&self, text: &str) -> String {
        let Some(credentials) = &self.credentials else { return text.into() };
        let secret = credentials.secret();
        let escaped = secret.replace('\\', "\\\\").replace('"', "\\\"");
        let mut encoded = String::new();
        encode(secret, &mut encoded);
        let spellings = [secret, &escaped, &encoded];
        let mut masked = String::new();
        let mut rest = text;
        // In one pass: the mask itself may hold the secret.
        while let Some((at, spelling)) =
            spellings.iter().filter_map(|spelling| Some((rest.find(*spelling)?, *spelling))).min_by_key(|(at, _)| *at)
        {
            let (before, after) = rest.split_at(at);
            masked.push_str(before);
            masked.push_str(MASK);
            rest = after.strip_prefix(spelling).unwrap_or("");
        }
        masked.push_str(rest);
        masked
    }
}

/// What a request says of retries; what it leaves out is its client's.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RetryOptions {
    /// Tries in all.
    pub attempts: Option<u32>,
    /// The longest first wait, in milliseconds.
    pub base_delay_ms: Option<f64>,
    /// The longest wait of all, in milliseconds.
    pub max_delay_ms: Option<f64>,
}

impl RetryOptions {
    /// Filled up.
    pub fn or(self, base: Retry) -> Retry {
        Retry {
            attempts: self.attempts.unwrap_or(base.attempts),
            base_delay_ms: self.base_delay_ms.unwrap_or(base.base_delay_ms),
            max_delay_ms: self.max_delay_ms.unwrap_or(base.max_delay_ms),
        }
    }
}

/// What one request is set to, where it differs from its client.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestOptions {
    /// For each attempt, in milliseconds.
    pub timeout_ms: Option<f64>,
    /// How often, and how long between.
    pub retry: Option<RetryOptions>,
    /// Check the body before sending.
    pub validate: Option<bool>,
    /// Rows in one request of a bulk write.
    pub chunk_size: Option<f64>,
}

/// What a schema is set to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchemaOptions {
    /// `create` or `update`.
    pub mode: Option<String>,
    /// The language of messages.
    pub locale: Option<String>,
    /// `reject` or `pass`.
    pub unknown_fields: Option<String>,
    /// How many issues at most.
    pub max_issues: Option<f64>,
}

/// A message for whoever set the options: it names the option and the way out.
pub type Problem = String;

const CLIENT: &[&str] = &[
    "environment",
    "baseUrl",
    "credentials",
    "headers",
    "fetch",
    "timeoutMs",
    "retry",
    "concurrency",
    "validate",
    "checkResponses",
    "unknownFields",
    "locale",
    "maxUrlLength",
    "onRequest",
    "onResponse",
    "onRetry",
];
const RETRY: &[&str] = &["attempts", "baseDelayMs", "maxDelayMs"];
/// The retry of a client that says nothing of it.
pub const DEFAULT_RETRY: Retry = Retry { attempts: 3, base_delay_ms: 200.0, max_delay_ms: 20_000.0 };
/// The longest a timer of JavaScript can wait, in milliseconds.
const LONGEST_TIMER: f64 = 2_147_483_647.0;

/// Reads the options of `new Pigello(…)`. `page` is the origin of the page, in a browser: there a relative base URL
/// begins.
pub fn client(options: &Value, page: Option<&str>) -> Result<Config, Problem> {
    let options = Options::new("", options, CLIENT)?;
    let base = base(&options, page.is_some())?;
    let credentials = match options.get("credentials") {
        None => None,
        Some(given) => Some(credentials(given)?),
    };
    if credentials.is_none() && options.get("baseUrl").is_none() {
        return Err(text(&["credentials are missing: give all seven, or a `baseUrl` of a proxy that adds them"]));
    }
    if credentials.is_some() && address::is_open(&base, page) {
        return Err(text(&[
            "`baseUrl` must begin with https: credentials travel over plain http to this machine only",
        ]));
    }
    for name in ["fetch", "onRequest", "onResponse", "onRetry"] {
        if !matches!(options.get(name), None | Some(Value::Function)) {
            return Err(text(&["`", name, "` must be a function"]));
        }
    }
    if let Some(headers) = options.get("headers") {
        check_headers(headers)?;
    }
    Ok(Config {
        base,
        credentials,
        timeout_ms: options.number("timeoutMs", 0.0, LONGEST_TIMER)?.unwrap_or(30_000.0),
        retry: options.retry()?.unwrap_or_default().or(DEFAULT_RETRY),
        concurrency: options.whole("concurrency", 1.0, 10_000.0)?.unwrap_or(8.0),
        validate: options.bool("validate")?.unwrap_or(true),
        check_responses: options.bool("checkResponses")?.unwrap_or(false),
        pass_unknown: options.one_of("unknownFields", &["reject", "pass"])?.is_some_and(|chosen| chosen == "pass"),
        locale: options.locale()?.unwrap_or_else(|| "en".into()),
        max_url_length: options.whole("maxUrlLength", 1.0, 1e9)?.unwrap_or(8_000.0),
        browser: page.is_some(),
    })
}

/// Reads the options of one request; with `chunkSize` and `onProgress` where `bulk`.
pub fn request(options: &Value, bulk: bool) -> Result<RequestOptions, Problem> {
    const NAMES: &[&str] = &["signal", "timeoutMs", "headers", "retry", "validate", "chunkSize", "onProgress"];
    let (single, _) = NAMES.split_at(5);
    let options = Options::new("", options, if bulk { NAMES } else { single })?;
    if !matches!(options.get("onProgress"), None | Some(Value::Function)) {
        return Err(text(&["`onProgress` must be a function"]));
    }
    if options.get("signal").is_some() {
        return Err(text(&["`signal` must be an AbortSignal"]));
    }
    if let Some(headers) = options.get("headers") {
        check_headers(headers)?;
    }
    Ok(RequestOptions {
        timeout_ms: options.number("timeoutMs", 0.0, LONGEST_TIMER)?,
        retry: options.retry()?,
        validate: options.bool("validate")?,
        chunk_size: options.whole("chunkSize", 1.0, 1e6)?,
    })
}

/// Reads the options of a schema's methods; with `maxIssues` where it is about many rows.
pub fn schema(options: &Value, rows: bool) -> Result<SchemaOptions, Problem> {
    const NAMES: &[&str] = &["mode", "locale", "unknownFields", "input", "maxIssues"];
    let (single, _) = NAMES.split_at(4);
    let options = Options::new("", options, if rows { NAMES } else { single })?;
    options.one_of("input", &["json"])?;
    Ok(SchemaOptions {
        mode: options.one_of("mode", &["create", "update"])?,
        locale: options.locale()?,
        unknown_fields: options.one_of("unknownFields", &["reject", "pass"])?,
        max_issues: options.number("maxIssues", 1.0, f64::INFINITY)?,
    })
}

/// Headers that `fetch` refuses, or drops without a word.
const ENGINES_OWN: &[&str] =
    &["connection", "content-length", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"];

/// Whether a header of the user's may be sent: not one of ours, a name and a value that HTTP can carry.
pub fn check_header(name: &str, value: &str) -> Result<(), Problem> {
    let token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    if name.is_empty() || !name.bytes().all(token) {
        return Err(text(&["`headers` has a name that HTTP cannot carry"]));
    }
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("x-pigello-") || lower == "content-type" {
        return Err(text(&["`headers` must not set `", name, "`: it is set by the client"]));
    }
    if ENGINES_OWN.contains(&lower.as_str()) {
        return Err(text(&["`headers` must not set `", name, "`: it belongs to the connection"]));
    }
    if value.chars().any(|c| c.is_control() && c != '\t' || u32::from(c) > 255) {
        return Err(text(&["`headers` has a value that HTTP cannot carry, at `", name, "`"]));
    }
    Ok(())
}

fn check_headers(headers: &Value) -> Result<(), Problem> {
    let shape = || text(&["`headers` must be an object, a Headers, a list of pairs, or a function that answers one"]);
    let pairs = match headers {
        Value::Function => return Ok(()),
        Value::Array(pairs) => pairs,
        _ => return Err(shape()),
    };
    for pair in pairs {
        match pair {
            Value::Array(pair) => match pair.as_slice() {
                [Value::Text(name), Value::Text(value)] => check_header(name, value)?,
                [Value::Text(name), _] => return Err(text(&["`headers` must hold text, at `", name, "`"])),
                _ => return Err(shape()),
            },
            _ => return Err(shape()),
        }
    }
    Ok(())
}

fn credentials(given: &Value) -> Result<Credentials, Problem> {
    let names = CREDENTIALS.map(|(name, _)| name);
    let given = Options::new("credentials.", given, &names)?;
    let mut values: [String; 7] = Default::default();
    for (name, value) in names.into_iter().zip(values.iter_mut()) {
        match given.get(name) {
            Some(Value::Text(text)) if !text.is_empty() => value.clone_from(text),
            None => {
                return Err(text(&["`credentials.", name, "` is missing: give all seven, or none with a `baseUrl`"]));
            }
            Some(_) => return Err(text(&["`credentials.", name, "` must be text, and not empty"])),
        }
        if value.chars().any(|c| c.is_control() || u32::from(c) > 255) {
            return Err(text(&["`credentials.", name, "` has a character that a header cannot carry"]));
        }
    }
    Ok(Credentials::new(values))
}

fn base(options: &Options, browser: bool) -> Result<String, Problem> {
    match (options.get("baseUrl"), options.get("environment")) {
        (None, None) => {
            Err(text(&["`environment` or `baseUrl` is missing: there is no default, so that nothing meets \
            production by accident"]))
        }
        (None, Some(environment)) => environment.as_text().and_then(address::of_environment).ok_or_else(|| {
            text(&["`environment` must be the host's part before `.pigello.io`, such as `api` or `dev.api`"])
        }),
        (Some(Value::Text(url)), _) => address::base_url(url, browser),
        (Some(_), _) => Err(text(&["`baseUrl` must be text"])),
    }
}

/// Options by name, with a prefix for what they are called in messages.
struct Options<'a> {
    prefix: &'static str,
    given: &'a Value,
}

impl<'a> Options<'a> {
    fn new(prefix: &'static str, given: &'a Value, names: &[&'static str]) -> Result<Self, Problem> {
        let Value::Object(entries) = given else {
            let of = prefix.trim_end_matches('.');
            return Err(if of.is_empty() {
                text(&["options must be an object"])
            } else {
                text(&["`", of, "` must be an object"])
            });
        };
        for (name, _) in entries {
            if names.iter().all(|known| known != name) {
                return Err(match nearest::nearest(name, names.iter().copied()) {
                    Some(near) => text(&["unknown option `", prefix, name, "`; did you mean `", prefix, near, "`?"]),
                    None => text(&["unknown option `", prefix, name, "`; known are ", &names.join(", ")]),
                });
            }
        }
        Ok(Self { prefix, given })
    }

    fn get(&self, name: &str) -> Option<&'a Value> {
        self.given.get(name)
    }

    fn wrong<T>(&self, name: &str, wanted: &str) -> Result<T, Problem> {
        Err(text(&["`", self.prefix, name, "` must be ", wanted]))
    }

    fn bool(&self, name: &str) -> Result<Option<bool>, Problem> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Bool(value)) => Ok(Some(*value)),
            Some(_) => self.wrong(name, "true or false"),
        }
    }

    fn number(&self, name: &str, least: f64, most: f64) -> Result<Option<f64>, Problem> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Number(value)) if *value >= least && *value <= most => Ok(Some(*value)),
            Some(_) => {
                let mut wanted = text(&["a number from ", if least > 0.0 { "1" } else { "0" }]);
                if most.is_finite() {
                    wanted.push_str(" to ");
                    wanted.push_str(&(most as u64).to_string());
                }
                self.wrong(name, &wanted)
            }
        }
    }

    fn whole(&self, name: &str, least: f64, most: f64) -> Result<Option<f64>, Problem> {
        match self.number(name, least, most)? {
            Some(value) if value.fract() != 0.0 => self.wrong(name, "a whole number"),
            value => Ok(value),
        }
    }

    fn one_of(&self, name: &str, values: &[&str]) -> Result<Option<String>, Problem> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Text(value)) if values.contains(&value.as_str()) => Ok(Some(value.clone())),
            Some(_) => {
                let mut wanted = String::new();
                for (at, value) in values.iter().enumerate() {
                    wanted.push_str(if at > 0 { " or \"" } else { "\"" });
                    wanted.push_str(value);
                    wanted.push('"');
                }
                self.wrong(name, &wanted)
            }
        }
    }

    fn locale(&self) -> Result<Option<String>, Problem> {
        match self.get("locale") {
            None => Ok(None),
            Some(Value::Text(tag)) => Ok(Some(tag.clone())),
            Some(_) => self.wrong("locale", "a language tag, such as \"sv\" or \"en-GB\""),
        }
    }

    fn retry(&self) -> Result<Option<RetryOptions>, Problem> {
        match self.get("retry") {
            None => Ok(None),
            Some(Value::Bool(false)) => Ok(Some(RetryOptions { attempts: Some(1), ..RetryOptions::default() })),
            Some(given @ Value::Object(_)) => {
                let given = Options::new("retry.", given, RETRY)?;
                let attempts = given.whole("attempts", 1.0, 1000.0)?;
                Ok(Some(RetryOptions {
                    attempts: attempts.map(|attempts| attempts as u32),
                    base_delay_ms: given.number("baseDelayMs", 0.0, LONGEST_TIMER)?,
                    max_delay_ms: given.number("maxDelayMs", 0.0, LONGEST_TIMER)?,
                }))
            }
            Some(_) => self.wrong("retry", "false or an object of attempts, baseDelayMs and maxDelayMs"),
        }
    }
}

fn text(parts: &[&str]) -> String {
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(entries: &[(&str, Value)]) -> Result<Config, Problem> {
        let mut options: Vec<_> = entries.iter().map(|(name, value)| ((*name).into(), value.clone())).collect();
        if entries.iter().all(|(name, _)| *name != "baseUrl" && *name != "environment") {
            options.push(("baseUrl".into(), Value::Text("http://127.0.0.1:1".into())));
        }
        client(&Value::Object(options), None)
    }

    fn seven() -> Value {
        Value::Object(CREDENTIALS.iter().map(|(name, _)| ((*name).into(), Value::Text("x".into()))).collect())
    }

    fn problem(name: &str, value: Value) -> String {
        read(&[(name, value)]).unwrap_err()
    }

    #[test]
    fn what_is_not_said_has_its_default() {
        let config = read(&[]).unwrap();
        assert_eq!((config.timeout_ms, config.concurrency, config.max_url_length), (30_000.0, 8.0, 8_000.0));
        assert_eq!((config.retry, config.validate, config.check_responses), (DEFAULT_RETRY, true, false));
        assert_eq!((config.pass_unknown, config.locale.as_str()), (false, "en"));
    }

    #[test]
    fn nothing_meets_production_by_accident() {
        assert!(
            client(&Value::Object(Vec::new()), None).unwrap_err().contains("`environment` or `baseUrl` is missing")
        );
        let environment = ("environment", Value::Text("dev.api".into()));
        assert!(read(std::slice::from_ref(&environment)).unwrap_err().contains("credentials are missing"));
        assert_eq!(read(&[environment, ("credentials", seven())]).unwrap().base, "https://dev.api.pigello.io");
    }

    #[test]
    fn credentials_are_seven_or_none() {
        let Value::Object(mut some) = seven() else { unreachable!() };
        some.remove(2);
        assert!(problem("credentials", Value::Object(some.clone())).contains("`credentials.serviceId` is missing"));
        some.push(("serviceId".into(), Value::Text("a\nb".into())));
        assert!(problem("credentials", Value::Object(some)).contains("`credentials.serviceId` has a character"));
        let open = ("baseUrl", Value::Text("http://example.com".into()));
        assert!(read(&[open, ("credentials", seven())]).unwrap_err().contains("must begin with https"));
    }

    #[test]
    fn a_wrong_option_is_named_with_its_way_out() {
        assert_eq!(problem("timeoutMS", Value::Null), "unknown option `timeoutMS`; did you mean `timeoutMs`?");
        assert_eq!(problem("timeoutMs", Value::Number(-1.0)), "`timeoutMs` must be a number from 0 to 2147483647");
        assert_eq!(problem("concurrency", Value::Number(1.5)), "`concurrency` must be a whole number");
        let either = "`unknownFields` must be \"reject\" or \"pass\"";
        assert_eq!(problem("unknownFields", Value::Text("x".into())), either);
        assert_eq!(problem("fetch", Value::Text("x".into())), "`fetch` must be a function");
        assert!(problem("retry", Value::Bool(true)).starts_with("`retry` must be false or an object of attempts"));
        let pair = |name: &str, value: &str| Value::Array(vec![Value::Text(name.into()), Value::Text(value.into())]);
        assert!(problem("headers", Value::Array(vec![pair("X-A", "a\nb")])).contains("at `X-A`"));
        assert!(
            problem("headers", Value::Array(vec![pair("content-type", "x")])).contains("must not set `content-type`")
        );
        assert!(problem("headers", Value::Array(vec![pair("Host", "x")])).contains("must not set `Host`"));
    }

    #[test]
    fn retries_of_a_request_are_completed_by_its_client() {
        let own = Retry { attempts: 1, base_delay_ms: 1.0, max_delay_ms: 2.0 };
        let given = |retry| request(&Value::Object(vec![("retry".into(), retry)]), false).unwrap().retry.unwrap();
        let four = Value::Object(vec![("attempts".into(), Value::Number(4.0))]);
        assert_eq!(given(four).or(own), Retry { attempts: 4, ..own });
        assert_eq!(given(Value::Bool(false)).or(DEFAULT_RETRY), Retry { attempts: 1, ..DEFAULT_RETRY });
    }

    #[test]
    fn the_secret_is_masked_in_every_spelling_and_once() {
        let mut values: [String; 7] = Default::default();
        values[6] = "s\"e c".into();
        let config = Config { credentials: Some(Credentials::new(values)), ..read(&[]).unwrap() };
        assert_eq!(config.masked(r#"s"e c, s\"e c, s%22e%20c"#), "[secret], [secret], [secret]");
    }
}
