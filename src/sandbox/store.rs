//! The rows: one table a resource, in the order in which they came, and which of them have what no two may have. Who
//! may write what, and what is asked of the rows, is said elsewhere.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::chance::Chance;
use super::clock;
use super::json;
use crate::rules::text;
use crate::schema::{Documented, Field, Kind, Resource};
use crate::value::Value;

/// The column that the server's clock fills.
const CREATED_AT: &str = "created_at";

/// One row. A relation is kept as the text of its id; ids are kept in small letters, as Django answers them.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// One value for each column of the table.
    pub cells: Vec<Value>,
    /// Fields that nobody declared, as they came.
    pub extra: Vec<(String, Value)>,
    /// What a search looks through, once one has.
    pub searched: OnceCell<Box<[u8]>>,
}

/// What is wrong with an id that should name a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// It is no uuid.
    NoUuid,
    /// No row has it.
    NoRow,
}

/// The rows of one resource. Copying a table copies no row: what is common is shared.
#[derive(Clone)]
pub(super) struct Table {
    /// Its declaration.
    pub resource: &'static Resource,
    /// The declared fields in their order, and `id` before them where it is not declared.
    pub columns: Rc<[Field]>,
    id_column: usize,
    rows: BTreeMap<u64, Rc<Row>>,
    by_id: BTreeMap<u128, u64>,
    unique: Vec<Unique>,
    next: u64,
}

/// A column whose values no two rows share, other than the id.
#[derive(Clone)]
struct Unique {
    column: usize,
    /// The places of the rows by their values, as JSON text.
    places: BTreeMap<Rc<str>, u64>,
}

impl Table {
    /// An empty table.
    pub fn new(resource: &'static Resource) -> Self {
        let mut columns = resource.fields.to_vec();
        if resource.field("id").is_none() {
            columns.insert(0, Field::id());
        }
        let id_column = columns.iter().position(|column| column.name == "id").unwrap_or(0);
        let unique = columns.iter().enumerate().filter(|(place, column)| column.unique && *place != id_column);
        let unique = unique.map(|(column, _)| Unique { column, places: BTreeMap::new() }).collect();
        let (rows, by_id) = (BTreeMap::new(), BTreeMap::new());
        Self { resource, columns: columns.into(), id_column, rows, by_id, unique, next: 0 }
    }

    /// Whether fields that nobody declared are kept, filtered and ordered by.
    pub fn takes_unknown(&self) -> bool {
        self.resource.documented != Documented::Complete
    }

