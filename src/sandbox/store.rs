//! The rows: one table a resource, in the order in which they came. Who may write what, and what is asked of the
//! rows, is said elsewhere.

use std::collections::BTreeMap;
use std::rc::Rc;

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
    next: u64,
}

impl Table {
    /// An empty table.
    pub fn new(resource: &'static Resource) -> Self {
        let mut columns = resource.fields.to_vec();
        if resource.field("id").is_none() {
            columns.insert(0, Field::id());
        }
        let id_column = columns.iter().position(|column| column.name == "id").unwrap_or(0);
        Self { resource, columns: columns.into(), id_column, rows: BTreeMap::new(), by_id: BTreeMap::new(), next: 0 }
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

    /// Writes fields into the row at that place. Read-only ones must have been left out.
    pub fn change(&mut self, place: u64, entries: Vec<(String, Value)>) {
        let Some(row) = self.rows.get(&place) else { return };
        let mut row = Row::clone(row);
        fill(&self.columns, self.resource, &mut row, entries);
        self.rows.insert(place, Rc::new(row));
    }

    /// Removes the row at that place.
    pub fn remove(&mut self, place: u64) {
        let gone = self.rows.remove(&place);
        if let Some(id) = gone.and_then(|row| uuid(row.cells.get(self.id_column)?.as_text()?)) {
            self.by_id.remove(&id);
        }
    }

    /// Adds a row and answers its place. `id` and `created_at` come from the server unless the entries hold them.
    pub fn add(&mut self, entries: Vec<(String, Value)>, server: &mut Server, now: i64) -> u64 {
        let mut row = Row { cells: vec![Value::Null; self.columns.len()], extra: Vec::new() };
        fill(&self.columns, self.resource, &mut row, entries);
        let given = row.cells.get(self.id_column).and_then(Value::as_text).and_then(uuid);
        let id = given.unwrap_or_else(|| {
            loop {
                let id = server.uuid();
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
        self.rows.insert(place, Rc::new(row));
        self.by_id.insert(id, place);
        place
    }

    /// Writes a row as the API answers it: every declared field, in the declaration's order.
    pub fn write(&self, out: &mut String, row: &Row) {
        for (place, (column, cell)) in self.columns.iter().zip(&row.cells).enumerate() {
            out.push(if place == 0 { '{' } else { ',' });
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

/// A value as its column keeps it: text trimmed, as Django REST framework does on the way in, ids in small letters, a
/// relation as its id.
fn stored(kind: Kind, value: Value) -> Value {
    match (kind, value) {
        (Kind::Uuid, Value::Text(id)) => Value::Text(id.to_ascii_lowercase()),
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
    chance: u64,
    last: i64,
}

impl Server {
    /// Always begins the same, so that a test that runs twice sees the same ids.
    pub fn new() -> Self {
        Self { chance: 0, last: i64::MIN }
    }

    /// The time now, and at least a microsecond after the last that was given: no two rows are made at once.
    fn tick(&mut self, now: i64) -> i64 {
        self.last = now.max(self.last.saturating_add(1));
        self.last
    }

    /// A uuid of version 4.
    fn uuid(&mut self) -> u128 {
        let random = u128::from(self.random()) << 64 | u128::from(self.random());
        random & !(0xF << 76 | 0x3 << 62) | 0x4 << 76 | 0x2 << 62
    }

    /// SplitMix64.
    fn random(&mut self) -> u64 {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.chance ^ (self.chance >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
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

fn uuid_text(number: u128) -> String {
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
            let number = server.uuid();
            let text = uuid_text(number);
            assert_eq!(uuid(&text), Some(number));
            assert_eq!(text.as_bytes()[14], b'4');
            assert!(matches!(text.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{text}");
            assert_eq!(again.uuid(), number);
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
