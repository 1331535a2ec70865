//! A list: which rows pass, in which order, which page of them, and how they are written. Nulls come last, descending
//! first, and text goes by code point, as in PostgreSQL under `C.UTF-8`; rows that are equal stay in the order they
//! came.

use std::cmp::Ordering;

use super::clock;
use super::http::HttpResponse;
use super::matches::{self, Spot};
use super::parse::{self, Among, Wish};
use super::store::{Row, Table};
use crate::schema::Kind;
use crate::value::Value;

/// The media type of one object a line.
pub(super) const JSONL: &str = "application/jsonl";

/// `GET <base>list/`
pub(super) fn answer(table: &Table, query: &str) -> HttpResponse {
    let wish = match parse::read(table, query) {
        Ok(wish) => wish,
        Err(found) => return HttpResponse::bad_request(found),
    };
    let mut scratch = Vec::new();
    let mut rows: Vec<&Row> = table.rows().filter(|row| passes(table, &wish, row, &mut scratch)).collect();
    if wish.statistics {
        // The API does not say what its statistics are: the sandbox counts.
        return HttpResponse::json(200, ["{\"count\":", &rows.len().to_string(), "}"].concat());
    }
    let (start, end) = match wish.page {
        None => (0, rows.len()),
        Some((page, size)) => {
            let start = (page - 1).saturating_mul(size);
            if start >= rows.len() && page > 1 {
                return HttpResponse::detail(404, "Invalid page.");
            }
            (start, start.saturating_add(size).min(rows.len()))
        }
    };
    if !wish.order.is_empty() {
        rows = first_in_order(table, &wish.order, &rows, end);
    }
    let rows = rows.get(start..end).unwrap_or(&[]);
    let mut body = String::new();
    if !wish.jsonl {
        body.push('[');
    }
    for (place, row) in rows.iter().enumerate() {
        if place > 0 && !wish.jsonl {
            body.push(',');
        }
        if wish.slim {
            table.write_slim(&mut body, row);
        } else {
            table.write(&mut body, row);
        }
        if wish.jsonl {
            body.push('\n');
        }
    }
    if wish.jsonl {
        return HttpResponse::of(200, JSONL, body);
    }
    body.push(']');
    HttpResponse::json(200, body)
}

fn passes(table: &Table, wish: &Wish, row: &Row, scratch: &mut Vec<u8>) -> bool {
    wish.filters.iter().all(|filter| filter.keeps(row, scratch))
        && wish.among.iter().all(|among| is_among(row, among))
        && (wish.search.is_empty() || is_found(table, row, &wish.search))
}

fn is_among(row: &Row, among: &Among) -> bool {
    among.columns.iter().filter_map(|place| row.cells.get(*place)).any(|cell| has_one(cell, &among.ids))
}

/// Whether a value is one of the ids, an object with one of them, or an array with such an element.
fn has_one(value: &Value, ids: &[String]) -> bool {
    match value {
        Value::Text(id) => ids.binary_search(&id.to_ascii_lowercase()).is_ok(),
        Value::Array(items) => items.iter().any(|item| has_one(item, ids)),
        Value::Object(_) => value.get("id").is_some_and(|id| has_one(id, ids)),
        _ => false,
    }
}

/// Whether each word stands in one of the row's texts.
fn is_found(table: &Table, row: &Row, words: &[String]) -> bool {
    let texts = row.searched.get_or_init(|| searched(table, row));
    words.iter().all(|word| matches::stands_in(texts, word))
}

/// A row's texts in capitals.
fn searched(table: &Table, row: &Row) -> Box<[u8]> {
    let declared = table.columns.iter().zip(&row.cells).filter(|(column, _)| column.kind.is_text());
    let texts = declared.map(|(_, cell)| cell).chain(row.extra.iter().map(|(_, value)| value));
    let mut all = Vec::new();
    for text in texts.filter_map(Value::as_text) {
        matches::add_folded(&mut all, text);
        // No word holds white space, so none reaches from one text into the next.
        all.push(b'\n');
    }
    all.into()
}

/// What a row is ordered by. The variants stand in their order.
#[derive(Clone, Copy)]
enum Key<'a> {
    Bool(bool),
    Number(f64),
    Instant(i64),
    /// With its first eight bytes as a number: they decide nearly always, and stand where the keys stand.
    Text(u64, &'a str),
    Other,
    Null,
}

impl<'a> Key<'a> {
    fn of(value: &'a Value, timed: bool) -> Self {
        match value {
            Value::Null => Key::Null,
            Value::Bool(value) => Key::Bool(*value),
            Value::Number(number) => Key::Number(*number),
            Value::Text(text) if timed => clock::instant(text).map_or(Key::Null, Key::Instant),
            Value::Text(text) => Key::text(text),
            Value::Object(_) => value.get("id").and_then(Value::as_text).map_or(Key::Other, Key::text),
            _ => Key::Other,
        }
    }

    fn text(text: &'a str) -> Self {
        let mut first = [0; 8];
        first.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
        Key::Text(u64::from_be_bytes(first), text)
    }

    fn rank(self) -> u8 {
        match self {
            Key::Bool(_) => 0,
            Key::Number(_) => 1,
            Key::Instant(_) => 2,
            Key::Text(..) => 3,
            Key::Other => 4,
            Key::Null => 5,
        }
    }

    fn against(self, other: Self) -> Ordering {
        match (self, other) {
            (Key::Bool(a), Key::Bool(b)) => a.cmp(&b),
            (Key::Number(a), Key::Number(b)) => a.total_cmp(&b),
            (Key::Instant(a), Key::Instant(b)) => a.cmp(&b),
            (Key::Text(first, a), Key::Text(second, b)) => first.cmp(&second).then_with(|| a.cmp(b)),
            (a, b) => a.rank().cmp(&b.rank()),
        }
    }
}

/// The first `count` rows in this order.
fn first_in_order<'a>(table: &Table, order: &[(Spot, bool)], rows: &[&'a Row], count: usize) -> Vec<&'a Row> {
    let by: Vec<(&Spot, bool, bool)> = order
        .iter()
        .map(|(spot, descending)| {
            let column = if let Spot::Column(place) = spot { table.columns.get(*place) } else { None };
            (spot, *descending, column.is_some_and(|column| column.kind == Kind::DateTime))
        })
        .collect();
    let mut keys = Vec::with_capacity(rows.len() * by.len());
    for row in rows {
        keys.extend(by.iter().map(|(spot, _, timed)| Key::of(spot.of(row), *timed)));
    }
    let keys_of = |row: usize| keys.get(row * by.len()..(row + 1) * by.len()).unwrap_or(&[]);
    let compare = |a: &usize, b: &usize| {
        for ((one, other), (_, descending, _)) in keys_of(*a).iter().zip(keys_of(*b)).zip(&by) {
            let decided = if *descending { other.against(*one) } else { one.against(*other) };
            if decided != Ordering::Equal {
                return decided;
            }
        }
        a.cmp(b)
    };
    let mut places: Vec<usize> = (0..rows.len()).collect();
    if count > 0 && count < places.len() {
        // A page needs no more than the rows up to its end.
        places.select_nth_unstable_by(count - 1, compare);
        places.truncate(count);
    }
    places.sort_unstable_by(compare);
    places.into_iter().filter_map(|place| rows.get(place).copied()).collect()
}
