//! `Company` of the Organization application, from its page for Bulk write, of which neither body nor answer is known, and
//! List, of which the end is not: filters after `bookkeeping_month_start`.

use crate::schema::{Field, Operation, Parameter, Resource};

/// No field of it is known but by its filters.
pub static RESOURCE: Resource = Resource::new("Company", "Company", "/organization/company/")
    .doc("A company of the organization's, with books of its own.")
    .partial()
    .by_template(&[Operation::Create, Operation::Get, Operation::Update, Operation::Delete])
    .parameters(&[Parameter::TAGS, Parameter::CUSTOMER_COLUMNS, Parameter::HAS_BRF_COMPANY])
    .filters(&[
        Field::integer("auto_confirm_bookkeeping_after_days").filterable(),
        // A number, a day or a time, by its operators.
        Field::ordered("bookkeeping_locked_to").filterable(),
        // Its operators are cut off on the page.
        Field::ordered("bookkeeping_month_start").filterable().operators_cut_after(3),
    ]);
