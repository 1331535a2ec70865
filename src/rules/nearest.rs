//! The nearest right name, for hints beside a wrong one.

/// Longer names are no misspelling of ours.
const LONGEST: usize = 64;

/// Of the candidates the one that was probably meant: the same letters in another style (`customId` for `custom_id`),
/// else the first of those with the fewest slips (a letter more, less, other, or two swapped), if these are at most a
/// third of the name.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut nearest = Nearest::to(name);
    candidates.for_each(|candidate| nearest.look_at(candidate));
    nearest.found
}

/// The same for candidates that come one by one.
pub struct Nearest<'a> {
    /// The one so far.
    pub found: Option<&'a str>,
    name: Option<Plain>,
    most: usize,
}

impl<'a> Nearest<'a> {
    /// To this name.
    pub fn to(name: &str) -> Self {
        let name = Plain::of(name);
        let most = name.as_ref().map_or(0, |name| name.length / 3);
        Self { found: None, name, most }
    }

    /// One more candidate.
    pub fn look_at(&mut self, candidate: &'a str) {
        if let (Some(name), Some(plain)) = (&self.name, Plain::of(candidate))
            && plain.length.abs_diff(name.length) <= self.most
        {
            let slips = usize::from(name.slips(&plain));
            if slips < self.most || (self.found.is_none() && slips == self.most) {
                (self.found, self.most) = (Some(candidate), slips);
            }
        }
    }
}

/// A name without its style: small letters, without `_`, `-` and blanks. A letter beyond ASCII is its first byte: none
/// of ours has any.
struct Plain {
    letters: [u8; LONGEST],
    length: usize,
}

impl Plain {
    fn of(name: &str) -> Option<Self> {
        let mut plain = Self { letters: [0; LONGEST], length: 0 };
        for byte in name.bytes() {
            if !matches!(byte, b'_' | b'-' | b' ' | 0x80..=0xbf) {
                *plain.letters.get_mut(plain.length)? = byte.to_ascii_lowercase();
                plain.length += 1;
            }
        }
        Some(plain)
    }

    fn letters(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or(&[])
    }

    /// The edit distance in which two swapped neighbours are one slip (optimal string alignment).
    fn slips(&self, other: &Self) -> u8 {
        // Distances from the first letters of `self` to each beginning of `other`: two letters back, one back, here.
        let mut two_back = Row([0; LONGEST + 1]);
        let mut back = two_back;
        (0..).zip(&mut back.0).for_each(|(column, cell)| *cell = column);
        let (mut before, mut row) = (0, 0);
        for a in self.letters() {
            row += 1;
            let mut here = Row([row; LONGEST + 1]);
            let mut other_before = 0;
            for (column, b) in other.letters().iter().enumerate() {
                let replaced = back.at(column) + u8::from(a != b);
                let mut least = replaced.min(back.at(column + 1) + 1).min(here.at(column) + 1);
                if before == *b && other_before == *a {
                    least = least.min(two_back.at(column.wrapping_sub(1)) + 1);
                }
                if let Some(cell) = here.0.get_mut(column + 1) {
                    *cell = least;
                }
                other_before = *b;
            }
            (two_back, back, before) = (back, here, *a);
        }
        back.at(other.length)
    }
}

/// A row of the table of distances. They stay below 255, since names have at most 64 letters.
#[derive(Clone, Copy)]
struct Row([u8; LONGEST + 1]);

impl Row {
    fn at(&self, column: usize) -> u8 {
        self.0.get(column).copied().unwrap_or(u8::MAX - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const FIELDS: &[&str] = &[
        "id",
        "name",
        "title",
        "ssn",
        "created_at",
        "custom_id",
        "customer_columns",
        "org_no",
        "first_name",
        "last_name",
        "email",
        "external_client",
        "corporate_name",
        "phone_number",
    ];

    fn hint(name: &str) -> Option<&'static str> {
        nearest(name, FIELDS.iter().copied())
    }

    #[test]
    fn another_style_of_the_same_name_is_found() {
        for (name, expected) in [
            ("customId", "custom_id"),
            ("CustomID", "custom_id"),
            ("custom-id", "custom_id"),
            ("CUSTOM ID", "custom_id"),
            ("orgNo", "org_no"),
            ("_id", "id"),
            ("ID", "id"),
            ("createdAt", "created_at"),
            ("name", "name"),
        ] {
            assert_eq!(hint(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn slips_of_the_hand_are_forgiven() {
        for (name, expected) in [
            ("nmae", "name"),
            ("emial", "email"),
            ("e_mail", "email"),
            ("firstname", "first_name"),
            ("fist_name", "first_name"),
            ("lastnamn", "last_name"),
            ("titel", "title"),
            ("phonenumer", "phone_number"),
            ("phone_numbers", "phone_number"),
            ("ssm", "ssn"),
            ("extrenal_clinet", "external_client"),
            ("external_clients", "external_client"),
        ] {
            assert_eq!(hint(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn names_of_nothing_near_get_no_hint() {
        for name in ["", "_", "x", "ix", "address", "csrfmiddlewaretoken", "åäö", "😀", "\0", "zzz"] {
            assert_eq!(hint(name), None, "{name}");
        }
        assert_eq!(nearest("name", std::iter::empty()), None);
    }

    #[test]
    fn the_best_wins_and_then_the_first() {
        assert_eq!(nearest("abcd", ["abxd", "abcd", "axcd"].into_iter()), Some("abcd"));
        assert_eq!(nearest("abcd", ["abxd", "axcd"].into_iter()), Some("abxd"));
        assert_eq!(nearest("startwith", ["istartswith", "startswith"].into_iter()), Some("startswith"));
    }

    #[test]
    fn names_of_more_than_64_letters_are_passed_over() {
        let long = "a".repeat(64);
        assert_eq!(nearest(&long, [long.as_str()].into_iter()), Some(long.as_str()));
        let longer = "a".repeat(65);
        assert_eq!(nearest(&longer, [longer.as_str()].into_iter()), None);
        assert_eq!(nearest(&"a".repeat(63), [longer.as_str(), long.as_str()].into_iter()), Some(long.as_str()));
        assert_eq!(hint(&"name".repeat(250_000)), None);
        assert_eq!(hint(&"_".repeat(1_000_000)), None);
    }
}
