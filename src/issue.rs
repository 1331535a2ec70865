//! What is wrong, as data: where (`path`), what (`code`), with which figures (`params`). No words: these are in
//! `messages/`.

/// One step of a path into the input: a field's name, or the place in an array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// The name of a field or key, as the input has it.
    Key(String),
    /// The place in an array, from 0.
    Index(usize),
}

/// One value among an issue's parameters.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    /// A limit or a status.
    Number(f64),
    /// A pattern, a hint, a label.
    Text(String),
    /// Names, or the values of an enum.
    List(Vec<Param>),
}

impl Param {
    /// A list of texts.
    pub fn texts(texts: impl Iterator<Item = &'static str>) -> Self {
        Param::List(texts.map(|text| Param::Text(text.into())).collect())
    }
}

/// Something wrong with one spot of the input. Everything that is wrong becomes one of these, in validation and in
/// list options alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Where: from the outermost field or index to the innermost.
    pub path: Vec<Segment>,
    /// What is wrong.
    pub code: Code,
    /// What the message names: `max`, `min`, `pattern`, `values`, `fields`, `hint`, `label`, `status`.
    pub params: Vec<(&'static str, Param)>,
}

impl Issue {
    /// An issue without a place and without parameters.
    pub fn new(code: Code) -> Self {
        Self { path: Vec::new(), code, params: Vec::new() }
    }

    /// An issue at a field of that name.
    pub fn at(name: &str, code: Code) -> Self {
        Self::new(code).inside(Segment::Key(name.into()))
    }

    /// With one more parameter.
    pub fn with(mut self, name: &'static str, value: Param) -> Self {
        self.params.push((name, value));
        self
    }

    /// With a number as parameter.
    pub fn number(self, name: &'static str, value: f64) -> Self {
        self.with(name, Param::Number(value))
    }

    /// With the way out, or the nearest right name, as parameter `hint`.
    pub fn hint(self, hint: &str) -> Self {
        self.with("hint", Param::Text(hint.into()))
    }

    /// The same issue, found one step further in: its path now begins with `outer`.
    pub fn inside(mut self, outer: Segment) -> Self {
        self.path.insert(0, outer);
        self
    }

    /// The text parameter of that name.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.params.iter().find_map(|(n, value)| match value {
            Param::Text(text) if *n == name => Some(text.as_str()),
            _ => None,
        })
    }
}

/// What is wrong with one value, as the one who judges it sees it. It becomes an [`Issue`] where its place is known;
/// until then it has no memory of its own, and costs nothing to hand on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fault {
    code: Code,
    detail: Detail,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Detail {
    None,
    Text(&'static str, &'static str),
    Number(&'static str, f64),
    Numbers(&'static [i32]),
    Texts(&'static [&'static str]),
}

impl Fault {
    /// Without a parameter.
    pub const fn new(code: Code) -> Self {
        Self { code, detail: Detail::None }
    }

    /// With a text as parameter.
    pub const fn text(code: Code, name: &'static str, value: &'static str) -> Self {
        Self { code, detail: Detail::Text(name, value) }
    }

    /// With a number as parameter.
    pub const fn number(code: Code, name: &'static str, value: f64) -> Self {
        Self { code, detail: Detail::Number(name, value) }
    }

    /// None of these numbers.
    pub const fn not_among_numbers(values: &'static [i32]) -> Self {
        Self { code: Code::Enum, detail: Detail::Numbers(values) }
    }

    /// None of these texts.
    pub const fn not_among_texts(values: &'static [&'static str]) -> Self {
        Self { code: Code::Enum, detail: Detail::Texts(values) }
    }

    /// Not of the type that `wanted` names.
    pub const fn wrong_type(wanted: &'static str) -> Self {
        Self::text(Code::Type, "hint", wanted)
    }
}

impl Fault {
    /// What is wrong.
    pub const fn code(&self) -> Code {
        self.code
    }
}

impl From<Fault> for Issue {
    fn from(fault: Fault) -> Self {
        let issue = Issue::new(fault.code);
        match fault.detail {
            Detail::None => issue,
            Detail::Text(name, value) => issue.with(name, Param::Text(value.into())),
            Detail::Number(name, value) => issue.number(name, value),
            Detail::Numbers(values) => {
                issue.with("values", Param::List(values.iter().map(|value| Param::Number((*value).into())).collect()))
            }
            Detail::Texts(values) => issue.with("values", Param::texts(values.iter().copied())),
        }
    }
}

