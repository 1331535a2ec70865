// The page, once all that every view needs is there.

import { render } from "preact";
import { App } from "./app";
import { announceFailure } from "./line/announce";
import { view } from "./route";
import { begin } from "./sandbox/begin";
import "./theme";

addEventListener("unhandledrejection", ({ reason }) => announceFailure(reason));
const app = document.getElementById("app");
// Its rows are the next that a table needs: they begin to come before it is drawn, and not before it can be.
if (view.value === "rows" || view.value === "edit") begin();
if (app) render(<App />, app);
