//! The client's way from request to result over a port that plays a script: what is sent, what is tried again, what is
//! told, what comes out. No network, no clock.
#![allow(clippy::result_large_err, reason = "errors are unboxed where they are matched on")]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use pigello_client::client::{BulkWrite, Call, Event, Headers, Port, Stop};
use pigello_client::decode::{Answer, Engine, Shape};
use pigello_client::error::{Api, Bulk, Decode, Error, Failure};
use pigello_client::options::{Config, Problem};
use pigello_client::plan::{At, Plan, Walk};
use pigello_client::query::{Page, Purpose};
use pigello_client::request::Request;
use pigello_client::response::Response;
use pigello_client::schema::{Operation, Resource};
use pigello_client::value::Value;
use serde_json::Value as Json;

use crate::requests::config;

const ID: &str = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

/// What the script says to one attempt.
type Said = Result<Response<Json>, Stop<Json>>;

/// A port that answers from a script and writes down what it is asked.
#[derive(Default)]
struct Script {
    answers: RefCell<VecDeque<Said>>,
    sent: RefCell<Vec<Request>>,
    told: RefCell<Vec<String>>,
    added: Headers,
    turn_refused: RefCell<VecDeque<bool>>,
    /// What a bulk write has answered so far.
    written: RefCell<Vec<Json>>,
}

impl Script {
    fn new(answers: impl IntoIterator<Item = Said>) -> Self {
        Self { answers: RefCell::new(answers.into_iter().collect()), ..Self::default() }
    }

    fn urls(&self) -> Vec<String> {
        let short = |request: &Request| request.url.replace("https://dev.api.pigello.io", "").replace(ID, "ID");
        self.sent.borrow().iter().map(|request| format!("{} {}", request.method.0, short(request))).collect()
    }
}

impl Engine for Script {
    type Json = Json;
    fn parse(&self, text: &Json) -> Option<Json> {
        serde_json::from_str(text.as_str()?).ok()
    }
    fn shape(&self, value: &Json) -> Shape {
        match value {
            Json::Array(items) => Shape::Array(items.len(), items.iter().all(Json::is_object)),
            Json::Object(_) => Shape::Object,
            Json::String(text) if text.trim().is_empty() => Shape::Blank,
            _ => Shape::Scalar,
        }
    }
    fn item(&self, array: &Json, at: usize) -> Json {
        array[at].clone()
    }
    fn ids(&self, rows: &Json) -> Option<(Json, String)> {
        let id = |row: &Json| row.as_str().or_else(|| row["id"].as_str()).map(String::from);
        let ids: Option<Vec<String>> = rows.as_array().unwrap().iter().map(id).collect();
        ids.map(|ids| (ids.clone().into(), ids.join(",")))
    }
    fn list(&self) -> Json {
        Json::Null
    }
    fn append(&self, _: &Json, array: &Json) {
        self.written.borrow_mut().extend(array.as_array().unwrap().clone());
    }
    fn read(&self, value: &Json) -> Value {
        match value {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => Value::Number(number.as_f64().unwrap()),
            Json::String(text) => Value::Text(text.clone()),
            Json::Array(items) => Value::Array(items.iter().map(|item| self.read(item)).collect()),
            Json::Object(entries) => {
                Value::Object(entries.iter().map(|(name, value)| (name.clone(), self.read(value))).collect())
            }
        }
    }
    fn text(&self, text: &str) -> Json {
        text.into()
    }
    fn beginning(&self, text: &Json, length: usize) -> String {
        text.as_str().unwrap_or_default().chars().take(length).collect()
    }
    fn mask(&self, text: &Json, config: &Config) -> Json {
        config.masked(text.as_str().unwrap_or_default()).into()
    }
}

