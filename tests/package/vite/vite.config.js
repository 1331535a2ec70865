// Two pages: the wasm in the script, and in a file of its own.
import { defineConfig } from "vite";

export default defineConfig({ build: { rolldownOptions: { input: ["index.html", "slim.html"] } } });
