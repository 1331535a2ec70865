//! Names that a resource cannot have, since the package's types are called so: those written by hand, and those that are
//! made for other resources (`TenantFilter` of `Tenant`).

use crate::model::{Resource, declared};
use crate::read::Problem;
use std::collections::BTreeSet;

/// The types of the package.
const TYPES: &str = include_str!("../../../tests/golden/index.d.ts");
/// Types of the language and of browsers, of which those count that are used there.
const LANGUAGE: &str = "AbortSignal Array ArrayBuffer ArrayBufferView AsyncIterable AsyncIterableIterator Date Error Exclude \
    Extract FormData Headers Iterable IterableIterator IteratorResult Map NonNullable Omit Parameters Partial Pick Promise \
    PromiseLike Readonly ReadonlyArray Record Request Response Symbol URLSearchParams";
/// What stands behind a resource's name in the names of its types.
const ENDINGS: [&str; 7] = ["create", "update", "form", "filter", "orderby", "parameters", "listoptions"];
/// What stands behind an application's.
const MEMBERS: &str = "resources";

/// Leaves out the resources whose types would be called as others are; answers why.
pub fn leave_out(resources: &mut Vec<Resource>, there: &[Resource]) -> Vec<Problem> {
    let by_hand = by_hand();
    let names: BTreeSet<String> = resources.iter().chain(there).flat_map(made_for).collect();
    let mut problems = Vec::new();
    resources.retain(|resource| {
        let name = resource.name.to_lowercase();
        // What is declared already compiles.
        let fits = there.iter().any(|there| there.name == resource.name)
            || !(by_hand.contains(&name) || names.contains(&name));
        if !fits {
            let pointer = format!("/paths/{}", resource.base_path.replace('/', "~1"));
            let message =
                format!("a type of the package is called `{}` already: the resource is left out", resource.name);
            problems.push(Problem::at(&pointer, message));
        }
        fits
    });
    problems
}

/// The types that are made for a resource beside its own, in small letters.
fn made_for(resource: &Resource) -> Vec<String> {
    let name = resource.name.to_lowercase();
    let members = [resource.application(), MEMBERS].concat();
    ENDINGS.iter().map(|ending| [&name, *ending].concat()).chain([members]).collect()
}

/// What is declared beside the resources, and what of the language's the types use, in small letters.
fn by_hand() -> BTreeSet<String> {
    let made: BTreeSet<String> =
        declared().iter().flat_map(|own| [made_for(own), vec![own.name.to_lowercase()]].concat()).collect();
    let words: Vec<&str> =
        TYPES.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let declared = words.windows(2).filter_map(|pair| match pair {
        ["class" | "const" | "function" | "interface" | "type", name] => Some(*name),
        _ => None,
    });
    let capital = |name: &&str| name.starts_with(|c: char| c.is_ascii_uppercase());
    let used = LANGUAGE.split_whitespace().filter(|name| words.contains(name));
    let words = declared.filter(capital).chain(used).map(str::to_lowercase);
    words.filter(|name| !made.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::{by_hand, leave_out};
    use crate::model::declared;

    #[test]
    fn what_the_package_calls_so_already_is_left_out_by_pointer() {
        let like = |name: &str| {
            let mut resource = declared().remove(0);
            resource.name = name.into();
            resource.base_path = format!("/app/{}/", name.to_lowercase());
            resource
        };
        let mut resources =
            ["Invoice", "Pigello", "Tenantfilter", "Promise", "Accountsresources", "Invoiceform", "Issue"]
                .map(like)
                .to_vec();
        let problems = leave_out(&mut resources, &declared());
        let left: Vec<_> = resources.iter().map(|resource| resource.name.as_str()).collect();
        assert_eq!(left, ["Invoice"]);
        assert_eq!(problems.len(), 6);
        assert_eq!(problems[0].pointer, "/paths/~1app~1pigello~1");
    }

    #[test]
    fn what_is_declared_is_called_by_names_of_its_own() {
        let mut resources = declared();
        assert_eq!(leave_out(&mut resources, &[]), []);
        let words = by_hand();
        assert!(words.len() > 60 && words.contains("issue") && words.contains("promise"), "{words:?}");
    }
}