    /// The place of the column with that name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// All rows, the oldest first.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values().map(|row| &**row)
    }

    /// The row's place in the order of the table, if the table has it.
    pub fn find(&self, id: &str) -> Result<u64, Missing> {
        let id = uuid(id).ok_or(Missing::NoUuid)?;
        self.by_id.get(&id).copied().ok_or(Missing::NoRow)
    }

    /// The row at that place.
    pub fn row(&self, place: u64) -> Option<&Row> {
        self.rows.get(&place).map(|row| &**row)
    }

    /// What these fields hold that no two rows share: the columns, and the values as text that is the same for the
    /// same value.
    pub fn unique_of(&self, entries: &[(String, Value)]) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for Unique { column: place, .. } in &self.unique {
            let Some(column) = self.columns.get(*place) else { continue };
            let given = entries.iter().find_map(|(name, value)| (name == column.name).then_some(value));
            let value = given.map(|value| stored(column.kind, value.clone()));
            found.extend(value.as_ref().and_then(key).map(|key| (*place, key)));
        }
        found
    }

    /// The row that has this value in this column, of those that no two rows share.
    pub fn holder(&self, column: usize, key: &str) -> Option<u64> {
        self.unique.iter().find(|unique| unique.column == column)?.places.get(key).copied()
    }

    /// The row at that place with these fields written into it, by name, as rules between fields look at it.
    pub fn merged(&self, place: u64, entries: &[(String, Value)]) -> Value {
        let Some(mut row) = self.rows.get(&place).map(|row| Row::clone(row)) else { return Value::Null };
        fill(&self.columns, self.resource, &mut row, entries.to_vec());
        let columns = self.columns.iter().map(|column| column.name.to_owned());
        Value::Object(columns.zip(row.cells).chain(row.extra).collect())
    }

    /// Writes down which values a row has, or no longer has, that no other may have.
    fn note(&mut self, place: u64, row: &Row, has: bool) {
        for Unique { column, places } in &mut self.unique {
            let Some(key) = row.cells.get(*column).and_then(key) else { continue };
            if has {
                places.insert(key.into(), place);
            } else if places.get(key.as_str()) == Some(&place) {
                places.remove(key.as_str());
            }
        }
    }

    /// Writes fields into the row at that place. Read-only ones must have been left out.
    pub fn change(&mut self, place: u64, entries: Vec<(String, Value)>) {
        let Some(before) = self.rows.get(&place).cloned() else { return };
        let mut row = Row { searched: OnceCell::new(), ..Row::clone(&before) };
        fill(&self.columns, self.resource, &mut row, entries);
        self.note(place, &before, false);
        self.note(place, &row, true);
        self.rows.insert(place, Rc::new(row));
    }

    /// Removes the row at that place.
    pub fn remove(&mut self, place: u64) {
        let Some(gone) = self.rows.remove(&place) else { return };
        if let Some(id) = gone.cells.get(self.id_column).and_then(Value::as_text).and_then(uuid) {
            self.by_id.remove(&id);
        }
        self.note(place, &gone, false);
    }

    /// Adds a row and answers its place. `id` and `created_at` come from the server unless the entries hold them.
    pub fn add(&mut self, entries: Vec<(String, Value)>, server: &mut Server, now: i64) -> u64 {
        let cells = self.columns.iter().map(unsaid).collect();
        let mut row = Row { cells, extra: Vec::new(), searched: OnceCell::new() };
        fill(&self.columns, self.resource, &mut row, entries);
        let given = row.cells.get(self.id_column).and_then(Value::as_text).and_then(uuid);
        if let Some(id) = given {
            // What is made next then differs from what was made beside these rows before, and may be gone since.
            server.chance.stir(id as u64);
        }
        let id = given.unwrap_or_else(|| {
            loop {
                let id = server.chance.uuid();
                if !self.by_id.contains_key(&id) {
                    break id;
                }
            }
        });
        if let Some(cell) = row.cells.get_mut(self.id_column) {
            *cell = Value::Text(uuid_text(id));
        }
        if let Some(cell) = self.column(CREATED_AT).and_then(|column| row.cells.get_mut(column))
            && *cell == Value::Null
        {
            *cell = Value::Text(clock::text(server.tick(now)));
        }
        let place = self.next;
        self.next += 1;
        self.note(place, &row, true);
        self.rows.insert(place, Rc::new(row));
        self.by_id.insert(id, place);
        place
    }

    /// Writes a row as the API answers it: every declared field but those that are only written, in the declaration's
    /// order.
    pub fn write(&self, out: &mut String, row: &Row) {
        self.put(out, row, false);
    }

    fn put(&self, out: &mut String, row: &Row, with_write_only: bool) {
        let mut sign = '{';
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            if column.write_only && !with_write_only {
                continue;
            }
            out.push(sign);
            sign = ',';
            json::write_text(out, column.name);
            out.push(':');
            match (column.kind, cell) {
                (Kind::Reference(_), Value::Text(id)) => write_id(out, id),
                _ => json::write(out, cell),
            }
        }
        for (name, value) in &row.extra {
            out.push(',');
            json::write_text(out, name);
            out.push(':');
            json::write(out, value);
        }
        out.push('}');
    }

    /// Writes all rows, the oldest first, as an array with a line for each.
    pub fn write_all(&self, out: &mut String) {
        out.push('[');
        for (place, row) in self.rows().enumerate() {
            out.push_str(if place == 0 { "\n" } else { ",\n" });
            self.put(out, row, true);
        }
        out.push_str(if self.rows.is_empty() { "]" } else { "\n]" });
    }

    /// Writes no more of a row than its id.
    pub fn write_slim(&self, out: &mut String, row: &Row) {
        write_id(out, row.cells.get(self.id_column).and_then(Value::as_text).unwrap_or(""));
    }
}

fn write_id(out: &mut String, id: &str) {
    out.push_str("{\"id\":");
    json::write_text(out, id);
    out.push('}');
}

/// Writes fields, each named once, into a row.
fn fill(columns: &[Field], resource: &Resource, row: &mut Row, entries: Vec<(String, Value)>) {
    let known: BTreeMap<String, usize> =
        row.extra.iter().enumerate().map(|(place, (name, _))| (name.clone(), place)).collect();
    for (name, value) in entries {
        if let Some(place) = columns.iter().position(|column| column.name == name) {
            if let (Some(column), Some(cell)) = (columns.get(place), row.cells.get_mut(place)) {
                *cell = stored(column.kind, value);
            }
        } else if resource.documented != Documented::Complete {
            match known.get(&name).and_then(|place| row.extra.get_mut(*place)) {
                Some(entry) => entry.1 = value,
                None => row.extra.push((name, value)),
            }
        }
    }
}

