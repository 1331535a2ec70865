//! `Organizationusersegment` of the Accounts application, from its page: Update, List and Bulk write; Get and Delete
//! from its tag page; Create follows the common template.

use crate::schema::{Field, Operation, Resource};

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new(
    "Organizationusersegment",
    "OrganizationUserSegment",
    "/accounts/users/organization/organizationusersegment/",
)
.doc("A user's place in a segment, with the role held there.")
.by_template(&[Operation::Create])
.fields(&[
    Field::reference("segment", "Segment").required().filterable(),
    Field::id(),
    Field::reference("user", "Organizationuser").required().filterable(),
    Field::custom_id(),
    Field::reference("organization", "Organization").nullable().filterable(),
    Field::created_at(),
    Field::reference("role", "Role").nullable().filterable(),
]);
