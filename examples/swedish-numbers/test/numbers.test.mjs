// Every number of numbers.mjs is judged as it says there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, tidied } from "../judge.mjs";
import { NUMBERS } from "../numbers.mjs";

for (const [field, numbers] of Object.entries(NUMBERS)) {
    for (const [number, verdict] of Object.entries(numbers)) test(`${field} ${number}`, () => assert.equal(judge(field, number), verdict));
}

test("a telephone number is right once it is tidied", () => {
    assert.equal(judge("phone_number", tidied("phone_number", "08-465 004 12")), "right");
    assert.equal(judge("phone_number", tidied("phone_number", "+46 (8) 465 004 12")), "right");
});
