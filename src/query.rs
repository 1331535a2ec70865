//! A declaration and list options make a query string. What the server makes of it is its own affair (and
//! `sandbox/parse.rs`'s).

use crate::issue::{Code, Fault, Issue, Param, Place};
use crate::number;
use crate::rules::{date, date_time, nearest::Nearest, uuid};
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

/// A query string, and the page it asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    text: String,
    /// The page this query asks for, if it asks for one.
    pub page: Option<f64>,
    /// How many positive `in` there are, and where the values of the last one begin and end.
    lists: (usize, usize, usize),
}

impl Query {
    /// The query string, without `?`.
    pub fn to_text(&self) -> String {
        self.text.clone()
    }

    /// Of the one list of values that may be split keeps what is to be asked from `from` on, so that the text is no longer
    /// than `most`. Answers where the next part begins; 0: there is none. (No value holds a comma.)
    pub fn split(&mut self, from: usize, most: usize) -> usize {
        let (count, start, end) = self.lists;
        if count != 1 || from == 0 && self.text.len() <= most {
            return 0;
        }
        let text = std::mem::take(&mut self.text);
        let others = text.len() - (end - start);
        let first = start + from;
        // Where the value begins that is looked at, and the last one ends that still fits.
        let (mut begin, mut cut) = (first, first);
        for at in first..=end {
            if at == end || text.as_bytes().get(at..at + COMMA.len()) == Some(COMMA) {
                if others + at - begin > most {
                    // It is too long by itself: nothing is sent of the others either.
                    self.text = text;
                    return 0;
                }
                if others + at - first <= most {
                    cut = at;
                }
                begin = at + COMMA.len();
            }
        }
        for (at, byte) in text.bytes().enumerate() {
            if at < start || (first..cut).contains(&at) || at >= end {
                self.text.push(char::from(byte));
            }
        }
        if cut == end { 0 } else { cut + COMMA.len() - start }
    }

    /// Begins a parameter, whose name is made of these parts.
    fn name(&mut self, parts: &[&str]) {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        for part in parts {
            encode(part, &mut self.text);
        }
        self.text.push('=');
    }

    /// Adds to the value of the parameter under way.
    fn value(&mut self, text: &str) {
        encode(text, &mut self.text);
    }

    fn pair(&mut self, name: &str, value: &str) {
        self.name(&[name]);
        self.value(value);
    }
}

/// What stands between the values of a list.
const COMMA: &[u8] = b"%2C";

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
    if let Value::Object(entries) = options {
        asked.options(entries);
        asked.list(options, purpose);
    } else {
        asked.report(Fault::wrong_type("object"), &Place::Top);
    }
    asked.done()
}

/// A page of the walk over the rows that have these ids.
pub fn by_ids(ids: &Value, page: Page) -> Result<Query, Vec<Issue>> {
    let mut asked = Asked { resource: &NO_RESOURCE, query: Query::default(), issues: Vec::new() };
    let place = Place::Top.key("id");
    match ids {
        Value::Array(items) => {
            asked.query.name(&["id__in"]);
            asked.list_values(Some(Kind::Uuid), items, &place);
        }
        other => asked.wrong(other, "array", &place),
    }
    asked.order(None, true, &place);
    asked.pages(ids, Purpose::Page(page));
    asked.done()
}

/// `/path/?query` parameters of the untyped `request`: each a text, a number, a boolean, or an array of these.
pub fn plain(query: &Value) -> Result<Query, Vec<Issue>> {
    let mut asked = Asked { resource: &NO_RESOURCE, query: Query::default(), issues: Vec::new() };
    asked.extra(query, &Place::Top);
    asked.done()
}

static NO_RESOURCE: Resource = Resource::new("Any", "Any", "/any/");

/// The parameters of ids that lists of this resource have.
fn parameters(resource: &Resource) -> [&'static [Parameter]; 2] {
    const EVERYWHERE: &[Parameter] = &[Parameter::GLOBAL_REALESTATES, Parameter::GLOBAL_SEGMENTS];
    [EVERYWHERE, resource.parameters]
}

