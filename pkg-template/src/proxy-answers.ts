// The answers that the proxy gives by itself, in the API's manner.

/** `{"detail": …}`, as Django REST framework says no. */
export function refusal(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Response {
    return new Response(JSON.stringify({ detail }), {
        status,
        headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
    });
}
