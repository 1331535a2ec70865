// The resource that someone names on the command line, however it is written.

import { bareName, nearestOf } from "../files";
import { misuse } from "./ending";
import { library, type ResourceSchema } from "./library";

/** A resource, by all its names. */
export interface Named {
    /** `organization.externalClientContactPerson` */
    readonly name: string;
    /** `organization` */
    readonly application: string;
    /** `externalClientContactPerson` */
    readonly member: string;
    readonly schema: ResourceSchema;
}

/** Every resource, in the order of their names. */
export async function resources(): Promise<Named[]> {
    const all: Named[] = [];
    for (const [name, value] of Object.entries(await library())) {
        const schema = value as Partial<ResourceSchema> | undefined;
        if (typeof schema?.basePath !== "string") continue;
        const member = name.charAt(0).toLowerCase() + name.slice(1);
        const application = schema.basePath.split("/")[1] ?? "";
        all.push({ name: `${application}.${member}`, application, member, schema: schema as ResourceSchema });
    }
    return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** With or without its application, in capitals or not, as it stands in the API's paths. */
export async function resourceNamed(text: string): Promise<Named> {
    const all = await resources();
    const wanted = bareName(text);
    const found = all.find(({ name, member, schema }) =>
        [name, member, schema.name, schema.basePath].some((known) => bareName(known) === wanted),
    );
    if (found !== undefined) return found;
    const nearest = nearestOf(
        text,
        all.flatMap(({ name, member }) => [member, name]),
    );
    const hint = nearest === undefined ? "`pigello-client resources` lists them" : `did you mean \`${nearest}\`?`;
    throw misuse(`there is no resource \`${text}\`: ${hint}`);
}
