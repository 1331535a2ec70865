"""The API's filter grammar, read once more and in the simplest way, as Django's ORM means it."""

import platform
import warnings

import django
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DataError

from columns import COLUMNS

KINDS = {column["name"]: column["kind"] for column in COLUMNS}


class Judge:
    def __init__(self, cluster, rows):
        settings.configure(DATABASES={"default": cluster.database()}, USE_TZ=True, TIME_ZONE="UTC")
        django.setup()
        # Texts without an offset are taken for UTC, as is wanted.
        warnings.filterwarnings("ignore", message=".*received a naive datetime")
        from django.db import connection
        from model import Row, Target

        self.connection, self.model = connection, Row
        with connection.schema_editor() as schema:
            schema.create_model(Target)
            schema.create_model(Row)
        relations = [name for name, kind in KINDS.items() if kind == "reference"]
        ids = {row[name]["id"] for row in rows for name in relations if row[name]}
        Target.objects.bulk_create(Target(id=id) for id in sorted(ids))
        Row.objects.bulk_create(Row(**dict(columns(row))) for row in rows)
        self.places = {row["id"]: place for place, row in enumerate(rows)}

    def answer(self, question):
        """The question with its answer: the rows that stay, as bits from the first row on, or in their order."""
        asked = self.model.objects.all()
        try:
            for name, value in question["ask"]:
                asked = filtered(asked, name, value)
            if "order" in question:
                asked = asked.order_by(*question["order"].split(","))
            if "page" in question:
                page, size = question["page"]
                asked = asked[(page - 1) * size : page * size]
            found = [self.places[str(id)] for id in asked.values_list("id", flat=True)]
        except (ValidationError, ValueError, DataError):
            return {**question, "refused": True}
        if "order" in question:
            return {**question, "gives": found}
        digits = (len(self.places) + 3) // 4
        bits = sum(1 << (digits * 4 - 1 - place) for place in found)
        return {**question, "keeps": f"{bits:0{digits}x}"}

    def capitals(self, codes):
        """Each character that PostgreSQL's UPPER changes, with its capital."""
        with self.connection.cursor() as cursor:
            given = [code for code in codes if not 0xD800 <= code <= 0xDFFF]
            cursor.execute(
                "SELECT chr(code), upper(chr(code)) FROM unnest(%s::integer[]) AS code "
                "WHERE upper(chr(code)) <> chr(code) ORDER BY code",
                [given],
            )
            return cursor.fetchall()

    def versions(self):
        import psycopg

        return {
            "Django": django.get_version(),
            "PostgreSQL": self.one("SHOW server_version"),
            "C library": " ".join(platform.libc_ver()),
            "psycopg": psycopg.__version__,
            "Python": platform.python_version(),
        }

    def locale(self):
        names = {"collation": "datcollate", "character type": "datctype", "provider": "datlocprovider"}
        of = "FROM pg_database WHERE datname = current_database()"
        encoding = self.one(f"SELECT pg_encoding_to_char(encoding) {of}")
        found = {name: self.one(f"SELECT {column}::text {of}") for name, column in names.items()}
        return {**found, "encoding": encoding}

    def one(self, query):
        with self.connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0]


def columns(row):
    """A row as Django REST framework hands it on: text is trimmed, a relation is its id."""
    for name, value in row.items():
        match KINDS[name]:
            case "text" if value is not None:
                kept = value.strip()
            case "reference":
                name, kept = f"{name}_id", value and value["id"]
            case _:
                kept = value
        yield name, kept


def filtered(asked, name, value):
    name, negated = (name[:-1], True) if name.endswith("!") else (name, False)
    field, _, operator = name.partition("__")
    read = (lambda text: text == "true") if KINDS[field] == "boolean" or operator == "isnull" else str
    value = [read(part) for part in value.split(",")] if operator == "in" else read(value)
    return asked.exclude(**{name: value}) if negated else asked.filter(**{name: value})
