// A page for each library. The package holds its WebAssembly: with React in the same chunk it is larger than Vite would like.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const input = ["attributes.html", "conform.html", "plain.html", "react-hook-form.html", "tanstack.html"];
export default defineConfig({ plugins: [react()], build: { chunkSizeWarningLimit: 1000, rolldownOptions: { input } } });
