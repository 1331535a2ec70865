//! A query string becomes what a list is asked for: filters, order, page and the rest, held against the declaration.
//! What a filter means is said in `matches`; what becomes of the rest, in `list`.

use std::borrow::Cow;

use super::clock;
use super::faults::{self, Fault};
use super::matches::{Filter, Loose, Spot, Test, folded, place, side};
use super::store::{Table, uuid};
use crate::rules::date;
use crate::schema::{Field, Kind, Operator, Parameter};

/// What a list is asked for.
#[derive(Debug, Default)]
pub(super) struct Wish {
    /// All must pass.
    pub filters: Vec<Filter>,
    /// Id lists: a row must hold one of the ids of each.
    pub among: Vec<Among>,
    /// Words in capitals, all of which must stand in the row's texts.
    pub search: Vec<String>,
    /// By what to order, the most important first; `true` is descending.
    pub order: Vec<(Spot, bool)>,
    /// The page and its size, both from 1.
    pub page: Option<(usize, usize)>,
    /// One object a line.
    pub jsonl: bool,
    /// No more than ids.
    pub slim: bool,
    /// Figures instead of rows.
    pub statistics: bool,
}

/// An id list: a row passes if one of these columns holds one of these ids, which are sorted and in small letters.
#[derive(Debug)]
pub(super) struct Among {
    /// The places of the columns; never none.
    pub columns: Vec<usize>,
    /// The ids.
    pub ids: Vec<String>,
}

/// By so many fields at most can a list be ordered: each costs memory for every row.
const MOST_ORDERS: usize = 64;

const NOT_A_BOOLEAN: &str = "Must be a valid boolean.";
const NOT_A_UUID: &str = "Must be a valid UUID.";
const NOT_A_TIME: &str = "Datetime has wrong format. Use one of these formats instead: \
                          YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
const NULL_CHARACTER: &str = "Null characters are not allowed.";
const EMPTY: &str = "This list may not be empty.";

type Read<T> = Result<T, Cow<'static, str>>;

/// Reads a query string, and answers everything that is wrong with it.
pub(super) fn read(table: &Table, query: &str) -> Result<Wish, Vec<Fault>> {
    let mut wish = Wish::default();
    let mut found = Vec::new();
    let (mut page, mut page_size) = (None, None);
    let parameters = parameters(query);
    for (name, value) in &parameters {
        let read = match name.as_str() {
            "_jsonl" => boolean(value).map(|on| wish.jsonl = on),
            "_slim" => boolean(value).map(|on| wish.slim = on),
            "_statistics" => boolean(value).map(|on| wish.statistics = on),
            "_page" => count(value).map(|number| page = Some(number)),
            "_page_size" => count(value).map(|number| page_size = Some(number)),
            "_order_by" => order(table, value).map(|order| wish.order = order),
            "_search" => search(value).map(|words| wish.search = words),
            _ => match parameter(table, name) {
                // What it means the API does not say either; here it has no effect.
                Some(parameter) if parameter.flag => boolean(value).map(|_| ()),
                Some(_) => among(table, name, value).map(|among| wish.among.extend(among)),
                None => filter(table, name, value).map(|filter| wish.filters.push(filter)),
            },
        };
        if let Err(sentence) = read {
            found.push(faults::at(name, sentence));
        }
    }
    let given = |name: &str| parameters.iter().any(|(given, _)| given == name);
    for (one, other) in [("_page", "_page_size"), ("_page_size", "_page")] {
        if given(one) && !given(other) {
            let sentence = "This value must be set together with the following fields: ";
            found.push(faults::at(one, [sentence, other].concat()));
        }
    }
    wish.page = page.zip(page_size);
    if found.is_empty() { Ok(wish) } else { Err(found) }
}

/// Names and values in their order; of a name given twice the last value counts, as in Django.
fn parameters(query: &str) -> Vec<(String, String)> {
    let mut parameters: std::collections::BTreeMap<String, (usize, String)> = std::collections::BTreeMap::new();
    for (place, part) in query.split('&').enumerate().filter(|(_, part)| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let entry = parameters.entry(decoded(name)).or_insert((place, String::new()));
        entry.1 = decoded(value);
    }
    let mut ordered: Vec<_> = parameters.into_iter().map(|(name, (place, value))| (place, name, value)).collect();
    ordered.sort_unstable_by_key(|(place, _, _)| *place);
    ordered.into_iter().map(|(_, name, value)| (name, value)).collect()
}

