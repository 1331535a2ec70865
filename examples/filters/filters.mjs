// Filters, and beside each what is sent for it: `list` sends what `query` answers.

export const FILTERS = {
    "an exact match": [{ filter: { title: "Förvaltare" } }, "title=F%C3%B6rvaltare"],
    "an operator": [{ filter: { name: { icontains: "anna" } } }, "name__icontains=anna"],
    "not a value": [{ filter: { title: { not: "Jurist" } } }, "title!=Jurist"],
    "not an operator": [{ filter: { custom_id: { not: { startswith: "tmp-" } } } }, "custom_id__startswith!=tmp-"],
    "several at once: all must hold": [
        { filter: { email: { isnull: false, not: "x@example.com" }, title: "Ekonom" } },
        "email__isnull=false&email!=x%40example.com&title=Ekonom",
    ],
    "of a relation, its id": [
        { filter: { external_client: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } },
        "external_client=497f6eca-6276-4993-bfeb-53cbbbba6f08",
    ],
    "one of some": [{ filter: { title: { in: ["Jurist", "Ekonom"] } } }, "title__in=Jurist%2CEkonom"],
    "a time, as a Date": [
        { filter: { created_at: { gte: new Date("2026-01-01T00:00:00Z"), lt: "2026-02-01T00:00:00Z" } } },
        "created_at__gte=2026-01-01T00%3A00%3A00.000Z&created_at__lt=2026-02-01T00%3A00%3A00Z",
    ],
    "order, and a page": [{ orderBy: ["name", "-created_at"], page: 1, pageSize: 50 }, "_order_by=name%2C-created_at&_page=1&_page_size=50"],
    "free text": [{ search: "lind" }, "_search=lind"],
    "what is not documented": [{ extra: { some_param: ["a", 1] } }, "some_param=a%2C1"],
};
