// The page starts.

import "./views";
import { render } from "preact";
import { App } from "./app";
import { announceFailure } from "./line/announce";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/frame.css";
import "./styles/form.css";
import "./parts/focus";
import "./theme";

addEventListener("unhandledrejection", ({ reason }) => announceFailure(reason));
const app = document.getElementById("app");
if (app) render(<App />, app);
