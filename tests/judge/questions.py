"""What is asked: filters, orders and pages, in the spelling that goes over the wire."""

import json
from datetime import UTC, datetime, timedelta

from columns import COLUMNS, OPERATORS
from moments import spelt
from rows import DAYS, INTEGERS, NUMBERS, identity, moment
from words import YOUNG, text, turned

# Kinds that the declarations know are asked about more, while the others wait.
KNOWN = {"text", "uuid", "reference", "date-time"}
PER_OPERATOR, PER_OPERATOR_LATER = 60, 10
TOGETHER = 2800
ORDERS, PAGES = 120, 300

# What is no value of its kind.
WRONG = {
    "uuid": ["", "x", "497f6eca", "497f6eca-6276-4993-bfeb-53cbbbba6f0g", "null"],
    "date-time": ["", "x", "2026", "2026-02-30", "2026-13-01T00:00Z", "2026-01-01T25:00Z", "2026-01-01T00:00+1"],
}
WRONG["reference"] = WRONG["uuid"]

# About what the API's own documents are silent, Django has an opinion that need not be everybody's.
DISPUTED = [
    ["id!", "497f6eca62764993bfeb53cbbbba6f08"],
    ["id!", "{497f6eca-6276-4993-bfeb-53cbbbba6f08}"],
    ["id!", "urn:uuid:497f6eca-6276-4993-bfeb-53cbbbba6f08"],
    ["created_at__gte", "2026-01-01T00:00:00.0000001Z"],
    ["created_at__gte", "20260131T123000Z"],
    ["created_at__gte", "2026-01-31T12"],
    ["created_at__gte", "2026-W05-6"],
    ["created_at__gte", "2026-1-31 12:30"],
    ["created_at__gte", "2026-01-31T12:30:00+16:00"],
    *([name, large] for large in YOUNG.values() for name in ("name__iexact", "name__icontains!")),
]


def questions(chance, rows):
    asked = list(unique(every(chance, rows[: -len(YOUNG)])))
    return asked + [{"ask": [filter]} for filter in DISPUTED]


def unique(asked):
    seen = set()
    for question in asked:
        key = json.dumps(question)
        if key not in seen:
            seen.add(key)
            yield question


def every(chance, rows):
    for column in COLUMNS:
        for operator in OPERATORS[column["kind"]]:
            times = PER_OPERATOR if column["kind"] in KNOWN else PER_OPERATOR_LATER
            for negation in ("", "!"):
                for _ in range(times):
                    yield {"ask": [single(chance, rows, column, operator, negation, chance.choice(rows))]}
    yield from refused(chance, rows)
    for _ in range(TOGETHER):
        yield {"ask": together(chance, rows)}
    for _ in range(ORDERS):
        yield {"ask": [], "order": order(chance)}
    for _ in range(PAGES):
        ask = together(chance, rows) if chance.random() < 0.3 else []
        page = [chance.choice([1, 1, 2, 3, 7]), chance.choice([1, 3, 10, 25, 500])]
        yield {"ask": ask, "order": order(chance), "page": page}


def together(chance, rows):
    """Two to four filters, often about the same row, lest they keep nothing."""
    row, asked = chance.choice(rows), {}
    columns = [column for column in COLUMNS if column["kind"] in KNOWN or chance.random() < 0.1]
    for _ in range(chance.choice([2, 2, 2, 3, 4])):
        column = chance.choice(columns)
        operator, negation = chance.choice(OPERATORS[column["kind"]]), chance.choice(["", "!"])
        at = row if chance.random() < 0.7 else chance.choice(rows)
        name, value = single(chance, rows, column, operator, negation, at)
        asked[name] = value
    return [[name, value] for name, value in asked.items()]


def single(chance, rows, column, operator, negation, row):
    name = column["name"] + ("__" + operator if operator else "") + negation
    if operator == "isnull":
        return [name, chance.choice(["true", "false"])]
    if operator == "in":
        count = chance.choice([1, 2, 2, 3, 5])
        others = [row, *chance.choices(rows, k=count - 1)]
        parts = [value(chance, column, operator, other).replace(",", "") for other in others]
        return [name, ",".join(parts) or "x"]
    return [name, value(chance, column, operator, row)]


def value(chance, column, operator, row):
    held = row[column["name"]]
    match column["kind"]:
        case "text":
            given = (held or "").strip() if chance.random() < 0.7 else text(chance)
            # The whole text is what the exact match and `in` mostly want.
            whole = operator in ("", "in", "iexact") and chance.random() < 0.5
            return given[:600] if whole else turned(chance, given)
        case "uuid" | "reference":
            held = held["id"] if isinstance(held, dict) else held
            given = held if held and chance.random() < 0.9 else identity(chance)
            return given.upper() if chance.random() < 0.2 else given
        case "date-time":
            return instant(chance, held)
        case "integer":
            held = 7 if held is None else held
            return str(chance.choice([held, chance.choice(INTEGERS), chance.randint(-60, 60)]))
        case "number":
            held = 7.0 if held is None else held
            return repr(chance.choice([held, chance.choice(NUMBERS), chance.randint(-99, 99) / 4]))
        case "boolean":
            return chance.choice(["true", "false"])
        case "date":
            return chance.choice([held or "2026-01-02", chance.choice(DAYS), "2026-01-02", "1999-12-31"])


def instant(chance, held):
    """The instant that a row holds in another spelling, one beside it, or any; now and then a day alone."""
    if chance.random() < 0.1:
        return chance.choice(DAYS)
    if chance.random() < 0.05:
        return chance.choice(["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"])
    if held and chance.random() < 0.7:
        found = datetime.fromisoformat(held)
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found = found.astimezone(UTC)
    else:
        found = moment(chance)
    step = chance.choice([0, 0, 0, 1, -1, 1_000_000, -3_600_000_000])
    return spelt(chance, found + timedelta(microseconds=step))


def refused(chance, rows):
    for column in COLUMNS:
        name = column["name"]
        for wrong in WRONG.get(column["kind"], []):
            yield {"ask": [[name, wrong]]}
            yield {"ask": [[name + "!", wrong]]}
            if wrong:
                good = value(chance, column, "in", rows[0])
                yield {"ask": [[name + "__in", f"{good},{wrong}"]]}


def order(chance):
    """One to three fields, and at the end the id, lest equal rows be in any order."""
    known = [column["name"] for column in COLUMNS if column["kind"] in KNOWN]
    names = chance.sample(known, k=chance.choice([1, 1, 2, 3]))
    later = [column["name"] for column in COLUMNS if column["kind"] not in KNOWN]
    if chance.random() < 0.1:
        names[0] = chance.choice(later)
    names = [name for name in names if name != "id"] + ["id"]
    return ",".join(chance.choice(["", "-"]) + name for name in names)
