// A page for contact persons: a list that is asked for by TanStack Query, and a form that adds to it.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Pigello } from "pigello-client";
import { createRoot } from "react-dom/client";
import { Persons } from "./persons";

const pigello = new Pigello(await (await fetch("/config.json")).json());
// The client tries again by itself, and knows what may be: a second one around it would make nine tries of three.
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });

createRoot(document.getElementById("app")).render(
    <QueryClientProvider client={queries}>
        <Persons resource={pigello.organization.externalClientContactPerson} search={new URLSearchParams(location.search).get("search") ?? ""} />
    </QueryClientProvider>,
);
