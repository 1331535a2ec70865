//! `Subtenanttenantconnection` of the Accounts application, from its page for Bulk write, with body and answer in full, and
//! List, of which the end is not known: filters after `custom_id`. The other operations follow the common template.

use crate::schema::{Field, Kind, Operation, Parameter, Resource};

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new(
    "Subtenanttenantconnection",
    "SubtenantTenantConnection",
    "/accounts/users/customer/subtenanttenantconnection/",
)
.doc("What a sub-tenant is to a tenant.")
.partial()
.by_template(&[Operation::Create, Operation::Get, Operation::Update, Operation::Delete])
.parameters(&[Parameter::TAGS, Parameter::CUSTOMER_COLUMNS])
.fields(&[
    Field::reference("sub_tenant", "Subtenant").required(),
    Field::id(),
    Field::reference("tenant", "Tenant").required(),
    Field::integer("stakeholder_type").required().numbers(&[0, 1, 2, 3]),
    Field::array("reminder_distribution_instruction", &Kind::Object).nullable(),
    Field::reference("organization", "Organization").nullable(),
    Field::boolean("is_active"),
    Field::integer("category")
        .nullable()
        .numbers(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21])
        .filterable(),
    Field::any("tags"),
    Field::any("customer_columns"),
    Field::custom_id(),
    Field::array("invoice_distribution_instruction", &Kind::Object).nullable(),
    Field::created_at(),
    Field::any("pending_monitor_approval_amount"),
    Field::boolean("prefer_invoice_view_only"),
    Field::reference("parent_sub_tenant", "Subtenant").nullable(),
    Field::array("debt_distribution_instruction", &Kind::Object).nullable(),
]);
