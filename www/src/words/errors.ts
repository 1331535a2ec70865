// What an error says, in words. English, Swedish.

export const errorWords = {
    error_network: ["{call} had no answer{tries}", "{call} fick inget svar{tries}"],
    error_timeout: ["{call} had no answer in time{tries}", "{call} fick inget svar i tid{tries}"],
    error_decode: ["{call} was answered with something unreadable", "{call} besvarades med något som inte går att läsa"],
    error_tries: [" (tried {n} times)", " (försökt {n} gånger)"],
    error_input: ["This cannot be sent", "Detta går inte att skicka"],
    error_bulk: ["Not all rows were written", "Alla rader skrevs inte"],
    status_400: ["The server does not accept what was sent", "Servern godtar inte det som skickades"],
    status_401: ["The credentials are missing or wrong", "Uppgifterna saknas eller är fel"],
    status_403: ["The credentials do not allow this", "Uppgifterna tillåter inte detta"],
    status_404: ["The server does not have it", "Servern har det inte"],
    status_409: ["It clashes with what the server has", "Det krockar med det som servern har"],
    status_429: ["Too many requests: try again in a while", "För många anrop: försök igen om en stund"],
    status_500: ["The server failed", "Servern misslyckades"],
    status_other: ["The server said no", "Servern sade nej"],
} as const;
