// As much of papaparse as is used: its own types need those of Node.

declare module "papaparse" {
    /** The core, which parses text that it has as a whole. */
    class Parser {
        constructor(options: { readonly delimiter: string; readonly newline: "\n" });
        /** Leaves a last row out that may not be whole; `cursor` is where it begins. */
        parse(
            text: string,
            start: number,
            ignoreLastRow: boolean,
        ): {
            readonly data: readonly (readonly string[])[];
            readonly errors: readonly {
                readonly row?: number;
                /** Where in the text. */
                readonly index?: number;
                readonly message: string;
            }[];
            readonly meta: { readonly cursor: number };
        };
    }
    function unparse(
        rows: readonly (readonly string[])[],
        options: {
            readonly delimiter: string;
            readonly newline: "\r\n" | "\n";
            /** Which cells to quote that need not be. */
            readonly quotes: (cell: string) => boolean;
        },
    ): string;
    const Papa: { readonly Parser: typeof Parser; readonly unparse: typeof unparse };
    export type { Parser };
    export default Papa;
}
