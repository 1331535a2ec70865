// What the resources are called, by the names of their exports: the library has labels of fields, and none of resources.
// English, Swedish. tests/www/words.test.mjs fails where a resource has none.

import { inLocale, type Both } from "../words";

const RESOURCES: Readonly<Record<string, Both>> = {
    Company: ["Company", "Företag"],
    ExternalClient: ["External client", "Extern kund"],
    ExternalClientContactPerson: ["External client contact person", "Kontaktperson hos extern kund"],
    IntegrationUserAgent: ["Integration user agent", "Integrationsanvändare"],
    OrganizationUser: ["Organization user", "Organisationsanvändare"],
    OrganizationUserSegment: ["Organization user segment", "Segment av organisationsanvändare"],
    OrganizationUserWorkEngagement: ["Organization user work engagement", "Organisationsanvändares arbetsuppdrag"],
    ProtectedIdentity: ["Protected identity", "Skyddad identitet"],
    Subtenant: ["Subtenant", "Andrahandshyresgäst"],
    SubtenantContractConnection: ["Subtenant contract connection", "Koppling andrahandshyresgäst–avtal"],
    SubtenantTenantConnection: ["Subtenant tenant connection", "Koppling andrahandshyresgäst–hyresgäst"],
    Tenant: ["Tenant", "Hyresgäst"],
    WorkEngagement: ["Work engagement", "Arbetsuppdrag"],
};

const APPLICATIONS: Readonly<Record<string, Both>> = {
    accounts: ["Accounts", "Konton"],
    organization: ["Organization", "Organisation"],
};

const named = (words: Readonly<Record<string, Both>>, name: string): string => inLocale(words[name] ?? [name, name]);

/** What a resource is called. */
export const titleOf = ({ key }: { readonly key: string }): string => named(RESOURCES, key);

/** What the application is called that resources hang under. */
export const applicationOf = (name: string): string => named(APPLICATIONS, name);
