//! A plan from its request to its answer: turns in the queue, the user's headers, retries, the chunks of a bulk write.
//! It knows the outside only as a [`Port`].

use crate::decode::{self, Answer, Engine};
use crate::error::{Bulk, Error, Failed, Failure, Lost};
use crate::issue::{Issue, Segment};
use crate::options::{Config, Problem, Retry, check_header};
use crate::plan::{Plan, Promise};
use crate::request::Method;
use crate::response::Response;
use crate::retry::{self, Tries};
use crate::schema::Resource;

/// Names and values, in the order they are set.
pub type Headers = Vec<(String, String)>;

/// Where the client meets the world: the queue, `fetch`, the clock, chance, and who watches.
pub trait Port: Engine {
    /// A turn in the queue; dropping it gives the place to the next.
    type Turn;
    /// Waits for so long, then for a turn, then for the headers that the user adds to this attempt: each name once, in
    /// whatever capitals.
    fn begin(&self, delay_ms: f64) -> impl Future<Output = Result<(Self::Turn, Headers), Stop<Self::Json>>>;
    /// Sends with these headers added, and reads the answer's text; of a success that is to be streamed, the stream.
    fn fetch(
        &self,
        plan: &Plan,
        added: &Headers,
    ) -> impl Future<Output = Result<Response<Self::Json>, Stop<Self::Json>>>;
    /// Nobody is to be sent for so many milliseconds.
    fn hold(&self, ms: f64);
    /// Milliseconds until a date as HTTP writes it; NaN: it is none.
    fn until(&self, date: &str) -> f64;
    /// From 0 to 1.
    fn random(&self) -> f64;
    /// Tells whoever watches.
    fn observe(&self, event: Event<Self::Json>);
    /// The JSON text of rows of a bulk write.
    fn chunk(&self, start: usize, end: usize) -> Result<String, Problem>;
    /// So many rows of a bulk write are written.
    fn progress(&self, written: usize, total: usize);
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
    /// What the caller gave is of no use.
    Config(Problem),
}

/// What whoever watches is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'a, J> {
    /// `request`, `response` or `retry`.
    pub name: &'static str,
    /// The method.
    pub method: Method,
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

/// A bulk write.
#[derive(Clone, Copy, Debug)]
pub struct BulkWrite {
    /// Whose rows.
    pub resource: &'static Resource,
    /// How many rows.
    pub total: usize,
    /// How many in one request.
    pub chunk_size: usize,
}

type Outcome<T, P> = Result<T, Failure<<P as Engine>::Json>>;
type Begun<P, E = Stop<<P as Engine>::Json>> = Result<(<P as Port>::Turn, Headers), E>;
type Heard<P> = Result<Response<<P as Engine>::Json>, Stop<<P as Engine>::Json>>;

