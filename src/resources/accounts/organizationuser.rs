//! `Organizationuser` of the Accounts application, from its pages for List, Bulk write, Update, Delete and the invitation,
//! of which the end is not known: what else an answer holds, and filters after `anonymized`.

use crate::schema::{Field, Kind, Operation, Parameter, Resource, Rule};

/// What a user is called by.
const NAMES: &[&str] = &["first_name", "last_name", "corporate_name"];

/// Fields in the page's order.
pub static RESOURCE: Resource =
    Resource::new("Organizationuser", "OrganizationUser", "/accounts/users/organization/organizationuser/")
        .doc("Someone who works with the organization's data.")
        .partial()
        .invite("/accounts/users/auth/invite/organization/organizationuser/")
        .by_template(&[Operation::Create, Operation::Get])
        .parameters(&[Parameter::TAGS, Parameter::CUSTOMER_COLUMNS, Parameter::WORK_ENGAGEMENTS])
        .fields(&[
            Field::integer("detail_access").required().numbers(&[0, 1, 2]),
            Field::id(),
            Field::boolean("mfa_has_totp").read_only().nullable(),
            Field::custom_id().filter_unknown(),
            Field::array("external_clients", &Kind::Reference("Externalclient")),
            Field::boolean("ssn_is_coordination_number"),
            Field::array("debt_distribution_instruction", &Kind::Object).nullable(),
            // Its operators are cut off on the page.
            Field::date("birth_date").nullable().filterable().operators_cut_after(0),
            Field::email("email").nullable().max_length(254),
            Field::array("reminder_distribution_instruction", &Kind::Object).nullable(),
            Field::luhn("org_no").nullable().min_length(10).max_length(11),
            Field::text("last_name").nullable().max_length(255).rules(&[Rule::at_least_one_of(NAMES)]),
            Field::reference("organization", "Organization").nullable(),
            Field::boolean("anonymized").filterable(),
            Field::text("fmi").nullable().min_length(17).max_length(20),
            Field::reference("role", "Role").nullable(),
            Field::array("send_out_distribution_instruction", &Kind::Object).nullable(),
            Field::date_time("active_to").nullable().filterable(),
            Field::boolean("prefer_invoice_view_only"),
            Field::text("first_name").nullable().max_length(255).rules(&[Rule::at_least_one_of(NAMES)]),
            Field::phone("phone_number").nullable().max_length(36),
            Field::luhn("ssn").nullable().min_length(12).max_length(13),
            Field::array("invoice_distribution_instruction", &Kind::Object).nullable(),
            Field::text("corporate_name").nullable().max_length(255).rules(&[Rule::at_least_one_of(NAMES)]),
            Field::boolean("is_active"),
            Field::text("anonymization_name").nullable().max_length(255).filterable(),
            Field::object("profile_picture").nullable(),
        ]);
