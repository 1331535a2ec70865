// pigello-client.

import { ExternalClientContactPerson as person, OrganizationUserSegment, Subtenant } from "pigello-client";

export const name = "ours";
export const form = (row) => person.validate(row).valid;
export const field = (name, value) => person.validateField(name, value).length === 0;
export const rows = (list) => person.validateAll(list).valid;
export const text = (json) => person.validateAll(json).valid;

/** The names of the fields that it finds fault with. */
export const faults = (row) => person.validate(row).issues.map(({ path }) => path[0]);

/** The code is the same for all resources: it must not be measured as if there were one. */
export const second = (row) => OrganizationUserSegment.validate(row).valid;

export const tenant = (row) => Subtenant.validate(row).valid;
export { tenant as fewer };
