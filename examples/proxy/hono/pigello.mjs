// A handler for Hono, on whatever it runs: app.all("/api/pigello/*", pigello). The app stands in app.mjs.

import { createProxy } from "pigello-client/proxy";

const proxy = createProxy({
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
    // Hono leaves the whole path in the request.
    mount: "/api/pigello",
});

export const pigello = (context) => proxy(context.req.raw);
