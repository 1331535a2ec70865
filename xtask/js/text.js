// Text between JavaScript and wasm, made at its first use: jest's jsdom has neither TextDecoder nor TextEncoder.
// This stands before wasm-bindgen's glue, whose own top-level decoder and encoder are cut out.

let textDecoder, textEncoder;

function utf8Decoder() {
    return (textDecoder ??= typeof TextDecoder === "function" ? new TextDecoder("utf-8", { ignoreBOM: true }) : { decode: decodeUtf8 });
}

function utf8Encoder() {
    return (textEncoder ??= typeof TextEncoder === "function" ? new TextEncoder() : { encode: encodeUtf8 });
}

/** Bytes that are escaped at once: an argument list must not grow too long. */
const AT_ONCE = 0x2000;

// Rust hands out valid UTF-8 only, and the escapes of a URL are UTF-8: the engine's own, and quicker than a loop over all bits.
function decodeUtf8(bytes) {
    let text = "";
    for (let i = 0; i < bytes.length; i += AT_ONCE) {
        text += String.fromCharCode.apply(undefined, bytes.subarray(i, i + AT_ONCE));
    }
    return decodeURIComponent(escape(text));
}

// As TextEncoder: a lone surrogate becomes U+FFFD.
function encodeUtf8(text) {
    const latin1 = unescape(encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")));
    return Uint8Array.from(latin1, (c) => c.charCodeAt(0));
}
