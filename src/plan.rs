//! What is asked for becomes a plan: the request that goes out, and what is promised in return. A value, made without a
//! network; what is wrong with the input is found here, before anything is sent.

use crate::error::{Error, Failure};
use crate::issue::{Code, Issue};
use crate::messages;
use crate::options::Config;
use crate::query::{Page, Purpose, Query, by_ids, plain, query};
use crate::request::{Method, Request, Target, add_query, check_length, is_path};
use crate::rules::uuid;
use crate::schema::{Operation, Resource};
use crate::value::Value;

/// What goes out, and what is to come back.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What goes out, except for the headers that the user adds to each attempt.
    pub request: Request,
    /// Where it goes, as it may be shown: without the secret.
    pub url: String,
    /// What is to come back.
    pub promise: Promise,
    /// Whose rows come back; `None`: nobody knows.
    pub resource: Option<&'static Resource>,
    /// Of a list whose `in` is split: where the next part begins; 0: there is none.
    pub next: usize,
}

/// Which request of a list this is: one page, perhaps, and one part of a long `in`.
#[derive(Clone, Copy, Debug, Default)]
pub struct At {
    /// The hash of the page before, or 0.
    pub seen: f64,
    /// Where the part begins; 0 is the first.
    pub part: usize,
}

/// What an operation promises to answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Promise {
    /// An array of objects.
    Rows,
    /// An array of so many objects.
    RowsOf(usize),
    /// One page of a walk.
    Page(Walk),
    /// An object.
    Row,
    /// JSON of any shape: statistics, and what follows an invitation, are handed over as they come (our decision).
    Json,
    /// JSON if the answer says so, else text; nothing when empty.
    Anything,
    /// Nothing that anyone looks at.
    Nothing,
    /// A body to be read as it arrives.
    Stream,
}

/// Where a walk stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Walk {
    /// Ids only, or objects that have one: the API does not say which, and both are read (our decision).
    pub slim: bool,
    /// The page that is asked for.
    pub page: f64,
    /// A hash of the ids of the page before, or 0: the same again means a server that ignores pages.
    pub seen: f64,
}

impl Plan {
    /// A list request. Where the URL would be too long for one, it asks for a part of what the one `in` names.
    pub fn list<J>(
        config: &Config,
        resource: &'static Resource,
        options: Option<&Value>,
        purpose: Purpose,
        at: At,
    ) -> Result<Self, Failure<J>> {
        let query = query(resource, options, purpose).map_err(|issues| Box::new(Error::Filter(issues)))?;
        Self::listed(config, resource, query, purpose, at)
    }

    /// A page of the walk over the rows with these ids.
    pub fn by_ids<J>(
        config: &Config,
        resource: &'static Resource,
        ids: Option<&Value>,
        page: Page,
        at: At,
    ) -> Result<Self, Failure<J>> {
        let query = by_ids(ids.unwrap_or(&Value::Null), page).map_err(|issues| Box::new(Error::Validation(issues)))?;
        Self::listed(config, resource, query, Purpose::Page(page), at)
    }

    fn listed<J>(
        config: &Config,
        resource: &'static Resource,
        mut query: Query,
        purpose: Purpose,
        At { seen, part }: At,
    ) -> Result<Self, Failure<J>> {
        let path = config.base.len() + resource.base_path.len() + "list/?".len();
        let next = query.split(part, (config.max_url_length as usize).saturating_sub(path));
        let promise = match purpose {
            Purpose::List | Purpose::First => Promise::Rows,
            Purpose::Statistics => Promise::Json,
            Purpose::Stream => Promise::Stream,
            Purpose::Page(asked) => Promise::Page(Walk { slim: asked.slim, page: query.page.unwrap_or(1.0), seen }),
        };
        let request = Request::new(config, resource, Operation::List, Target::List(&query), None);
        check_length(&request.url, config.max_url_length).map_err(|issue| Box::new(Error::Filter(vec![issue])))?;
        Ok(Self { next, ..Self::of(config, request, promise, Some(resource)) })
    }

    /// What is done to one row.
    pub fn row<J>(
        config: &Config,
        resource: &'static Resource,
        operation: Operation,
        id: Option<&str>,
        body: Option<String>,
    ) -> Result<Self, Failure<J>> {
        let issue = match id {
            Some(id) if uuid::uuid(id) => {
                let request = Request::new(config, resource, operation, Target::Row(id), body);
                let promise = if operation == Operation::Delete { Promise::Nothing } else { Promise::Row };
                return Ok(Self::of(config, request, promise, Some(resource)));
            }
            Some(_) => Issue::at("id", Code::Uuid),
            None => Issue::at("id", Code::Type).hint("string"),
        };
        Err(Box::new(Error::Validation(vec![issue])))
    }

    /// A new row.
    pub fn create(config: &Config, resource: &'static Resource, body: String) -> Self {
        let request = Request::new(config, resource, Operation::Create, Target::Base, Some(body));
        Self::of(config, request, Promise::Row, Some(resource))
    }

    /// So many rows of a bulk write.
    pub fn chunk(config: &Config, resource: &'static Resource, rows: usize, body: String) -> Self {
        let request = Request::new(config, resource, Operation::BulkWrite, Target::Bulk, Some(body));
        Self::of(config, request, Promise::RowsOf(rows), Some(resource))
    }

    /// Any request below the base. What is wrong with it is a wrong use: the credentials never leave the base.
    pub fn any<J>(
        config: &Config,
        method: &str,
        path: &str,
        query: Option<&Value>,
        body: Option<String>,
    ) -> Result<Self, Failure<J>> {
        let refused = |problem: &str| Err(Box::new(Error::Config(problem.into())));
        let Some(method) = Method::named(method) else {
            return refused("`method` must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS");
        };
        if !is_path(path) {
            return refused(
                "`path` must begin with one `/` and hold no host, no `..`, no query and no white space: \
                 give the query as `query`",
            );
        }
        let query = match query.map_or_else(|| Ok(Query::default()), plain) {
            Ok(query) => query,
            Err(issues) => return refused(&messages::of_issues("`query` is not valid", &issues)),
        };
        if body.is_some() && matches!(method.0, "GET" | "HEAD") {
            return refused("`body` cannot be sent with GET or HEAD");
        }
        let mut path = String::from(path);
        add_query(&mut path, &query);
        Ok(Self::of(config, Request::raw(config, method, &path, body), Promise::Anything, None))
    }

    fn of(config: &Config, request: Request, promise: Promise, resource: Option<&'static Resource>) -> Self {
        Self { url: config.masked(&request.url), request, promise, resource, next: 0 }
    }
}
