//! The messages in English.

use super::{Words, kinds, sentences};

pub(super) static WORDS: Words = Words {
    // Some codes have a second sentence, which passes on a hint. Braces are explained in `messages`.
    sentences: sentences! {
        Required: "Must be filled in";
        Null: "Cannot be empty", "Cannot be null; use `{hint}`";
        Type: "Is of the wrong type", "Must be {kind}";
        MinLength: "Must be at least {min} {min:character|characters}";
        MaxLength: "Must be at most {max} {max:character|characters}";
        Characters: "Contains a character that cannot be stored";
        Pattern: "Must match the pattern {pattern}";
        Email: "Must be an email address";
        Uuid: "Must be an id (uuid)";
        Url: "Must be a web address, such as https://example.com";
        Date: "Must be a date that exists, as YYYY-MM-DD";
        DateTime: "Must be a date and a time that exist, as YYYY-MM-DD HH:MM";
        Luhn: "The check digit is not right";
        Gln13: "The check digit of the GLN is not right";
        Integer: "Must be a whole number";
        Minimum: "Must be at least {min}";
        Maximum: "Must be at most {max}";
        Enum: "Must be one of: {values}";
        UnknownField: "No such field", "No such field; did you mean `{hint}`?";
        ReadOnly: "Cannot be changed";
        TogetherWith: "Must be set together with: {fields}";
        Excludes: "Cannot be set together with: {fields}";
        AtLeastOneOf: "Fill in at least one of: {fields}";
        Requires: "Requires that this is filled in too: {fields}";
        OrderedWith: "Is in the wrong order with: {fields}";
        MatchesValuesOf: "Has values that are missing in: {fields}";
        Magnitude: "Is too great or too small beside: {fields}";
        Duplicate: "Is there twice";
        Server: "The server refused it ({status})";
        Json: "Is not valid JSON";
        UnknownFilter: "Cannot be filtered on", "Cannot be filtered on; did you mean `{hint}`?";
        UnknownOperator: "No such operator here", "No such operator here; did you mean `{hint}`?";
        UnknownOrder: "Cannot be ordered by", "Cannot be ordered by; did you mean `{hint}`?";
        UnknownOption: "No such option", "No such option; did you mean `{hint}`?";
        Empty: "Must hold at least one value";
        Comma: "Must not contain a comma";
        UrlLength: "Makes the URL longer than {max} characters";
    },
    // What to call the kind of value that a `type` issue's hint names. Other hints stand as they are.
    kinds: kinds! {
        "string": "text";
        "number": "a number";
        "integer": "a whole number";
        "boolean": "true or false";
        "array": "a list";
        "object": "an object";
        "function": "a function";
        "{ id }": "a reference with an id";
        "YYYY-MM-DD": "a date as text, YYYY-MM-DD";
        "date-time": "a date and a time";
        "in": "one value; for several use `in`";
    },
};
