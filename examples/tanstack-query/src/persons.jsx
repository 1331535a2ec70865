// The list, and the form that adds to it.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ExternalClientContactPerson } from "pigello-client";
import { useState } from "react";

const schema = ExternalClientContactPerson.with({ input: "form", locale: "sv" });
const FIELDS = { name: "Namn", title: "Titel", email: "E-post" };
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

/** The options are the key: the same options, the same answer. */
function usePersons(resource, options) {
    return useQuery({
        queryKey: ["persons", options],
        queryFn: ({ signal }) => resource.list(options, { signal }),
        placeholderData: keepPreviousData,
    });
}

function useCreatePerson(resource) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (body) => resource.create(body),
        onSuccess: () => queries.invalidateQueries({ queryKey: ["persons"] }),
    });
}

export function Persons({ resource, search }) {
    const persons = usePersons(resource, { filter: { name: { icontains: search } }, orderBy: "name" });
    const create = useCreatePerson(resource);
    const [issues, setIssues] = useState([]);
    const message = (name) => issues.find(({ path }) => path[0] === name)?.message;
    const change = ({ target: { name, value } }) => setIssues([...issues.filter(({ path }) => path[0] !== name), ...schema.validateField(name, value)]);
    const submit = (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const { valid, value, issues } = schema.parseForm(form);
        setIssues(issues);
        if (!valid) return;
        create.mutate(value, { onSuccess: () => form.reset(), onError: (error) => setIssues(error.issues ?? []) });
    };
    return (
        <>
            <form onSubmit={submit} onChange={change} noValidate>
                {Object.entries(FIELDS).map(([name, label]) => (
                    <label key={name}>
                        {label} <input name={name} /> <em role="alert">{message(name)}</em>
                    </label>
                ))}
                <input name="external_client" type="hidden" value={CLIENT} />
                <button disabled={create.isPending}>Spara</button>
                <output>{create.isSuccess ? "Sparad" : create.error?.message}</output>
            </form>
            <output id="persons">{persons.data?.map(({ name }) => name).join(", ")}</output>
            {persons.error && <p role="alert">{persons.error.message}</p>}
        </>
    );
}
