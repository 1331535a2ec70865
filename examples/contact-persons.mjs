// Writes contact-persons.json: a thousand contact persons as a Swedish landlord's external clients have them, the same
// at every run. `node examples/contact-persons.mjs`
//
// Nobody real is in it: personal numbers have the serials 980-999 that the tax agency gives to nobody, organisation
// numbers a prefix not handed out, telephone numbers come from the ranges kept for fiction, addresses are at example.*.

import { writeFileSync } from "node:fs";

const COUNT = 1000;

const women = "Anna Eva Maria Karin Kristina Lena Emma Linnéa Ingrid Sara Malin Åsa Elin Johanna Hanna Märta Ebba Astrid Fatima Zahra Aino Saga".split(" ");
const men = "Erik Lars Karl Anders Johan Per Nils Olof Björn Mikael Göran Håkan Gustav Oskar Åke Sven Ali Hassan Axel Viktor Juhani Love".split(" ");
const families = "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindberg Lindström Sjöberg Öberg Åkesson Nyström Hägg Ekström Bergqvist Ljung Haddad Virtanen Hussein von\u00a0Essen Ström Löfgren Wikström Åström Dahl Norén".split(" ");
const titles = ["Förvaltare", "Teknisk förvaltare", "Fastighetsskötare", "Ekonomiansvarig", "Verkställande direktör", "Driftchef", "Uthyrare", "Inköpare", "Jurist", "Projektledare", "Hållbarhetschef", "Receptionist", "Ordförande", "Kassör"];
const places = ["Norrmalm", "Majorna", "Möllevången", "Ålidhem", "Öster", "Vasastan", "Hisingen", "Rosengård", "Gamla stan", "Haga"];
const trades = ["Bygg", "El & Rör", "Städ", "Trädgård", "Hiss", "Måleri", "Fastighetsservice", "Låssmed"];
// Ranges that the telecoms authority keeps for books and films.
const telephones = [["+467017406", 5, 99], ["+468465004", 0, 99], ["+46313900", 600, 699], ["+46406280", 400, 499]];

let state = 20260101;
/** A number from 0 up to, but not including, `bound`: mulberry32. */
function below(bound) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
}
const one = (list) => list[below(list.length)];
const often = (percent, value) => (below(100) < percent ? value() : null);
const digits = (number, length) => String(number).padStart(length, "0");

/** The check digit after nine digits. */
function luhn(nine) {
    const sum = [...nine].reduce((sum, digit, place) => {
        const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
        return sum + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return String((10 - (sum % 10)) % 10);
}

function uuid() {
    const hex = Array.from({ length: 32 }, () => below(16).toString(16));
    hex[12] = "4";
    hex[16] = "89ab"[below(4)];
    return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const taken = new Set();
/** A personal number that nobody else in the file has; the serial's last digit is odd for men and even for women. */
function personalNumber(woman) {
    const number = anyPersonalNumber(woman);
    const digitsOnly = number.replace("-", "");
    if (taken.has(digitsOnly)) return personalNumber(woman);
    taken.add(digitsOnly);
    return number;
}

function anyPersonalNumber(woman) {
    const year = 1945 + below(60);
    const day = digits(year, 4) + digits(1 + below(12), 2) + digits(1 + below(28), 2);
    const nine = day.slice(2) + digits(980 + 2 * below(10) + (woman ? 0 : 1), 3);
    const end = nine.slice(6) + luhn(nine);
    return below(2) ? `${day}-${end}` : day + end;
}

function organisationNumber() {
    const nine = `55999${below(10)}${digits(below(1000), 3)}`;
    const end = nine.slice(6) + luhn(nine);
    return below(2) ? `${nine.slice(0, 6)}-${end}` : nine.slice(0, 6) + end;
}

function telephone() {
    const [start, first, last] = one(telephones);
    const length = String(last).length;
    return start + digits(first + below(last - first + 1), length);
}

const plain = (name) => name.toLowerCase().normalize("NFD").replace(/[^a-z]/g, "");

const clients = Array.from({ length: 40 }, () => {
    return { id: uuid(), company: `${one(places)}s ${one(trades)} AB`, number: organisationNumber() };
});
const organization = { id: uuid() };
const addresses = new Map();

const rows = Array.from({ length: COUNT }, (_, index) => {
    const woman = below(2) === 0;
    const first = one(woman ? women : men);
    const last = one(families).replace("\u00a0", " ");
    const client = one(clients);
    const address = `${plain(first)}.${plain(last)}`;
    const namesakes = addresses.get(address) ?? 0;
    addresses.set(address, namesakes + 1);
    const forCompany = below(3) === 0;
    return {
        name: `${first} ${last}`,
        external_client: { id: client.id },
        title: one(titles),
        ssn: often(70, () => personalNumber(woman)),
        custom_id: below(20) === 0 ? `tmp-${digits(index + 1, 4)}` : often(90, () => `KP-${digits(index + 1, 5)}`),
        org_no: forCompany ? client.number : null,
        first_name: first,
        email: often(92, () => `${address}${namesakes || ""}@example.${below(3) ? "com" : "se"}`),
        organization: often(50, () => organization),
        corporate_name: forCompany ? client.company : null,
        phone_number: often(85, telephone),
        last_name: last,
    };
});

const text = `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
writeFileSync(new URL("contact-persons.json", import.meta.url), text);
console.log(`${rows.length} rows, ${text.length} characters`);