/// The list options of a resource, by our names.
fn option_names(resource: &Resource) -> Vec<&'static str> {
    let mut names = Vec::new();
    for parameters in parameters(resource) {
        for parameter in parameters {
            names.push(parameter.option);
        }
    }
    names.extend_from_slice(OPTIONS);
    names
}

/// A query in the making. Once something is wrong its text is of no use, and nobody sees it.
struct Asked<'a> {
    resource: &'a Resource,
    query: Query,
    issues: Vec<Issue>,
}

/// What the value of a parameter may be: the value of a field, in a filter, or anything plain, as it is given.
type Wanted = Option<Kind>;

impl Asked<'_> {
    fn done(self) -> Result<Query, Vec<Issue>> {
        if self.issues.is_empty() { Ok(self.query) } else { Err(self.issues) }
    }

    fn report(&mut self, fault: Fault, place: &Place) {
        self.issues.push(place.issue(fault));
    }

    /// A value of the wrong type; `null` has its own way out.
    fn wrong(&mut self, value: &Value, wanted: &'static str, place: &Place) {
        let fault = match value {
            Value::Null => Fault::new(Code::Null),
            _ => Fault::wrong_type(wanted),
        };
        self.report(fault, place);
    }

    /// A name that does not exist here, with the nearest of those that do.
    fn unknown(&mut self, code: Code, nearest: Nearest<'static>, place: &Place) {
        let fault = match nearest.found {
            Some(nearest) => Fault::text(code, "hint", nearest),
            None => Fault::new(code),
        };
        self.report(fault, place);
    }

    /// The filterable field of that name; else an issue.
    fn field(&mut self, name: &str, code: Code, place: &Place) -> Option<&'static Field> {
        let resource = self.resource;
        let field = resource.filterable().find(|field| field.name == name);
        if field.is_none() {
            let mut nearest = Nearest::to(name);
            for field in resource.filterable() {
                nearest.look_at(field.name);
            }
            self.unknown(code, nearest, place);
        }
        field
    }

    fn options(&mut self, entries: &[(String, Value)]) {
        let names = option_names(self.resource);
        for (name, _) in entries {
            if !names.contains(&name.as_str()) {
                let mut nearest = Nearest::to(name);
                for name in &names {
                    nearest.look_at(name);
                }
                self.unknown(Code::UnknownOption, nearest, &Place::Top.key(name));
            }
        }
    }

    /// All parameters, in the order they are sent.
    fn list(&mut self, options: &Value, purpose: Purpose) {
        let top = &Place::Top;
        if let Some(filter) = options.get("filter") {
            self.filters(filter, &top.key("filter"));
        }
        if matches!(purpose, Purpose::Stream) {
            self.query.pair("_jsonl", "true");
        }
        self.order(options.get("orderBy"), matches!(purpose, Purpose::Page(_)), &top.key("orderBy"));
        self.pages(options, purpose);
        match options.get("search") {
            None => {}
            Some(Value::Text(text)) => self.query.pair("_search", text),
            Some(other) => self.wrong(other, "string", &top.key("search")),
        }
        if let Purpose::Page(Page { slim: true, .. }) = purpose {
            self.query.pair("_slim", "true");
        }
        if matches!(purpose, Purpose::Statistics) {
            self.query.pair("_statistics", "true");
        }
        for parameters in parameters(self.resource) {
            for parameter in parameters {
                self.ids(parameter, options);
            }
        }
        if let Some(extra) = options.get("extra") {
            self.extra(extra, &top.key("extra"));
        }
        // Parts of the rows would be ordered, paged and searched each by itself.
        let whole = ["orderBy", "page", "search"].iter().any(|name| options.get(name).is_some());
        if whole || matches!(purpose, Purpose::Statistics) {
            self.query.lists.0 = 0;
        }
    }

    /// The values of a positive `in`. A long list goes out in parts, each ordered by itself (our decision).
    fn list_values(&mut self, wanted: Wanted, items: &[Value], place: &Place) {
        let start = self.query.text.len();
        self.values(wanted, items, place);
        self.query.lists = (self.query.lists.0 + 1, start, self.query.text.len());
    }

    fn ids(&mut self, parameter: &Parameter, options: &Value) {
        let place = Place::Top.key(parameter.option);
        match options.get(parameter.option) {
            None => {}
            Some(value) if parameter.flag => {
                self.query.name(&[parameter.name]);
                self.value(Some(Kind::Boolean), value, false, &place);
            }
            Some(Value::Array(items)) => {
                self.query.name(&[parameter.name]);
                self.values(Some(Kind::Uuid), items, &place);
            }
            Some(other) => self.wrong(other, "array", &place),
        }
    }

    fn filters(&mut self, filter: &Value, place: &Place) {
        let Value::Object(entries) = filter else { return self.wrong(filter, "object", place) };
        for (name, value) in entries {
            let place = place.key(name);
            if let Some(field) = self.field(name, Code::UnknownFilter, &place) {
                self.filter(field, value, "", &place);
            }
        }
    }

    /// One field's filter, or what stands in its `not`: a value, or operators; `not` among them comes last. A negated
    /// operator is `field__op!=value` (our decision).
    fn filter(&mut self, field: &'static Field, value: &Value, negation: &str, place: &Place) {
        let Value::Object(operators) = value else {
            if let Value::Array(_) = value {
                return self.report(Fault::wrong_type("in"), place);
            }
            self.query.name(&[field.name, negation]);
            return self.value(Some(field.kind), value, false, place);
        };
        let is_not = |name: &str| name == "not" && negation.is_empty();
        for (name, value) in operators {
            if !is_not(name) {
                self.operator(field, name, value, negation, &place.key(name));
            }
        }
        for (name, value) in operators {
            if is_not(name) {
                self.filter(field, value, "!", &place.key(name));
            }
        }
    }

    fn operator(&mut self, field: &'static Field, name: &str, value: &Value, negation: &str, place: &Place) {
        let operators = field.operators();
        let Some(operator) = operators.iter().find(|operator| operator.as_str() == name) else {
            let mut nearest = Nearest::to(name);
            for operator in operators {
                nearest.look_at(operator.as_str());
            }
            if negation.is_empty() {
                nearest.look_at("not");
            }
            return self.unknown(Code::UnknownOperator, nearest, place);
        };
        self.query.name(&[field.name, "__", operator.as_str(), negation]);
        match (operator, value) {
            (_, Value::Null) => self.report(Fault::text(Code::Null, "hint", "isnull"), place),
            (Operator::IsNull, Value::Bool(_)) => self.value(None, value, false, place),
            (Operator::IsNull, _) => self.report(Fault::wrong_type("boolean"), place),
            (Operator::In, Value::Array(items)) if negation.is_empty() => {
                self.list_values(Some(field.kind), items, place);
            }
            (Operator::In, Value::Array(items)) => self.values(Some(field.kind), items, place),
            (Operator::In, _) => self.report(Fault::wrong_type("array"), place),
            _ => self.value(Some(field.kind), value, false, place),
        }
    }

    /// Adds a value to the parameter under way. None in a list may hold a comma, which would divide it; booleans and
    /// `isnull` are `true` and `false` (our decisions).
    fn value(&mut self, wanted: Wanted, value: &Value, in_list: bool, place: &Place) {
        let number;
        let text = match (wanted, value) {
            (Some(Kind::Boolean) | None, Value::Bool(value)) => Ok(if *value { "true" } else { "false" }),
            (Some(Kind::Integer), Value::Number(given)) if given.is_finite() && given.trunc() != *given => {
                Err(Fault::new(Code::Integer))
            }
            (Some(Kind::Integer | Kind::Number | Kind::Ordered) | None, Value::Number(given)) => {
                number = number::decimal(*given);
                number.as_deref().ok_or(Fault::wrong_type(if wanted.is_some() { "number" } else { "string" }))
            }
            (Some(kind), value) => filter_text(kind, value),
            (None, Value::Text(text)) => Ok(text.as_str()),
            (None, Value::Null) => Err(Fault::new(Code::Null)),
            (None, _) => Err(Fault::wrong_type("string")),
        };
        match text {
            Ok(text) if in_list && text.bytes().any(|byte| byte == b',') => self.report(Fault::new(Code::Comma), place),
            Ok(text) => self.query.value(text),
            Err(fault) => self.report(fault, place),
        }
    }

    /// Adds values to the parameter under way, comma-separated, as the API reads a list; the first that is wrong is the
    /// issue.
    fn values(&mut self, wanted: Wanted, items: &[Value], place: &Place) {
        if items.is_empty() {
            return self.report(Fault::new(Code::Empty), place);
        }
        let before = self.issues.len();
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.query.value(",");
            }
            self.value(wanted, item, true, &place.index(at));
            if self.issues.len() > before {
                return;
            }
        }
    }

    /// The terms of the order; a walk adds `id`, unless it is there (our decision: the API names no order of its own).
    fn order(&mut self, order: Option<&Value>, walk: bool, place: &Place) {
        let mut terms = String::new();
        let mut walk = walk;
        match order {
            None => {}
            Some(Value::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    self.order_term(item, &mut terms, &mut walk, &place.index(at));
                }
            }
            Some(term) => self.order_term(term, &mut terms, &mut walk, place),
        }
        if walk {
            add_to_list(&mut terms, "id");
        }
        if !terms.is_empty() {
            self.query.pair("_order_by", &terms);
        }
    }

    fn order_term(&mut self, term: &Value, terms: &mut String, walk: &mut bool, place: &Place) {
        let Value::Text(term) = term else { return self.wrong(term, "string", place) };
        let name = term.strip_prefix('-').unwrap_or(term);
        let open = self.resource.documented != Documented::Complete;
        if name.bytes().any(|byte| byte == b',') {
            return self.report(Fault::new(Code::Comma), place);
        }
        if open && !name.is_empty() || self.field(name, Code::UnknownOrder, place).is_some() {
            *walk &= name != "id";
            add_to_list(terms, term);
        }
    }

    /// `pageSize` is 0 or more, since the API's own example has 0, and in a walk 1 or more (our decision).
    fn pages(&mut self, options: &Value, purpose: Purpose) {
        let walk = matches!(purpose, Purpose::Page(_));
        let (given_page, given_size) = (options.get("page"), options.get("pageSize"));
        let mut page = self.whole(given_page, 1.0, "page");
        let mut size = self.whole(given_size, if walk { 1.0 } else { 0.0 }, "pageSize");
        match purpose {
            Purpose::Page(asked) => {
                page = asked.number.or(page).or(Some(1.0));
                size = size.or(Some(PAGE_SIZE));
            }
            Purpose::First if page.is_none() && size.is_none() => (page, size) = (Some(1.0), Some(1.0)),
            // A half that is wrong by itself has its issue already.
            _ if page.is_some() && given_size.is_none() => self.half("page", "pageSize"),
            _ if size.is_some() && given_page.is_none() => self.half("pageSize", "page"),
            _ => {}
        }
        self.query.page = page;
        for (name, value) in [("_page", page), ("_page_size", size)] {
            if let Some(value) = value {
                self.query.pair(name, &number::whole(value as u64));
            }
        }
    }

    fn half(&mut self, set: &str, missing: &str) {
        let fields = Param::List(vec![Param::Text(missing.into())]);
        self.issues.push(Issue::at(set, Code::TogetherWith).with("fields", fields));
    }

    /// A whole number of 32 bits, at least `least`.
    fn whole(&mut self, value: Option<&Value>, least: f64, name: &str) -> Option<f64> {
        let place = Place::Top.key(name);
        let value = value?;
        match value {
            Value::Number(number) if number - number.trunc() != 0.0 || *number > f64::from(i32::MAX) => {
                self.wrong(value, "integer", &place)
            }
            Value::Number(number) if *number < least => self.report(Fault::number(Code::Minimum, "min", least), &place),
            Value::Number(number) => return Some(*number),
            _ => self.wrong(value, "integer", &place),
        }
        None
    }

    /// Parameters sent as given; of numbers those that have one spelling (our decision).
    fn extra(&mut self, extra: &Value, place: &Place) {
        let Value::Object(entries) = extra else { return self.wrong(extra, "object", place) };
        for (name, value) in entries {
            let place = place.key(name);
            self.query.name(&[name]);
            match value {
                Value::Array(items) => self.values(None, items, &place),
                value => self.value(None, value, false, &place),
            }
        }
    }
}

