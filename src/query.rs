//! A declaration and list options make a query string. What the server makes of it is its own affair (and
//! `sandbox/parse.rs`'s).

use crate::issue::{Code, Issue, Param, Segment};
use crate::rules::{date_time, nearest, uuid};
use crate::schema::{Documented, Field, Kind, Operator, Parameter, Resource};
use crate::value::Value;

/// What a list request is for, beyond the options of the user.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Purpose {
    /// One request, as the options say.
    List,
    /// The first row only.
    First,
    /// One page of a walk: ordered by `id`, so that no row is met twice or left out between pages (our decision).
    Page(Page),
    /// All rows, a line each.
    Stream,
    /// The server's statistics over the rows.
    Statistics,
}

/// One page of a walk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Page {
    /// The page, from 1; `None`: where the options start, or 1.
    pub number: Option<f64>,
    /// Ids only.
    pub slim: bool,
}

/// How many rows a walk asks for at once, unless the options say.
pub const PAGE_SIZE: f64 = 500.0;

/// Names and encoded values, in the order they are sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pairs: Vec<(String, String)>,
    /// The page this query asks for, if it asks for one.
    pub page: Option<f64>,
}

impl Query {
    /// The query string, without `?`.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.pairs {
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(name);
            text.push('=');
            text.push_str(value);
        }
        text
    }

    fn push(&mut self, name: &str, value: &str) {
        let mut encoded = String::new();
        encode(name, &mut encoded);
        let mut pair = (encoded, String::new());
        encode(value, &mut pair.1);
        self.pairs.push(pair);
    }
}

/// Appends the text as `encodeURIComponent` writes it.
pub fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |nibble: u8| char::from(HEX.get(usize::from(nibble)).copied().unwrap_or(b'0'));
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(digit(byte >> 4));
            out.push(digit(byte & 15));
        }
    }
}

/// The names of the options that every list has.
const OPTIONS: &[&str] = &["filter", "orderBy", "page", "pageSize", "search", "extra"];

/// The query of a list request. Everything wrong is found at once; nothing is sent then.
pub fn query(resource: &Resource, options: Option<&Value>, purpose: Purpose) -> Result<Query, Vec<Issue>> {
    let mut asked = Asked { resource, query: Query::default(), issues: Vec::new() };
    let none = Value::Object(Vec::new());
    let options = options.unwrap_or(&none);
    let Value::Object(entries) = options else {
        return Err(vec![Issue::new(Code::Type).hint("object")]);
    };
    asked.known_options(entries);
    asked.filters(options.get("filter"));
    if purpose == Purpose::Stream {
        asked.query.push("_jsonl", "true");
    }
    asked.order(options.get("orderBy"), matches!(purpose, Purpose::Page(_)));
    asked.pages(options, purpose);
    match options.get("search") {
        None => {}
        Some(Value::Text(text)) => asked.query.push("_search", text),
        Some(other) => asked.wrong(other, "string", &["search"]),
    }
    if let Purpose::Page(Page { slim: true, .. }) = purpose {
        asked.query.push("_slim", "true");
    }
    if purpose == Purpose::Statistics {
        asked.query.push("_statistics", "true");
    }
    for parameter in
        [&Parameter::GLOBAL_REALESTATES, &Parameter::GLOBAL_SEGMENTS].into_iter().chain(resource.parameters)
    {
        asked.ids(parameter, options.get(parameter.option));
    }
    asked.extra(options.get("extra"), &["extra"]);
    if asked.issues.is_empty() { Ok(asked.query) } else { Err(asked.issues) }
}

/// The list options of a resource, by our names.
pub fn option_names(resource: &Resource) -> impl Iterator<Item = &'static str> {
    [&Parameter::GLOBAL_REALESTATES, &Parameter::GLOBAL_SEGMENTS]
        .into_iter()
        .chain(resource.parameters)
        .map(|parameter| parameter.option)
        .chain(OPTIONS.iter().copied())
}

struct Asked<'a> {
    resource: &'a Resource,
    query: Query,
    issues: Vec<Issue>,
}

