// A form at work: what its inputs hold, what is wrong with them, sending. The library judges; here it is asked.

import { signal } from "@preact/signals";
import { ApiError, ValidationError } from "pigello-client/slim";
import { announce, announceFailure, hush } from "../line/announce";
import { mayBeDone } from "../line/errors";
import { pigello, written } from "../line/line";
import { clientOf, nameOf, writable, type Given, type Issue, type Model, type Row, type Values } from "../models";
import { locale, say, type Locale } from "../words";
import { changed, initial, only } from "./values";

/** How long a pause in typing is before what is typed is judged aloud. */
const PAUSE_MS = 500;

export class FormState {
    readonly values = signal<Values>({});
    /** What is wrong, by field; what belongs to no field of the form under "". */
    readonly wrong = signal<Readonly<Record<string, string>>>({});
    readonly sending = signal(false);
    /** Counts the submits that found something: the summary takes the focus then. */
    readonly refused = signal(0);
    /** Where the words are the server's, which stay as they are in another language. */
    #byServer = new Set<string>();
    /** The language in which it was judged. */
    #judgedIn = locale.peek();
    #before: Values;
    #timers = new Map<string, ReturnType<typeof setTimeout>>();

    constructor(
        readonly model: Model,
        readonly row: Row | undefined,
    ) {
        this.#before = initial(model, row);
        this.values.value = this.#before;
    }

    get options() {
        return { mode: this.row ? ("update" as const) : ("create" as const), locale: locale.value, input: "form" as const };
    }

    set(name: string, value: Given): void {
        this.values.value = { ...this.values.value, [name]: value };
        clearTimeout(this.#timers.get(name));
        // What is wrong already is judged with each keystroke; what is not, after a pause: nobody likes to be interrupted.
        if (this.wrong.value[name]) this.judge(name);
        else this.#timers.set(name, setTimeout(() => this.judge(name), PAUSE_MS));
    }

    /** Whether something was typed that is not saved. */
    get edited(): boolean {
        return changed(this.values.peek(), this.#before).length > 0;
    }

    /** Judges one field, and shows what is wrong with it. */
    judge(name: string): void {
        clearTimeout(this.#timers.get(name));
        const [issue] = this.model.schema.validateField(name, this.values.value[name], this.options);
        this.#byServer.delete(name);
        const { [name]: _, ...rest } = this.wrong.value;
        this.wrong.value = issue ? { ...rest, [name]: issue.message } : rest;
    }

    /** Judges again what is wrong, in another language. */
    say(language: Locale): void {
        if (language === this.#judgedIn) return;
        this.#judgedIn = language;
        const before = this.wrong.peek();
        if (Object.keys(before).length === 0) return;
        // Rules between fields are found only where the whole form is judged.
        const whole = this.#placed(this.#parse().issues);
        const said: Record<string, string> = {};
        for (const [name, old] of Object.entries(before)) {
            const own = this.#byServer.has(name) ? old : name && this.model.schema.validateField(name, this.values.peek()[name], this.options)[0]?.message;
            said[name] = own || whole[name] || old;
        }
        this.wrong.value = said;
    }

    /** What is wrong, by field; what belongs to none that the form shows under "". */
    #placed(issues: readonly Issue[]): Record<string, string> {
        const shown = new Set(writable(this.model).map(({ name }) => name));
        const wrong: Record<string, string> = {};
        for (const { path, message } of issues) {
            const name = String(path[0] ?? "");
            const spot = shown.has(name) ? name : "";
            wrong[spot] ??= spot || !name ? message : `${name}: ${message}`;
        }
        return wrong;
    }

    #parse() {
        const fields = writable(this.model).map(({ name }) => name);
        return { value: {}, ...this.model.schema.parseForm(this.values.peek(), { ...this.options, fields }) };
    }

    /** Judges one field if anything was done to it. */
    leave(name: string): void {
        if (this.values.value[name] !== this.#before[name] || this.wrong.value[name]) this.judge(name);
    }

    /** Sends it, if nothing is wrong. Answers the row as the server has it. */
    async submit(): Promise<Row | undefined> {
        if (this.sending.value) return undefined;
        const { model, row } = this;
        const { valid, value, issues } = this.#parse();
        if (!valid) return this.#show(issues, undefined);
        const names = changed(this.values.value, this.#before);
        if (row && names.length === 0) return void announce(() => say("unchanged"));
        this.sending.value = true;
        this.wrong.value = {};
        try {
            const client = clientOf(pigello.value, model);
            const saved = row?.id ? await client.update(row.id, only(value, names)) : await client.create(value);
            written.value++;
            announce(() => say(row ? "saved" : "created", { name: nameOf(saved, model) }));
            return saved;
        } catch (error) {
            const known = error instanceof ApiError || error instanceof ValidationError ? error.issues : [];
            return this.#show(known, error);
        } finally {
            this.sending.value = false;
        }
    }

    #show(issues: readonly Issue[], error: unknown): undefined {
        const wrong = this.#placed(issues);
        this.wrong.value = wrong;
        this.#byServer = new Set(error instanceof ApiError ? Object.keys(wrong) : []);
        this.refused.value++;
        // Without an error the summary says it, and has the focus.
        if (!error) hush();
        else if (issues.length > 0) announce(() => say("serverRefused"), { bad: true });
        else announceFailure(error, mayBeDone(error) ? (this.row ? "maybeSaved" : "maybeCreated") : undefined);
        return undefined;
    }
}
