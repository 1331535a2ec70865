// Middleware for Express 4 and 5: app.use("/api/pigello", pigello). The app stands in server.mjs.

import { createProxy, toNodeListener } from "pigello-client/proxy";

export const pigello = toNodeListener(
    // Without `mount`: Express takes the path of `app.use` off.
    createProxy({
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
    }),
);