/// What a column holds of which nobody said anything. The API does not tell; here it is what such a column begins with
/// in Django, where it cannot be `null`.
fn unsaid(column: &Field) -> Value {
    match column.kind {
        _ if column.nullable => Value::Null,
        Kind::Boolean => Value::Bool(false),
        Kind::Integer | Kind::Number => Value::Number(0.0),
        Kind::Array(_) => Value::Array(Vec::new()),
        Kind::Object => Value::Object(Vec::new()),
        _ => Value::Null,
    }
}

/// A value as its column keeps it: text trimmed, as Django REST framework does on the way in, ids in small letters, a
/// relation as its id.
fn stored(kind: Kind, value: Value) -> Value {
    match (kind, value) {
        (Kind::Uuid, Value::Text(id)) => Value::Text(id.to_ascii_lowercase()),
        (Kind::Array(kind @ Kind::Reference(_)), Value::Array(items)) => {
            let ids = items.into_iter().map(|item| vec![("id".into(), stored(*kind, item))]);
            Value::Array(ids.map(Value::Object).collect())
        }
        (Kind::Array(kind), Value::Array(items)) => {
            Value::Array(items.into_iter().map(|item| stored(*kind, item)).collect())
        }
        (Kind::Reference(_), Value::Object(entries)) => {
            let id = entries.into_iter().find(|(name, _)| name == "id").map(|(_, id)| id);
            stored(Kind::Uuid, id.unwrap_or(Value::Null))
        }
        (kind, Value::Text(given)) if kind.is_text() => {
            let trimmed = text::trim(&given);
            if trimmed.len() == given.len() { Value::Text(given) } else { Value::Text(trimmed.into()) }
        }
        (_, value) => value,
    }
}

/// What the server gives a new row: an id, and a time.
#[derive(Clone)]
pub(super) struct Server {
    chance: Chance,
    last: i64,
}

impl Server {
    /// Always begins the same, so that a test that runs twice sees the same ids.
    pub fn new() -> Self {
        Self { chance: Chance::new(0), last: i64::MIN }
    }

    /// The time now, and at least a microsecond after the last that was given: no two rows are made at once.
    fn tick(&mut self, now: i64) -> i64 {
        self.last = now.max(self.last.saturating_add(1));
        self.last
    }
}

/// A value as text that is the same for the same value; nothing is shared by rows without one.
fn key(value: &Value) -> Option<String> {
    let mut text = String::new();
    json::write(&mut text, value);
    (*value != Value::Null).then_some(text)
}

/// The number that a uuid is, if the text is one of 36 characters.
pub(super) fn uuid(text: &str) -> Option<u128> {
    if text.len() != 36 {
        return None;
    }
    let mut number = 0;
    for (at, byte) in text.bytes().enumerate() {
        match at {
            8 | 13 | 18 | 23 if byte == b'-' => {}
            8 | 13 | 18 | 23 => return None,
            _ => number = number << 4 | u128::from(char::from(byte).to_digit(16)?),
        }
    }
    Some(number)
}

/// The 36 characters of a uuid, in small letters.
pub(super) fn uuid_text(number: u128) -> String {
    let mut text = String::with_capacity(36);
    for digit in (0..32_u32).rev() {
        if matches!(digit, 23 | 19 | 15 | 11) {
            text.push('-');
        }
        text.extend(char::from_digit((number >> (digit * 4)) as u32 & 0xF, 16));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_uuids_of_version_4_and_the_same_each_time() {
        let (mut server, mut again) = (Server::new(), Server::new());
        for _ in 0..1000 {
            let number = server.chance.uuid();
            let text = uuid_text(number);
            assert_eq!(uuid(&text), Some(number));
            assert_eq!(text.as_bytes()[14], b'4');
            assert!(matches!(text.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{text}");
            assert_eq!(again.chance.uuid(), number);
        }
    }

    #[test]
    fn a_uuid_is_36_characters_of_any_case() {
        let text = "497F6eca-6276-4993-bfeb-53cbbbba6f08";
        assert_eq!(uuid_text(uuid(text).unwrap()), text.to_ascii_lowercase());
        for wrong in [
            "",
            "497f6eca62764993bfeb53cbbbba6f08",
            "497f6eca-6276-4993-bfeb-53cbbbba6f0g",
            "497f6eca_6276-4993-bfeb-53cbbbba6f08",
            "ååååååååååååååååååå",
        ] {
            assert_eq!(uuid(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn no_two_rows_are_made_at_the_same_time() {
        let mut server = Server::new();
        assert_eq!([server.tick(5), server.tick(5), server.tick(3), server.tick(90)], [5, 6, 7, 90]);
    }
}