/// A filter's value as text. It is judged by its type only, never by length, pattern or format. Days and times are ISO
/// 8601, and what is compared by size of a field that is not known takes numbers, days and times (our decisions).
fn filter_text(kind: Kind, value: &Value) -> Result<&str, Fault> {
    match (kind, value) {
        (_, Value::Null) => Err(Fault::text(Code::Null, "hint", "isnull")),
        (Kind::DateTime, Value::Date(text) | Value::Text(text)) if date_time::date_time(text) => Ok(text),
        (Kind::DateTime, Value::Date(_) | Value::Text(_)) => Err(Fault::new(Code::DateTime)),
        (Kind::DateTime, _) => Err(Fault::wrong_type("date-time")),
        (Kind::Ordered, Value::Date(text)) => Ok(text),
        (Kind::Uuid | Kind::Reference(_), Value::Text(text)) if !uuid::uuid(text) => Err(Fault::new(Code::Uuid)),
        (Kind::Date, Value::Text(text)) if !date::date(text) => Err(Fault::new(Code::Date)),
        (Kind::Date, Value::Text(text)) => Ok(text),
        // A `Date` too: it would be a day off where its zone is not UTC.
        (Kind::Date, _) => Err(Fault::wrong_type("YYYY-MM-DD")),
        (Kind::Boolean, _) => Err(Fault::wrong_type("boolean")),
        (Kind::Integer, _) => Err(Fault::wrong_type("integer")),
        (Kind::Number, _) => Err(Fault::wrong_type("number")),
        (_, Value::Text(text)) => Ok(text),
        _ => Err(Fault::wrong_type("string")),
    }
}

