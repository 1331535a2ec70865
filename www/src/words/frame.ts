// Words of the frame: what stands around every view. English, Swedish.

export const frameWords = {
    tagline: ["pigello-client at work, in your browser", "pigello-client i arbete, i din webbläsare"],
    skip: ["Skip to the content", "Hoppa till innehållet"],
    resource: ["Resource", "Resurs"],
    views: ["Views", "Vyer"],
    rows: ["Rows", "Rader"],
    new: ["New", "Ny"],
    edit: ["Change", "Ändra"],
    import: ["Import", "Import"],
    connection: ["Connection", "Anslutning"],
    inSandbox: ["Sandbox in this browser", "Sandlåda i webbläsaren"],
    language: ["Language", "Språk"],
    theme: ["Colours", "Färger"],
    themeAuto: ["As the system", "Som systemet"],
    themeLight: ["Light", "Ljusa"],
    themeDark: ["Dark", "Mörka"],
    documentedPartial: [
        "Not all of this resource's page is known: rows can hold more than what is shown by label.",
        "Hela resursens sida är inte känd: rader kan hålla mer än det som visas med etikett.",
    ],
    documentedName: [
        "Of this resource only the name is known: no fields are declared, so there is nothing to fill in.",
        "Av den här resursen är bara namnet känt: inga fält är deklarerade, så det finns inget att fylla i.",
    ],
    yes: ["Yes", "Ja"],
    no: ["No", "Nej"],
    close: ["Close", "Stäng"],
    cancel: ["Cancel", "Avbryt"],
    failed: ["Something went wrong", "Något gick fel"],
} as const;
