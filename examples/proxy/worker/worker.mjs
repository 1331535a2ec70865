// A Cloudflare Worker of its own, for pages of another origin. `wrangler secret put PIGELLO_CLIENT_SECRET`, and so on for
// what is not in wrangler.toml.

import { createProxy } from "pigello-client/proxy";

let proxy;

export default {
    async fetch(request, env) {
        // Whoever gets here may do what `allow` says, and any program can send any origin: ask who it is.
        // if (!(await isSignedIn(request, env))) return Response.json({ detail: "Sign in first." }, { status: 401 });

        // What a Worker is set to comes with each request and is the same in all.
        proxy ??= createProxy({
            environment: env.PIGELLO_ENVIRONMENT,
            baseUrl: env.PIGELLO_BASE_URL,
            credentials: {
                customerId: env.PIGELLO_CUSTOMER_ID,
                applicationId: env.PIGELLO_APPLICATION_ID,
                serviceId: env.PIGELLO_SERVICE_ID,
                serviceVersionId: env.PIGELLO_SERVICE_VERSION_ID,
                clientCt: env.PIGELLO_CLIENT_CT,
                clientEntity: env.PIGELLO_CLIENT_ENTITY,
                clientSecret: env.PIGELLO_CLIENT_SECRET,
            },
            allow: ["GET organization/externalclientcontactperson", "PATCH organization/externalclientcontactperson"],
            origin: env.APP_ORIGIN.split(" "),
            maxBodyBytes: 1_000_000,
        });
        return proxy(request);
    },
};
