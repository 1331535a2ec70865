// Words of the faults and of the log of requests. English, Swedish.

import { saying } from "../words";

const words = {
    faults: ["Make the next request fail", "Låt nästa anrop gå fel"],
    faultsHint: [
        "Press one or more, then do something: the log shows what the client makes of it.",
        "Tryck på en eller flera och gör sedan något: loggen visar vad klienten gör av det.",
    ],
    faultsNot: ["Faults can be made in the sandbox only.", "Fel kan bara framkallas i sandlådan."],
    fault_slow: ["Slow (3 s)", "Långsam (3 s)"],
    fault_limited: ["429, wait 2 s", "429, vänta 2 s"],
    fault_down: ["Server down", "Servern nere"],
    fault_cut: ["Cut connection", "Avbruten förbindelse"],
    fault_lost: ["Lost answer", "Förlorat svar"],
    armed: ["Waiting: {faults}", "Väntar: {faults}"],
    log: ["Requests", "Anrop"],
    logEmpty: ["No request yet.", "Inget anrop än."],
    logClear: ["Clear", "Töm"],
    attempt: ["try {n}", "försök {n}"],
    again: ["again in {ms} ms", "igen om {ms} ms"],
    noAnswer: ["no answer", "inget svar"],
    asked: ["asked", "frågat"],
} as const;

/** The words of this room, or those that every view has. */
export const say = saying(words);
