"""The judged fields: every kind that a declaration can have, at the limits that the API's pages have, and at tight ones.

A field is data, so that the record can carry it and the replay can build the same field from it.
"""

PHONE = r"^\+?1?\d{7,15}$"
PEPPOL = r"^(0007|0088):\d{10,13}$"
USERNAME = r"^[\w.@+-]+\Z"
COLOUR = r"^(?:[0-9a-fA-F]{3}){1,2}$"
INT32 = {"minimum": -(2**31), "maximum": 2**31 - 1}


def field(name, kind, **limits):
    return {"name": name, "kind": kind, **limits}


FIELDS = [
    field("name", "text", max_length=255),
    field("custom_id", "text", nullable=True, max_length=128),
    field("category", "text", nullable=True),
    field("note", "text"),
    field("fmi", "text", nullable=True, min_length=17, max_length=20),
    field("code", "text", min_length=2, max_length=5),
    field("email", "email", nullable=True, max_length=254),
    field("login", "email"),
    field("short_email", "email", nullable=True, min_length=6, max_length=20),
    field("web", "url", nullable=True, max_length=200),
    field("address", "url"),
    field("ssn", "luhn", nullable=True, min_length=12, max_length=13),
    field("org_no", "luhn", nullable=True, min_length=10, max_length=11),
    field("any_no", "luhn"),
    field("gln13", "gln13", nullable=True, min_length=13, max_length=14),
    field("any_gln", "gln13"),
    field("phone", "pattern", nullable=True, max_length=36, pattern=PHONE),
    field("home_phone", "pattern", pattern=PHONE),
    field("peppol", "pattern", nullable=True, min_length=15, max_length=18, pattern=PEPPOL),
    field("username", "pattern", min_length=8, max_length=150, pattern=USERNAME),
    field("colour", "pattern", nullable=True, max_length=7, pattern=COLOUR),
    field("key", "uuid", nullable=True),
    field("service", "uuid"),
    field("born", "date", nullable=True),
    field("due", "date"),
    field("seen_at", "date-time", nullable=True),
    field("made_at", "date-time"),
    field("unit", "enum", nullable=True, values=["20.520", "78.300", "20.59", "x"]),
    field("count", "integer", **INT32),
    field("level", "integer", nullable=True, minimum=-5, maximum=100),
    field("state", "enum", values=[0, 1, 2]),
    field("amount", "number"),
    field("share", "number", nullable=True, minimum=0, maximum=99.5),
    field("active", "boolean"),
    field("checked", "boolean", nullable=True),
    field("client", "reference"),
    field("agent", "reference", nullable=True),
    field("data", "object", nullable=True),
    field("buildings", "references"),
    field("owners", "references", nullable=True),
    field("events", "objects"),
    field("instruction", "objects", nullable=True),
]

TEXTS = ["text", "email", "url", "luhn", "gln13", "pattern", "uuid", "date", "date-time", "enum"]
NUMBERS = ["integer", "number", "enum"]


def takes(one, value):
    """Whether the value is of the field's JSON type, or null: the judges are compared on these alone."""
    match value:
        case None:
            return True
        case bool():
            return one["kind"] == "boolean"
        case str():
            return one["kind"] in TEXTS and isinstance(one.get("values", [""])[0], str)
        case int() | float():
            return one["kind"] in NUMBERS and not isinstance(one.get("values", [0])[0], str)
        case list():
            return one["kind"] in ("references", "objects")
        case dict():
            return one["kind"] in ("reference", "object")
