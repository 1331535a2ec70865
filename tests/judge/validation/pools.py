"""What is asked: pools of values, each at home in the fields of one kind and put to every field of its JSON type."""

import json
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import addresses
import digits
import moments
import texts

# Values on which a judge and we have differed once, by pool: they are asked about whatever the seed.
CASES = Path(__file__).resolve().parent / "cases.json"

scrap = st.one_of(st.none(), st.booleans(), digits.numbers, texts.piece)
keys = st.sampled_from(["id", "name", "ID", "", "å", "__proto__"])
# No NUL inside a free object: neither the serializer nor PostgreSQL's json minds, the declared texts do.
clean = scrap.filter(lambda value: not (isinstance(value, str) and "\0" in value))
entry = st.recursive(clean, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2), max_leaves=4)
free = st.dictionaries(keys, entry, max_size=3)
reference = st.one_of(
    st.builds(lambda id: {"id": id}, digits.canonical),
    st.builds(lambda id: {"id": id}, st.one_of(digits.uuids, st.none())),
    st.builds(lambda id, rest: {**rest, "id": id}, digits.uuids, free),
    free,
)
element = st.one_of(reference, reference, free, scrap)
array = st.one_of(
    st.just([]),
    st.lists(st.builds(lambda id: {"id": id}, digits.canonical), max_size=3),
    st.lists(reference, min_size=1, max_size=3),
    st.lists(free, min_size=1, max_size=3),
    st.lists(element, min_size=1, max_size=3),
)

POOLS = [
    ("text", texts.texts, 5_000),
    ("email", addresses.emails, 7_000),
    ("url", addresses.urls, 7_000),
    ("luhn", digits.luhns, 4_500),
    ("gln13", digits.glns, 2_000),
    ("pattern", digits.patterns, 5_000),
    ("uuid", digits.uuids, 2_000),
    ("date", moments.dates, 2_500),
    ("date-time", moments.moments, 4_000),
    ("enum", texts.slipped(st.sampled_from(["20.520", "78.300", "20.59", "x"])), 300),
    ("number", digits.numbers, 3_000),
    ("boolean", st.booleans(), 2),
    ("null", st.none(), 1),
    ("reference", reference, 2_000),
    ("references", array, 2_000),
]


def draw(pool, strategy, count, start):
    """So many different values that the strategy makes from this seed, after the cases that we have had."""
    found = {repr(value): value for value in json.loads(CASES.read_text()).get(pool, [])}

    @seed(start)
    @settings(
        max_examples=count + count // 4,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value):
        found.setdefault(repr(value), value)

    collect()
    return list(found.values())[:count]
