// The client's wasm as JavaScript. What binaryen's wasm2js wrote stands in a function, so that importing it does nothing.

/** As a WebAssembly.Instance's exports. */
export function instantiate(imports) {
let bufferView;

/** A character is a byte. */
function put(place, text) {
    for (let i = 0; i < text.length; i++) bufferView[place + i] = text.charCodeAt(i);
}

function initActiveSegments() {
    // data
}

// functions

return asmFunc(imports);
}
