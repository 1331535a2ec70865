"""Email addresses and URLs, right ones and nearly right ones."""

from hypothesis import strategies as st

from texts import slipped

LABELS = [
    "a", "example", "räksmörgås", "xn--rksmrgs-5wao1o", "x-y", "x--y", "1", "123", "a1", "उदाहरण", "日本", "ſ", "İ", "\u212a",
    "a" * 62, "a" * 63, "a" * 64, "å" * 63, "å" * 64, "-", "a-", "-a", "_", "a_b", "", "😀", "\xa0", "\xa1", "\uffff", "http",
]  # fmt: skip
TOPS = [
    "se", "com", "co", "c", "museum", "xn--p1ai", "xn--", "xn--a", "XN--P1AI", "xn--" + "a" * 59, "xn--" + "a" * 60, "c0m", "42",
    "a" * 63, "a" * 64, "рф", "परीक्षा", "s-e", "se-", "-se", "ss.", "ſe", "😀", "",
]  # fmt: skip
ADDRESSES = [
    "127.0.0.1", "0.0.0.0", "255.255.255.255", "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.04", "1.2.3.4 ", "٣.2.3.4",
    "::", "::1", "1::", "2001:db8::1", "2001:dB8:0:0:0:0:0:1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::3::5",
    "::ffff:127.0.0.1", "::ffff:1.2.3.256", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "12345::", "g::", ":1", "1:", "",
    "fe80::1%eth0", "fe80::1%25eth0", "IPv6:::1", "0000:0000:0000:0000:0000:ffff:255.255.255.255", "v1.a:b", "1:2:3:4:5:6:7",
]  # fmt: skip
USERS = [
    "anna", "a", "a.b", "a..b", ".a", "a.", "anna+hyra", "!#$%&'*+-/=?^_`{|}~", "a b", "a,b", "(a)", "a(b)", "a@b", "åsa", "İ", "ſ",
    '""', '"a"', '"a b"', '"a\\ b"', '"a\\"b"', '"a"b"', '"a@b"', '"\x01\x0b\x7f"', '"\t"', '"\\\t"', '"\\\\"', '"\\"', '"', '"å"', '"\n"',
    '"a".b', "x" * 64, "x" * 65, "", "\\", "a\\b", '"[]"',
]  # fmt: skip
SCHEMES = ["http", "https", "ftp", "ftps", "HTTP", "hTTps", "file", "javascript", "mailto", "ws", "httpſ", "", "git+ssh"]
AUTHORS = ["", "", "", "", "user@", "user:pass@", "u:p:q@", ":p@", ":@", "@", "a b@", "a/b@", "[@", "u%40x@", "å@", "?@", "#@", "u@v@"]
PORTS = ["", "", "", "", ":80", ":0", ":65535", ":65536", ":99999", ":123456", ":", ":a", ":-1", ":٣", ":³", ":80:80", ": 80"]
PATHS = [
    "", "", "/", "/path", "/å", "/a b", "/a\tb", "/a\nb", "/a\x85b", "/%20", "/a?b#c", "?", "?q=1", "#", "#x", "#a b", "/?a=[b]", "/\0",
    "/\u200b", "/\xa0", "/\x1f", "/" + "x" * 150, "/" + "x" * 2020, "//", "/..", "\\", "/😀", "?@b.se", "/@b.se", "#@b.se", "/a@b.se", "./",
]  # fmt: skip

label = st.one_of(st.sampled_from(LABELS), st.from_regex(r"[a-z0-9åä-]{1,6}", fullmatch=True))
top = st.sampled_from(["se", "com", "nu"]) | st.sampled_from(TOPS)
name = st.builds(lambda labels, top: ".".join([*labels, top]), st.lists(label, min_size=1, max_size=3), top)
good = st.sampled_from(["example.com", "x.se", "räksmörgås.se", "a.b.co.uk", "localhost", "xn--p1ai.xn--p1ai"])
address = st.sampled_from(ADDRESSES)
host = st.one_of(good, good, name, address, address.map("[{}]".format), st.sampled_from(["LOCALHOST", "localhoſt", "localhost."]))

user = st.one_of(
    st.just("anna"),
    st.sampled_from(USERS),
    st.text(st.characters(max_codepoint=0x7F), max_size=4).map('"{}"'.format),
    st.lists(st.sampled_from([*"ab.\"\\ @+", "\t", "\x0c", "\x7f", "å", "\u212a"]), max_size=5).map("".join),
    st.lists(st.sampled_from([*"ab.\"\\ @+", "\t", "\x0c", "\x7f", "å", "\u212a"]), max_size=5).map(lambda signs: f'"{"".join(signs)}"'),
)
plain_email = st.builds("{}@{}".format, user, host)


@st.composite
def long_email(draw):
    """An address at the length of a field, or at the 320 characters that Django allows at most."""
    length = draw(st.sampled_from([6, 20, 254, 320])) + draw(st.integers(-1, 1))
    end = "@" + "a." * draw(st.integers(0, 2)) + draw(st.sampled_from(["se", "aå", "b.se"]))
    user = draw(st.sampled_from(["x", "x.y", "1"]))
    return (user * length)[: max(1, length - len(end))] + end


emails = st.one_of(slipped(plain_email), slipped(plain_email), plain_email, long_email(), slipped(st.just("anna@example.com")))


@st.composite
def plain_url(draw):
    scheme = draw(st.sampled_from(["http", "https"]) | st.sampled_from(SCHEMES))
    slashes = draw(st.sampled_from(["://"] * 9 + [":/", "//", ":", ":///"]))
    author, port = draw(st.sampled_from(AUTHORS)), draw(st.sampled_from(PORTS))
    return scheme + slashes + author + draw(host) + port + draw(st.sampled_from(PATHS))


@st.composite
def long_url(draw):
    """A URL at the length of a field or at Django's own 2,048, or with a host at the 253 characters that a name may have."""
    if draw(st.booleans()):
        start = draw(st.sampled_from(["http://x.se/", "https://räksmörgås.se?"]))
        length = draw(st.sampled_from([200, 2048])) + draw(st.integers(-1, 1))
        return start + "p" * (length - len(start))
    length = draw(st.sampled_from([63, 253])) + draw(st.integers(-2, 2))
    host = ".".join(["a" * draw(st.sampled_from([49, 61, 62, 63]))] * 6)
    return "http://" + host[: length - 3] + draw(st.sampled_from([".se", ".se.", ".sé", ".se:80"]))


urls = st.one_of(slipped(plain_url()), plain_url(), plain_url(), long_url(), slipped(st.just("https://www.pigello.se/a?b=c#d")))
