// The wasm's functions for JavaScript, in place of one that wasm-bindgen writes for each: they differ only in what they
// are given. Each letter of `kinds` is an argument: a number, a string, w for a Uint32Array, t for a Uint16Array, a for
// anything. Should there be no memory for one of them, the wasm traps; nothing is freed then.

function exported(kinds, ask) {
    return (...given) => {
        const passed = [];
        for (let i = 0; i < kinds.length; i++) {
            const kind = kinds[i];
            const value = given[i];
            if (kind === "n") passed.push(+value);
            else if (kind === "a") passed.push(value);
            else if (kind === "s") passed.push(passStringToWasm0(value, wasm.__wbindgen_malloc), WASM_VECTOR_LEN);
            else passed.push((kind === "w" ? passArray32ToWasm0 : passArray16ToWasm0)(value, wasm.__wbindgen_malloc), WASM_VECTOR_LEN);
        }
        return ask().apply(undefined, passed);
    };
}