impl<P: Port> Call<'_, P> {
    /// One plan; `broken`: why a stream broke before its first row, which was opened at this attempt. A walk ends at an
    /// empty page, or a 404 on a page after the first, and at nothing else (our decision).
    pub async fn perform(
        &self,
        plan: &Plan,
        attempt: u32,
        broken: Option<Stop<P::Json>>,
    ) -> Outcome<Answer<P::Json>, P> {
        let mut tries = Tries::after(attempt);
        match (self.send(plan, &mut tries, broken).await, plan.promise) {
            (Ok(response), Promise::Stream) => {
                Ok(Answer::Stream(response.body, plan.url.clone(), response.status, tries.attempt))
            }
            (Ok(response), _) => decode::success(self.port, self.config, plan, &response),
            (Err(error), Promise::Page(walk)) if walk.page > 1.0 && error.status() == Some(404) => Ok(Answer::Nothing),
            (Err(error), _) => Err(error),
        }
    }

    /// Rows in chunks, one after the other; answers what the server answered, as one array.
    pub async fn bulk_write(&self, bulk: BulkWrite) -> Outcome<P::Json, P> {
        let BulkWrite { resource, total, chunk_size } = bulk;
        let written = self.port.list();
        let mut start = 0;
        while start < total {
            let end = total.min(start + chunk_size.max(1));
            let mut tries = Tries::after(0);
            let sent = match self.port.chunk(start, end) {
                Ok(body) => {
                    let plan = Plan::chunk(self.config, resource, end - start, body);
                    let sent = self.send(&plan, &mut tries, None).await;
                    sent.and_then(|response| self.written(&plan, &response, &written))
                }
                Err(problem) => Err(Box::new(Error::Config(problem))),
            };
            let (misfit, error) = match sent {
                Ok(None) => {
                    self.port.progress(end, total);
                    start = end;
                    continue;
                }
                Ok(Some(misfit)) => (true, misfit),
                // Nothing was sent at all: the plain error says all there is to say.
                Err(error) if start == 0 && !tries.sent => return Err(error),
                Err(error) => (false, error),
            };
            // Rows go out again after a plain refusal alone: one that was not sent any more leaves them refused.
            let rejected = !tries.out || !error.in_doubt();
            let failed = (tries.sent && !misfit).then_some(Failed { start, end, rejected });
            return Err(Box::new(Error::Bulk(Bulk {
                written,
                count: if misfit { end } else { start },
                failed,
                remaining: (if tries.sent { end } else { start }, total),
                issues: moved(error.issues(), start),
                cause: error,
            })));
        }
        Ok(written)
    }

    /// Adds the rows of a chunk, and tells what is wrong with them under `checkResponses`.
    fn written(
        &self,
        plan: &Plan,
        response: &Response<P::Json>,
        written: &P::Json,
    ) -> Outcome<Option<Failure<P::Json>>, P> {
        let Answer::Value(rows) = decode::success(self.port, self.config, plan, response)? else { return Ok(None) };
        self.port.append(written, &rows);
        Ok(decode::misfit(self.port, self.config, plan, response, &rows))
    }

    /// Sends, unless what came of it is known already, and tries again what may be tried again.
    async fn send(
        &self,
        plan: &Plan,
        tries: &mut Tries<P::Json>,
        broken: Option<Stop<P::Json>>,
    ) -> Outcome<Response<P::Json>, P> {
        let (mut turn, mut heard) = (None, broken.map(Err));
        loop {
            if let Some(end) = heard.and_then(|heard| self.judge(plan, tries, heard)) {
                return end;
            }
            // Only now: a 429 has to hold the others before one of them is let in.
            drop(turn);
            tries.attempt += 1;
            let begun = self.port.begin(tries.delay_ms).await;
            let (begun, added) = self.ready(plan, tries, begun)?;
            turn = Some(begun);
            heard = Some(self.port.fetch(plan, &added).await);
        }
    }

    /// What an attempt begins with, if it may go out.
    fn ready(&self, plan: &Plan, tries: &mut Tries<P::Json>, begun: Begun<P>) -> Begun<P, Failure<P::Json>> {
        let begun = begun.map_err(|stop| self.lost(plan, tries, stop))?;
        for (name, value) in &begun.1 {
            // None of ours is among them.
            check_header(name, value).map_err(|problem| Box::new(Error::Config(problem)))?;
        }
        self.observe("request", plan, tries, None, None);
        (tries.sent, tries.out) = (true, true);
        Ok(begun)
    }

    /// What an attempt came to; `None`: it is to be tried again.
    fn judge(&self, plan: &Plan, tries: &mut Tries<P::Json>, heard: Heard<P>) -> Option<Outcome<Response<P::Json>, P>> {
        let (mut status, mut wanted, method) = (None, None, plan.request.method);
        let (failure, error) = match heard {
            Ok(response) => {
                status = Some(response.status);
                self.observe("response", plan, tries, status, None);
                if response.is_success() {
                    return Some(Ok(response));
                }
                if response.status == 404 && method.0 == "DELETE" && tries.perhaps_done() {
                    return Some(Ok(Response { status: 204, body: self.port.text(""), ..response }));
                }
                let header = response.retry_after.as_deref();
                wanted = header.and_then(|header| retry::retry_after_ms(header, |date| self.port.until(date)));
                if response.status == 429 {
                    self.port.hold(wanted.unwrap_or(0.0).min(self.retry.max_delay_ms));
                }
                let failure = retry::Failure::Status(response.status);
                (failure, decode::failure(self.port, self.config, plan, &response, wanted, tries.attempt))
            }
            Err(stop @ (Stop::Network(_) | Stop::Timeout)) => (retry::Failure::Lost, self.lost(plan, tries, stop)),
            Err(stop) => return Some(Err(self.lost(plan, tries, stop))),
        };
        let Some(delay) = retry::delay(method, failure, tries.attempt, wanted, &self.retry, self.port.random()) else {
            return Some(Err(tries.ended(error)));
        };
        (tries.delay_ms, tries.out) = (delay, false);
        self.observe("retry", plan, tries, status, Some(&error));
        if !tries.perhaps_done() && method.writes() && error.in_doubt() {
            tries.doubt = Some(error);
        }
        None
    }

    fn observe(
        &self,
        name: &'static str,
        plan: &Plan,
        tries: &Tries<P::Json>,
        status: Option<u16>,
        error: Option<&Error<P::Json>>,
    ) {
        let (method, url, attempt) = (plan.request.method, plan.url.as_str(), tries.attempt);
        let delay_ms = error.map(|_| tries.delay_ms);
        self.port.observe(Event { name, method, url, attempt, status, delay_ms, error });
    }

    fn lost(&self, plan: &Plan, tries: &Tries<P::Json>, stop: Stop<P::Json>) -> Failure<P::Json> {
        let lost = |cause| Lost { method: plan.request.method, url: plan.url.clone(), cause, attempts: tries.attempt };
        Box::new(match stop {
            Stop::Aborted => Error::Aborted,
            Stop::Timeout => Error::Timeout(lost(None), self.timeout_ms),
            Stop::Network(cause) => Error::Network(lost(Some(cause))),
            Stop::Thrown(thrown) => Error::Thrown(thrown),
            Stop::Config(problem) => Error::Config(problem),
        })
    }
}

/// A chunk's issues as those of the whole call.
fn moved(issues: &[Issue], start: usize) -> Vec<Issue> {
    let mut issues = issues.to_vec();
    for issue in &mut issues {
        if let Some(Segment::Index(at)) = issue.path.first_mut() {
            *at += start;
        }
    }
    issues
}
