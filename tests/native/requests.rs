//! Each operation's request against the documented curl example: method, URL, headers, body. No network is met.

use pigello_client::options::{CREDENTIALS, Config, Credentials, DEFAULT_RETRY, Terms};
use pigello_client::query::{Page, Purpose, query};
use pigello_client::request::{Request, Target, is_path};
use pigello_client::schema::{Operation, Resource};
use pigello_client::value::Value as Given;
use serde_json::Value;

use crate::pages;

const ID: &str = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

/// A client's settings, as if read.
pub fn config() -> Config {
    let values = ["customer", "application", "service", "version", "ct", "entity", "secret"];
    let credentials = CREDENTIALS.iter().zip(values);
    let credentials = credentials.map(|((name, _), value)| ((*name).into(), Given::Text(value.into()))).collect();
    Config {
        base: "https://dev.api.pigello.io".into(),
        credentials: Some(Credentials::read(Given::Object(credentials)).unwrap()),
        timeout_ms: 0.0,
        retry: DEFAULT_RETRY,
        concurrency: 8.0,
        validate: true,
        check_responses: false,
        terms: Terms(0),
        max_url_length: 8000.0,
        browser: false,
    }
}

fn request(resource: &Resource, operation: Operation, body: Option<String>) -> Request {
    let empty = pigello_client::query::Query::default();
    let target = match operation {
        Operation::List => Target::List(&empty),
        Operation::BulkWrite => Target::Bulk,
        Operation::Create => Target::Base,
        Operation::Get | Operation::Update | Operation::Delete => Target::Row(ID),
    };
    Request::new(&config(), resource, operation, target, body)
}

/// The names of the headers, as the curl examples sort them.
fn sorted_headers(request: &Request) -> Vec<&str> {
    let mut names: Vec<_> = request.headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names
}

#[test]
fn every_documented_operation_is_sent_as_its_curl_example() {
    let mut compared = 0;
    for page in pages::all() {
        let resource = pages::declaration(&page);
        for (name, shown) in page["operations"].as_object().unwrap() {
            let operation = *Operation::TEMPLATE
                .iter()
                .find(|operation| name.replace(' ', "").eq_ignore_ascii_case(operation.as_str()))
                .unwrap();
            let curl = &shown["curl"];
            let body = curl.get("body").map(Value::to_string);
            let request = request(resource, operation, body.clone());
            assert_eq!(request.method.0, curl["method"].as_str().unwrap(), "{name}");
            let url = curl["url"].as_str().unwrap().replace("{pk}", ID);
            let path = url.split('?').next().unwrap();
            assert_eq!(request.url, path, "{name}");
            let headers: Vec<_> =
                curl["headers"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            assert_eq!(sorted_headers(&request), headers, "{name}");
            assert_eq!(request.body, body, "{name}");
            compared += 1;
        }
    }
    assert!(compared >= 9, "{compared}: the first two pages have nine between them");
}

#[test]
fn list_parameters_have_the_names_the_order_and_the_encoding_of_the_curl_example() {
    fn text(text: &str) -> Given {
        Given::Text(text.into())
    }
    for page in pages::all() {
        let resource = pages::declaration(&page);
        let url = page["operations"]["List"]["curl"]["url"].as_str().unwrap();
        let shown = url.split('?').nth(1).unwrap();
        // The example names fields that no resource has; every parameter is sent, by the call that it belongs to.
        let shown = shown.replace("field_a", "custom_id").replace("field_b", "created_at");
        let order = Given::Array(vec![text("custom_id"), text("-created_at")]);
        let options = Given::Object(vec![
            ("orderBy".into(), order),
            ("page".into(), Given::Number(1.0)),
            ("pageSize".into(), Given::Number(0.0)),
            ("search".into(), text("string")),
        ]);
        let sent = |purpose| query(resource, Some(&options), purpose).unwrap().to_text();
        let without = |names: &[&str]| {
            let kept = shown.split('&').filter(|pair| !names.contains(&pair.split('=').next().unwrap()));
            kept.collect::<Vec<_>>().join("&")
        };
        assert_eq!(sent(Purpose::List), without(&["_jsonl", "_slim", "_statistics"]));
        assert_eq!(sent(Purpose::Stream), without(&["_slim", "_statistics"]));
        assert_eq!(sent(Purpose::Statistics), without(&["_jsonl", "_slim"]));
        let Given::Object(mut options) = options.clone() else { unreachable!() };
        options[2].1 = Given::Number(1.0);
        let slim = Purpose::Page(Page { number: None, slim: true });
        let walked = query(resource, Some(&Given::Object(options)), slim).unwrap().to_text();
        let shown = without(&["_jsonl", "_statistics"]).replace("_page_size=0", "_page_size=1");
        // A walk appends the id, so that no two rows change places between pages.
        assert_eq!(walked, shown.replace("created_at&", "created_at%2Cid&"));
    }
}

#[test]
fn the_seven_headers_carry_their_credentials() {
    let request = request(pigello_client::resources::ALL.get(0).unwrap(), Operation::Get, None);
    let sent: Vec<_> = request.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    assert_eq!(
        sent,
        [
            "X-PIGELLO-CUSTOMER-ID: customer",
            "X-PIGELLO-APPLICATION-ID: application",
            "X-PIGELLO-SERVICE-ID: service",
            "X-PIGELLO-SERVICE-VERSION-ID: version",
            "X-PIGELLO-CLIENT-CT: ct",
            "X-PIGELLO-CLIENT-ENTITY: entity",
            "X-PIGELLO-CLIENT-SECRET: secret",
        ]
    );
}

#[test]
fn a_path_of_the_untyped_request_stays_below_the_base() {
    for path in ["/", "/a/b/", "/a.b/c..d/", "/å"] {
        assert!(is_path(path), "{path}");
    }
    for path in [
        "",
        "a",
        "//evil.example/",
        "/a?b",
        "/a#b",
        "/../a",
        "/a/..",
        "/a/%2e%2E/b",
        "/a/.%2e/",
        "/./a",
        "/a\\b",
        "/a b",
        "/a\nb",
        "https://evil.example/",
        "/a%2f..%2f",
        "/%5c",
    ] {
        assert!(!is_path(path), "{path}");
    }
}
