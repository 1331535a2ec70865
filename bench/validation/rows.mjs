// Made-up contact persons, the same in every run: good ones, bad ones with the names of their bad fields, and mixed ones.
//
// What is bad here is bad to every contender, and what is good is good to all: they differ at the edges (`a@b.c`, blank
// text, lone surrogates), which is no matter of speed.

import { checkDigit } from "./digits.mjs";

/** Numbers below one, the same for the same seed (mulberry32). */
export function chance(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), state | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    };
}

const FIRST = ["Anna", "Björn", "Cecilia", "Åke", "Zoë", "Maj-Britt", "Ömer", "Li", "Karl-Johan", "Siv"];
const LAST = ["Lind", "Öberg", "Andersson", "Ek", "von Essen", "Åström", "Ali", "Nyström-Håkansson", "Berg", "Sjö"];
const TITLES = ["Förvaltare", "Chef", "Driftansvarig", "Ekonom", "Jurist, bostadsrätt", "Vice VD"];
const COMPANIES = ["Lindbacken AB", "Öbergs Fastigheter", "HSB Brf Åkern", "Ek & Co", null];
const HOSTS = ["example.com", "example.se", "mail.example.org", "post.foretag.example.net"];

/** Fields that may be `null` or absent. */
const NULLABLE = ["ssn", "custom_id", "org_no", "first_name", "email", "organization", "corporate_name", "phone_number", "last_name"];

const pick = (list, next) => list[Math.floor(next() * list.length)];
const digits = (count, next) => Array.from({ length: count }, () => Math.floor(next() * 10)).join("");
const ascii = (text) => text.normalize("NFD").replace(/[^a-z]/gi, "").toLowerCase();

function uuid(next) {
    const hex = (count) => Array.from({ length: count }, () => Math.floor(next() * 16).toString(16)).join("");
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"], next)}${hex(3)}-${hex(12)}`;
}

/** Nine digits and the check digit that makes them right, with a sign before the last four or without. */
function checked(before, nine, next) {
    const ten = nine + checkDigit(nine);
    return before + ten.slice(0, 6) + (next() < 0.5 ? "-" : "") + ten.slice(6);
}

/** A form that is filled in: all twelve fields, in the page's order, some of those that may be `null` so. */
export function good(next) {
    const [first, last] = [pick(FIRST, next), pick(LAST, next)];
    const day = `${digits(2, next)}${pick(["01", "07", "12"], next)}${pick(["03", "19", "28", "61"], next)}`;
    const row = {
        name: `${first} ${last}`,
        external_client: { id: uuid(next) },
        title: pick(TITLES, next),
        ssn: checked(pick(["19", "20"], next), day + digits(3, next), next),
        custom_id: `K-${digits(5, next)}`,
        org_no: checked("", `55${digits(7, next)}`, next),
        first_name: first,
        email: `${ascii(first)}.${ascii(last)}@${pick(HOSTS, next)}`,
        organization: { id: uuid(next) },
        corporate_name: pick(COMPANIES, next),
        phone_number: `${pick(["+46", "0", "+1"], next)}${digits(9, next)}`,
        last_name: last,
    };
    for (const name of NULLABLE) if (next() < 0.08) row[name] = null;
    return row;
}

/** What a sub-tenant may do. */
export const ALLOWED = (
    "allow_errands_access_through_connections allow_personal_information_access add_connection_description_on_invoice allow_notifications " +
    "allow_revenue_row_access allow_brf_access allow_cancel_contract_access allow_errands_access allow_contracts_access " +
    "allow_invoice_access allow_objects_access allow_my_pages_access"
).split(" ");

/** A sub-tenant: booleans, days, patterns, and a field that another one needs. */
export function tenant(next) {
    const row = Object.fromEntries(ALLOWED.map((name) => [name, next() < 0.5]));
    const some = (value) => (next() < 0.2 ? null : value);
    return {
        ...row,
        org_no: some(checked("", `55${digits(7, next)}`, next)),
        previous_address: some({ id: uuid(next) }),
        organization: { id: uuid(next) },
        invoice_email: some(`faktura@${pick(HOSTS, next)}`),
        sni_number: some(pick(["20.520", "78.300", "68.310"], next)),
        corporate_name: pick(["Lindbacken AB", "Öbergs Fastigheter"], next),
        ssn_is_coordination_number: next() < 0.1,
        is_active: true,
        allows_external_personal_information_sharing: some(false),
        autogiro_disables_invoice_distribution: false,
        fmi: some(`FMI-${digits(14, next)}`),
        phone_number: some(`${pick(["+46", "0"], next)}${digits(9, next)}`),
        peppol_id: some(`0007:${digits(10, next)}`),
        birth_date: some(`19${digits(1, next)}${digits(1, next)}-0${1 + Math.floor(next() * 9)}-1${digits(1, next)}`),
    };
}

const SURROGATE = "\ud800".padEnd(18, "a");

/**
 * What a sub-tenant has in other fields, or in place of what it has: first where it is good then, next where it is bad to all,
 * and last where it is bad to those alone that look at all fields and all characters.
 */
