"""What the judged table holds, as JSON: the rows that the record carries."""

import uuid
from datetime import UTC, datetime, timedelta

from columns import COLUMNS
from moments import spelt
from words import BLANKS, LONG, WORDS, YOUNG, text

COUNT = 320
TARGETS = 12
NUMBERS = [0.0, -0.5, 0.1, 1.0, 1.5, 2.25, -3.75, 1e6, 1e-9, 1e300, -1e300, 123456.789]
INTEGERS = [0, 1, -1, 2, 9, 10, 99, 100, -100, 2147483647, -2147483648]
DAYS = ["2024-02-29", "2025-12-31", "2026-01-01", "2026-01-15", "2026-02-01", "1900-01-01", "0001-01-01", "9999-12-31"]
MOMENTS = [
    datetime(2026, 1, 1, tzinfo=UTC),
    datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=UTC),
    datetime(2025, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(2026, 1, 31, 12, 30, tzinfo=UTC),
    datetime(2026, 1, 31, 12, 30, 15, tzinfo=UTC),
    datetime(2026, 1, 31, 12, 30, 15, 500000, tzinfo=UTC),
    datetime(2024, 2, 29, 23, 30, tzinfo=UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(1900, 3, 1, 6, tzinfo=UTC),
    datetime(2100, 2, 28, 23, 59, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
]


def rows(chance):
    targets = [identity(chance) for _ in range(TARGETS)]
    keys = [identity(chance) for _ in range(40)]
    made = []
    for place in range(COUNT):
        row = {}
        for column in COLUMNS:
            missing = column["nullable"] and chance.random() < 0.2
            row[column["name"]] = None if missing else value(chance, column, place, targets, keys)
        made.append(row)
    return made


def value(chance, column, place, targets, keys):
    match column["kind"]:
        case "uuid":
            return identity(chance) if column["name"] == "id" else chance.choice(keys)
        case "text" if column["nullable"]:
            return "" if chance.random() < 0.08 else around(chance, text(chance))
        case "text":
            # Each word stands in one row at least, and the young letters in the last ones and nowhere else.
            words = dict(enumerate([*WORDS, *LONG])) | dict(enumerate(YOUNG, start=COUNT - len(YOUNG)))
            return words[place] if place in words else around(chance, text(chance))
        case "reference":
            return {"id": chance.choice(targets)}
        case "date-time":
            return spelt(chance, moment(chance))
        case "integer":
            return chance.choice(INTEGERS) if chance.random() < 0.6 else chance.randint(-50, 50)
        case "number":
            return chance.choice(NUMBERS) if chance.random() < 0.6 else chance.randint(-400, 400) / 8
        case "boolean":
            return chance.random() < 0.5
        case "date":
            return chance.choice(DAYS)


def around(chance, given):
    return chance.choice(BLANKS) + given + chance.choice(BLANKS) if chance.random() < 0.1 else given


def moment(chance):
    if chance.random() < 0.6:
        return chance.choice(MOMENTS)
    return datetime(2025, 1, 1, tzinfo=UTC) + timedelta(microseconds=chance.randrange(2 * 365 * 86_400_000_000))


def identity(chance):
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))
