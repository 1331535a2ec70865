//! `Protectedidentity` of the Accounts application, from its pages for Bulk write, Create and Update. What an answer holds
//! after `current_registered_address`, but for `ssn`, is not known, nor any filter or list parameter.

use crate::schema::{Field, Operation, Resource, Rule};

/// Whose identity it is: that of one of these, and no more than one.
const PERSONS: &[&str] = &["tenant", "sub_tenant"];

/// Fields in the page's order.
pub static RESOURCE: Resource =
    Resource::new("Protectedidentity", "ProtectedIdentity", "/accounts/users/customer/protectedidentity/")
        .doc("Who someone is whose identity is protected.")
        .partial()
        .by_template(&[Operation::List, Operation::Get, Operation::Delete])
        .fields(&[
            Field::id(),
            Field::reference("tenant", "Tenant")
                .nullable()
                .unique()
                .rules(&[Rule::excludes(PERSONS), Rule::at_least_one_of(PERSONS)]),
            Field::text("last_name").nullable().max_length(255),
            Field::reference("organization", "Organization").nullable(),
            Field::email("email").nullable().max_length(254),
            Field::reference("previous_address", "Address").nullable(),
            Field::reference("sub_tenant", "Subtenant")
                .nullable()
                .unique()
                .rules(&[Rule::excludes(PERSONS), Rule::at_least_one_of(PERSONS)]),
            Field::reference("future_address", "Address").nullable(),
            Field::created_at().filter_unknown(),
            Field::phone("phone_number").nullable().max_length(36),
            Field::custom_id().filter_unknown(),
            Field::date("birth_date").nullable(),
            Field::text("first_name").nullable().max_length(255),
            Field::reference("current_registered_address", "Address").nullable(),
            Field::luhn("ssn").nullable().min_length(12).max_length(13),
        ]);
