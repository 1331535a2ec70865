"""One instant, spelt in the many ways that ISO 8601 leaves open and the API's date-times allow."""

from datetime import timedelta, timezone

# PostgreSQL takes none of 16 hours or more.
OFFSETS = "Z +00:00 -00:00 +01:00 +02:00 -05:00 -03:30 +05:45 +14:00 -12:00 +15:59 -15:59".split() + [""]


def spelt(chance, moment):
    offset = chance.choice(OFFSETS)
    shown = moment
    if len(offset) > 1:
        distance = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:]))
        shown = moment.astimezone(timezone(-distance if offset[0] == "-" else distance))
    text = f"{shown:%Y-%m-%d}".rjust(10, "0") + chance.choice("TTT ") + f"{shown:%H:%M}"
    fraction = f"{shown.microsecond:06}"
    if shown.microsecond:
        fraction = fraction.rstrip("0") if chance.random() < 0.5 else fraction
        text += f":{shown:%S}.{fraction}"
    elif shown.second or chance.random() < 0.7:
        text += f":{shown:%S}" + chance.choice(["", "", ".0", ".000000"])
    return text + offset
