//! `Tenant` of the Accounts application, from its pages for Create, Delete and the invitation, of which the end is not
//! known: body fields after `sni_number`, of which the beginning alone is known, what else an answer holds, and every filter
//! and list parameter.

use crate::schema::{Field, Kind, Operation, Resource, Rule};

/// What a tenant is called by.
const NAMES: &[&str] = &["first_name", "last_name", "corporate_name"];

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new("Tenant", "Tenant", "/accounts/users/customer/tenant/")
    .doc("Someone who rents: a person or a company.")
    .partial()
    .invite("/accounts/users/auth/invite/customer/tenant/")
    .by_template(&[Operation::List, Operation::BulkWrite, Operation::Get, Operation::Update])
    .fields(&[
        Field::array("block_notifications_for", &Kind::Object),
        Field::boolean("autogiro_disables_invoice_distribution"),
        Field::date("birth_date").nullable(),
        Field::array("send_out_distribution_instruction", &Kind::Object).nullable(),
        Field::boolean("ssn_is_coordination_number"),
        Field::text("anonymization_name").nullable().max_length(255),
        Field::array("reminder_distribution_instruction", &Kind::Object).nullable(),
        Field::array("block_email_notifications_for", &Kind::Object),
        Field::gln13("gln13_number").nullable().min_length(13).max_length(14),
        Field::luhn("ssn").nullable().min_length(12).max_length(13),
        Field::array("debt_distribution_instruction", &Kind::Object).nullable(),
        Field::reference("current_registered_address", "Address").nullable(),
        Field::boolean("allows_external_personal_information_sharing").nullable(),
        Field::text("corporate_name").nullable().max_length(255).rules(&[Rule::at_least_one_of(NAMES)]),
        Field::text("popular_name").nullable().max_length(255),
        Field::reference("future_address", "Address").nullable(),
        Field::boolean("anonymized"),
        Field::text("first_name").nullable().max_length(255).rules(&[Rule::at_least_one_of(NAMES)]),
        Field::text("custom_dimension_category_value").nullable().max_length(255),
        Field::array("realestates", &Kind::Reference("Realestate")),
        Field::object("profile_picture").nullable(),
        Field::date_time("active_to").nullable(),
        Field::text("last_name").nullable().max_length(255).rules(&[Rule::at_least_one_of(NAMES)]),
        Field::array("invoice_distribution_instruction", &Kind::Object).nullable(),
        Field::email("invoice_email").nullable().max_length(254),
        Field::text("sni_number").nullable().max_length(6),
    ]);
