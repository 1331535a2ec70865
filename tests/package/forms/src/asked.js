// What the address asks for: a resource, some of its fields, and which row of it is to be changed, if any.
import * as models from "pigello-client";

const FIELDS = {
    IntegrationUserAgent: [
        "category",
        "clashing_priority",
        "personal_information_acceptance_mode",
        "organization",
        "is_active",
        "service_id",
        "service_version_id",
        "application_id",
    ],
    OrganizationUserWorkEngagement: ["user", "work_engagement", "start_date", "end_date", "dates_are_blocking", "buildings", "custom_id"],
    SubtenantContractConnection: ["sub_tenant", "stakeholder_type", "apartment_contract", "signed_time"],
};

const asked = new URLSearchParams(location.search);
const name = asked.get("resource") ?? "IntegrationUserAgent";
const id = asked.get("id");

/** The names of the inputs. */
export const fields = asked.get("fields")?.split(",") ?? FIELDS[name];

/** Judges what the inputs give. */
export const schema = models[name].with({ mode: id ? "update" : "create", locale: "sv", input: "form", fields });

/** What a relation can lead to: an app would ask for it. */
const CHOICES = { "11111111-1111-4111-8111-111111111111": "Ett", "22222222-2222-4222-8222-222222222222": "Två" };

/** What can be chosen for a field, as pairs of value and words; nothing where it is typed. */
export function choices(name) {
    const { target, type, enum: values } = schema.fields[name];
    if (target === undefined && values === undefined) return undefined;
    const some = target ? Object.entries(CHOICES) : values.map((value) => [String(value), String(value)]);
    return type === "array" ? some : [["", "–"], ...some];
}

const pigello = new models.Pigello(await (await fetch("/config.json")).json());
const resource = pigello[schema.basePath.split("/")[1]][name[0].toLowerCase() + name.slice(1)];

/** What the inputs hold at the start. */
export const values = schema.toFormValues(id ? await resource.get(id) : {});

/** Saves, and shows what the server has now. */
export async function save(body) {
    const row = await (id ? resource.update(id, body) : resource.create(body));
    document.getElementById("saved").textContent = JSON.stringify(row);
}

/** The messages of issues, those of the server's among them, by the field that they stand beside. */
export function byField(issues) {
    const messages = {};
    for (const { path, message } of issues) messages[path[0]] ??= message;
    return messages;
}
