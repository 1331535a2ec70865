//! The spellings that a text may have, by patterns of this test's own: they know nothing of the rules under test.

use pigello_client::rules::date::date;
use pigello_client::rules::pattern::{Match, Pattern, Piece, count, pieces};
use pigello_client::rules::text::{length, trim};

/// A pattern, read while compiling.
macro_rules! read {
    ($python:expr) => {{
        const PIECES: [Piece; count($python)] = pieces($python);
        static READ: Pattern = Pattern::made_of($python, "", &PIECES);
        &READ
    }};
}
pub(super) use read;

static DAY: &Pattern = read!(r"^\d{4}-\d\d-\d\d$");
static MOMENT: &Pattern = read!(r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?$");
static LONG_OFFSET: &Pattern = read!(r"[+-]\d\d:[6-9]\d$");
static TEN_DIGITS: &Pattern = read!(r"^\d{10}$");
static PERSON: &Pattern = read!(r"^(\d\d)?\d{6}[-+]?\d{4}$");
static ORGANISATION: &Pattern = read!(r"^\d{6}-?\d{4}$");
static GLN: &Pattern = read!(r"^\d+-?\d+$");

fn fits(pattern: &Pattern, text: &str) -> bool {
    pattern.search(text) == Match::Yes
}

pub fn is_day(text: &str) -> bool {
    fits(DAY, text)
}

pub fn is_moment(text: &str) -> bool {
    fits(MOMENT, text)
}

pub fn has_long_offset(text: &str) -> bool {
    fits(LONG_OFFSET, text)
}

/// Whether Python's `uuid.UUID` may read it: it leaves out `urn:`, `uuid:` and `-`, and braces around the rest, and gives
/// 32 characters to `int`. That takes digits of any script, a sign, `_` between digits, and blanks at the ends.
pub fn is_uuid_to_python(text: &str) -> bool {
    let bare = text.replace("urn:", "").replace("uuid:", "");
    let bare = bare.trim_matches(['{', '}']).replace('-', "");
    let digit = |c: char| c.is_ascii_hexdigit() || c == '_' || (c.is_numeric() && !c.is_ascii());
    length(&bare) == 32 && trim(&bare).trim_start_matches('+').chars().all(digit)
}

/// Whether a judge that knows no field means the same as we do by a text of this form. python-stdnum drops blanks and
/// signs wherever they stand; we say which may stand where. About other texts the two are not compared.
pub fn is_comparable(judge: &str, text: &str) -> bool {
    let text = trim(text);
    match judge {
        "stdnum.luhn" => fits(TEN_DIGITS, text),
        "stdnum.se.personnummer" | "personnummer" => fits(PERSON, text),
        "stdnum.se.orgnr" | "organisationsnummer" => fits(ORGANISATION, text),
        "stdnum.ean" => fits(GLN, text) && text.bytes().filter(u8::is_ascii_digit).count() == 13,
        _ => true,
    }
}

/// Whether the day in a personal or coordination number exists, in the century given or, without one, in any.
pub fn has_day(text: &str) -> bool {
    let [century, year, month, day] = parts(text);
    let day = if day > 60 { day - 60 } else { day };
    let centuries = if century == 0 { 18..=20 } else { century..=century };
    centuries.into_iter().any(|century| date(&format!("{century:02}{year:02}-{month:02}-{day:02}")))
}

/// Whether the day is that of a coordination number.
pub fn is_coordination(text: &str) -> bool {
    parts(text)[3] > 60
}

/// Whether the three digits before the last are 000, the number among those who share a day.
pub fn has_serial_zero(text: &str) -> bool {
    trim(text).bytes().rev().skip(1).take(3).eq(*b"000")
}

/// Century, year, month and day of a number of ten or twelve digits, whatever they are worth; 0 for no century.
fn parts(text: &str) -> [u32; 4] {
    let digits: Vec<u32> = text.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let missing = 12 - digits.len();
    [0, 2, 4, 6].map(|at| if at < missing { 0 } else { digits[at - missing] * 10 + digits[at - missing + 1] })
}
