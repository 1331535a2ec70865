// Files of made-up rows, of any length, written piece by piece.

import { closeSync, openSync, writeSync } from "node:fs";

const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const HEAD = "Namn;Extern kund;Titel;Eget id;Förnamn;Efternamn;E-post;Telefonnummer;Personnummer\r\n";

/** As Excel in Sweden writes them. */
export function writeRows(file, rows) {
    const descriptor = openSync(file, "w");
    writeSync(descriptor, `\ufeff${HEAD}`);
    for (let start = 0; start < rows; start += 1_000) {
        let text = "";
        for (let at = start; at < Math.min(rows, start + 1_000); at++) {
            text += `Åsa Öberg ${at};${CLIENT};Förvaltare;person-${at};Åsa;Öberg;asa.${at}@example.se;+46701${100000 + (at % 900000)};\r\n`;
        }
        writeSync(descriptor, text);
    }
    closeSync(descriptor);
}
