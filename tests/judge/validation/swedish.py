"""Swedish numbers and GLNs in python-stdnum's eyes, once as it takes them and once in the spellings that we decided on.

python-stdnum drops blanks and separators wherever they stand, and looks at more than the check digit.
"""

import re

from django.core.exceptions import ValidationError
from stdnum import ean, luhn
from stdnum.exceptions import ValidationError as Wrong
from stdnum.se import orgnr, personnummer

NUMBER = re.compile(r"[0-9]*([0-9]{6})[-+]?([0-9]{4})")
GLN = re.compile(r"(?=[0-9-]{13,14}\Z)[0-9]+-?[0-9]+")


def is_number(text):
    found = NUMBER.fullmatch(text)
    return bool(found) and luhn.is_valid(found[1] + found[2])


def is_gln(text):
    return bool(GLN.fullmatch(text)) and len(ean.compact(text)) == 13 and ean.is_valid(text)


def as_validator(judge, code):
    def validate(text):
        if not judge(text):
            raise ValidationError("wrong", code=code)

    return validate


def takes(judge):
    def verdict(text):
        try:
            judge.validate(text)
        except Wrong:
            return False
        # Superscript digits are digits to `str.isdigit`, and none to `int`.
        except ValueError:
            return False
        return True

    return verdict


JUDGES = {
    "stdnum.luhn": takes(luhn),
    "stdnum.se.personnummer": takes(personnummer),
    "stdnum.se.orgnr": takes(orgnr),
    "stdnum.ean": takes(ean),
}
