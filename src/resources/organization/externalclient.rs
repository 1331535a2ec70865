//! `Externalclient` of the Organization application. Its name is known, from the menu of its application's pages and from
//! relations to it; path and operations follow the common template.

use crate::schema::{Operation, Resource};

/// No field of it is known.
pub static RESOURCE: Resource = Resource::new("Externalclient", "ExternalClient", "/organization/externalclient/")
    .doc("A client of the organization's from outside.")
    .name_only()
    .by_template(Operation::TEMPLATE);
