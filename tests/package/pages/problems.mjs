// A script that notes, in the page, what goes wrong there: for a browser that does not tell its driver.

export const COLLECT = `
window.problems = [];
addEventListener("error", ({ message, target }) => problems.push(message ?? "not loaded: " + (target.src ?? target.href)), true);
addEventListener("unhandledrejection", ({ reason }) => problems.push(String(reason)));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => problems.push(violatedDirective + " " + blockedURI));
for (const level of ["error", "warn"]) {
    const written = console[level];
    console[level] = (...words) => {
        problems.push(words.join(" "));
        written.apply(console, words);
    };
}
`;
