"""The columns of the judged table, by the kinds of the API's fields, each once with nulls and once without.

What replays the record declares the same table. Kinds that the declarations do not know yet are in the record all the
same, for the day they do.
"""

COLUMNS = [
    {"name": "id", "kind": "uuid", "nullable": False},
    {"name": "name", "kind": "text", "nullable": False},
    {"name": "note", "kind": "text", "nullable": True},
    {"name": "key", "kind": "uuid", "nullable": True},
    {"name": "client", "kind": "reference", "nullable": False},
    {"name": "agent", "kind": "reference", "nullable": True},
    {"name": "created_at", "kind": "date-time", "nullable": False},
    {"name": "seen_at", "kind": "date-time", "nullable": True},
    {"name": "level", "kind": "integer", "nullable": False},
    {"name": "amount", "kind": "integer", "nullable": True},
    {"name": "weight", "kind": "number", "nullable": False},
    {"name": "share", "kind": "number", "nullable": True},
    {"name": "active", "kind": "boolean", "nullable": False},
    {"name": "checked", "kind": "boolean", "nullable": True},
    {"name": "born", "kind": "date", "nullable": False},
    {"name": "due", "kind": "date", "nullable": True},
]

# The API's operators by type; "" is the exact match.
TEXT = ["", "contains", "endswith", "icontains", "iendswith", "iexact", "in", "isnull", "istartswith", "startswith"]
ORDERED = ["", "gt", "gte", "in", "isnull", "lt", "lte"]
IDENTITY = ["", "in", "isnull"]
OPERATORS = {
    "text": TEXT,
    "integer": ORDERED,
    "number": ORDERED,
    "date": ORDERED,
    "date-time": ORDERED,
    "boolean": IDENTITY,
    "uuid": IDENTITY,
    "reference": IDENTITY,
}
