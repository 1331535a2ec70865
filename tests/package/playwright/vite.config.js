// The package holds its WebAssembly, so its chunk is larger than Vite would like.
import { defineConfig } from "vite";

export default defineConfig({ build: { chunkSizeWarningLimit: 1000 } });
