// What is done when something is thrown through the wasm: it stopped halfway, and nobody knows where. It is let go of,
// and who started it is told: `initSync` may start another, but not while functions of the old one are still to return.

let tellOfTrap;

function trapped(error) {
    wasm = undefined;
    tellOfTrap?.(error);
}

function beginAnew(tell) {
    tellOfTrap = tell;
}

export { trapped };