/// Percent-encoding taken off. `+` is a space, a `%` without two digits means itself, and what is no UTF-8 becomes
/// U+FFFD, all as in Django.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes().iter().copied();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digits = (byte == b'%').then(|| {
            let mut digit = || char::from(ahead.next()?).to_digit(16);
            Some(digit()? * 16 + digit()?)
        });
        match digits.flatten().and_then(|code| u8::try_from(code).ok()) {
            Some(code) => {
                bytes.push(code);
                rest = ahead;
            }
            None => bytes.push(if byte == b'+' { b' ' } else { byte }),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn filter(table: &Table, name: &str, value: &str) -> Read<Filter> {
    let (bare, negated) = match name.strip_suffix('!') {
        Some(bare) => (bare, true),
        None => (name, false),
    };
    let made = |spot, test| Ok(Filter { spot, test, negated });
    let declared = |name: &str| {
        let place = table.column(name)?;
        table.columns.get(place).filter(|column| column.filterable).map(|column| (place, column.kind))
    };
    if let Some((place, kind)) = declared(bare) {
        return made(Spot::Column(place), test(kind, None, value)?);
    }
    let (field, word) = bare.rsplit_once("__").unwrap_or((bare, ""));
    let operator = Operator::all().copied().find(|operator| operator.as_str() == word);
    if let Some((place, kind)) = declared(field) {
        let operators = table.columns.get(place).map_or(kind.operators(), Field::operators);
        let operator = operator.filter(|operator| operators.contains(operator));
        return match operator {
            Some(operator) => made(Spot::Column(place), test(kind, Some(operator), value)?),
            None => Err(["Unknown operator `", word, "` of `", field, "`."].concat().into()),
        };
    }
    if !table.takes_unknown() || field.is_empty() || field.starts_with('_') || (word.is_empty() && field != bare) {
        return Err("Unknown filter.".into());
    }
    if operator.is_none() && !word.is_empty() {
        return Err(["Unknown operator `", word, "` of `", field, "`."].concat().into());
    }
    // A field that is declared, but not as one to filter by, is no better known than the others.
    made(spot(table, field), loose(operator, value)?)
}

fn spot(table: &Table, name: &str) -> Spot {
    table.column(name).map_or_else(|| Spot::Extra(name.into()), Spot::Column)
}

fn test(kind: Kind, operator: Option<Operator>, value: &str) -> Read<Test> {
    if value.contains('\0') {
        return Err(NULL_CHARACTER.into());
    }
    if operator == Some(Operator::IsNull) {
        return boolean(value).map(Test::IsNull);
    }
    let values = || match operator {
        Some(_) if value.is_empty() => Err(Cow::from(EMPTY)),
        Some(_) => Ok(value.split(',').collect()),
        None => Ok(vec![value]),
    };
    match (kind, operator) {
        (Kind::Boolean | Kind::Integer | Kind::Number | Kind::Date, operator) => {
            let mut values = values()?;
            // What is compared is one value, whatever commas are in it.
            if operator != Some(Operator::In) {
                values = vec![value];
            }
            for value in &mut values {
                *value = plain(kind, value)?;
            }
            Ok(Test::Loose(Loose::new(operator, &values.join(","))))
        }
        (Kind::DateTime, None | Some(Operator::In)) => {
            let instants: Option<Vec<i64>> = values()?.into_iter().map(clock::instant).collect();
            instants.map(|instants| Test::At(sorted(instants))).ok_or(NOT_A_TIME.into())
        }
        (Kind::Uuid | Kind::Reference(_), None | Some(Operator::In)) => ids(&values()?).map(Test::OneOf),
        (_, None | Some(Operator::In)) => Ok(Test::OneOf(sorted(values()?.into_iter().map(String::from).collect()))),
        (_, Some(operator)) => match (place(operator), side(operator)) {
            (Some((place, true)), _) => Ok(Test::Holds(place, value.into())),
            (Some((place, false)), _) => Ok(Test::HoldsFolded(place, folded(value))),
            (_, Some(side)) => clock::instant(value).map(|bound| Test::Side(side, bound)).ok_or(NOT_A_TIME.into()),
            _ => Err("Unknown operator.".into()),
        },
    }
}

/// A value of a kind that is compared as `Loose` compares it.
fn plain(kind: Kind, value: &str) -> Read<&str> {
    match kind {
        Kind::Boolean => boolean(value).map(|value| if value { "true" } else { "false" }),
        Kind::Date if date::date(value) => Ok(value),
        Kind::Date => Err("Date has wrong format. Use one of these formats instead: YYYY-MM-DD.".into()),
        Kind::Integer if value.parse::<i64>().is_ok() => Ok(value),
        Kind::Integer => Err("A valid integer is required.".into()),
        _ if value.parse::<f64>().is_ok_and(f64::is_finite) => Ok(value),
        _ => Err("A valid number is required.".into()),
    }
}

fn loose(operator: Option<Operator>, value: &str) -> Read<Test> {
    match operator {
        _ if value.contains('\0') => Err(NULL_CHARACTER.into()),
        Some(Operator::IsNull) => boolean(value).map(Test::IsNull),
        Some(Operator::In) if value.is_empty() => Err(EMPTY.into()),
        operator => Ok(Test::Loose(Loose::new(operator, value))),
    }
}

fn sorted<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}