export const TENANTS = {
    good: [
        { sni_number: null, corporate_name: null },
        { sni_number: "", corporate_name: undefined },
        { corporate_name: false },
        { gln13_number: "7300010000001", profile_picture: { name: "a.png" }, block_notifications_for: [{ id: 1 }] },
        { gln13_number: "7300010-000001", future_address: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" }, profile_picture: null },
        { organization: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08", name: SURROGATE, deep: { text: "\0" } } },
        { status: "x", id: 7, username: "\0", is_company: "a", mfa_has_hotp: [] },
        { nickname: "Ann", extra: [1, { deep: true }], "\0": 1 },
        { invoice_email: null, phone_number: null, organization: null, fmi: null, birth_date: null, org_no: null, peppol_id: null },
    ],
    bad: [
        { allow_brf_access: "yes" },
        { allow_objects_access: undefined },
        { allow_my_pages_access: null },
        { is_active: 1 },
        { allows_external_personal_information_sharing: "no" },
        { birth_date: "1980-02-30" },
        { birth_date: "1980-2-3" },
        { sni_number: "20.520", corporate_name: null },
        { sni_number: "20.520", corporate_name: undefined },
        { sni_number: "20.520", corporate_name: "" },
        { sni_number: "20.520", corporate_name: [] },
        { sni_number: "20.5200" },
        { sni_number: 20.52 },
        { peppol_id: "0009:5560360793" },
        { organization: { id: "7" } },
        { organization: {} },
        { previous_address: [] },
        { org_no: "556036-0794" },
        { org_no: "" },
        { invoice_email: "faktura(a)example.com" },
        { invoice_email: "" },
        { fmi: "FMI-1" },
        { phone_number: "070-123 45 67" },
    ],
    strange: [
        { fmi: SURROGATE },
        { sni_number: "20.\0" },
        { corporate_name: "\0" },
        { nickname: SURROGATE },
        { extra: [1, { deep: "\0" }] },
        { profile_picture: "a.png" },
        { profile_picture: { name: "\0" } },
        { gln13_number: "7300010000002" },
        { gln13_number: 7300010000001 },
        { current_registered_address: { id: "7" } },
        { future_address: "497f6eca-6276-4993-bfeb-53cbbbba6f08" },
        { block_notifications_for: null },
        { block_notifications_for: [1] },
        { block_sms_notifications_for: [null] },
        { block_sms_notifications_for: [{ id: "\0" }] },
    ],
};

/** Ways to spoil a field. `undefined` takes it away. */
const FAULTS = [
    ["name", () => undefined],
    ["name", () => ""],
    ["name", () => "Å".repeat(256)],
    ["title", () => 7],
    ["title", () => null],
    ["external_client", () => undefined],
    ["external_client", () => null],
    ["external_client", () => ({ id: "497f6eca-6276-4993" })],
    ["ssn", () => "189001019803"],
    ["ssn", () => "1890010198"],
    ["org_no", () => "556036-0794"],
    ["custom_id", () => "k".repeat(129)],
    ["email", () => "anna.lind(a)example.com"],
    ["email", () => "anna@lind@example.com"],
    ["phone_number", () => "070-123 45 67"],
    ["organization", () => "497f6eca-6276-4993-bfeb-53cbbbba6f08"],
    ["last_name", () => ["Lind"]],
    ["nickname", () => "Ann"],
];

/**
 * A form with one to three faults, and the names of the fields that have them, in order of the alphabet. What is taken away
 * is `undefined`: written as JSON it is left out.
 */
export function bad(next) {
    const row = good(next);
    const fields = new Set();
    for (let left = 1 + Math.floor(next() * 3); left > 0; left--) {
        const [name, spoilt] = pick(FAULTS, next);
        if (fields.has(name)) continue;
        fields.add(name);
        const value = spoilt();
        row[name] = value;
    }
    return { row, fields: [...fields].sort() };
}

/** Rows as a long-lived page meets them: of many shapes, with strings of every kind that engines have. */
export function mixed(count, seed) {
    const next = chance(seed);
    return Array.from({ length: count }, (_, at) => {
        if (at % 3 === 0) return good(next);
        if (at % 3 === 1) return bad(next).row;
        const entries = Object.entries(good(next)).filter(([name]) => !NULLABLE.includes(name) || next() < 0.7);
        entries.sort(() => next() - 0.5);
        const row = Object.fromEntries(entries);
        if (at % 5 === 0) row.name = `${row.name} 🏠`;
        if (at % 7 === 0) row.title = `${row.title}, ${row.title}`.repeat(4);
        if (at % 11 === 0) row.name = ` ${row.name} och till`.slice(1, -4);
        if (at % 13 === 0) row.external_client = { ...row.external_client, name: "Lindbacken", extra: { deep: [1, 2, true] } };
        return row;
    });
}

/** Rows of a second resource, which has other fields. */
export function segments(count, seed) {
    const next = chance(seed);
    const reference = () => ({ id: uuid(next) });
    return Array.from({ length: count }, (_, at) => ({
        segment: reference(),
        user: at % 4 === 0 ? null : reference(),
        custom_id: `S-${at}`,
        organization: at % 3 === 0 ? null : reference(),
        role: reference(),
    }));
}

/**
 * What is typed, and whether it is good by then. Left out is `…@example.s`: to one contender it is an address already,
 * to the others not.
 */
export function keystrokes() {
    const typed = (name, text, isGood) =>
        Array.from(text, (_, at) => text.slice(0, at + 1)).map((value) => ({ name, value, good: isGood(value) }));
    return [
        ...typed("name", "Karl-Johan Öberg", () => true),
        ...typed("email", "karl.oberg@example.se", (value) => value.endsWith(".se")).filter(({ value }) => !value.endsWith(".s")),
        ...typed("phone_number", "+46701234567", (value) => value.length > 7),
        ...typed("ssn", "189001019802", (value) => value.length === 12),
    ];
}
