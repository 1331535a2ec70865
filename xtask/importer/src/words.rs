//! Our capitals in the API's names: `Externalclientcontactperson` is made of words of the domain, which stand in
//! `words.txt`.

/// One a line.
pub const WORDS: &str = include_str!("../words.txt");

/// The name with a capital at every word. `None`: it is not made of words that are known.
pub fn split(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    // Of the ways to divide the name before each place, the one of the fewest words.
    let mut ways: Vec<Option<Vec<&str>>> = vec![Some(Vec::new())];
    for end in 1..=name.len() {
        let mut best: Option<Vec<&str>> = None;
        for (start, way) in ways.iter().enumerate() {
            let (Some(way), Some(word)) = (way, name.get(start..end)) else { continue };
            let fewer = best.as_ref().is_none_or(|best| way.len() + 1 < best.len());
            if fewer && WORDS.lines().any(|known| known == word) {
                best = Some(way.iter().copied().chain([word]).collect());
            }
        }
        ways.push(best);
    }
    let words = ways.pop().flatten().filter(|words| !words.is_empty())?;
    let capitalised = words.into_iter().map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    Some(capitalised.collect())
}

/// The name with one capital.
pub fn with_one_capital(name: &str) -> String {
    let (first, rest) = name.split_at_checked(1).unwrap_or((name, ""));
    first.to_uppercase() + &rest.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_there_are_have_the_capitals_they_have() {
        for resource in crate::model::declared() {
            assert_eq!(split(&resource.name).as_deref(), Some(resource.type_name.as_str()));
        }
    }

    #[test]
    fn the_fewest_words_win_and_what_is_no_word_is_not_split() {
        assert_eq!(split("Subtenantinvoice").as_deref(), Some("SubtenantInvoice"));
        for unknown in ["Xyzzyinvoice", "", "Invoicexyzzy"] {
            assert_eq!(split(unknown), None, "{unknown}");
        }
        assert_eq!(with_one_capital("XyzzyInvoice"), "Xyzzyinvoice");
    }

    #[test]
    fn the_list_is_sorted_and_has_no_word_twice() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert!(words.is_sorted_by(|a, b| a < b) && words.len() > 100);
        assert!(words.iter().all(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())));
    }
}