impl Port for Script {
    type Turn = ();
    async fn begin(&self, delay_ms: f64) -> Result<((), Headers), Stop<Json>> {
        if delay_ms > 0.0 {
            self.told.borrow_mut().push(format!("sleep {delay_ms}"));
        }
        let refused = self.turn_refused.borrow_mut().pop_front().unwrap_or(false);
        if refused { Err(Stop::Aborted) } else { Ok(((), self.added.clone())) }
    }
    async fn fetch(&self, plan: &Plan, added: &Headers) -> Said {
        let headers = [plan.request.headers.as_slice(), added].concat();
        self.sent.borrow_mut().push(Request { headers, ..plan.request.clone() });
        self.answers.borrow_mut().pop_front().expect("the script is over")
    }
    fn hold(&self, ms: f64) {
        self.told.borrow_mut().push(format!("hold {ms}"));
    }
    fn until(&self, _: &str) -> f64 {
        f64::NAN
    }
    fn random(&self) -> f64 {
        0.5
    }
    fn observe(&self, event: Event<Json>) {
        let error = event.error.map_or(String::new(), |error| format!(" {}", error.kind()));
        let status = event.status.map_or(String::new(), |status| format!(" {status}"));
        self.told.borrow_mut().push(format!("{} {}{status}{error}", event.name, event.attempt));
    }
    fn chunk(&self, start: usize, end: usize) -> Result<String, Problem> {
        Ok(format!("{:?}", (start..end).collect::<Vec<_>>()))
    }
    fn progress(&self, written: usize, _: usize) {
        self.told.borrow_mut().push(format!("written {written}"));
    }
}

/// Everything here is ready at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the script never waits"),
    }
}

fn answer(status: u16, body: &str) -> Said {
    Ok(Response { status, retry_after: None, is_json: true, body: body.into() })
}

fn lost() -> Said {
    Err(Stop::Network("refused".into()))
}

fn person() -> &'static Resource {
    pigello_client::resources::ALL.iter().find(|resource| resource.name == "Externalclientcontactperson").unwrap()
}

fn call<'a>(script: &'a Script, config: &'a Config) -> Call<'a, Script> {
    Call { port: script, config, timeout_ms: 5.0, retry: config.retry }
}

type Outcome = Result<Answer<Json>, Error<Json>>;

/// What comes of a plan over this script.
fn perform(script: &Script, plan: impl FnOnce(&Config) -> Result<Plan, Failure<Json>>) -> Outcome {
    let config = config();
    let plan = plan(&config).map_err(|error| *error)?;
    now(call(script, &config).perform(&plan, 0, None)).map_err(|error| *error)
}

fn list(script: &Script) -> Outcome {
    perform(script, |config| Plan::list(config, person(), None, Purpose::List, At::default()))
}

fn row(script: &Script, operation: Operation, id: Option<&str>) -> Outcome {
    perform(script, |config| Plan::row(config, person(), operation, id, None))
}

fn get(script: &Script) -> Outcome {
    row(script, Operation::Get, Some(ID))
}

fn create(script: &Script) -> Outcome {
    perform(script, |config| Ok(Plan::create(config, person(), "{}".into())))
}

/// A page of a walk: its rows and where it goes on, or `None` at the end.
fn page(script: &Script, slim: bool, walk: Option<Walk>) -> Result<Option<(Json, Walk)>, Error<Json>> {
    let page = Page { number: walk.map(|walk| walk.page), slim };
    let at = At { seen: walk.map_or(0.0, |walk| walk.seen), part: 0 };
    match perform(script, |config| Plan::list(config, person(), None, Purpose::Page(page), at))? {
        Answer::Page(rows, walk) => Ok(Some((rows, walk))),
        answer => {
            assert_eq!(answer, Answer::Nothing);
            Ok(None)
        }
    }
}

fn api(outcome: Outcome) -> Api<Json> {
    let Err(Error::Api(error)) = outcome else { panic!("{outcome:?}") };
    error
}

fn decode(outcome: Outcome) -> Decode {
    let Err(Error::Decode(error)) = outcome else { panic!("{outcome:?}") };
    error
}

