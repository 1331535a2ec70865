// What is to be ended when all is done, or went wrong: servers, browsers, folders.

export class Endings {
    #endings = [];
    #ended;

    /** Adds one; they run in the opposite order. What is begun after the end has come ends at once. */
    add(end) {
        if (this.#ended) this.#ended = this.#ended.then(() => attempt(end));
        else this.#endings.push(end);
    }

    /** Runs all of them, once, also after one that failed. */
    all() {
        return (this.#ended ??= this.#run());
    }

    async #run() {
        for (const end of this.#endings.reverse()) await attempt(end);
    }
}

async function attempt(end) {
    try {
        await end();
    } catch (error) {
        console.error(error);
    }
}

/** Ends a process that was started `detached`, with all that it started. */
export function endGroup(child) {
    try {
        process.kill(-child.pid, "SIGKILL");
    } catch (error) {
        // It has ended by itself.
        if (error.code !== "ESRCH") throw error;
    }
}
