//! `Organizationuserworkengagement` of the Accounts application, from its pages for Create and Get. What an answer holds
//! beside these fields is not known, nor any filter or list parameter.

use crate::schema::{Field, Kind, Operation, Resource, Rule};

/// Fields in the page's order.
pub static RESOURCE: Resource = Resource::new(
    "Organizationuserworkengagement",
    "OrganizationUserWorkEngagement",
    "/accounts/users/organization/organizationuserworkengagement/",
)
.doc("What a user works with, where, from when to when, and what they are told of it.")
.partial()
.by_template(&[Operation::List, Operation::BulkWrite, Operation::Update, Operation::Delete])
.fields(&[
    Field::id(),
    Field::reference("user", "Organizationuser").required(),
    Field::reference("work_engagement", "Workengagement").required(),
    Field::date("end_date").nullable().rules(&[Rule::ordered_with(&["start_date"])]),
    Field::array("outdoor_areas", &Kind::Reference("Outdoorarea")),
    Field::boolean("dates_are_blocking").nullable(),
    Field::array("buildings", &Kind::Reference("Building")),
    Field::reference("organization", "Organization").nullable(),
    Field::created_at().filter_unknown(),
    Field::array("receive_email_notifications_for", &Kind::Object)
        .rules(&[Rule::matches_values_of(&["receive_notifications_for"])]),
    Field::array("receive_sms_notifications_for", &Kind::Object)
        .rules(&[Rule::matches_values_of(&["receive_notifications_for"])]),
    Field::date("start_date").nullable().rules(&[Rule::ordered_with(&["end_date"])]),
    Field::array("parking_lots", &Kind::Reference("Parkinglot")),
    Field::array("receive_notifications_for", &Kind::Object),
    Field::custom_id().filter_unknown(),
]);
