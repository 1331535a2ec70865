//! One operation from request to result: headers, turns in the queue, retries, pages, bulk. It knows the outside only
//! as a [`Port`].

use std::cell::Cell;

use crate::decode::{self, Engine, Promise, Shape};
use crate::error::{Bulk, Error, Failed, Lost};
use crate::issue::{Code, Issue, Segment};
use crate::options::{Config, Problem, Retry, check_header};
use crate::query::{Page, Purpose, Query, query};
use crate::request::{Method, Request, Target};
use crate::response::Response;
use crate::retry::{self, Failure};
use crate::rules::uuid;
use crate::schema::{Operation, Resource};
use crate::value::Value;

/// Where the client meets the world: the queue, `fetch`, the clock, chance, and who watches.
pub trait Port: Engine {
    /// A turn in the queue; dropping it gives the place to the next.
    type Turn;
    /// Waits for a turn.
    fn enter(&self) -> impl Future<Output = Result<Self::Turn, Stop<Self::Json>>>;
    /// Nobody is to be sent for so many milliseconds.
    fn hold(&self, ms: f64);
    /// The headers that the user adds to this attempt.
    fn headers(&self) -> impl Future<Output = Result<Vec<(String, String)>, Stop<Self::Json>>>;
    /// Sends, and reads the answer's text; of a success that is to be streamed, the stream.
    fn fetch(
        &self,
        request: &Request,
        timeout_ms: f64,
        stream: bool,
    ) -> impl Future<Output = Result<Response<Self::Json>, Stop<Self::Json>>>;
    /// Waits.
    fn sleep(&self, ms: f64) -> impl Future<Output = Result<(), Stop<Self::Json>>>;
    /// Milliseconds since 1970.
    fn now(&self) -> f64;
    /// From 0 to 1.
    fn random(&self) -> f64;
    /// Tells whoever watches.
    fn observe(&self, event: Event<Self::Json>);
}

/// Why an attempt ended without an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop<J> {
    /// The caller's signal.
    Aborted,
    /// The attempt's time was over.
    Timeout,
    /// `fetch` rejected with this.
    Network(J),
    /// What the caller's own function threw.
    Thrown(J),
    /// What the caller's own function answered is of no use.
    Config(Problem),
}

/// What whoever watches is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'a, J> {
    /// `request`, `response` or `retry`.
    pub name: &'static str,
    /// The method.
    pub method: &'a Method,
    /// The URL, without the secret.
    pub url: &'a str,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// The answer's status.
    pub status: Option<u16>,
    /// How long until the next try, in milliseconds.
    pub delay_ms: Option<f64>,
    /// What went wrong.
    pub error: Option<&'a Error<J>>,
}

/// A call: where it goes out, and what it is set to.
pub struct Call<'a, P: Port> {
    /// The outside.
    pub port: &'a P,
    /// What the client is set to.
    pub config: &'a Config,
    /// For each attempt, in milliseconds; 0: none.
    pub timeout_ms: f64,
    /// How often, and how long between.
    pub retry: Retry,
}

type Outcome<T, P> = Result<T, Error<<P as Engine>::Json>>;

/// One page of a walk, and where it goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Walked<J> {
    /// The rows, or the ids of a slim walk.
    pub rows: J,
    /// The ids of a slim walk.
    pub ids: Option<Vec<String>>,
    /// Where the walk goes on.
    pub state: WalkState,
}

/// Where a walk stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WalkState {
    /// The next page.
    pub page: f64,
    /// A hash of the ids of the page before: the same again means a server that ignores pages.
    pub seen: u64,
}