fn add_to_list(list: &mut String, text: &str) {
    if !list.is_empty() {
        list.push(',');
    }
    list.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::Segment;
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
    fn a_long_list_is_split_between_its_values_and_nothing_else_is_lost() {
        let names: Vec<_> = (0..50).map(|n| text(&["å ", &"x".repeat(n % 5)].concat())).collect();
        let options =
            object([("filter", object([("name", object([("in", Value::Array(names))]))])), ("tags", list([text(A)]))]);
        let whole = query(person(), Some(&options), Purpose::List).unwrap();
        for most in [80, 81, 90, 100, 150, 200, whole.text.len() - 1, whole.text.len(), 5_000] {
            let (mut from, mut values) = (0, Vec::new());
            loop {
                let mut part = whole.clone();
                let next = part.split(from, most);
                assert!(part.text.len() <= most);
                let between =
                    part.text.strip_prefix("name__in=").unwrap().strip_suffix(&["&tags=", A].concat()).unwrap();
                values.extend(between.split("%2C").map(String::from));
                from = next;
                if next == 0 {
                    break;
                }
            }
            assert_eq!(["name__in=", &values.join("%2C"), "&tags=", A].concat(), whole.text, "{most}");
        }
        let mut long = whole.clone();
        assert_eq!((long.split(0, 50), long.text), (0, whole.text), "a value that is too long by itself");
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

    static KINDS: Resource = Resource::new("Kinds", "Kinds", "/kinds/kinds/")
        .partial()
        .fields(&[
            Field::boolean("flag").filterable(),
            Field::integer("count").filterable(),
            Field::number("amount").filterable(),
            Field::date("day").filterable(),
            Field::text("hidden"),
        ])
        .parameters(&[Parameter::HAS_BRF_COMPANY])
        .filters(&[
            Field::integer("unknown").filterable(),
            Field::date("cut").filterable().operators_cut_after(0),
            Field::ordered("from").filterable().operators_cut_after(2),
        ]);

    fn asked(name: &str, value: Value) -> String {
        let options = object([("filter", object([(name, value)]))]);
        match query(&KINDS, Some(&options), Purpose::List) {
            Ok(query) => query.to_text(),
            Err(issues) => {
                let hint = issues[0].text("hint").unwrap_or("");
                [issues[0].code.as_str(), " ", hint].concat()
            }
        }
    }

    #[test]
    fn each_kind_takes_its_own_json_type() {
        let number = Value::Number;
        assert_eq!(asked("flag", Value::Bool(false)), "flag=false");
        assert_eq!(asked("flag", text("false")), "type boolean");
        assert_eq!(asked("flag", object([("in", list([Value::Bool(true)]))])), "flag__in=true");
        assert_eq!(asked("flag", object([("gt", Value::Bool(true))])), "unknown_operator ");
        assert_eq!(asked("count", number(-3.0)), "count=-3");
        assert_eq!(asked("count", object([("gte", number(3.0)), ("lt", number(9.0))])), "count__gte=3&count__lt=9");
        assert_eq!(asked("count", object([("in", list([number(1.0), number(2.0)]))])), "count__in=1%2C2");
        assert_eq!(asked("count", number(0.5)), "integer ");
        assert_eq!(asked("count", number(f64::NAN)), "type number");
        assert_eq!(asked("count", text("3")), "type integer");
        assert_eq!(asked("amount", object([("gt", number(0.25))])), "amount__gt=0.25");
        assert_eq!(asked("amount", Value::Bool(true)), "type number");
        assert_eq!(asked("amount", Value::Null), "null isnull");
    }

    #[test]
    fn a_day_is_text_that_stands_in_the_calendar() {
        assert_eq!(asked("day", text("2024-02-29")), "day=2024-02-29");
        assert_eq!(asked("day", object([("not", object([("lte", text("2024-02-29"))]))])), "day__lte!=2024-02-29");
        assert_eq!(asked("day", text("2023-02-29")), "date ");
        assert_eq!(asked("day", Value::Date("2024-02-29T00:00:00.000Z".into())), "type YYYY-MM-DD");
    }

    #[test]
    fn filters_on_fields_that_are_not_known_are_as_others_and_a_field_without_one_is_refused() {
        assert_eq!(asked("unknown", object([("gt", Value::Number(1.0))])), "unknown__gt=1");
        assert_eq!(asked("cut", object([("not", text("2024-02-29"))])), "cut!=2024-02-29");
        assert_eq!(asked("cut", object([("gt", text("2024-02-29"))])), "unknown_operator ");
        assert_eq!(asked("hidden", text("x")), "unknown_filter ");
        let any = object([("orderBy", text("-anything"))]);
        assert_eq!(query(&KINDS, Some(&any), Purpose::List).unwrap().to_text(), "_order_by=-anything");
    }

    #[test]
    fn what_is_compared_by_size_may_be_a_number_a_day_or_a_time() {
        assert_eq!(asked("from", Value::Number(3.0)), "from=3");
        assert_eq!(asked("from", object([("gte", text("2024-02-29"))])), "from__gte=2024-02-29");
        assert_eq!(
            asked("from", object([("gt", Value::Date("2024-02-29T00:00Z".into()))])),
            "from__gt=2024-02-29T00%3A00Z"
        );
        assert_eq!(asked("from", Value::Bool(true)), "type string");
        assert_eq!(asked("from", object([("lt", Value::Number(3.0))])), "unknown_operator ");
    }

    #[test]
    fn a_parameter_that_is_a_flag_takes_true_and_false_alone() {
        let flag = |value| query(&KINDS, Some(&object([("hasBrfCompany", value)])), Purpose::List);
        assert_eq!(flag(Value::Bool(false)).unwrap().to_text(), "has_brf_company=false");
        for wrong in [text("true"), Value::Number(1.0), list([Value::Bool(true)]), Value::Null] {
            assert_eq!(flag(wrong).unwrap_err().len(), 1);
        }
    }
}
