// By hand: what many start with.

const headers = (env) => ({
    "X-PIGELLO-CUSTOMER-ID": env.PIGELLO_CUSTOMER_ID,
    "X-PIGELLO-APPLICATION-ID": env.PIGELLO_APPLICATION_ID,
    "X-PIGELLO-SERVICE-ID": env.PIGELLO_SERVICE_ID,
    "X-PIGELLO-SERVICE-VERSION-ID": env.PIGELLO_SERVICE_VERSION_ID,
    "X-PIGELLO-CLIENT-CT": env.PIGELLO_CLIENT_CT,
    "X-PIGELLO-CLIENT-ENTITY": env.PIGELLO_CLIENT_ENTITY,
    "X-PIGELLO-CLIENT-SECRET": env.PIGELLO_CLIENT_SECRET,
});

export async function personsAt(env, clientId) {
    const rows = [];
    for (let page = 1; ; page += 1) {
        const query = `external_client=${clientId}&email__isnull=false&_order_by=name&_page=${page}&_page_size=500`;
        const response = await fetch(`${env.PIGELLO_BASE_URL}/organization/externalclientcontactperson/list/?${query}`, { headers: headers(env) });
        if (response.status === 404 && page > 1) return rows;
        if (!response.ok) throw new Error(`status ${response.status}`);
        const found = await response.json();
        rows.push(...found);
        if (found.length < 500) return rows;
    }
}

export async function rename(env, id, name) {
    const response = await fetch(`${env.PIGELLO_BASE_URL}/organization/externalclientcontactperson/${id}/`, {
        method: "PATCH",
        headers: { ...headers(env), "Content-Type": "application/json" },
        body: JSON.stringify({ name }),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json();
}