fn ids(values: &[&str]) -> Read<Vec<String>> {
    if values.iter().any(|value| uuid(value).is_none()) {
        return Err(NOT_A_UUID.into());
    }
    Ok(sorted(values.iter().map(|value| value.to_ascii_lowercase()).collect()))
}

fn boolean(value: &str) -> Read<bool> {
    match value {
        _ if value.eq_ignore_ascii_case("true") => Ok(true),
        _ if value.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(NOT_A_BOOLEAN.into()),
    }
}

/// A whole number from 1 that fits into 32 bits.
fn count(value: &str) -> Read<usize> {
    let digits = value.strip_prefix(['+', '-']).unwrap_or(value);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("A valid integer is required.".into());
    }
    if value.starts_with('-') || digits.bytes().all(|digit| digit == b'0') {
        return Err("Ensure this value is greater than or equal to 1.".into());
    }
    let number = digits.parse::<i32>().ok().and_then(|number| usize::try_from(number).ok());
    number.ok_or("Ensure this value is less than or equal to 2147483647.".into())
}

fn order(table: &Table, value: &str) -> Read<Vec<(Spot, bool)>> {
    let mut order: Vec<(Spot, bool)> = Vec::new();
    for part in value.split(',').filter(|_| !value.is_empty()) {
        let (name, descending) = part.strip_prefix('-').map_or((part, false), |name| (name, true));
        let known =
            table.column(name).and_then(|place| table.columns.get(place)).is_some_and(|column| column.filterable);
        if !known && (!table.takes_unknown() || name.is_empty()) {
            return Err(["Unknown field `", name, "`."].concat().into());
        }
        let spot = spot(table, name);
        if order.len() == MOST_ORDERS {
            return Err("Too many fields.".into());
        }
        // Named again, a field has nothing left to decide.
        if order.iter().all(|(named, _)| *named != spot) {
            order.push((spot, descending));
        }
    }
    Ok(order)
}

fn search(value: &str) -> Read<Vec<String>> {
    if value.contains('\0') {
        return Err(NULL_CHARACTER.into());
    }
    Ok(folded(value).split_whitespace().map(String::from).collect())
}

fn parameter(table: &Table, name: &str) -> Option<&'static Parameter> {
    const EVERYWHERE: &[Parameter] = &[Parameter::GLOBAL_REALESTATES, Parameter::GLOBAL_SEGMENTS];
    EVERYWHERE.iter().chain(table.resource.parameters).find(|parameter| parameter.name == name)
}

/// An id list. The API does not say what it means; here it keeps the rows that hold one of the ids in a field with the
/// parameter's name (`tags`), or in a relation to what the name is the plural of (`global_segments`: to a `Segment`).
/// On a resource with neither it has no effect.
fn among(table: &Table, name: &str, value: &str) -> Read<Option<Among>> {
    if value.is_empty() {
        return Err(EMPTY.into());
    }
    let ids = ids(&value.split(',').collect::<Vec<_>>())?;
    let plural = name.strip_prefix("global_").unwrap_or(name);
    let singular: String = plural.strip_suffix('s').unwrap_or(plural).split('_').collect();
    let holds = |kind: Kind, field: &str| match kind {
        Kind::Reference(target) => target.eq_ignore_ascii_case(&singular),
        _ => field == name,
    };
    let columns = table.columns.iter().enumerate().filter(|(_, column)| holds(column.kind, column.name));
    let columns: Vec<usize> = columns.map(|(place, _)| place).collect();
    Ok((!columns.is_empty()).then_some(Among { columns, ids }))
}
