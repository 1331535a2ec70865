"""Looks for disagreements between us and the judges among values that no seed has fixed, and shrinks what it finds.

`cargo xtask judge --search` runs it with our side as a program (ours.rs). A value that it finds is put into cases.json,
and so into the next record, where it stays.
"""

import argparse
import json
import subprocess

from hypothesis import HealthCheck, Phase, given, settings

import serializer
import swedish
from fields import FIELDS, takes
from pools import CASES, POOLS

# Those of npm are asked in bulk: too slow to be asked for one value at a time.
ALONE = {"email": ["EmailValidator"], "url": ["URLValidator"], "luhn": ["stdnum.luhn", "stdnum.se.orgnr"], "gln13": ["stdnum.ean"]}
JUDGES = {**serializer.VALIDATORS, **swedish.JUDGES}


class Ours:
    """Our side, asked line by line."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def says(self, column, value, good):
        line = json.dumps({"column": column, "value": value, "good": good})
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--ours", required=True)
    arguments.add_argument("--examples", type=int, required=True)
    given = arguments.parse_args()
    ours, judge = Ours(given.ours), serializer.Judge(FIELDS)
    found = 0
    for pool, strategy, _ in POOLS:
        columns = [one for one in FIELDS if one["kind"] == pool or (pool, one["kind"]) in ALSO] + ALONE.get(pool, [])
        for column in columns:
            value = search(ours, judge, column, strategy, given.examples)
            if value is not None:
                found += 1
                print(f"{column}: {value[0]!r}", flush=True)
                keep(pool, value[0])
    print(f"{found} disagreements found" + (": they stand in cases.json now" if found else ""))
    raise SystemExit(found > 0)


# Pools without a field of their name.
ALSO = [("number", "integer"), ("number", "enum"), ("references", "objects"), ("reference", "object")]


def search(ours, judge, column, strategy, examples):
    """The smallest value on which we differ, in a list, or nothing."""

    @settings(max_examples=examples, database=None, deadline=None, phases=[Phase.generate, Phase.shrink],
              suppress_health_check=list(HealthCheck), print_blob=False)  # fmt: skip
    @given(strategy)
    def agree(value):
        if isinstance(column, str):
            good = JUDGES[column](value.strip())
        elif takes(column, value):
            good = judge.takes(column["name"], value)
        else:
            return
        answer = ours.says(column, value, good)
        if answer not in ("agree", "excepted", "incomparable"):
            raise Differs(value, answer)

    try:
        agree()
    except Differs as differs:
        if differs.args[1] != "differ":
            raise SystemExit(f"our side failed on {differs.args[0]!r}") from None
        return [differs.args[0]]
    return None


class Differs(Exception):
    pass


def keep(pool, value):
    cases = json.loads(CASES.read_text())
    if value not in cases.setdefault(pool, []):
        cases[pool].append(value)
    CASES.write_text(json.dumps(cases, ensure_ascii=True, indent=2) + "\n")


if __name__ == "__main__":
    main()
