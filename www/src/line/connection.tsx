// With whom the page speaks: the sandbox in the browser, or an address with credentials, which stay in memory.

import { batch, useSignal } from "@preact/signals";
import { ConfigError, type Credentials } from "pigello-client/slim";
import { clientOf } from "../models";
import { model, view } from "../route";
import { forgetNames } from "../rows/names";
import { Input } from "../parts/input";
import { freshSandbox } from "../sandbox/sandbox";
import { locale } from "../words";
import { say } from "../words/connection";
import { announce } from "./announce";
import { wordsOf } from "./errors";
import { address, armed, clientFor, sandboxes, written, type Address } from "./line";

/** The credentials, in the order in which the API's pages have them; the last is the secret. */
const NAMES = ["customerId", "applicationId", "serviceId", "serviceVersionId", "clientCt", "clientEntity", "clientSecret"] as const;

function use(next: Address | undefined, fresh = 0): void {
    batch(() => {
        armed.value = [];
        sandboxes.value += fresh;
        address.value = next;
        forgetNames();
        written.value++;
    });
}

export function Connection() {
    return (
        <>
            <SandboxPanel />
            <RealPanel />
        </>
    );
}

function SandboxPanel() {
    const fresh = () => {
        freshSandbox();
        use(undefined, 1);
        announce(() => say("fresh"));
    };
    const back = () => {
        use(undefined);
        announce(() => say("connectedSandbox"));
    };
    return (
        <section class="panel form" aria-labelledby="sandbox">
            <h2 id="sandbox">{say("connectSandbox")}</h2>
            <p>{say("sandboxHint")}</p>
            <div class="row wrap">
                {address.value && (
                    <button type="button" class="primary" onClick={back}>
                        {say("connectSandbox")}
                    </button>
                )}
                <button type="button" onClick={fresh}>
                    {say("sandboxFresh")}
                </button>
            </div>
        </section>
    );
}

/** An answer that comes when another view is shown is none of that view's. */
function tell(text: () => string, bad = false): void {
    if (view.peek() === "connection") announce(text, { bad });
}

/** What is wrong with what was entered. The library says it in English, and names first what is wrong. */
function mistaken(error: unknown): string {
    if (!(error instanceof ConfigError) || locale.value !== "sv") return wordsOf(error);
    const [, part = ""] = /^`credentials\.(\w+)`/.exec(error.message) ?? [];
    return part ? say("wrongCredential", { name: part }) : say("wrongAddress");
}

function RealPanel() {
    // Said when it is drawn: in the language that is chosen by then.
    const wrong = useSignal<(() => string) | undefined>(undefined);
    const connect = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
        event.preventDefault();
        wrong.value = undefined;
        const given = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]));
        const { baseUrl = "", ...rest } = given;
        const credentials = NAMES.some((name) => rest[name]) ? (rest as unknown as Credentials) : undefined;
        const next = { baseUrl, ...(credentials ? { credentials } : {}) };
        try {
            // The library says what is wrong with an address or with credentials.
            const client = clientFor(next);
            use(next);
            announce(() => say("connected", { address: baseUrl }));
            await clientOf(client, model.value).list({ page: 1, pageSize: 1 }, { retry: false });
            tell(() => `${say("connected", { address: baseUrl })}. ${say("answered")}`);
        } catch (error) {
            const connected = address.value === next;
            wrong.value = () => (connected ? say("notAnswered", { why: wordsOf(error) }) : mistaken(error));
            tell(wrong.value, true);
        }
    };
    return (
        <form class="panel form" aria-labelledby="real" autocomplete="off" noValidate onSubmit={(event) => void connect(event)}>
            <h2 id="real">{say("connectReal")}</h2>
            <div class="field">
                <label for="base-url">{say("baseUrl")}</label>
                <input
                    id="base-url"
                    name="baseUrl"
                    type="url"
                    required
                    placeholder="https://"
                    defaultValue={address.value?.baseUrl ?? ""}
                    aria-invalid={wrong.value !== undefined || undefined}
                    aria-describedby="base-url-hint base-url-wrong"
                />
                <small class="hint" id="base-url-hint">
                    {say("baseUrlHint")}
                </small>
                <p class="issue" id="base-url-wrong">
                    {wrong.value?.()}
                </p>
            </div>
            <fieldset class="group">
                <legend>{say("credentials")}</legend>
                <p class="warning">{say("secretWarning")}</p>
                <p class="hint">{say("credentialsHint")}</p>
                <div class="fields">
                    {NAMES.map((name) => (
                        <div class="field" key={name}>
                            <label for={name}>{name}</label>
                            <Input id={name} name={name} type={name === "clientSecret" ? "password" : "text"} autocomplete="off" spellcheck={false} data-1p-ignore />
                        </div>
                    ))}
                </div>
            </fieldset>
            <div class="row end">
                <button type="submit" class="primary">
                    {say("connect")}
                </button>
            </div>
        </form>
    );
}
