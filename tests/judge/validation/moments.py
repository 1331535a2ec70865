"""Days and times in every spelling, and those that do not exist."""

from hypothesis import strategies as st

from texts import slipped

DAYS = [
    "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2026-04-31", "2026-12-31", "2026-00-10", "2026-13-01", "2026-01-00",
    "2026-01-32", "0001-01-01", "0000-01-01", "9999-12-31", "10000-01-01", "2026-1-5", "20260105", "2026-W01-1", "2026W011", "2026-001",
    "26-01-05", "2026/01/05", "05.01.2026", "+2026-01-05", "2026-01", "2026",
]  # fmt: skip
TIMES = [
    "00:00", "23:59", "24:00", "23:60", "23:59:59", "23:59:60", "12:30:15.1", "12:30:15.123456", "12:30:15.1234567", "12:30:15,5",
    "12:30:15.", "12", "1230", "123015", "1:30", "12:3", "12:30:", "00:00:00.000000", "12:30.5", "T12:30",
]  # fmt: skip
OFFSETS = [
    "", "", "Z", "Z", "z", "+00:00", "-00:00", "+01:00", "-05:30", "+23:59", "-23:59", "+24:00", "+14:00", "+0100", "+01", "+1:00",
    "+01:60", "+01:00:00", "+01:00:30", " Z", " +01:00", "−01:00", "UTC", "[Europe/Stockholm]",
]  # fmt: skip

real = st.dates().map(str)
near = st.builds("{:04}-{:02}-{:02}".format, st.integers(1, 2100), st.integers(0, 13), st.integers(0, 32))
day = st.one_of(real, near, st.sampled_from(DAYS))
dates = st.one_of(day, slipped(day), slipped(real))

time = st.one_of(st.times().map(str), st.times().map(lambda time: f"{time:%H:%M}"), st.sampled_from(TIMES))
between = st.sampled_from(["T", "T", "T", " ", " ", "t", "_", "  ", ""])
moment = st.builds("{}{}{}{}".format, st.one_of(real, real, day), between, time, st.sampled_from(OFFSETS))
right = st.builds("{}{}{}{}".format, real, st.sampled_from("T "), st.times().map(str), st.sampled_from(["", "Z", "+01:00", "-12:30"]))
# Where an offset leads beyond the years that there are.
last = st.builds("{}T{}{}".format, st.sampled_from(["0001-01-01", "9999-12-31"]), time, st.sampled_from(OFFSETS))
moments = st.one_of(moment, moment, slipped(right), right, last, day)
