"""Asks independent judges about generated values, field by field, and writes down their verdicts.

`cargo xtask judge` runs this folder with the Python that has what tests/judge/requirements.txt names, after installing
package.json's packages here. What is asked depends on the seed alone.

| file | what it says |
|---|---|
| fields | the judged fields |
| serializer | the same as Django REST framework has them, and Django's validators |
| swedish | python-stdnum |
| npm.mjs | the judges from npm |
| texts, addresses, digits, moments | what values are made of |
| pools | how many of each are asked |
| search, ours.rs | the same without a seed, against our side, shrinking what it finds |
| cases.json | what was found, asked about ever after |
| official.json | numbers that Skatteverket publishes for tests |
"""

import argparse
import gzip
import importlib.metadata
import json
import platform
import subprocess
from pathlib import Path

import serializer
import swedish
from fields import FIELDS, takes
from pools import POOLS, draw

HERE = Path(__file__).resolve().parent
GOLDEN = HERE.parent.parent / "golden"
PACKAGES = ["Django", "djangorestframework", "python-stdnum", "hypothesis"]
# Judges that know no field, in the pools where the verdict of each means something.
ALONE = {
    "EmailValidator": ["email", "text"],
    "URLValidator": ["url", "text"],
    "stdnum.luhn": ["luhn"],
    "stdnum.se.personnummer": ["luhn"],
    "stdnum.se.orgnr": ["luhn"],
    "personnummer": ["luhn"],
    "organisationsnummer": ["luhn"],
    "stdnum.ean": ["gln13"],
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seed", type=int, required=True)
    start = arguments.parse_args().seed

    lines, verdicts = [], 0
    for at, (name, strategy, count) in enumerate(POOLS):
        values = draw(name, strategy, count, start + at)
        answered, columns = ask(name, values)
        lines += [{"pool": name, "values": len(values)}, *answered]
        verdicts += columns
    head = {"seed": start, "versions": versions(), "fields": FIELDS, "judges": ALONE, "verdicts": verdicts}
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in [head, *lines])
    packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    file = GOLDEN / "verdicts.jsonl.gz"
    same = file.exists() and file.read_bytes() == packed
    file.write_bytes(packed)
    for name, version in head["versions"].items():
        print(f"{name}: {version}")
    print(f"{verdicts} verdicts; {file.name}: {len(packed)} bytes, {'as before' if same else 'changed'}")


def ask(pool, values):
    """Each value with the verdicts as hexadecimal bits: of the fields of its JSON type, then of the judges of its pool."""
    judge = serializer.Judge(FIELDS)
    alone = judges(pool, values)
    answered, count = [], 0
    for at, value in enumerate(values):
        verdicts = [judge.takes(one["name"], value) for one in FIELDS if takes(one, value)]
        verdicts += [given[at] for given in alone]
        count += len(verdicts)
        answered.append([value, packed(verdicts)])
    return answered, count


def packed(verdicts):
    digits = (len(verdicts) + 3) // 4
    bits = sum(1 << (digits * 4 - 1 - place) for place, good in enumerate(verdicts) if good)
    return f"{bits:0{digits}x}"


def judges(pool, values):
    """What the judges of this pool say to its values, which they get trimmed."""
    wanted = [name for name, pools in ALONE.items() if pool in pools]
    if not wanted:
        return []
    trimmed = [value.strip() for value in values]
    given = npm(trimmed) if "personnummer" in wanted else {}
    for name, judge in {**serializer.VALIDATORS, **swedish.JUDGES}.items():
        if name in wanted:
            given[name] = [judge(text) for text in trimmed]
    return [given[name] for name in wanted]


def npm(texts):
    done = subprocess.run(["node", HERE / "npm.mjs"], input=json.dumps(texts).encode(), capture_output=True, timeout=120)
    if done.returncode:
        raise SystemExit("the judges from npm failed:\n" + done.stderr.decode())
    return json.loads(done.stdout)


def versions():
    wanted = json.loads((HERE / "package.json").read_text())["dependencies"]
    return {name: importlib.metadata.version(name) for name in PACKAGES} | wanted | {"Python": platform.python_version()}


if __name__ == "__main__":
    main()
