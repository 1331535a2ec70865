// The frame: what stands around every view, and which view is shown.

import { useSignalEffect } from "@preact/signals";
import { Component } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { NewForm } from "./form/form";
import { announceFailure, Outcome } from "./line/announce";
import { wordsOf } from "./line/errors";
import { address as connected } from "./line/line";
import { applications, models, type Model } from "./models";
import { THEMES, type Theme } from "./kept";
import { later } from "./parts/later";
import { address, go, model, rowId, view } from "./route";
import { theme } from "./theme";
import { programs, type View } from "./views";
import { locale, say, type Locale } from "./words";
import { applicationOf, titleOf } from "./words/resources";

const Rows = later(programs.rows);
const Edit = later<{ model: Model; id: string }>(programs.edit);
const Import = later<{ model: Model }>(programs.import);
const Connection = later(programs.connection);
const Beside = later(programs.beside, true);

export function App() {
    useSignalEffect(() => {
        const shown = view.value === "connection" ? say("connection") : `${titleOf(model.value)}: ${say(view.value)}`;
        document.title = `${shown} – Pigello Core API`;
    });
    // Where the view takes the focus along as it goes, it stays with the content.
    const first = useRef(true);
    useEffect(() => {
        if (first.current) first.current = false;
        else if (document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
    }, [view.value, rowId.value]);
    return (
        <>
            <a class="skip" href="#content" onClick={(event) => (event.preventDefault(), document.getElementById("content")?.focus())}>
                {say("skip")}
            </a>
            <Header />
            <div class="columns">
                <main id="content" tabIndex={-1}>
                    <Title />
                    <Outcome />
                    <Safe key={`${model.value.key} ${view.value} ${rowId.value ?? ""}`}>
                        <Shown />
                    </Safe>
                </main>
                <aside class="line">
                    <Beside />
                </aside>
            </div>
        </>
    );
}

function Header() {
    return (
        <header class="top">
            <a class="brand" href="#/">
                <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
                    <rect width="32" height="32" rx="8" />
                    <path d="M9 23V13l7-5 7 5v10h-5v-6h-4v6z" />
                </svg>
                <span>
                    <b>Pigello Core API</b>
                    <small>{say("tagline")}</small>
                </span>
            </a>
            <div class="row wrap settings">
                <a class={`connection${connected.value ? " real" : ""}`} href={address(model.value, "connection")} aria-current={view.value === "connection" ? "page" : undefined}>
                    <span class="dot" aria-hidden="true" />
                    <span class="hidden">{say("connection")}: </span>
                    {connected.value ? new URL(connected.value.baseUrl, location.href).host : say("inSandbox")}
                </a>
                <label>
                    <span class="hidden">{say("language")}</span>
                    <select value={locale.value} onChange={({ currentTarget: { value } }) => (locale.value = value as Locale)}>
                        <option value="sv" lang="sv">Svenska</option>
                        <option value="en" lang="en">English</option>
                    </select>
                </label>
                <label>
                    <span class="hidden">{say("theme")}</span>
                    <select value={theme.value} onChange={({ currentTarget: { value } }) => (theme.value = value as Theme)}>
                        {THEMES.map((one) => (
                            <option key={one} value={one}>
                                {say(({ auto: "themeAuto", light: "themeLight", dark: "themeDark" } as const)[one])}
                            </option>
                        ))}
                    </select>
                </label>
            </div>
        </header>
    );
}

const TABS: readonly View[] = ["rows", "new", "import"];

function Title() {
    const { key, schema } = model.value;
    const choose = (key: string) => {
        const chosen = models.find((model) => model.key === key);
        if (chosen) go(address(chosen, view.value === "edit" || view.value === "connection" ? "rows" : view.value));
    };
    return (
        <div class="title">
            <h1 class="hidden">{titleOf(model.value)}</h1>
            <label class="resource">
                <span>{say("resource")}</span>
                <select value={key} onChange={({ currentTarget: { value } }) => choose(value)}>
                    {applications.map((application) => (
                        <optgroup key={application} label={applicationOf(application)}>
                            {models
                                .filter((model) => model.application === application)
                                .map((model) => (
                                    <option key={model.key} value={model.key}>
                                        {titleOf(model)}
                                    </option>
                                ))}
                        </optgroup>
                    ))}
                </select>
            </label>
            <nav aria-label={say("views")}>
                {TABS.map((tab) => (
                    <a key={tab} href={address(model.value, tab)} aria-current={view.value === tab ? "page" : undefined}>
                        {say(tab as "rows" | "new" | "import")}
                    </a>
                ))}
            </nav>
            {schema.documented !== "complete" && <p class="hint">{say(schema.documented === "partial" ? "documentedPartial" : "documentedName")}</p>}
        </div>
    );
}

function Shown() {
    if (view.value === "new") return <NewForm model={model.value} />;
    if (view.value === "edit" && rowId.value) return <Edit model={model.value} id={rowId.value} />;
    if (view.value === "import") return <Import model={model.value} />;
    if (view.value === "connection") return <Connection />;
    return <Rows />;
}

/** A view that fails says so, and the others stay. */
class Safe extends Component<object, { failure?: unknown }> {
    static override getDerivedStateFromError = (failure: unknown) => ({ failure });
    override componentDidCatch(failure: unknown): void {
        announceFailure(failure);
    }
    override render() {
        const { failure } = this.state;
        return failure === undefined ? this.props.children : <p class="panel issue">{wordsOf(failure)}</p>;
    }
}