impl Asked<'_> {
    fn report(&mut self, issue: Issue, path: &[&str]) {
        let issue = path.iter().rev().fold(issue, |issue, key| issue.inside(Segment::Key((*key).into())));
        self.issues.push(issue);
    }

    /// A value of the wrong type; `null` has its own way out.
    fn wrong(&mut self, value: &Value, wanted: &str, path: &[&str]) {
        let issue = match value {
            Value::Null => Issue::new(Code::Null),
            _ => Issue::new(Code::Type).hint(wanted),
        };
        self.report(issue, path);
    }

    fn nearest(&mut self, code: Code, name: &str, candidates: impl Iterator<Item = &'static str>, path: &[&str]) {
        let issue = match nearest::nearest(name, candidates) {
            Some(nearest) => Issue::new(code).hint(nearest),
            None => Issue::new(code),
        };
        self.report(issue, path);
    }

    fn known_options(&mut self, entries: &[(String, Value)]) {
        let resource = self.resource;
        for (name, _) in entries {
            if option_names(resource).all(|option| option != name) {
                self.nearest(Code::UnknownOption, name, option_names(resource), &[name]);
            }
        }
    }

    fn filters(&mut self, filter: Option<&Value>) {
        let entries = match filter {
            None => return,
            Some(Value::Object(entries)) => entries,
            Some(other) => return self.wrong(other, "object", &["filter"]),
        };
        let resource = self.resource;
        for (name, value) in entries {
            match resource.filterable().find(|field| field.name == name) {
                Some(field) => self.filter(field, value),
                None => {
                    let names = resource.filterable().map(|field| field.name);
                    self.nearest(Code::UnknownFilter, name, names, &["filter", name]);
                }
            }
        }
    }

    /// One field's filter: a value, or operators with `not` among them.
    fn filter(&mut self, field: &'static Field, value: &Value) {
        let path = ["filter", field.name];
        let Value::Object(operators) = value else {
            return self.exact(field, value, "", &path);
        };
        let not = operators.iter().filter(|(name, _)| name == "not");
        for (name, value) in operators.iter().filter(|(name, _)| name != "not") {
            self.operator(field, name, value, "", &path);
        }
        for (_, value) in not {
            let path = ["filter", field.name, "not"];
            match value {
                Value::Object(operators) => {
                    for (name, value) in operators {
                        self.operator(field, name, value, "!", &path);
                    }
                }
                value => self.exact(field, value, "!", &path),
            }
        }
    }

    fn exact(&mut self, field: &'static Field, value: &Value, negation: &str, path: &[&str]) {
        if let Value::Array(_) = value {
            return self.report(Issue::new(Code::Type).hint("in"), path);
        }
        match filter_text(field.kind, value) {
            Ok(text) => self.query.push(&parameter(field, None, negation), text),
            Err(issue) => self.report(issue, path),
        }
    }

    fn operator(&mut self, field: &'static Field, name: &str, value: &Value, negation: &str, outer: &[&str]) {
        let mut path = outer.to_vec();
        path.push(name);
        let operators = field.kind.operators();
        let Some(operator) = operators.iter().find(|operator| operator.as_str() == name) else {
            let names = operators.iter().map(|operator| operator.as_str());
            let not = if negation.is_empty() { Some("not") } else { None };
            return self.nearest(Code::UnknownOperator, name, names.chain(not), &path);
        };
        let text = match (operator, value) {
            (_, Value::Null) => Err(Issue::new(Code::Null).hint("isnull")),
            (Operator::IsNull, Value::Bool(value)) => Ok(if *value { "true".into() } else { "false".into() }),
            (Operator::IsNull, _) => Err(Issue::new(Code::Type).hint("boolean")),
            (Operator::In, Value::Array(items)) => joined(items, |item| filter_text(field.kind, item)),
            (Operator::In, _) => Err(Issue::new(Code::Type).hint("array")),
            _ => filter_text(field.kind, value).map(String::from),
        };
        match text {
            Ok(text) => self.query.push(&parameter(field, Some(*operator), negation), &text),
            Err(issue) => self.report(issue, &path),
        }
    }

    fn order(&mut self, order: Option<&Value>, walk: bool) {
        let mut terms = Vec::new();
        match order {
            None => {}
            Some(Value::Text(term)) => self.order_term(term, &["orderBy"], &mut terms),
            Some(Value::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    let place = self.issues.len();
                    match item {
                        Value::Text(term) => self.order_term(term, &[], &mut terms),
                        other => self.wrong(other, "string", &[]),
                    }
                    for issue in self.issues.iter_mut().skip(place) {
                        issue.path = vec![Segment::Key("orderBy".into()), Segment::Index(at)];
                    }
                }
            }
            Some(other) => self.wrong(other, "string", &["orderBy"]),
        }
        if walk && !terms.iter().any(|term| *term == "id" || *term == "-id") {
            terms.push("id");
        }
        if !terms.is_empty() {
            self.query.push("_order_by", &terms.join(","));
        }
    }

    fn order_term<'v>(&mut self, term: &'v str, path: &[&str], terms: &mut Vec<&'v str>) {
        let name = term.strip_prefix('-').unwrap_or(term);
        let open = self.resource.documented != Documented::Complete;
        if name.contains(',') {
            return self.report(Issue::new(Code::Comma), path);
        }
        if open && !name.is_empty() || self.resource.filterable().any(|field| field.name == name) {
            return terms.push(term);
        }
        let names = self.resource.filterable().map(|field| field.name);
        self.nearest(Code::UnknownOrder, name, names, path);
    }

    fn pages(&mut self, options: &Value, purpose: Purpose) {
        let page = self.whole(options.get("page"), "page", 1.0);
        let least = if matches!(purpose, Purpose::Page(_)) { 1.0 } else { 0.0 };
        let size = self.whole(options.get("pageSize"), "pageSize", least);
        let (page, size) = match purpose {
            Purpose::Page(asked) => (Some(asked.number.or(page).unwrap_or(1.0)), Some(size.unwrap_or(PAGE_SIZE))),
            Purpose::First if page.is_none() && size.is_none() => (Some(1.0), Some(1.0)),
            _ => {
                // A half that is wrong by itself has its issue already.
                let half = match (page, size) {
                    (Some(_), None) if options.get("pageSize").is_none() => Some(("page", "pageSize")),
                    (None, Some(_)) if options.get("page").is_none() => Some(("pageSize", "page")),
                    _ => None,
                };
                if let Some((set, missing)) = half {
                    let fields = Param::List(vec![Param::Text(missing.into())]);
                    self.report(Issue::new(Code::TogetherWith).with("fields", fields), &[set]);
                }
                (page, size)
            }
        };
        self.query.page = page;
        for (name, value) in [("_page", page), ("_page_size", size)] {
            if let Some(value) = value {
                self.query.push(name, &(value as u32).to_string());
            }
        }
    }

    /// A whole number of 32 bits, at least `least`.
    fn whole(&mut self, value: Option<&Value>, name: &'static str, least: f64) -> Option<f64> {
        let issue = match value? {
            Value::Number(number) if number.fract() != 0.0 || !number.is_finite() => {
                Issue::new(Code::Type).hint("integer")
            }
            Value::Number(number) if *number < least => Issue::new(Code::Minimum).number("min", least),
            Value::Number(number) if *number > f64::from(i32::MAX) => Issue::new(Code::Type).hint("integer"),
            Value::Number(number) => return Some(*number),
            Value::Null => Issue::new(Code::Null),
            _ => Issue::new(Code::Type).hint("integer"),
        };
        self.report(issue, &[name]);
        None
    }

    fn ids(&mut self, parameter: &Parameter, value: Option<&Value>) {
        let text = match value {
            None => return,
            Some(Value::Array(items)) => joined(items, |item| filter_text(Kind::Uuid, item)),
            Some(Value::Null) => Err(Issue::new(Code::Null)),
            Some(_) => Err(Issue::new(Code::Type).hint("array")),
        };
        match text {
            Ok(text) => self.query.push(parameter.name, &text),
            Err(issue) => self.report(issue, &[parameter.option]),
        }
    }

    /// Parameters sent as given; `at` is where they stand.
    fn extra(&mut self, extra: Option<&Value>, at: &[&str]) {
        let entries = match extra {
            None => return,
            Some(Value::Object(entries)) => entries,
            Some(other) => return self.wrong(other, "object", at),
        };
        for (name, value) in entries {
            match extra_text(value) {
                Ok(text) => self.query.push(name, &text),
                Err(issue) => self.report(issue.inside(Segment::Key(name.clone())), at),
            }
        }
    }
}