impl<P: Port> Call<'_, P> {
    /// The rows of one list request.
    pub async fn list(&self, resource: &Resource, options: Option<&Value>, purpose: Purpose) -> Outcome<P::Json, P> {
        let (request, _) = self.list_request(resource, options, purpose)?;
        let promise = if purpose == Purpose::Statistics { Promise::Json } else { Promise::Rows };
        self.json(Some(resource), request, promise).await
    }

    /// The stream of one list request, once its headers are in.
    pub async fn stream(
        &self,
        resource: &Resource,
        options: Option<&Value>,
    ) -> Outcome<(Request, Response<P::Json>), P> {
        let (request, _) = self.list_request(resource, options, Purpose::Stream)?;
        let response = self.send(&request, true).await?;
        Ok((request, response))
    }

    /// The next page of a walk; `None` at its end, which is an empty page, or a 404 on a page after the first, and
    /// nothing else (our decision).
    pub async fn page(
        &self,
        resource: &Resource,
        options: Option<&Value>,
        slim: bool,
        state: Option<WalkState>,
    ) -> Outcome<Option<Walked<P::Json>>, P> {
        let number = state.as_ref().map(|state| state.page);
        let (request, asked) = self.list_request(resource, options, Purpose::Page(Page { number, slim }))?;
        let page = asked.page.unwrap_or(1.0);
        let response = match self.send(&request, false).await {
            Err(Error::Api(api)) if api.status == 404 && page > 1.0 => return Ok(None),
            sent => sent?,
        };
        let promise = if slim { Promise::Ids } else { Promise::Rows };
        let rows = self.decoded(Some(resource), &request, &response, promise)?;
        if self.port.shape(&rows) == Shape::Array(0) {
            return Ok(None);
        }
        let broken = |problem| decode::not_promised(self.port, self.config, &request, &response, problem, Vec::new());
        let ids = decode::ids(self.port, &rows);
        if slim && ids.is_none() {
            return Err(broken("has a row without an id"));
        }
        let seen = ids.as_ref().map_or(0, |ids| hash(ids));
        if seen != 0 && state.is_some_and(|state| state.seen == seen) {
            return Err(broken("has the ids of the page before: the server ignores `_page`"));
        }
        Ok(Some(Walked { rows, ids: ids.filter(|_| slim), state: WalkState { page: page + 1.0, seen } }))
    }

    /// The row of that id.
    pub async fn get(&self, resource: &Resource, id: Option<&str>) -> Outcome<P::Json, P> {
        let request = self.row_request(resource, Operation::Get, id, None)?;
        self.json(Some(resource), request, Promise::Row).await
    }

    /// A new row.
    pub async fn create(&self, resource: &Resource, body: String) -> Outcome<P::Json, P> {
        let request = Request::new(self.config, resource, Operation::Create, Target::Base, Some(body));
        self.json(Some(resource), request, Promise::Row).await
    }

    /// A changed row.
    pub async fn update(&self, resource: &Resource, id: Option<&str>, body: String) -> Outcome<P::Json, P> {
        let request = self.row_request(resource, Operation::Update, id, Some(body))?;
        self.json(Some(resource), request, Promise::Row).await
    }

    /// A row less.
    pub async fn delete(&self, resource: &Resource, id: Option<&str>) -> Outcome<(), P> {
        let request = self.row_request(resource, Operation::Delete, id, None)?;
        self.send(&request, false).await.map(drop)
    }

    /// Any request below the base.
    pub async fn request(
        &self,
        method: &str,
        path: &str,
        query: Query,
        body: Option<String>,
    ) -> Outcome<Option<P::Json>, P> {
        let mut path = String::from(path);
        crate::request::add_query(&mut path, &query);
        let request = Request::raw(self.config, Method(method.into()), &path, body);
        let response = self.send(&request, false).await?;
        decode::success(self.port, self.config, None, &request, &response, Promise::Anything)
    }

    /// Rows in chunks, one after the other. `chunk` gives the JSON text of rows from a start to an end; `progress` is
    /// told how many are written.
    pub async fn bulk_write(
        &self,
        resource: &Resource,
        total: usize,
        chunk_size: usize,
        chunk: impl Fn(usize, usize) -> Result<String, Problem>,
        progress: impl Fn(usize),
    ) -> Outcome<Vec<P::Json>, P> {
        let mut written = Vec::new();
        let mut start = 0;
        while start < total {
            let end = total.min(start + chunk_size.max(1));
            let sent = Cell::new(false);
            match self.write(resource, chunk(start, end), end - start, &sent).await {
                Ok((rows, misfit)) => {
                    written.extend(self.port.items(&rows));
                    if let Some(error) = misfit {
                        return Err(stopped(written, (start, end), total, None, error));
                    }
                }
                // Nothing was sent at all: the plain error says all there is to say.
                Err(error) if start == 0 && !sent.get() => return Err(error),
                Err(error) => return Err(stopped(written, (start, end), total, Some(sent.get()), error)),
            }
            progress(end);
            start = end;
        }
        Ok(written)
    }

    /// One chunk: its rows, and what is wrong with them under `checkResponses`.
    async fn write(
        &self,
        resource: &Resource,
        body: Result<String, Problem>,
        rows: usize,
        sent: &Cell<bool>,
    ) -> Outcome<(P::Json, Option<Error<P::Json>>), P> {
        let body = Some(body.map_err(Error::Config)?);
        let request = Request::new(self.config, resource, Operation::BulkWrite, Target::Bulk, body);
        let response = self.try_send(&request, false, sent).await?;
        let rows = self.decoded(Some(resource), &request, &response, Promise::RowsOf(rows))?;
        let issues = if self.config.check_responses { decode::answers(self.port, resource, &rows) } else { Vec::new() };
        let misfit = (!issues.is_empty()).then(|| {
            decode::not_promised(self.port, self.config, &request, &response, "does not fit the model", issues)
        });
        Ok((rows, misfit))
    }

    fn list_request(
        &self,
        resource: &Resource,
        options: Option<&Value>,
        purpose: Purpose,
    ) -> Outcome<(Request, Query), P> {
        let query = query(resource, options, purpose).map_err(Error::Filter)?;
        let request = Request::new(self.config, resource, Operation::List, Target::List(&query), None);
        check_length(&request.url, self.config.max_url_length).map_err(|issue| Error::Filter(vec![issue]))?;
        Ok((request, query))
    }

    fn row_request(
        &self,
        resource: &Resource,
        operation: Operation,
        id: Option<&str>,
        body: Option<String>,
    ) -> Outcome<Request, P> {
        let issue = match id {
            Some(id) if uuid::uuid(id) => {
                return Ok(Request::new(self.config, resource, operation, Target::Row(id), body));
            }
            Some(_) => Issue::at("id", Code::Uuid),
            None => Issue::at("id", Code::Type).hint("string"),
        };
        Err(Error::Validation(vec![issue]))
    }

    async fn json(&self, resource: Option<&Resource>, request: Request, promise: Promise) -> Outcome<P::Json, P> {
        let response = self.send(&request, false).await?;
        self.decoded(resource, &request, &response, promise)
    }

    fn decoded(
        &self,
        resource: Option<&Resource>,
        request: &Request,
        response: &Response<P::Json>,
        promise: Promise,
    ) -> Outcome<P::Json, P> {
        let json = decode::success(self.port, self.config, resource, request, response, promise)?;
        Ok(json.unwrap_or_else(|| response.body.clone()))
    }

    async fn send(&self, request: &Request, stream: bool) -> Outcome<Response<P::Json>, P> {
        self.try_send(request, stream, &Cell::new(false)).await
    }

    /// Sends, and tries again what may be tried again. `sent` tells whether anything went out.
    async fn try_send(&self, request: &Request, stream: bool, sent: &Cell<bool>) -> Outcome<Response<P::Json>, P> {
        let url = self.config.masked(&request.url);
        let event = |name, attempt| Event {
            name,
            method: &request.method,
            url: &url,
            attempt,
            status: None,
            delay_ms: None,
            error: None,
        };
        let mut attempt = 1;
        let mut deleted_perhaps = false;
        loop {
            let turn = self.port.enter().await.map_err(|stop| self.lost(request, &url, stop, attempt))?;
            let mut request = request.clone();
            let added = self.port.headers().await.map_err(|stop| self.lost(&request, &url, stop, attempt))?;
            add_headers(&mut request.headers, added).map_err(Error::Config)?;
            self.port.observe(event("request", attempt));
            sent.set(true);
            let answer = self.port.fetch(&request, self.timeout_ms, stream).await;
            let status = answer.as_ref().ok().map(|response| response.status);
            let (error, failure, retry_after_ms) = match answer {
                Ok(response) => {
                    self.port.observe(Event { status: Some(response.status), ..event("response", attempt) });
                    if response.is_success() {
                        return Ok(response);
                    }
                    if response.status == 404 && deleted_perhaps {
                        return Ok(Response { status: 204, body: self.port.text(""), ..response });
                    }
                    let wanted = response.retry_after.as_deref();
                    let wanted = wanted.and_then(|header| retry::retry_after_ms(header, self.port.now()));
                    if response.status == 429 {
                        self.port.hold(wanted.unwrap_or(0.0).min(self.retry.max_delay_ms));
                    }
                    let failure = Failure::Status(response.status);
                    (decode::failure(self.port, self.config, &request, &response, wanted, attempt), failure, wanted)
                }
                Err(stop @ (Stop::Network(_) | Stop::Timeout)) => {
                    (self.lost(&request, &url, stop, attempt), Failure::Lost, None)
                }
                Err(stop) => return Err(self.lost(&request, &url, stop, attempt)),
            };
            drop(turn);
            let random = self.port.random();
            let Some(delay) = retry::delay(&request.method, failure, attempt, retry_after_ms, &self.retry, random)
            else {
                return Err(error);
            };
            deleted_perhaps |= request.method.0 == "DELETE" && retry::may_have_deleted(failure);
            self.port.observe(Event { status, delay_ms: Some(delay), error: Some(&error), ..event("retry", attempt) });
            self.port.sleep(delay).await.map_err(|stop| self.lost(&request, &url, stop, attempt))?;
            attempt += 1;
        }
    }

    fn lost(&self, request: &Request, url: &str, stop: Stop<P::Json>, attempts: u32) -> Error<P::Json> {
        let lost = |cause| Lost { method: request.method.clone(), url: url.into(), cause, attempts };
        match stop {
            Stop::Aborted => Error::Aborted,
            Stop::Timeout => Error::Timeout(lost(None), self.timeout_ms),
            Stop::Network(cause) => Error::Network(lost(Some(cause))),
            Stop::Thrown(thrown) => Error::Thrown(thrown),
            Stop::Config(problem) => Error::Config(problem),
        }
    }
}

