// Words of changing and deleting a row. English, Swedish.

import { saying } from "../words";

const words = {
    changeOf: ["Change: {name}", "Ändra: {name}"],
    readOnly: ["Written by the server", "Skrivs av servern"],
    maybeDeleted: ["It may have been deleted: look. {why}", "Den kan ha tagits bort: titta. {why}"],
    deleted: ["Deleted: {name}", "Borttagen: {name}"],
    deleteSure: ["Delete {name}?", "Ta bort {name}?"],
    deleteWarning: ["This cannot be undone.", "Det går inte att ångra."],
    loadingRow: ["Reading the row …", "Läser raden …"],
} as const;

/** The words of this room, or those that every view has. */
export const say = saying(words);
