"""Texts that go wrong easily: capitals, accents, what LIKE and SQL and URLs give a meaning to, and what is long."""

import unicodedata

WORDS = [
    # Names, with the letters that most names here are written with.
    "Anna", "anna", "ANNA", "Åsa", "åsa", "ÅSA", "Östen", "östen", "Ärla", "Jörgen", "JÖRGEN", "Émile", "emile", "Zoë",
    "Anna Svensson", "anna-svensson", "Åsa Öberg", "von der Straße", "VON DER STRASSE", "STRAẞE", "Strasse", "Ångström",
    # Capitals that are none, are several letters, or differ by language.
    "İstanbul", "istanbul", "ISTANBUL", "Istanbul", "ılık", "ILIK", "ǅungla", "ǆungla", "Ǆungla", "Σίσυφος", "ΣΊΣΥΦΟΣ",
    "σίσυφοσ", "ſpät", "Spät", "ﬁn", "FIN", "ŉu", "ǰ", "ΐ", "ᾳ", "ᾼ", "ΑΙ", "ÿ", "Ÿ", "µ", "μ", "Μ", "K", "k", "Å", "Ω", "ω",
    "жук", "ЖУК", "ა", "Ა", "ꭰ", "Ꭰ", "𐐨𐐩", "𐐀𐐁", "ⅷ", "Ⅷ", "ⓐ", "Ⓐ", "ɐ", "Ɐ",
    # Accents as characters of their own.
    "A\u030asa", "a\u030asa", "E\u0301mile", "o\u0308sten", "i\u0307", "\u0345", "q\u0323\u0307",
    # What LIKE, SQL, JSON and URLs give a meaning to.
    "50%", "50_", "500", "%", "_", "%%", "__", "a%b", "a_b", "aXb", "axb", "\\", "\\\\", "\\%", "\\_", "a\\b", "C:\\temp",
    "O'Brien", "o''brien", "'", "''", '"', 'say "hi"', "x'; --", "semi;colon", "{}", "[a]", "(.*)", "^a$", "$1", "?", "*",
    "a,b", ",", "a&b=c", "a=b", "#x", "å+b", "a b", "%20", "%C3%A5", "a/b", "..", "!", "a!", "null", "NULL", "None", "true",
    "0", "00", "-1", "1e3", "tmp-1", "tmp-2", "TMP-1", "id", "__icontains",
    # Blanks and what looks like none.
    "in  side", "tab\tinside", "line\nbreak", "cr\rlf\r\nx", "no\u00a0break", "zero\u200bwidth", "a\u2028b", "\u200b",
    "\ufeffbom", "\x01", "a\x1fb", "a\x7f", "\u0085x",
    # Beyond the 16 bits of a JavaScript character, and the ends of what there is.
    "🏠", "🏠 hem", "👩‍👩‍👧", "🇸🇪", "𝒜", "x\U0010ffff", "\uffff", "\ue000", "中文", "한글", "שלום", "مرحبا",
]  # fmt: skip

LONG = ["lång " * 300 + "slut", "Ö" * 700 + "%", "x" * 1500 + "Y"]

# Letters whose capitals are younger than many a C library, and these capitals.
YOUNG = {"\u019b": "\ua7dc", "\u0264": "\ua7cb"}

# White space that Python's strip takes off, and so does Django REST framework.
BLANKS = [" ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2003", "\u3000", "\x1c", "\u0085"]


def text(chance):
    """A text as a row may hold it, without blanks around it."""
    if chance.random() < 0.6:
        return chance.choice(WORDS)
    return chance.choice([" ", "", "-", ", "]).join(chance.choices(WORDS, k=2))


def turned(chance, given):
    """The text as somebody might look for it: a part, in other capitals, with a wildcard, differently composed."""
    for _ in range(chance.choice([0, 1, 1, 1, 2])):
        match chance.randrange(9):
            case 0 | 1 | 2:
                start = chance.randint(0, len(given))
                given = given[start : chance.randint(start, min(len(given), start + 40))]
            case 3:
                given = chance.choice([str.upper, str.lower, str.swapcase, str.title, str.casefold])(given)
            case 4 | 5:
                change = chance.choice([str.upper, str.lower])
                given = "".join(one if len(one := change(character)) == 1 else character for character in given)
            case 6:
                given = unicodedata.normalize(chance.choice(["NFC", "NFD", "NFKC"]), given)
            case 7 if given:
                place = chance.randrange(len(given))
                given = given[:place] + chance.choice("%_?*\\'\"") + given[place + chance.randint(0, 1) :]
            case 8 if given:
                given = chance.choice([" " + given, given + " ", "%" + given, given + "%", given + "\\", given * 2])
    return given[:600]