/// `/path/?query` parameters of the untyped `request`: each a text, a number, a boolean, or an array of these.
pub fn plain(query: &Value) -> Result<Query, Vec<Issue>> {
    let resource = &Resource::new("Any", "Any", "/any/");
    let mut asked = Asked { resource, query: Query::default(), issues: Vec::new() };
    asked.extra(Some(query), &[]);
    if asked.issues.is_empty() { Ok(asked.query) } else { Err(asked.issues) }
}

/// `field`, `field__operator`, with `!` where negated.
fn parameter(field: &Field, operator: Option<Operator>, negation: &str) -> String {
    let mut name = String::from(field.name);
    if let Some(operator) = operator {
        name.push_str("__");
        name.push_str(operator.as_str());
    }
    name.push_str(negation);
    name
}

/// A filter's value as text. It is judged by its type only, never by length, pattern or format.
fn filter_text(kind: Kind, value: &Value) -> Result<&str, Issue> {
    match (kind, value) {
        (_, Value::Null) => Err(Issue::new(Code::Null).hint("isnull")),
        (Kind::DateTime, Value::Date(text) | Value::Text(text)) if date_time::date_time(text) => Ok(text),
        (Kind::DateTime, Value::Date(_) | Value::Text(_)) => Err(Issue::new(Code::DateTime)),
        (Kind::DateTime, _) => Err(Issue::new(Code::Type).hint("date-time")),
        (Kind::Uuid | Kind::Reference(_), Value::Text(text)) if uuid::uuid(text) => Ok(text),
        (Kind::Uuid | Kind::Reference(_), Value::Text(_)) => Err(Issue::new(Code::Uuid)),
        (_, Value::Text(text)) => Ok(text),
        _ => Err(Issue::new(Code::Type).hint("string")),
    }
}

