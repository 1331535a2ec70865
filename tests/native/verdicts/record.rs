//! The record: the judged fields, the values in their pools, and who said what to each.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::LazyLock;

use flate2::read::GzDecoder;
use serde_json::Value;

use super::column::Column;

/// What `cargo xtask judge` wrote.
pub struct Record {
    pub head: Value,
    pub columns: Vec<Column>,
    pub pools: Vec<Pool>,
}

/// Values that are at home in the fields of one kind, each with its verdicts in the order of `columns`.
pub struct Pool {
    pub name: String,
    pub values: Vec<(Value, Vec<bool>)>,
}

pub fn record() -> &'static Record {
    static RECORD: LazyLock<Record> = LazyLock::new(read);
    &RECORD
}

fn read() -> Record {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/verdicts.jsonl.gz");
    let lines = BufReader::new(GzDecoder::new(File::open(file).unwrap())).lines();
    let mut lines = lines.map(|line| serde_json::from_str::<Value>(&line.unwrap()).unwrap());
    let head = lines.next().unwrap();
    let mut record = Record { columns: columns(&head), head, pools: Vec::new() };
    while let Some(pool) = lines.next() {
        let name = pool["pool"].as_str().unwrap().to_owned();
        let count = pool["values"].as_u64().unwrap() as usize;
        let mut values = Vec::with_capacity(count);
        for mut line in lines.by_ref().take(count) {
            let value = line[0].take();
            let bits = verdicts(line[1].as_str().unwrap(), record.asked(&name, &value).count());
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

fn columns(head: &Value) -> Vec<Column> {
    let fields = head["fields"].as_array().unwrap().iter().map(Column::of);
    let judges = head["judges"].as_object().unwrap().iter();
    fields.chain(judges.map(|(name, pools)| Column::judge(name, pools.as_array().unwrap()))).collect()
}

impl Record {
    /// The places of the columns that have a verdict on this value: the fields of its JSON type, then the judges of its
    /// pool.
    pub fn asked(&self, pool: &str, value: &Value) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(move |(_, column)| column.is_asked(pool, value)).map(|(at, _)| at)
    }
}
