// Preloaded into a command: a bulk write fails with the error that BROKEN_CODE and BROKEN_SYSCALL name. It is carried out before,
// unless BROKEN_FIRST says that it never got so far. Not a test itself.

const { BROKEN_CODE: code, BROKEN_SYSCALL: syscall, BROKEN_FIRST: first } = process.env;
const real = globalThis.fetch;
globalThis.fetch = async (url, init) => {
    if (init?.method !== "POST") return real(url, init);
    if (first !== "true") await (await real(url, init)).arrayBuffer();
    throw Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
};
