// Text between JavaScript and wasm, made at its first use: jest's jsdom has neither TextDecoder nor TextEncoder.
// This stands before wasm-bindgen's glue, whose own top-level decoder and encoder are cut out.

let textDecoder, textEncoder;

function utf8Decoder() {
    return (textDecoder ??= typeof TextDecoder === "function" ? new TextDecoder("utf-8", { ignoreBOM: true }) : { decode: decodeUtf8 });
}

function utf8Encoder() {
    return (textEncoder ??= typeof TextEncoder === "function" ? new TextEncoder() : { encode: encodeUtf8, encodeInto: encodeUtf8Into });
}

// Rust hands out valid UTF-8 only, so that nothing needs to be checked here.
function decodeUtf8(bytes) {
    let text = "";
    for (let i = 0; i < bytes.length; ) {
        const first = bytes[i++];
        let code = first;
        if (first >= 0xf0) code = ((first & 7) << 18) | ((bytes[i++] & 63) << 12) | ((bytes[i++] & 63) << 6) | (bytes[i++] & 63);
        else if (first >= 0xe0) code = ((first & 15) << 12) | ((bytes[i++] & 63) << 6) | (bytes[i++] & 63);
        else if (first >= 0xc0) code = ((first & 31) << 6) | (bytes[i++] & 63);
        text += String.fromCodePoint(code);
    }
    return text;
}

function encodeUtf8(text) {
    const view = new Uint8Array(text.length * 3);
    return view.subarray(0, encodeUtf8Into(text, view).written);
}

// As TextEncoder.encodeInto: a lone surrogate becomes U+FFFD. The caller's view holds three bytes for each unit.
function encodeUtf8Into(text, view) {
    let written = 0;
    for (const character of text) {
        let code = character.codePointAt(0);
        if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
        if (code < 0x80) view[written++] = code;
        else {
            if (code < 0x800) view[written++] = 0xc0 | (code >> 6);
            else {
                if (code < 0x10000) view[written++] = 0xe0 | (code >> 12);
                else {
                    view[written++] = 0xf0 | (code >> 18);
                    view[written++] = 0x80 | ((code >> 12) & 63);
                }
                view[written++] = 0x80 | ((code >> 6) & 63);
            }
            view[written++] = 0x80 | (code & 63);
        }
    }
    return { read: text.length, written };
}
