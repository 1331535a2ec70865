// One call at a time: any path of the API, with the credentials, the tries and the errors of the client.
import { Pigello } from "pigello-client";

export async function rename(env, id, name) {
    return Pigello.fromEnv(env).request("PATCH", `/organization/externalclientcontactperson/${id}/`, { body: { name } });
}