/// Where one who judges stands in the input: a path that is written out only when something is wrong there.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// The whole input.
    Top,
    /// The entry of that name.
    Key(&'a Place<'a>, &'a str),
    /// The element at that place.
    Index(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    /// The entry of that name in what stands here.
    pub const fn key(&'a self, name: &'a str) -> Place<'a> {
        Place::Key(self, name)
    }

    /// The element at that place in what stands here.
    pub const fn index(&'a self, at: usize) -> Place<'a> {
        Place::Index(self, at)
    }

    /// The issue of a fault found here.
    pub fn issue(&self, fault: Fault) -> Issue {
        let mut issue = Issue::from(fault);
        self.write(&mut issue.path);
        issue
    }

    /// From the outermost in. (`reverse` would bring words of panics into the wasm.)
    fn write(&self, path: &mut Vec<Segment>) {
        let (outer, segment) = match self {
            Place::Top => return,
            Place::Key(outer, name) => (outer, Segment::Key((*name).into())),
            Place::Index(outer, at) => (outer, Segment::Index(*at)),
        };
        outer.write(path);
        path.push(segment);
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)*) => {
        /// What can be wrong. The set is closed, and its texts are part of the public contract.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code, in the order of its declaration.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The code as users see it in `issue.code`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }
        }
    };
}

codes! {
    /// A required field is absent, `""` or blank.
    Required = "required",
    /// `null` in a field that cannot be cleared, or as a filter value.
    Null = "null",
    /// Not the JSON type of this field.
    Type = "type",
    /// Fewer characters than `min`.
    MinLength = "min_length",
    /// More characters than `max`.
    MaxLength = "max_length",
    /// A NUL character or half of a surrogate pair.
    Characters = "characters",
    /// Does not match `pattern`.
    Pattern = "pattern",
    /// Not an email address.
    Email = "email",
    /// Not a uuid of 36 characters.
    Uuid = "uuid",
    /// Not a URL.
    Url = "url",
    /// Not a day as `YYYY-MM-DD`, or one that does not exist.
    Date = "date",
    /// Not a day and a time in ISO 8601, or one that does not exist.
    DateTime = "date_time",
    /// The check digit of a Swedish personal or organisation number is wrong.
    Luhn = "luhn",
    /// The check digit of a GLN is wrong.
    Gln13 = "gln13",
    /// Not a whole number.
    Integer = "integer",
    /// Less than `min`.
    Minimum = "minimum",
    /// More than `max`.
    Maximum = "maximum",
    /// None of `values`.
    Enum = "enum",
    /// No field of this resource; `hint` is the nearest name.
    UnknownField = "unknown_field",
    /// A field that only the server writes.
    ReadOnly = "read_only",
    /// Set without the `fields` that belong with it.
    TogetherWith = "together_with",
    /// Set beside one of the `fields` that exclude it.
    Excludes = "excludes",
    /// None of `fields` is set.
    AtLeastOneOf = "at_least_one_of",
    /// Set without the `fields` it requires.
    Requires = "requires",
    /// The wrong way round, seen with `fields`.
    OrderedWith = "ordered_with",
    /// An element that does not stand in `fields`.
    MatchesValuesOf = "matches_values_of",
    /// Greater or smaller than `fields` allow.
    Magnitude = "magnitude",
    /// The same element, or the same id, twice.
    Duplicate = "duplicate",
    /// The server said so, in its own words, with this `status`.
    Server = "server",
    /// Text that is not JSON.
    Json = "json",
    /// A field that cannot be filtered; `hint` is the nearest one that can.
    UnknownFilter = "unknown_filter",
    /// An operator that this field does not have; `hint` is the nearest one.
    UnknownOperator = "unknown_operator",
    /// A field that lists cannot be ordered by.
    UnknownOrder = "unknown_order",
    /// No list option; `hint` is the nearest one.
    UnknownOption = "unknown_option",
    /// An empty list of values.
    Empty = "empty",
    /// A comma inside a value of a comma-separated list.
    Comma = "comma",
    /// The URL is longer than `max` characters.
    UrlLength = "url_length",
}