/// Comma-separated, as the API reads a list: so none may be empty, and no value may hold a comma (our decision).
fn joined<'v>(items: &'v [Value], text: impl Fn(&'v Value) -> Result<&'v str, Issue>) -> Result<String, Issue> {
    if items.is_empty() {
        return Err(Issue::new(Code::Empty));
    }
    let mut all = String::new();
    for (at, item) in items.iter().enumerate() {
        let text = text(item).map_err(|issue| issue.inside(Segment::Index(at)))?;
        add_to_list(&mut all, text, at)?;
    }
    Ok(all)
}

fn add_to_list(all: &mut String, text: &str, at: usize) -> Result<(), Issue> {
    if text.contains(',') {
        return Err(Issue::new(Code::Comma).inside(Segment::Index(at)));
    }
    if at > 0 {
        all.push(',');
    }
    all.push_str(text);
    Ok(())
}

fn extra_text(value: &Value) -> Result<String, Issue> {
    match value {
        Value::Text(text) => Ok(text.clone()),
        Value::Bool(value) => Ok(if *value { "true".into() } else { "false".into() }),
        Value::Number(number) => number_text(*number).ok_or_else(|| Issue::new(Code::Type).hint("string")),
        Value::Array(items) if items.is_empty() => Err(Issue::new(Code::Empty)),
        Value::Array(items) => {
            let mut all = String::new();
            for (at, item) in items.iter().enumerate() {
                let text = match item {
                    Value::Array(_) => Err(Issue::new(Code::Type).hint("string")),
                    item => extra_text(item),
                };
                add_to_list(&mut all, &text.map_err(|issue| issue.inside(Segment::Index(at)))?, at)?;
            }
            Ok(all)
        }
        Value::Null => Err(Issue::new(Code::Null)),
        _ => Err(Issue::new(Code::Type).hint("string")),
    }
}

