//! `Subtenantcontractconnection` of the Accounts application, from its pages for List, Bulk write, Create and Delete, of
//! which the end is not known: body fields after `industrial_premises_contract` (`outdoor_section_contract` and
//! `brf_apartment` are among them), what else an answer holds, and filters after `contract_start_date`.

use crate::schema::{Field, Kind, Operation, Parameter, Resource, Rule};

/// What a connection is to: one of these, and no more than one.
const CONTRACTS: &[&str] = &[
    "apartment_contract",
    "industrial_premises_contract",
    "parking_spot_contract",
    "outdoor_section_contract",
    "brf_apartment",
];

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new(
    "Subtenantcontractconnection",
    "SubtenantContractConnection",
    "/accounts/users/customer/subtenantcontractconnection/",
)
.doc("A sub-tenant's place in a contract, with what they are to it and for how long.")
.partial()
.mentioned(&["outdoor_section_contract", "brf_apartment"])
.by_template(&[Operation::Get, Operation::Update])
.parameters(&[Parameter::TAGS, Parameter::CUSTOMER_COLUMNS])
.fields(&[
    Field::reference("sub_tenant", "Subtenant").required(),
    Field::integer("stakeholder_type").required().numbers(&[0, 1, 2]),
    Field::custom_id().filter_unknown(),
    Field::reference("apartment_contract", "Apartmentcontract")
        .nullable()
        .filterable()
        .rules(&[Rule::excludes(CONTRACTS), Rule::at_least_one_of(CONTRACTS)]),
    Field::array("reminder_distribution_instruction", &Kind::Object).nullable(),
    Field::date("end_date").nullable().rules(&[Rule::ordered_with(&["start_date"])]),
    Field::date("start_date").nullable().rules(&[Rule::ordered_with(&["end_date"])]),
    Field::reference("parent_sub_tenant", "Subtenant").nullable(),
    Field::reference("parking_spot_contract", "Parkingspotcontract")
        .nullable()
        .rules(&[Rule::excludes(CONTRACTS), Rule::at_least_one_of(CONTRACTS)]),
    Field::date_time("signed_time").nullable(),
    Field::array("debt_distribution_instruction", &Kind::Object).nullable(),
    Field::array("invoice_distribution_instruction", &Kind::Object).nullable(),
    // Of the name of what it leads to the page shows the beginning: `Industria`.
    Field::reference("industrial_premises_contract", "Industrialpremisescontract")
        .nullable()
        .rules(&[Rule::excludes(CONTRACTS), Rule::at_least_one_of(CONTRACTS)]),
])
.filters(&[
    // A relation or an id, by its operators; of which resource is not known.
    Field::uuid("brf_apartment").filterable(),
    Field::integer("category").filterable(),
    Field::date("contract_end_date").filterable(),
    // Its operators are cut off on the page.
    Field::date("contract_start_date").filterable().operators_cut_after(0),
]);
