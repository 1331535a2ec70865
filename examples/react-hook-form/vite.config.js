// The package holds its WebAssembly: with React in the same chunk it is larger than Vite would like.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
    plugins: [react()],
    build: { chunkSizeWarningLimit: 1000, rolldownOptions: { input: ["index.html", "first.html"] } },
});
