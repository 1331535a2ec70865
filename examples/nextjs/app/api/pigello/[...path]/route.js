// app/api/pigello/[...path]/route.js: Pigello for the app's own pages, by the App Router of Next 13.4 and later.
//
// In a page: new Pigello({ baseUrl: "/api/pigello" }), without credentials. They stand in .env.local, without
// NEXT_PUBLIC_. The paths of the API end in a slash, which Next takes off: see next.config.mjs.

import { createProxy } from "pigello-client/proxy";

// No answer is kept for others.
export const dynamic = "force-dynamic";

let proxy;

async function handle(request) {
    // Whoever gets here may do what `allow` says: ask who it is, as the rest of the app does.
    // if (!(await isSignedIn(request))) return Response.json({ detail: "Sign in first." }, { status: 401 });

    // Made by the first request: `next build` loads this file where there are no credentials.
    proxy ??= createProxy({
        environment: process.env.PIGELLO_ENVIRONMENT,
        baseUrl: process.env.PIGELLO_BASE_URL,
        credentials: {
            customerId: process.env.PIGELLO_CUSTOMER_ID,
            applicationId: process.env.PIGELLO_APPLICATION_ID,
            serviceId: process.env.PIGELLO_SERVICE_ID,
            serviceVersionId: process.env.PIGELLO_SERVICE_VERSION_ID,
            clientCt: process.env.PIGELLO_CLIENT_CT,
            clientEntity: process.env.PIGELLO_CLIENT_ENTITY,
            clientSecret: process.env.PIGELLO_CLIENT_SECRET,
        },
        allow: [
            "GET organization/externalclientcontactperson",
            "POST organization/externalclientcontactperson",
            "PATCH organization/externalclientcontactperson",
        ],
        mount: "/api/pigello",
    });
    return proxy(request);
}

export { handle as GET, handle as POST, handle as PATCH, handle as DELETE };
