// A server of its own, without a framework: `node --env-file=.env server.mjs`.

import { createServer } from "node:http";
import { createProxy, toNodeListener } from "pigello-client/proxy";

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
    origin: process.env.APP_ORIGIN ?? "http://localhost:5173",
});

async function answer(request) {
    // Whoever gets here may do what `allow` says, and any program can send any origin: ask who it is.
    // if (!(await isSignedIn(request))) return Response.json({ detail: "Sign in first." }, { status: 401 });
    return proxy(request);
}

export const server = createServer(toNodeListener(answer)).listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
