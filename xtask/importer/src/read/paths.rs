//! The paths of a document, brought together by resource: which path and method of the template is which operation.

use super::document::Document;
use super::names;
use super::spot::{Problem, Spot};
use pigello_client::schema::Operation;

/// The operations of one resource.
pub struct Group<'a> {
    /// From the first slash to the last.
    pub base_path: String,
    /// The first path of it in the document.
    pub spot: Spot<'a>,
    /// Its operations, in the template's order.
    pub operations: Vec<(Operation, Spot<'a>)>,
    /// Where people are invited; empty where nobody is.
    pub invite: String,
    /// The path of its list, where parameters may stand beside the operations.
    pub list: Option<Spot<'a>>,
}

/// What the path of an invitation has, and the path of its resource has not.
const INVITE: &str = "/auth/invite/";
const METHODS: &[&str] = &["get", "post", "patch", "delete", "put", "head", "options", "trace"];

/// The resources of a document by their paths.
pub fn groups<'a>(document: &Document<'a>) -> Result<Vec<Group<'a>>, Problem> {
    let mut groups: Vec<Group> = Vec::new();
    let mut invites = Vec::new();
    for (path, spot) in document.root().get("paths").iter().flat_map(Spot::members) {
        if path.starts_with("x-") {
            continue;
        }
        names::path(path, &spot)?;
        let item = document.resolve(spot.clone())?;
        if path.contains(INVITE) && path.ends_with('/') && item.get("post").is_some() {
            invites.push((path, spot));
            continue;
        }
        let Some((base_path, here)) = place(path) else {
            document.complain(spot.problem("this path is none of the template: it is left out"));
            continue;
        };
        let methods = item.members().into_iter().filter(|(name, _)| METHODS.contains(name));
        for (method, operation) in methods {
            match here.iter().find(|(known, _)| *known == method) {
                Some((_, kind)) => {
                    let group = group(&mut groups, base_path, &spot);
                    group.operations.push((*kind, operation));
                    if *kind == Operation::List {
                        group.list = Some(item.clone());
                    }
                }
                None => document.complain(operation.problem("the template has no such operation: it is left out")),
            }
        }
    }
    for group in &mut groups {
        group.operations.sort_by_key(|(operation, _)| Operation::TEMPLATE.iter().position(|known| known == operation));
    }
    groups.retain(|group| !group.operations.is_empty());
    for (path, spot) in invites {
        // An invitation stands beside the resource that it leads to: without these words it is that one's path.
        let base_path = path.replacen(INVITE, "/", 1);
        match groups.iter_mut().find(|group| group.base_path == base_path) {
            Some(group) => group.invite = path.into(),
            None => document.complain(spot.problem("this invites to no resource of the document: it is left out")),
        }
    }
    Ok(groups)
}

fn group<'g, 'a>(groups: &'g mut Vec<Group<'a>>, base_path: &str, spot: &Spot<'a>) -> &'g mut Group<'a> {
    let place = groups.iter().position(|group| group.base_path == base_path).unwrap_or(groups.len());
    if place == groups.len() {
        groups.push(Group {
            base_path: base_path.into(),
            spot: spot.clone(),
            operations: Vec::new(),
            invite: String::new(),
            list: None,
        });
    }
    #[expect(clippy::indexing_slicing, reason = "it was found or added just now")]
    &mut groups[place]
}

/// The base path that a path belongs to, and what its methods are there.
fn place(path: &str) -> Option<(&str, &'static [(&'static str, Operation)])> {
    const LIST: &[(&str, Operation)] = &[("get", Operation::List), ("post", Operation::BulkWrite)];
    const BASE: &[(&str, Operation)] = &[("post", Operation::Create)];
    const ROW: &[(&str, Operation)] =
        &[("get", Operation::Get), ("patch", Operation::Update), ("delete", Operation::Delete)];
    let inner = path.strip_suffix('/')?;
    let (parent, last) = inner.rsplit_once('/')?;
    let (base, here) = match last {
        "list" => (parent, LIST),
        _ if last.starts_with('{') && last.ends_with('}') => (parent, ROW),
        _ => (inner, BASE),
    };
    // An application and a resource at least, and no parameter but the row's.
    let fits = base.matches('/').count() >= 2 && !base.contains(['{', '}']);
    fits.then(|| (path.get(..=base.len()).unwrap_or(path), here))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_belongs_to_the_part_before_list_and_pk() {
        let base = |path| place(path).map(|(base, here)| (base, here.len()));
        assert_eq!(base("/a/b/"), Some(("/a/b/", 1)));
        assert_eq!(base("/a/b/list/"), Some(("/a/b/", 2)));
        assert_eq!(base("/a/b/{pk}/"), Some(("/a/b/", 3)));
        for other in ["/a/b", "/a/", "/", "/a/{pk}/", "/a/{x}/b/", "/a/b/{pk}/c/"] {
            assert_eq!(base(other), None, "{other}");
        }
    }
}
