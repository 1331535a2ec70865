//! `Subtenant` of the Accounts application, from its pages, of which the end is not known: body fields after `birth_date`
//! (`first_name`, `last_name` and `corporate_name` are among them), what else an answer holds, and every filter and
//! list parameter.

use crate::rules::pattern::{Pattern, pattern, told_pattern};
use crate::schema::{Field, Kind, Resource, Rule};

/// Names to log in with.
static USERNAME: Pattern = told_pattern!(r"^[\w.@+-]+\Z");
/// Addresses in the Peppol network: a scheme and a number.
static PEPPOL_ID: Pattern = pattern!(r"^(0007|0088):\d{10,13}$");

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new("Subtenant", "Subtenant", "/accounts/users/customer/subtenant/")
    .doc("Someone who lives in or uses what a tenant rents, with what they may see and do.")
    .partial()
    .invite("/accounts/users/auth/invite/customer/subtenant/")
    .mentioned(&["corporate_name"])
    .fields(&[
        Field::boolean("allow_errands_access_through_connections").required(),
        Field::boolean("allow_personal_information_access").required(),
        Field::boolean("add_connection_description_on_invoice").required(),
        Field::boolean("allow_notifications").required(),
        Field::boolean("allow_revenue_row_access").required(),
        Field::boolean("allow_brf_access").required(),
        Field::boolean("allow_cancel_contract_access").required(),
        Field::boolean("allow_errands_access").required(),
        Field::boolean("allow_contracts_access").required(),
        Field::boolean("allow_invoice_access").required(),
        Field::boolean("allow_objects_access").required(),
        Field::boolean("allow_my_pages_access").required(),
        Field::integer("status").read_only().always().numbers(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).perhaps_cut(),
        Field::id(),
        Field::boolean("mfa_has_hotp").read_only().nullable(),
        Field::luhn("org_no").nullable().min_length(10).max_length(11),
        Field::array("block_sms_notifications_for", &Kind::Object),
        Field::pattern("username", &USERNAME).read_only().nullable().unique().min_length(8).max_length(150),
        Field::any("is_company"),
        Field::reference("previous_address", "Address").nullable(),
        Field::reference("organization", "Organization").nullable(),
        Field::array("block_notifications_for", &Kind::Object),
        Field::reference("current_registered_address", "Address").nullable(),
        Field::email("invoice_email").nullable().max_length(254),
        Field::text("sni_number")
            .nullable()
            .max_length(6)
            .texts(&["20.520", "78.300", "68.310", "79.900", "96.090", "32.910", "46.630", "20.59", "20.160", "42.110"])
            .perhaps_cut()
            .rules(&[Rule::requires(&["corporate_name"])]),
        Field::boolean("ssn_is_coordination_number"),
        Field::object("profile_picture").nullable(),
        Field::boolean("is_active"),
        Field::gln13("gln13_number").nullable().min_length(13).max_length(14),
        Field::boolean("allows_external_personal_information_sharing").nullable(),
        Field::boolean("autogiro_disables_invoice_distribution"),
        Field::text("fmi").nullable().min_length(17).max_length(20),
        Field::phone("phone_number").nullable().max_length(36),
        Field::pattern("peppol_id", &PEPPOL_ID).nullable().min_length(15).max_length(18),
        Field::reference("future_address", "Address").nullable(),
        Field::date("birth_date").nullable(),
    ]);
