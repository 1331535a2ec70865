"""Asks Django what generated filters keep of generated rows, and writes down its answers.

`cargo xtask judge` runs this folder with a Python that has what requirements.txt names. What is asked depends on the
seed alone; the answers are those of Django's ORM on a PostgreSQL of this script's own.

| file | what it says |
|---|---|
| cluster | a PostgreSQL that lives as long as the script |
| columns | which columns the judged table has |
| model | the same for Django |
| words | texts that go wrong easily |
| rows | what the table holds |
| questions | what is asked, in the API's spelling |
| answers | what Django says to it |
"""

import argparse
import gzip
import json
import random
from pathlib import Path

from answers import Judge
from cluster import Cluster
from columns import COLUMNS
from questions import questions
from rows import rows

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
LATEST_UNICODE = 0x110000


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seed", type=int, required=True)
    seed = arguments.parse_args().seed

    chance = random.Random(seed)
    table = rows(chance)
    asked = questions(chance, table)
    with Cluster() as cluster:
        judge = Judge(cluster, table)
        answered = [judge.answer(question) for question in asked]
        head = {
            "seed": seed,
            "versions": judge.versions(),
            "locale": judge.locale(),
            "columns": COLUMNS,
            "rows": len(table),
            "questions": len(answered),
        }
        capitals = judge.capitals(range(1, LATEST_UNICODE))

    lines = [head, *table, *answered]
    record = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    packed = gzip.compress(record.encode(), compresslevel=9, mtime=0)
    write(GOLDEN / "filters.jsonl.gz", packed)
    small, large = zip(*capitals)
    write(GOLDEN / "filters.capitals.txt", ("".join(small) + "\n" + "".join(large) + "\n").encode())
    tell(head, answered)


def write(file, contents):
    same = file.exists() and file.read_bytes() == contents
    file.write_bytes(contents)
    print(f"{file.name}: {len(contents)} bytes, {'as before' if same else 'changed'}")


def tell(head, answered):
    for name, version in [*head["versions"].items(), *head["locale"].items()]:
        print(f"{name}: {version}")
    lists = [answer for answer in answered if "keeps" in answer]
    telling = sum(0 < int(answer["keeps"], 16).bit_count() < head["rows"] for answer in lists)
    refused = sum("refused" in answer for answer in answered)
    print(f"{head['rows']} rows; {len(lists)} filters, of which {telling} keep some rows and not all;")
    print(f"{refused} filters that Django refuses; {len(answered) - len(lists) - refused} orders and pages")


if __name__ == "__main__":
    main()
