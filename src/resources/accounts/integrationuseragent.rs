//! `Integrationuseragent` of the Accounts application, from its pages, of which the end is not known: what an answer holds
//! after `integration_activation_data`, and every filter and list parameter. Get and Update are shown; whether the
//! others are offered is not, they follow the common template.

use crate::schema::{Field, Kind, Operation, Resource, Rule};

/// Fields in the page's order.
pub static RESOURCE: Resource =
    Resource::new("Integrationuseragent", "IntegrationUserAgent", "/accounts/users/api/integrationuseragent/")
        .doc("An integration's own user, with what it may do and the object it is activated on.")
        .partial()
        .by_template(&[Operation::List, Operation::BulkWrite, Operation::Create, Operation::Delete])
        .fields(&[
            Field::array("subscribes_to_events", &Kind::Object).read_only().always(),
            Field::boolean("requires_sole_category_ownership").read_only().always(),
            Field::object("allowed_access").read_only().always(),
            Field::boolean("allow_token_generation_for_tenants").read_only().always(),
            Field::uuid("service_id").required(),
            Field::integer("clashing_priority").required(),
            Field::boolean("allow_token_generation_for_sub_tenants").read_only().always(),
            Field::uuid("service_version_id").required(),
            Field::id(),
            Field::boolean("require_personal_information_access").read_only().always(),
            Field::uuid("application_id").required(),
            Field::boolean("has_sub_tenant_http_invokable_method").read_only().always(),
            Field::boolean("has_tenant_http_invokable_method").read_only().always(),
            Field::array("registered_ip_addresses", &Kind::Text).read_only().nullable().unique_items(),
            Field::object("activation_variables").nullable(),
            Field::object("integration_activation_data").nullable(),
            Field::uuid("activation_object_id").nullable().rules(&[Rule::together_with(&["activation_content_type"])]),
            Field::reference("activation_content_type", "Contenttype")
                .nullable()
                .rules(&[Rule::together_with(&["activation_object_id"])]),
            Field::boolean("is_active"),
            Field::text("category").nullable(),
            Field::boolean("access_requires_specific_object_connection"),
            Field::integer("personal_information_acceptance_mode").nullable().numbers(&[0, 1, 2]),
            Field::custom_id().filter_unknown(),
            Field::reference("organization", "Organization").nullable(),
        ]);
