// The request that the list makes, beside it: as an address, in JavaScript, and for a shell.

import { useSignal } from "@preact/signals";
import { address } from "../line/line";
import { pathOf } from "../models";
import { Tabs } from "../parts/tabs";
import { say } from "../words/rows";
import { literal } from "./literal";
import type { Listing } from "./listing";

export function Request({ listing }: { listing: Listing }) {
    const { request, issues } = listing.prepared.value;
    return (
        <section class="panel request" aria-labelledby="request">
            <h2 id="request">{say("request")}</h2>
            {request ? (
                <>
                    <Tabs
                        label={say("request")}
                        tabs={[
                            { title: say("asUrl"), body: <Code text={`${request.method} ${request.url}`} /> },
                            { title: say("asJavaScript"), body: <Code text={javaScript(listing)} /> },
                            { title: say("asCurl"), body: <Code text={request.toCurl()} /> },
                        ]}
                    />
                    {!address.value && <p class="hint">{say("nobodys", { host: new URL(request.url).host })}</p>}
                </>
            ) : (
                <ul class="issues">
                    {issues.map(({ path, message }) => (
                        <li key={path.join(".")}>
                            <code>{path.join(".")}</code>: {message}
                        </li>
                    ))}
                </ul>
            )}
        </section>
    );
}

/** What one would write oneself. On a sandbox it runs as it stands; on an address the credentials are one's own. */
function javaScript({ model, options }: Listing): string {
    const { application, property } = model;
    const client = address.value
        ? `
const pigello = new Pigello({ baseUrl: ${JSON.stringify(address.value.baseUrl)}${address.value.credentials ? ", credentials" : ""} });`
        : `import { Sandbox } from "pigello-client/sandbox";

const { baseUrl, credentials, fetch, generate } = new Sandbox();
generate(${JSON.stringify(pathOf(model))}, 100, { store: true });
const pigello = new Pigello({ baseUrl, credentials, fetch });`;
    return `import { Pigello } from "pigello-client";\n${client}\nconst rows = await pigello.${application}.${property}.list(${literal(options.value)});`;
}

function Code({ text }: { text: string }) {
    const copied = useSignal(false);
    const copy = async () => {
        await navigator.clipboard.writeText(text);
        copied.value = true;
        setTimeout(() => (copied.value = false), 1_500);
    };
    return (
        <div class="code">
            <pre tabIndex={0}>
                <code>{text}</code>
            </pre>
            <button type="button" class="small" onClick={() => void copy().catch(() => undefined)}>
                <span aria-live="polite">{say(copied.value ? "copied" : "copy")}</span>
            </button>
        </div>
    );
}
