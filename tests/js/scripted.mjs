// A client over a `fetch` that answers from a script and remembers what it was asked. Not a test itself.

import { Pigello } from "pigello-client";

export const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
export const ID = "5a4db0c5-0000-4000-8000-0000000000aa";
export const PERSONS = "https://dev.api.pigello.io/organization/externalclientcontactperson/";
export const GOOD = { name: "Anna", title: "Förvaltare", external_client: { id: CLIENT } };

export const credentials = {
    customerId: "customer",
    applicationId: "application",
    serviceId: "service",
    serviceVersionId: "version",
    clientCt: "ct",
    clientEntity: "entity",
    clientSecret: "s3cret/åäö?",
};

/** The seven headers. */
export const SEVEN = {
    "x-pigello-customer-id": "customer",
    "x-pigello-application-id": "application",
    "x-pigello-service-id": "service",
    "x-pigello-service-version-id": "version",
    "x-pigello-client-ct": "ct",
    "x-pigello-client-entity": "entity",
    "x-pigello-client-secret": "s3cret/åäö?",
};

/** An answer in JSON. */
export function json(value, status = 200, headers = {}) {
    return () => new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });
}

/** A `Response` that has no body. */
export const empty = (status) => () => new Response(null, { status });

/**
 * A client whose requests meet these answers, one after the other; the last one stays. Each is a function of
 * (url, init), as `fetch` is.
 */
export function scripted(answers, options = {}) {
    const script = Array.isArray(answers) ? [...answers] : [answers];
    const calls = [];
    const fetch = async (url, init) => {
        calls.push({
            method: init.method,
            url,
            headers: Object.fromEntries(new Headers(init.headers)),
            body: init.body,
            init,
        });
        return (script.length > 1 ? script.shift() : script[0])(url, init);
    };
    const retry = { attempts: 3, baseDelayMs: 1, maxDelayMs: 50 };
    const pigello = new Pigello({ environment: "dev.api", credentials, fetch, retry, ...options });
    return { pigello, persons: pigello.organization.externalClientContactPerson, calls };
}

/** What a promise rejects with; an error if it does not. */
export async function rejected(promise) {
    let value;
    try {
        value = await promise;
    } catch (error) {
        return error;
    }
    throw new Error(`it did not reject but answered ${JSON.stringify(value)}`);
}

/** What a function throws; an error if it does not. */
export function thrown(act) {
    let value;
    try {
        value = act();
    } catch (error) {
        return error;
    }
    throw new Error(`it did not throw but answered ${JSON.stringify(value)}`);
}

/** All that an iterator hands out. */
export async function all(iterator) {
    const values = [];
    for await (const value of iterator) values.push(value);
    return values;
}

/** A promise that is settled in time, or an error. */
export function settled(promise, ms = 5_000) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`it did not settle within ${ms} ms`)), ms);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A promise that someone else settles. */
export function open() {
    const opened = {};
    opened.promise = new Promise((resolve, reject) => Object.assign(opened, { resolve, reject }));
    return opened;
}
