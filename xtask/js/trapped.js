// What is done when something is thrown through the wasm: it stopped halfway, and nobody knows where. It is let go of,
// its closures are not called any more, and who started it is told. Then `initSync` may start another, but not while
// functions of the old one are still to return.

let tellOfTrap, calledBack = false;

function trapped(error) {
    wasm = undefined;
    tellOfTrap?.(error);
}

/** The engine calls a closure: what leaves it, nobody would catch. */
function callBack(made, call) {
    if (made !== wasm) return;
    calledBack = true;
    try {
        return call();
    } catch (error) {
        trapped(error);
    } finally {
        calledBack = false;
    }
}

function beginAnew(tell) {
    if (calledBack) throw new Error("the wasm has trapped");
    tellOfTrap = tell;
}

export { trapped };
