//! The messages in Swedish.

use super::{Words, kinds, sentences};

pub(super) static WORDS: Words = Words {
    // Some codes have a second sentence, which passes on a hint. Braces are explained in `messages`.
    sentences: sentences! {
        Required: "Måste fyllas i";
        Null: "Får inte vara tomt", "Kan inte vara null – använd `{hint}`";
        Type: "Har fel typ", "Måste vara {kind}";
        MinLength: "Måste vara minst {min} tecken";
        MaxLength: "Får vara högst {max} tecken";
        Characters: "Innehåller ett tecken som inte kan sparas";
        Pattern: "Måste stämma med mönstret {pattern}";
        Email: "Måste vara en e-postadress";
        Uuid: "Måste vara ett id (uuid)";
        Url: "Måste vara en webbadress, till exempel https://exempel.se";
        Date: "Måste vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD";
        DateTime: "Måste vara ett datum och en tid som finns, skrivet ÅÅÅÅ-MM-DD TT:MM";
        Luhn: "Kontrollsiffran stämmer inte";
        Gln13: "GLN-numrets kontrollsiffra stämmer inte";
        Integer: "Måste vara ett heltal";
        Minimum: "Måste vara minst {min}";
        Maximum: "Får vara högst {max}";
        Enum: "Måste vara något av: {values}";
        UnknownField: "Fältet finns inte", "Fältet finns inte – menade du `{hint}`?";
        ReadOnly: "Kan inte ändras";
        TogetherWith: "Måste anges tillsammans med: {fields}";
        Excludes: "Kan inte anges tillsammans med: {fields}";
        AtLeastOneOf: "Fyll i minst ett av: {fields}";
        Requires: "Kräver att även detta fylls i: {fields}";
        OrderedWith: "Står i fel ordning mot: {fields}";
        MatchesValuesOf: "Har värden som saknas i: {fields}";
        Magnitude: "Är för stort eller för litet mot: {fields}";
        Duplicate: "Finns två gånger";
        Server: "Servern godtog det inte ({status})";
        Json: "Är inte giltig JSON";
        UnknownFilter: "Går inte att filtrera på", "Går inte att filtrera på – menade du `{hint}`?";
        UnknownOperator: "Operatorn finns inte här", "Operatorn finns inte här – menade du `{hint}`?";
        UnknownOrder: "Går inte att sortera på", "Går inte att sortera på – menade du `{hint}`?";
        UnknownOption: "Valet finns inte", "Valet finns inte – menade du `{hint}`?";
        Empty: "Måste innehålla minst ett värde";
        Comma: "Får inte innehålla ett kommatecken";
        UrlLength: "Gör adressen längre än {max} tecken";
    },
    // What to call the kind of value that a `type` issue's hint names. Other hints stand as they are.
    kinds: kinds! {
        "string": "text";
        "number": "ett tal";
        "integer": "ett heltal";
        "boolean": "sant eller falskt";
        "array": "en lista";
        "object": "ett objekt";
        "function": "en funktion";
        "{ id }": "en referens med ett id";
        "YYYY-MM-DD": "ett datum som text, ÅÅÅÅ-MM-DD";
        "date-time": "ett datum och en tid";
        "in": "ett värde – för flera används `in`";
    },
};