/// FNV-1a over all ids; never 0.
fn hash(ids: &[String]) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let bytes = ids.iter().flat_map(|id| id.bytes().chain([b',']));
    bytes.fold(0xcbf2_9ce4_8422_2325, step) | 1
}

/// Whether the URL is one that servers take.
pub fn check_length(url: &str, max: f64) -> Result<(), Issue> {
    if url.len() as f64 > max { Err(Issue::new(Code::UrlLength).number("max", max)) } else { Ok(()) }
}

/// The user's headers after ours; the last of a name wins, in whatever capitals.
fn add_headers(headers: &mut Vec<(String, String)>, added: Vec<(String, String)>) -> Result<(), Problem> {
    for (name, value) in added {
        check_header(&name, &value)?;
        headers.retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
        headers.push((name, value));
    }
    Ok(())
}

/// `sent`: whether the chunk went out; `None`: it went, and was written.
fn stopped<J>(written: Vec<J>, chunk: (usize, usize), total: usize, sent: Option<bool>, error: Error<J>) -> Error<J> {
    let (start, end) = chunk;
    let mut issues = match &error {
        Error::Api(api) => api.issues.clone(),
        Error::Decode(decode) => decode.issues.clone(),
        _ => Vec::new(),
    };
    for issue in &mut issues {
        if let Some(Segment::Index(at)) = issue.path.first_mut() {
            *at += start;
        }
    }
    let failed = (sent == Some(true)).then(|| Failed { start, end, rejected: !error.in_doubt() });
    let remaining = (if sent == Some(false) { start } else { end }, total);
    Error::Bulk(Box::new(Bulk { written, failed, remaining, issues, cause: error }))
}
