// The client of the server: its credentials stand in .env.local, without NEXT_PUBLIC_.
import "server-only";
import { Pigello } from "pigello-client";

let client;

/** Made by the first request: `next build` loads this file where there are no credentials. */
export function pigello() {
    client ??= Pigello.fromEnv(process.env, { locale: "sv" });
    return client;
}
