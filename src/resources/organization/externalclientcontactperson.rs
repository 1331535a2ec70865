//! `Externalclientcontactperson` of the Organization application, from its page, which is known in full.

use crate::schema::{Field, Parameter, Resource};

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new(
    "Externalclientcontactperson",
    "ExternalClientContactPerson",
    "/organization/externalclientcontactperson/",
)
.doc("A person to contact at an external client.")
.parameters(&[Parameter::TAGS, Parameter::CUSTOMER_COLUMNS])
.fields(&[
    Field::id(),
    Field::text("name").required().max_length(255).filterable(),
    Field::reference("external_client", "Externalclient").required().filterable(),
    Field::text("title").required().max_length(255).filterable(),
    Field::luhn("ssn").nullable().min_length(12).max_length(13).filterable(),
    Field::created_at(),
    Field::any("tags"),
    Field::custom_id(),
    Field::any("customer_columns"),
    Field::luhn("org_no").nullable().min_length(10).max_length(11).filterable(),
    Field::text("first_name").nullable().max_length(255).filterable(),
    Field::email("email").nullable().max_length(254).filterable(),
    Field::reference("organization", "Organization").nullable().filterable(),
    Field::text("corporate_name").nullable().max_length(255).filterable(),
    Field::phone("phone_number").nullable().max_length(36).filterable(),
    Field::text("last_name").nullable().max_length(255).filterable(),
]);
