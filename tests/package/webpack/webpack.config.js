// A production build into dist/main.js.
export default {
    mode: "production",
    entry: "./src/main.js",
    output: { filename: "main.js" },
    // The package holds its WebAssembly, so the page is larger than webpack would like.
    performance: { hints: false },
};
