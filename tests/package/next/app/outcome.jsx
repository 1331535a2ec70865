// What each page shows: what is wrong with a form, and the persons found.
export const FORM = { name: "", email: "not an address" };

export function Outcome({ issues = [], persons = [] }) {
    return (
        <main>
            <output id="issues">{issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" ")}</output>
            <output id="persons">{persons.map(({ name }) => name).join(", ")}</output>
        </main>
    );
}
