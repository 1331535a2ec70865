// What is to be ended when all is done, or went wrong: servers, browsers, folders.

export class Endings {
    #endings = [];

    /** Adds one; they run in the opposite order. */
    add(end) {
        this.#endings.push(end);
    }

    /** Runs all of them, also after one that failed. */
    async all() {
        for (const end of this.#endings.splice(0).reverse()) {
            try {
                await end();
            } catch (error) {
                console.error(error);
            }
        }
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