/// A number as JavaScript writes it; `None` where that takes an exponent or more than fifteen digits: those can be given
/// as text. (The standard library's own way to write floats is 18 KB of wasm.)
fn number_text(number: f64) -> Option<String> {
    let size = number.abs();
    if size != 0.0 && size < 1e-6 {
        return None;
    }
    // The fewest decimals that divide back to the number.
    let mut power = 1.0;
    let mut decimals = 0;
    let scaled = loop {
        let scaled = (size * power).round();
        if scaled >= 1e15 || scaled.is_nan() {
            return None;
        }
        if scaled / power == size {
            break scaled;
        }
        power *= 10.0;
        decimals += 1;
    };
    let mut digits = (scaled as u64).to_string();
    while digits.len() <= decimals {
        digits.insert(0, '0');
    }
    if decimals > 0 {
        digits.insert(digits.len() - decimals, '.');
    }
    if number < 0.0 {
        digits.insert(0, '-');
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resources::ALL;

    const A: &str = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
    const B: &str = "597f6eca-6276-4993-bfeb-53cbbbba6f08";

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
        Value::Object(entries.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    fn list<const N: usize>(items: [Value; N]) -> Value {
        Value::Array(items.into())
    }

    fn person() -> &'static Resource {
        ALL.iter().find(|resource| resource.name == "Externalclientcontactperson").unwrap()
    }

    fn sent(options: Value, purpose: Purpose) -> String {
        query(person(), Some(&options), purpose).unwrap().to_text()
    }

    fn filtered(filter: Value) -> String {
        sent(object([("filter", filter)]), Purpose::List)
    }

    fn refused(options: Value) -> String {
        let issues = query(person(), Some(&options), Purpose::List).unwrap_err();
        let mut text = String::new();
        for issue in issues {
            for segment in &issue.path {
                match segment {
                    Segment::Key(key) => text.push_str(key),
                    Segment::Index(at) => text.push_str(&at.to_string()),
                }
                text.push('.');
            }
            text.push_str(issue.code.as_str());
            if let Some(hint) = issue.text("hint") {
                text.push('?');
                text.push_str(hint);
            }
            text.push(' ');
        }
        text.trim_end().into()
    }

    fn filter_refused(filter: Value) -> String {
        refused(object([("filter", filter)]))
    }

    #[test]
    fn filters_stand_as_given_with_not_last() {
        assert_eq!(
            filtered(object([
                ("name", object([("icontains", text("anna"))])),
                ("title", text("Förvaltare")),
                ("custom_id", object([("not", object([("startswith", text("tmp-"))]))])),
                ("email", object([("not", text("x@y.se")), ("isnull", Value::Bool(false))])),
                ("external_client", object([("in", list([text(A), text(B)]))])),
                ("created_at", object([("gte", Value::Date("2026-01-01T00:00:00.000Z".into()))])),
            ])),
            "name__icontains=anna&title=F%C3%B6rvaltare&custom_id__startswith!=tmp-&email__isnull=false\
             &email!=x%40y.se&external_client__in=497f6eca-6276-4993-bfeb-53cbbbba6f08%2C597f6eca-6276-4993-bfeb-53cbbbba6f08\
             &created_at__gte=2026-01-01T00%3A00%3A00.000Z"
        );
    }

    #[test]
    fn the_documented_example_of_a_list_is_met_parameter_by_parameter() {
        // The page's curl asks for everything at once; each of our calls sends its share, in the same order.
        let options =
            || object([("page", Value::Number(1.0)), ("pageSize", Value::Number(0.0)), ("search", text("string"))]);
        assert_eq!(sent(options(), Purpose::Stream), "_jsonl=true&_page=1&_page_size=0&_search=string");
        assert_eq!(sent(options(), Purpose::Statistics), "_page=1&_page_size=0&_search=string&_statistics=true");
        let order = object([("orderBy", list([text("name"), text("-title")])), ("search", text("string"))]);
        assert_eq!(
            sent(order, Purpose::Page(Page { number: None, slim: true })),
            "_order_by=name%2C-title%2Cid&_page=1&_page_size=500&_search=string&_slim=true"
        );
    }

    #[test]
    fn parameters_come_in_the_order_of_the_contract() {
        let ids = || list([text(A)]);
        let options = object([
            ("extra", object([("some", text("a b")), ("n", list([Value::Number(1.0), Value::Number(2.5)]))])),
            ("tags", ids()),
            ("customerColumns", ids()),
            ("globalSegments", ids()),
            ("globalRealestates", ids()),
            ("search", text("x")),
            ("pageSize", Value::Number(10.0)),
            ("page", Value::Number(2.0)),
            ("orderBy", text("-created_at")),
            ("filter", object([("name", text(""))])),
        ]);
        let sent = sent(options, Purpose::List).replace(A, "A");
        assert_eq!(
            sent,
            "name=&_order_by=-created_at&_page=2&_page_size=10&_search=x&global_realestates=A&global_segments=A\
             &tags=A&customer_columns=A&some=a%20b&n=1%2C2.5"
        );
    }

    #[test]
    fn a_walk_orders_by_id_and_asks_page_by_page() {
        let page = |number| Purpose::Page(Page { number, slim: false });
        assert_eq!(sent(object([]), page(None)), "_order_by=id&_page=1&_page_size=500");
        assert_eq!(sent(object([("page", Value::Number(3.0))]), page(None)), "_order_by=id&_page=3&_page_size=500");
        assert_eq!(sent(object([("orderBy", text("-id"))]), page(Some(4.0))), "_order_by=-id&_page=4&_page_size=500");
    }

    #[test]
    fn every_operator_of_every_kind_is_sent_and_negated() {
        for field in person().filterable() {
            for operator in field.kind.operators() {
                let value = match (operator, field.kind) {
                    (Operator::IsNull, _) => Value::Bool(true),
                    (Operator::In, Kind::DateTime) => list([text("2026-01-01T00:00Z")]),
                    (Operator::In, _) => list([text(A)]),
                    (_, Kind::DateTime) => text("2026-01-01T00:00Z"),
                    _ => text(A),
                };
                let wanted = [field.name, "__", operator.as_str()].concat();
                let plain = filtered(object([(field.name, object([(operator.as_str(), value.clone())]))]));
                let negated = object([("not", object([(operator.as_str(), value)]))]);
                assert!(plain.starts_with(&[&wanted, "="].concat()), "{plain}");
                assert_eq!(filtered(object([(field.name, negated)])), plain.replacen('=', "!=", 1));
            }
        }
    }

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.0, "7"),
            (-12.5, "-12.5"),
            (0.1, "0.1"),
            (0.001, "0.001"),
            (1234.5678, "1234.5678"),
            (0.30000000000000004, ""),
            (1e14, "100000000000000"),
            (1e21, ""),
            (1e-6, "0.000001"),
            (1e-9, ""),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
        ] {
            assert_eq!(number_text(number).unwrap_or_default(), text);
        }
    }

    #[test]
    fn empty_objects_are_left_out() {
        assert_eq!(filtered(object([("name", object([]))])), "");
        assert_eq!(filtered(object([("name", object([("not", object([]))]))])), "");
        assert_eq!(query(person(), None, Purpose::List).unwrap().to_text(), "");
    }

    #[test]
    fn a_wrong_filter_names_its_spot_and_the_way_out() {
        assert_eq!(filter_refused(object([("nam", text("x"))])), "filter.nam.unknown_filter?name");
        assert_eq!(filter_refused(object([("tags", text("x"))])), "filter.tags.unknown_filter");
        assert_eq!(
            filter_refused(object([("name", object([("iconatins", text("x"))]))])),
            "filter.name.iconatins.unknown_operator?icontains"
        );
        assert_eq!(filter_refused(object([("id", object([("gt", text(A))]))])), "filter.id.gt.unknown_operator");
        assert_eq!(filter_refused(object([("name", Value::Null)])), "filter.name.null?isnull");
        assert_eq!(filter_refused(object([("name", object([("in", list([]))]))])), "filter.name.in.empty");
        assert_eq!(
            filter_refused(object([("name", object([("in", list([text("a"), text("b,c")]))]))])),
            "filter.name.in.1.comma"
        );
        assert_eq!(filter_refused(object([("name", list([text("a")]))])), "filter.name.type?in");
        assert_eq!(filter_refused(object([("id", text("x"))])), "filter.id.uuid");
        assert_eq!(filter_refused(object([("created_at", text("2026-01-01"))])), "filter.created_at.date_time");
        assert_eq!(
            filter_refused(object([("ssn", object([("isnull", text("true"))]))])),
            "filter.ssn.isnull.type?boolean"
        );
        assert_eq!(filter_refused(object([("name", Value::Number(1.0))])), "filter.name.type?string");
        assert_eq!(filter_refused(object([("name", Value::Broken("x".into()))])), "filter.name.type?string");
        assert_eq!(filter_refused(Value::Bool(true)), "filter.type?object");
    }

    #[test]
    fn a_wrong_option_names_its_spot_and_the_way_out() {
        let one = |name: &'static str, value| refused(object([(name, value)]));
        assert_eq!(one("orderby", text("name")), "orderby.unknown_option?orderBy");
        assert_eq!(one("orderBy", text("nmae")), "orderBy.unknown_order?name");
        assert_eq!(one("orderBy", list([text("name"), text("-nmae")])), "orderBy.1.unknown_order?name");
        assert_eq!(one("orderBy", list([Value::Number(1.0)])), "orderBy.0.type?string");
        assert_eq!(one("page", Value::Number(0.0)), "page.minimum");
        assert_eq!(one("page", Value::Number(1.0)), "page.together_with");
        assert_eq!(one("pageSize", Value::Number(1.0)), "pageSize.together_with");
        assert_eq!(
            refused(object([("page", Value::Number(0.0)), ("pageSize", Value::Number(1.5))])),
            "page.minimum pageSize.type?integer"
        );
        assert_eq!(one("search", Value::Number(1.0)), "search.type?string");
        assert_eq!(one("tags", list([text("x")])), "tags.0.uuid");
        assert_eq!(one("globalSegments", list([])), "globalSegments.empty");
        assert_eq!(one("extra", object([("a", Value::Number(f64::NAN))])), "extra.a.type?string");
        assert_eq!(query(person(), Some(&text("x")), Purpose::List).unwrap_err().len(), 1);
    }
}
