// The first that comes, and hardly more than names: it asks for the page, and for the program of the view that it begins
// with, so that neither waits for the other.

import "./styles/base.css";
import "./styles/controls.css";
import "./styles/frame.css";
import "./styles/form.css";
import { keptTheme } from "./kept";
import { showStalled } from "./stalled";
import "./views";

// What stands there until the page does has its colours already.
document.documentElement.dataset["theme"] = keptTheme();
import("./start").catch(showStalled);
