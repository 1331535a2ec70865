// What is wrong is said before anything is sent, by its place, with the nearest right name.
import { FilterError } from "pigello-client";

export async function mistakesIn(resource, options) {
    try {
        await resource.list(options);
        return [];
    } catch (error) {
        if (!(error instanceof FilterError)) throw error;
        return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    }
}