#[test]
fn an_answer_is_what_was_asked_for() {
    let script = Script::new([answer(200, r#"[{"id":"a"}]"#), answer(200, r#"{"id":"a"}"#), answer(204, "")]);
    assert_eq!(list(&script), Ok(Answer::Value(serde_json::json!([{"id": "a"}]))));
    assert_eq!(get(&script), Ok(Answer::Value(serde_json::json!({"id": "a"}))));
    assert_eq!(row(&script, Operation::Delete, Some(ID)), Ok(Answer::Nothing));
    let base = "/organization/externalclientcontactperson/";
    assert_eq!(script.urls(), [format!("GET {base}list/"), format!("GET {base}ID/"), format!("DELETE {base}ID/")]);
    assert_eq!(
        *script.told.borrow(),
        ["request 1", "response 1 200"]
            .repeat(2)
            .into_iter()
            .chain(["request 1", "response 1 204"])
            .collect::<Vec<_>>()
    );
}

#[test]
fn an_id_that_is_no_uuid_is_not_sent() {
    let script = Script::default();
    for id in [Some(".."), Some(""), None] {
        let outcome = row(&script, Operation::Get, id);
        assert!(matches!(outcome, Err(Error::Validation(issues)) if issues.len() == 1));
    }
    assert!(script.sent.borrow().is_empty());
}

#[test]
fn a_body_that_breaks_the_promise_is_a_decode_error() {
    for (body, problem) in [
        ("<html>", "is not JSON"),
        ("", "is empty"),
        ("{}", "is not an array"),
        ("[1]", "has a row that is not an object"),
    ] {
        let script = Script::new([answer(200, body)]);
        assert_eq!(decode(list(&script)).problem, problem);
    }
    let script = Script::new([answer(200, "[]")]);
    assert_eq!(decode(get(&script)).problem, "is not an object");
}

#[test]
fn get_is_tried_again_and_post_is_not() {
    let script = Script::new([lost(), answer(503, ""), answer(200, "{}")]);
    get(&script).unwrap();
    assert_eq!(script.sent.borrow().len(), 3);
    assert_eq!(
        *script.told.borrow(),
        [
            "request 1",
            "retry 1 network",
            "sleep 100",
            "request 2",
            "response 2 503",
            "retry 2 503 api",
            "sleep 200",
            "request 3",
            "response 3 200"
        ]
    );
    let script = Script::new([lost()]);
    assert!(matches!(create(&script), Err(Error::Network(_))));
    assert_eq!(script.sent.borrow().len(), 1);
}

#[test]
fn a_stream_that_broke_is_tried_again_as_often_as_any_request() {
    let config = config();
    let broken = |script: &Script, attempt| {
        let plan = Plan::list::<Json>(&config, person(), None, Purpose::Stream, At::default()).unwrap();
        let broken = Stop::Network("reset".into());
        now(call(script, &config).perform(&plan, attempt, Some(broken))).map_err(|error| *error)
    };
    let script = Script::new([answer(503, ""), answer(200, "{}")]);
    let Ok(Answer::Stream(_, _, 200, attempts)) = broken(&script, 1) else { panic!("it was not opened") };
    assert_eq!(attempts, 3);
    let told = script.told.borrow();
    assert_eq!(told[..4], ["retry 1 network", "sleep 100", "request 2", "response 2 503"]);
    let Err(Error::Network(lost)) = broken(&Script::default(), 3) else { panic!("three tries are all there are") };
    assert_eq!(lost.attempts, 3);
}

#[test]
fn a_429_holds_everybody_and_is_tried_again_even_for_post() {
    let busy = Ok(Response { status: 429, retry_after: Some("2".into()), is_json: true, body: "".into() });
    let script = Script::new([busy, answer(201, "{}")]);
    create(&script).unwrap();
    assert!(script.told.borrow().contains(&"hold 2000".to_string()), "{:?}", script.told);
}

#[test]
fn a_delete_that_is_gone_at_the_second_try_has_succeeded() {
    let script = Script::new([lost(), answer(404, r#"{"detail":"Not found."}"#)]);
    row(&script, Operation::Delete, Some(ID)).unwrap();
    let script = Script::new([answer(404, "")]);
    assert_eq!(api(row(&script, Operation::Delete, Some(ID))).status, 404);
}

#[test]
fn a_refusal_after_a_try_that_may_have_been_carried_out_leaves_it_in_doubt() {
    let attempts = |outcome: Outcome| match outcome.unwrap_err() {
        Error::Network(lost) | Error::Timeout(lost, _) => (0, lost.attempts),
        Error::Api(api) => (api.status, api.attempts),
        other => panic!("{other:?}"),
    };
    let busy = || answer(429, "");
    for operation in [Operation::Delete, Operation::Update] {
        let of = |script: Vec<Said>| attempts(row(&Script::new(script), operation, Some(ID)));
        assert_eq!(of(vec![lost(), busy(), busy()]), (0, 3));
        assert_eq!(of(vec![Err(Stop::Timeout), answer(403, "")]), (0, 2));
        assert_eq!(of(vec![answer(502, ""), answer(409, "")]), (502, 2));
        assert_eq!(of(vec![busy(), answer(503, ""), busy()]), (503, 3));
        // What is less certain to have been carried out does not hide what is more so.
        assert_eq!(of(vec![lost(), answer(503, ""), busy()]), (0, 3));
        assert_eq!(of(vec![answer(503, ""), lost(), busy()]), (0, 3));
        // The last error is in doubt itself; nothing was; the row is not there.
        assert_eq!(of(vec![lost(), busy(), answer(503, "")]), (503, 3));
        assert_eq!(of(vec![busy(), busy(), busy()]), (429, 3));
        assert_eq!(of(vec![answer(503, ""), answer(404, "")]), (404, 2));
    }
    let gone = || Script::new([lost(), answer(404, "")]);
    assert_eq!(attempts(row(&gone(), Operation::Update, Some(ID))), (404, 2));
    // What only asks leaves nothing in doubt.
    assert_eq!(attempts(get(&Script::new([lost(), busy(), busy()]))), (429, 3));
}

#[test]
fn a_delete_that_may_have_been_carried_out_long_ago_has_succeeded_where_the_row_is_gone() {
    for between in [answer(503, ""), answer(429, "")] {
        let script = Script::new([lost(), between, answer(404, "")]);
        row(&script, Operation::Delete, Some(ID)).unwrap();
    }
}

#[test]
fn a_walk_ends_at_an_empty_page_or_a_404_after_the_first() {
    for end in [answer(200, "[]"), answer(404, "")] {
        let script = Script::new([answer(200, r#"[{"id":"a"}]"#), end]);
        let (_, walk) = page(&script, false, None).unwrap().unwrap();
        assert_eq!(page(&script, false, Some(walk)), Ok(None));
        assert!(script.urls()[1].ends_with("_order_by=id&_page=2&_page_size=500"), "{:?}", script.urls());
    }
    let script = Script::new([answer(404, "")]);
    assert!(matches!(page(&script, false, None), Err(Error::Api(_))));
}

#[test]
fn a_server_that_ignores_pages_is_found_out() {
    let same = || answer(200, r#"["a","b"]"#);
    let script = Script::new([same(), same()]);
    let (rows, walk) = page(&script, true, None).unwrap().unwrap();
    assert_eq!(rows, serde_json::json!(["a", "b"]));
    assert!(matches!(page(&script, true, Some(walk)), Err(Error::Decode(_))));
}

#[test]
fn the_servers_field_errors_become_issues() {
    let body = r#"{"email":["Enter a valid email."],"external_client":{"id":["No."]},"non_field_errors":["Both."]}"#;
    let script = Script::new([answer(400, body)]);
    let error = api(create(&script));
    let paths: Vec<_> =
        error.issues.iter().map(|issue| format!("{:?} {:?}", issue.path, issue.text("message"))).collect();
    assert_eq!(
        paths,
        [
            r#"[Key("email")] Some("Enter a valid email.")"#,
            r#"[Key("external_client"), Key("id")] Some("No.")"#,
            r#"[] Some("Both.")"#
        ]
    );
}

#[test]
fn the_secret_is_nowhere_in_what_the_server_echoes() {
    let script = Script::new([answer(400, r#"{"detail":"wrong secret"}"#)]);
    let error = api(create(&script));
    assert_eq!(error.detail.as_deref(), Some("wrong [secret]"));
    assert_eq!(error.body.unwrap()["detail"], "wrong [secret]");
}

fn bulk_with(script: &Script, config: &Config, total: usize) -> Result<Vec<Json>, Bulk<Json>> {
    let bulk = BulkWrite { resource: person(), total, chunk_size: 2 };
    match now(call(script, config).bulk_write(bulk)).map_err(|error| *error) {
        Ok(_) => Ok(script.written.take()),
        Err(Error::Bulk(bulk)) => Err(bulk),
        Err(other) => panic!("{other:?}"),
    }
}

fn bulk(script: &Script, total: usize) -> Result<Vec<Json>, Bulk<Json>> {
    bulk_with(script, &config(), total)
}

#[test]
fn a_bulk_write_goes_in_chunks_and_answers_in_order() {
    let script = Script::new([answer(201, r#"[{"n":0},{"n":1}]"#), answer(201, r#"[{"n":2}]"#)]);
    let rows = bulk(&script, 3).unwrap();
    assert_eq!(rows.iter().map(|row| row["n"].as_u64().unwrap()).collect::<Vec<_>>(), [0, 1, 2]);
    let bodies: Vec<_> = script.sent.borrow().iter().map(|request| request.body.clone().unwrap()).collect();
    assert_eq!(bodies, ["[0, 1]", "[2]"]);
    let told: Vec<_> = script.told.borrow().iter().filter(|line| line.starts_with("written")).cloned().collect();
    assert_eq!(told, ["written 2", "written 3"]);
    assert_eq!(bulk(&Script::default(), 0).unwrap(), Vec::<Json>::new());
}

#[test]
fn a_bulk_write_that_stops_says_what_is_written_what_failed_and_what_remains() {
    let good = || answer(201, r#"[{"n":0},{"n":1}]"#);
    for (second, rejected) in [
        (answer(400, r#"[{},{"name":["No."]}]"#), true),
        (lost(), false),
        (answer(500, ""), false),
        (answer(302, ""), false),
        (answer(201, "[{}]"), false),
        (Err(Stop::Timeout), false),
        (Err(Stop::Aborted), false),
    ] {
        let script = Script::new([good(), second]);
        let error = bulk(&script, 5).unwrap_err();
        assert_eq!((error.count, script.written.borrow().len()), (2, 2));
        let failed = error.failed.unwrap();
        assert_eq!((failed.start, failed.end, failed.rejected), (2, 4, rejected));
        assert_eq!(error.remaining, (4, 5));
        if rejected {
            assert_eq!(format!("{:?}", error.issues[0].path), r#"[Index(3), Key("name")]"#);
        }
        assert_eq!(script.sent.borrow().len(), 2, "no chunk is sent twice");
    }
}

#[test]
fn an_abort_while_a_refused_chunk_waits_for_its_next_try_leaves_it_refused() {
    let script = Script {
        turn_refused: RefCell::new([false, false, true].into()),
        ..Script::new([answer(201, r#"[{"n":0},{"n":1}]"#), answer(429, "")])
    };
    let error = bulk(&script, 5).unwrap_err();
    assert_eq!((*error.cause, script.sent.borrow().len()), (Error::Aborted, 2));
    let failed = error.failed.unwrap();
    assert_eq!((failed.start, failed.end, failed.rejected), (2, 4, true));
}

#[test]
fn a_bulk_write_stopped_between_chunks_has_no_failed_rows() {
    let script = Script {
        turn_refused: RefCell::new([false, true].into()),
        ..Script::new([answer(201, r#"[{"n":0},{"n":1}]"#)])
    };
    let error = bulk(&script, 5).unwrap_err();
    assert_eq!((error.failed, error.remaining, *error.cause), (None, (2, 5), Error::Aborted));
}

#[test]
fn the_users_headers_are_added_and_never_replace_ours() {
    let added = vec![("X-Trace".into(), "1".into())];
    let script = Script { added, ..Script::new([answer(200, "{}")]) };
    get(&script).unwrap();
    assert_eq!(script.sent.borrow()[0].headers.last().unwrap(), &("X-Trace".to_string(), "1".to_string()));
    for (name, value) in
        [("X-Pigello-Client-Secret", "x"), ("content-type", "x"), ("X-Trace", "a\nb"), ("a b", "x"), ("", "x")]
    {
        let script = Script { added: vec![(name.into(), value.into())], ..Script::default() };
        assert!(matches!(get(&script), Err(Error::Config(_))), "{name}");
        assert!(script.sent.borrow().is_empty());
    }
}

#[test]
fn a_bulk_write_whose_answer_misfits_the_model_has_written_its_rows() {
    let script = Script::new([answer(201, r#"[{"n":0},{"n":1}]"#)]);
    let mut config = config();
    config.check_responses = true;
    let error = bulk_with(&script, &config, 4).unwrap_err();
    assert_eq!((error.count, script.written.borrow().len()), (2, 2));
    assert_eq!((error.failed, error.remaining), (None, (2, 4)));
    assert!(matches!(*error.cause, Error::Decode(_)));
}

#[test]
fn a_body_that_is_no_list_of_messages_has_no_issues() {
    let script = Script::new([answer(500, r#"{"message":"Bad gateway","requestId":"abc"}"#)]);
    let error = api(create(&script));
    assert_eq!(error.issues, []);
    let script = Script::new([answer(400, r#"{"detail":"Invalid","name":["Too long"]}"#)]);
    let error = api(create(&script));
    assert_eq!((error.detail.as_deref(), error.issues.len()), (Some("Invalid"), 1));
}

#[test]
fn a_secret_at_the_end_of_a_snippet_is_not_cut_before_it_is_found() {
    let script = Script::new([answer(200, &("x".repeat(195) + "secret"))]);
    assert_eq!(decode(get(&script)).snippet, "x".repeat(195) + "[secr");
}

#[test]
fn a_bulk_write_of_which_nothing_was_sent_is_the_plain_error() {
    let script = Script { turn_refused: RefCell::new([true].into()), ..Script::default() };
    let bulk = BulkWrite { resource: person(), total: 4, chunk_size: 2 };
    let config = config();
    assert_eq!(*now(call(&script, &config).bulk_write(bulk)).unwrap_err(), Error::Aborted);
}
