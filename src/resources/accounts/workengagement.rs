//! `Workengagement` of the Accounts application, from its pages for List and Get, with body and answer in full; filters
//! after `created_at` are not known. The other operations follow the common template.

use crate::rules::pattern::{Pattern, pattern};
use crate::schema::{Field, Kind, Operation, Parameter, Resource};

/// Three or six hexadecimal digits.
static COLOR: Pattern = pattern!(r"^(?:[0-9a-fA-F]{3}){1,2}$");

/// Fields in the page's order.
pub static RESOURCE: Resource =
    Resource::new("Workengagement", "WorkEngagement", "/accounts/users/organization/workengagement/")
        .doc("A kind of work that users are engaged in.")
        .partial()
        .by_template(&[Operation::BulkWrite, Operation::Create, Operation::Update, Operation::Delete])
        .parameters(&[Parameter::TAGS, Parameter::CUSTOMER_COLUMNS])
        .fields(&[
            Field::id(),
            Field::text("name").required().max_length(255),
            Field::reference("organization", "Organization").nullable(),
            Field::custom_id().filter_unknown(),
            Field::array("template_notifications", &Kind::Object).nullable(),
            Field::any("tags"),
            Field::pattern("color_code", &COLOR).nullable().max_length(7).filterable(),
            Field::created_at(),
            Field::array("template_sms_notifications", &Kind::Object).nullable(),
            Field::array("template_email_notifications", &Kind::Object).nullable(),
            Field::any("customer_columns"),
        ]);
