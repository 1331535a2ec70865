// An error of the import's own: it holds what is meant, and says it in the language that is chosen when it is asked.

/** What is said, in the language that is chosen by then. */
export type Words = () => string;

export class Told extends Error {
    constructor(readonly words: Words) {
        super();
    }

    override get message(): string {
        return this.words();
    }
}
