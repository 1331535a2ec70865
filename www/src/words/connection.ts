// Words of the connection: with whom the page speaks. English, Swedish.

import { saying } from "../words";

const words = {
    connectSandbox: ["Use the sandbox in this browser", "Använd sandlådan i webbläsaren"],
    sandboxHint: [
        "A whole Pigello in this page's memory, with made-up rows. Nothing leaves the browser, and a reload begins anew.",
        "En hel Pigello i sidans minne, med påhittade rader. Inget lämnar webbläsaren, och en omladdning börjar om.",
    ],
    sandboxFresh: ["Begin anew with fresh rows", "Börja om med nya rader"],
    connectReal: ["Speak with an address", "Tala med en adress"],
    baseUrl: ["Base URL", "Bas-URL"],
    baseUrlHint: [
        "Your proxy (pigello-client/proxy), a sandbox server, or the API. The page speaks with this address and with no other.",
        "Din proxy (pigello-client/proxy), en sandlådeserver eller API:t. Sidan talar med den adressen och ingen annan.",
    ],
    credentials: ["Credentials", "Uppgifter"],
    credentialsHint: [
        "Leave them empty where a proxy adds them. All seven or none.",
        "Lämna dem tomma där en proxy lägger till dem. Alla sju eller ingen.",
    ],
    secretWarning: [
        "A secret does not belong in a browser: every script and extension of this page could read it. Use a proxy, which adds it on a server. What is entered here stays in memory until the page is left.",
        "En hemlighet hör inte hemma i en webbläsare: varje skript och tillägg på sidan kan läsa den. Använd en proxy, som lägger till den på en server. Det som skrivs in här stannar i minnet tills sidan lämnas.",
    ],
    connect: ["Connect", "Anslut"],
    connected: ["Connected to {address}", "Ansluten till {address}"],
    connectedSandbox: ["The sandbox in this browser is used.", "Sandlådan i webbläsaren används."],
    fresh: ["The sandbox has begun anew.", "Sandlådan har börjat om."],
    answered: ["It answered.", "Den svarade."],
    wrongAddress: ["This is no address to speak with", "Adressen går inte att använda: den börjar med https:// eller http:// (eller är en sökväg, som /api) och har varken uppgifter eller frågedel"],
    wrongCredential: ["{name} is missing or cannot be sent: give all seven or none", "{name} saknas eller går inte att skicka: ange alla sju eller ingen"],
    notAnswered: ["It does not answer as it should: {why}", "Den svarar inte som den ska: {why}"],
} as const;

/** The words of this room, or those that every view has. */
export const say = saying(words);
