//! Whether the crate's own matcher knows a pattern: it is asked as it is asked while compiling, where a panic is an error.

use pigello_client::rules::pattern::{count, to_js};
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};

static QUIET: Mutex<()> = Mutex::new(());

/// What is wrong with a pattern; `None`: it can be declared.
pub fn problem(pattern: &str) -> Option<String> {
    if pattern.contains("*/") || pattern.chars().any(char::is_control) || pattern.is_empty() {
        return Some("this pattern cannot stand in a declaration: any text fits".into());
    }
    // One at a time: the hook, which would print the panic, is the process's.
    let _one = QUIET.lock().unwrap_or_else(PoisonError::into_inner);
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let known = panic::catch_unwind(AssertUnwindSafe(|| (count(pattern), to_js(pattern, &mut []))));
    panic::set_hook(hook);
    let unknown = |panic: Box<dyn std::any::Any + Send>| {
        let said = panic
            .downcast_ref::<&str>()
            .map_or_else(|| panic.downcast_ref::<String>().cloned(), |text| Some((*text).into()));
        format!("this pattern is not known, so that any text fits: {}", said.unwrap_or_default())
    };
    known.err().map(unknown)
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn what_the_matcher_knows_can_be_declared_and_nothing_else() {
        assert_eq!(problem(r"^\+?1?\d{7,15}$"), None);
        for unknown in [r"(?<=a)b", r"(a)\1", "[", "", "a*/b"] {
            assert!(problem(unknown).is_some(), "{unknown}");
        }
    }
}
