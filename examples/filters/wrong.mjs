// Four mistakes, each of which TypeScript finds as well, and what is said of them.

export const OPTIONS = {
    filter: { emial: "x", name: { gte: "a" }, title: null },
    orderBy: "-naem",
};

export const EXPECTED = [
    "filter.emial: Cannot be filtered on; did you mean `email`?",
    "filter.name.gte: No such operator here",
    "filter.title: Cannot be null; use `isnull`",
    "orderBy: Cannot be ordered by; did you mean `name`?",
];
