"""Texts that go wrong easily, and slips: what turns a right text into a nearly right one."""

from hypothesis import strategies as st

# What Python strips, what looks as if, and what is no blank anywhere.
BLANKS = [
    " ", "\t", "\n", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\xa0", "\u1680", "\u2000", "\u2007",
    "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\u180e", "\u200b", "\u200d", "\u2060", "\ufeff",
]  # fmt: skip
SIGNS = [
    *BLANKS, "\0", "\x01", "\x08", "\x1b", "\x7f", "\x80", "\xad", "\u0301", "\ufffd", "\uffff", "\ue000", "\U0010ffff",
    "å", "Ö", "ß", "ſ", "İ", "ı", "\u212a", "é", "e\u0301", "日", "ش", "א", "\u202e", "😀", "👩‍👩‍👧", "𝒜", "𝟘", "\U0001fffe",
    # Digits and signs that only look like ours.
    "٣", "３", "०", "²", "Ⅷ", "½", "‐", "–", "−", "－", "＋", "．", "。", "＠", "／", "：", "℀", "⁄", "…",
    *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "..", "--", "//", "@@", "%00", "%20", "&amp;", "0", "1", "9", "a", "Z",
]  # fmt: skip
WORDS = [
    "Anna", "Åsa Öberg", "O'Brien", "von der Straße", "Förvaltare", "null", "undefined", "NaN", "true", "0", "-1", "1e3",
    "{}", "[]", "<b>x</b>", "'; DROP TABLE x; --", "\\u0000", "%s", "${x}", "a,b", "C:\\temp", "İstanbul", "20.520", "x",
]  # fmt: skip

sign = st.sampled_from(SIGNS)
blank = st.sampled_from(BLANKS)
# Every code point but halves of surrogate pairs, which the judges' programs cannot even be given.
anything = st.text(max_size=12)
piece = st.one_of(st.sampled_from(WORDS), anything, sign, st.lists(sign, max_size=6).map("".join))


@st.composite
def long(draw, lengths):
    """A text of a length at a limit or beside it, in one unit or with another in between."""
    length = max(0, draw(st.sampled_from(lengths)) + draw(st.integers(-1, 1)))
    unit = draw(st.sampled_from(["x", "å", "😀", "日", "\u0301", "0", " x", "e\u0301"]))
    text = (unit * length)[:length]
    if draw(st.booleans()) and length:
        place = draw(st.integers(0, length - 1))
        text = text[:place] + draw(sign)[:1] + text[place + 1 :]
    return text


@st.composite
def slipped(draw, right):
    """The text with nothing, or one or two slips, and now and then blanks around it."""
    text = draw(right)
    for _ in range(draw(st.sampled_from([0, 1, 1, 1, 1, 2]))):
        place = draw(st.integers(0, len(text)))
        match draw(st.integers(0, 7)):
            case 0:
                text = text[:place] + text[place + 1 :]
            case 1 | 2:
                text = text[:place] + draw(sign) + text[place:]
            case 3:
                text = text[:place] + draw(sign) + text[place + 1 :]
            case 4:
                text = text[:place] + text[place : place + 1].swapcase() + text[place + 1 :]
            case 5:
                text = text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
            case 6:
                end = draw(st.integers(place, len(text)))
                text = text[:end] + text[place:end] + text[end:]
            case 7:
                digit = draw(st.sampled_from("0123456789"))
                text = text[:place] + digit + text[place + 1 :]
    return draw(around(st.just(text)))


@st.composite
def around(draw, inner):
    """Now and then with blanks before or behind."""
    text = draw(inner)
    ends = draw(st.sampled_from([None, None, None, None, "before", "behind", "both"]))
    if ends in ("before", "both"):
        text = draw(blank) + text
    if ends in ("behind", "both"):
        text += draw(blank)
    return text


texts = around(
    st.one_of(
        st.just(""),
        piece,
        st.lists(piece, min_size=1, max_size=3).map("".join),
        slipped(st.sampled_from(WORDS)),
        long([1, 2, 5, 6, 17, 20, 128, 255]),
    )
)
