// Two pages: the wasm in the script, and in a file of its own, which webpack finds by itself.
export default {
    mode: "production",
    entry: { main: "./src/main.js", slim: "./src/slim.js" },
    output: { filename: "[name].js" },
    // The package holds its WebAssembly, so the page is larger than webpack would like.
    performance: { hints: false },
};
