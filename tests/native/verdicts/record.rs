//! The record: the judged fields, the values in their pools, and who said what to each.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::LazyLock;

use flate2::read::GzDecoder;
use serde_json::Value;

/// What `cargo xtask judge` wrote.
pub struct Record {
    pub head: Value,
    pub pools: Vec<Pool>,
}

/// Values that are at home in the fields of one kind, each with its verdicts in the order of `columns`.
pub struct Pool {
    pub name: String,
    pub values: Vec<(Value, Vec<bool>)>,
}

/// Who gave a verdict.
#[derive(Clone, Copy)]
pub enum Column<'a> {
    /// Django REST framework's serializer, for a field that is described so.
    Field(&'a Value),
    /// A judge that knows no field.
    Judge(&'a str),
}

pub fn record() -> &'static Record {
    static RECORD: LazyLock<Record> = LazyLock::new(read);
    &RECORD
}

fn read() -> Record {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/verdicts.jsonl.gz");
    let lines = BufReader::new(GzDecoder::new(File::open(file).unwrap())).lines();
    let mut lines = lines.map(|line| serde_json::from_str::<Value>(&line.unwrap()).unwrap());
    let mut record = Record { head: lines.next().unwrap(), pools: Vec::new() };
    while let Some(pool) = lines.next() {
        let name = pool["pool"].as_str().unwrap().to_owned();
        let count = pool["values"].as_u64().unwrap() as usize;
        let mut values = Vec::with_capacity(count);
        for mut line in lines.by_ref().take(count) {
            let value = line[0].take();
            let bits = verdicts(line[1].as_str().unwrap(), record.columns(&name, &value).len());
            values.push((value, bits));
        }
        assert_eq!(values.len(), count, "the record is cut short");
        record.pools.push(Pool { name, values });
    }
    record
}

/// Four verdicts a hexadecimal digit, the first on the left.
fn verdicts(digits: &str, count: usize) -> Vec<bool> {
    assert_eq!(digits.len(), count.div_ceil(4), "verdicts of other columns");
    let bits = digits.chars().flat_map(|digit| {
        let bits = digit.to_digit(16).unwrap();
        (0..4).map(move |place| bits & (8 >> place) != 0)
    });
    bits.take(count).collect()
}

impl Record {
    /// Who gave a verdict on this value: the fields of its JSON type, then the judges of its pool.
    pub fn columns<'a>(&'a self, pool: &str, value: &Value) -> Vec<Column<'a>> {
        let fields = self.head["fields"].as_array().unwrap().iter();
        let fields = fields.filter(|field| takes(field, value)).map(Column::Field);
        let judges = self.head["judges"].as_object().unwrap().iter();
        let judges = judges.filter(|(_, pools)| pools.as_array().unwrap().iter().any(|judged| judged == pool));
        fields.chain(judges.map(|(name, _)| Column::Judge(name))).collect()
    }
}

/// Whether the value is of the field's JSON type, or null; as in `tests/judge/validation/fields.py`.
fn takes(field: &Value, value: &Value) -> bool {
    let kind = field["kind"].as_str().unwrap();
    let listed = |is_text: bool| kind == "enum" && field["values"][0].is_string() == is_text;
    match value {
        Value::Null => true,
        Value::Bool(_) => kind == "boolean",
        Value::Number(_) => matches!(kind, "integer" | "number") || listed(false),
        Value::String(_) => {
            const TEXTS: [&str; 9] =
                ["text", "email", "url", "luhn", "gln13", "pattern", "uuid", "date", "date-time"];
            TEXTS.contains(&kind) || listed(true)
        }
        Value::Array(_) => matches!(kind, "references" | "objects"),
        Value::Object(_) => matches!(kind, "reference" | "object"),
    }
}
