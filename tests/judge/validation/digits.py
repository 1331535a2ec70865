"""Swedish numbers, GLNs, phone numbers and other patterns, uuids; numbers at bounds."""

import json
import re
from pathlib import Path

from hypothesis import strategies as st
from stdnum import ean, luhn

from fields import COLOUR, PEPPOL, PHONE, USERNAME
from texts import slipped

OFFICIAL = json.loads((Path(__file__).parent / "official.json").read_text())
official = st.sampled_from([number for kind, numbers in OFFICIAL.items() if kind != "note" for number in numbers])


@st.composite
def number(draw):
    """A personal, coordination or organisation number, or any digits, with the right check digit or any."""
    century = draw(st.sampled_from(["", "", "19", "20", "18", "16", "00", "21"]))
    year, serial = draw(st.integers(0, 99)), draw(st.integers(0, 999))
    month = draw(st.one_of(st.integers(1, 12), st.integers(20, 40), st.sampled_from([0, 13, 99])))
    day = draw(st.one_of(st.integers(1, 28), st.integers(61, 91), st.sampled_from([0, 29, 30, 31, 32, 60, 92])))
    nine = f"{year:02}{month:02}{day:02}{serial:03}"
    if draw(st.integers(0, 3)) == 0:
        nine = draw(st.sampled_from(["556", "202", "802", "969", "165", "000"])) + nine[3:]
    check = luhn.calc_check_digit(nine) if draw(st.integers(0, 3)) else str(draw(st.integers(0, 9)))
    sign = draw(st.sampled_from(["", "", "", "-", "-", "+", " ", "--", "−"]))
    return century + nine[:6] + sign + nine[6:] + check


@st.composite
def gln(draw):
    twelve = draw(st.one_of(st.from_regex("[0-9]{12}", fullmatch=True), st.just("7350000000000"[:12])))
    check = ean.calc_check_digit(twelve) if draw(st.integers(0, 3)) else str(draw(st.integers(0, 9)))
    thirteen = twelve + check
    place = draw(st.integers(0, 13))
    sign = draw(st.sampled_from(["", "", "-", "-", " ", "--", "+"]))
    return thirteen[:place] + sign + thirteen[place:]


digits = st.text(st.sampled_from("0123456789"), max_size=18)
luhns = st.one_of(number(), slipped(number()), official, slipped(official), digits)
glns = st.one_of(gln(), slipped(gln()), digits)
# With digits and letters of every script, as Python reads the patterns, and with ASCII's alone.
read = [re.compile(python, flags) for python in (PHONE, PEPPOL, USERNAME, COLOUR) for flags in (0, re.ASCII, re.ASCII)]
fitting = [st.from_regex(pattern, fullmatch=True).map(lambda text: text[:160]) for pattern in read]
phone = st.builds("{}{}{}".format, st.sampled_from(["", "+", "+1", "1", "++", "00", "(0)"]), digits, st.sampled_from(["", "", "-1", " 1"]))
colour = st.text(st.sampled_from("0123456789abcdefABCDEFgG#"), max_size=8)
user = st.text(st.sampled_from([*"ab_.@+-09 ", "å", "ß", "٣", "²", "Ⅷ", "\u0301", "‿", "ª", "日", "😀", "𝒜", "ſ", "\n"]), max_size=12)
peppol = st.builds("{}{}{}".format, st.sampled_from(["0007", "0088", "0008", ""]), st.sampled_from([":", "::", ""]), digits)
patterns = st.one_of(*fitting, *map(slipped, fitting), phone, slipped(phone), colour, user, slipped(user), peppol, slipped(peppol))

canonical = st.uuids().map(str)
uuids = st.one_of(
    canonical,
    slipped(canonical),
    slipped(canonical),
    canonical.map(str.upper),
    canonical.map(lambda text: text.replace("-", "")),
    canonical.map("{{{}}}".format),
    canonical.map("urn:uuid:{}".format),
    st.sampled_from(["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "", "1"]),
)

BOUNDS = [-(2**31), 2**31 - 1, -5, 100, 0, 1, 2, 99, 2**53, -(2**53), 10**15, 10**21]
whole = st.one_of(st.sampled_from(BOUNDS).flatmap(lambda bound: st.integers(bound - 1, bound + 1)), st.integers(-200, 200))
part = st.one_of(
    st.sampled_from([0.5, 99.5, 99.49999999999999, 99.50000000000001, -0.5, 1e-9, 1.5e300, -5.000001, 100.5, 2147483647.5]),
    st.floats(allow_nan=False, allow_infinity=False),
)
numbers = st.one_of(whole, whole, part).map(lambda given: as_javascript(given))


def as_javascript(given):
    """The number as JavaScript sends it: to it 1.0 is 1, and beyond 2**53 it knows every second one or fewer."""
    given = float(given)
    return int(given) if given.is_integer() and abs(given) < 1e21 else given
