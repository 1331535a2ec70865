// A wasm as the text of a JavaScript string, of which pkg-template/src/load-text.ts makes the same bytes again.
//
// What every page carries is compressed on its way, and compressors find more in numbers of one kind that stand side by
// side, as characters. So each kind has a stream of its own, parted by "|": what is no code (PLAIN), the locals of each
// function (LOCALS), the opcodes (OPCODES, in the order of how often they come: a list of them is first, each with what
// follows it), addresses of data (ADDRESSES), operands that come as bytes (RARE), and all other operands, by the upper
// six bits of their opcode. Locals and functions that are called are told by how many others were used since they were: what is
// used soon again is a small number. The lengths of functions are left out: a function ends where its blocks do.
//
// Numbers are digits to the base 92, which are the characters from " " on. What is below `short` is one digit; else the
// digits from `short` on are gone through again and again, and another number counts how often. A byte is a number with
// another bit 5: small letters, blanks and the digits of a text stand for themselves then, and 0 is one digit.

/**
 * What follows an opcode: 0 to 2 for so many unsigned numbers, with ZERO a byte before them, or one of these. LOCAL, CALL: a
 * number, of which is said how many others of its kind were used since it was.
 */
const [BYTES, ZERO, SIGNED, ADDRESS, LOCAL, CALL] = [3, 4, 6, 7, 8, 9];
/** There are no more functions, nor locals in one, than these. The unpacker has the number, too (`pkg-template/unpack/src/lib.rs`). */
const NUMBERS = 512;

/** Above those that go by opcode: `ref.func`, 0xd2, is the last one with an operand. */
const [LOCALS, ADDRESSES, RARE, PLAIN, OPCODES] = [54, 55, 56, 57, 58];

const BASE = 92;
const SHORT = 68;
/** Where most is a byte, or one of the opcodes there are. */
const SHORT_BYTE = 90;
const OF_BYTES = [RARE, PLAIN, OPCODES];

/** Where data begins: Rust's stack is below. */
const DATA = 0x100000;
/** Above this there are signed numbers only. */
const DATA_END = 2 * DATA;

/** The text of a wasm in which no address is said to be aligned. */
export function wasmText(wasm) {
    const streams = Array.from({ length: OPCODES + 1 }, () => "");
    const put = (stream, value) => (streams[stream] += number(value, OF_BYTES.includes(stream) ? SHORT_BYTE : SHORT));
    const bytes = (stream, from, to) => {
        put(stream, to - from);
        for (const byte of wasm.subarray(from, to)) put(stream, byte ^ 32);
    };
    const { start, end, functions } = read(wasm);
    const kinds = kindsOf(functions);
    put(OPCODES, kinds.length);
    for (const kind of kinds) for (const value of kind) put(OPCODES, value);
    const ranks = new Map(kinds.map((kind, rank) => [`${kind}`, rank]));

    bytes(PLAIN, 0, start);
    put(LOCALS, functions.length);
    const calls = new Recent();
    for (const { locals, instructions } of functions) {
        const used = new Recent();
        for (const value of locals) put(LOCALS, value);
        for (const { kind, operands, from, to } of instructions) {
            put(OPCODES, ranks.get(`${kind}`));
            const [opcode, follows] = kind;
            if (follows === BYTES) bytes(RARE, from, to);
            else if (follows === SIGNED) put(opcode >> 2, folded(operands[0]));
            else if (follows === ADDRESS) put(ADDRESSES, operands[0] - DATA);
            else if (follows === LOCAL) put(opcode >> 2, used.place(operands[0]));
            else if (follows === CALL) put(opcode >> 2, calls.place(operands[0]));
            else for (const value of operands) put(opcode >> 2, value);
        }
    }
    bytes(PLAIN, end, wasm.length);
    return streams.map((stream) => `${stream}|`).join("");
}

function number(value, short) {
    if (value < short) return digit(value);
    const above = value - short;
    const digits = BASE - short;
    return digit(short + (above % digits)) + number(Math.floor(above / digits), short);
}

/** `"` and `\` would be escaped in a string: the last two characters are for them. */
function digit(value) {
    return value === 2 ? "}" : value === 60 ? "~" : String.fromCharCode(32 + value);
}

/** Numbers, those used last first; before that, the smaller ones. */
class Recent {
    #numbers = Array.from({ length: NUMBERS }, (_, at) => at);

    /** Where a number stands, from now on at the beginning. */
    place(number) {
        const place = this.#numbers.indexOf(number);
        if (place < 0) throw new Error(`there are more functions or locals than NUMBERS says, here and in pkg-template/unpack/src/lib.rs: ${NUMBERS}`);
        this.#numbers.splice(place, 1);
        this.#numbers.unshift(number);
        return place;
    }
}

/** 0, -1, 1, -2, 2, … as 0, 1, 2, 3, 4, … */
function folded(value) {
    return value < 0 ? -2 * value - 1 : 2 * value;
}

/** The different kinds of instructions, the most frequent first. */
function kindsOf(functions) {
    const found = new Map();
    for (const { instructions } of functions) {
        for (const { kind } of instructions) {
            const { count = 0 } = found.get(`${kind}`) ?? {};
            found.set(`${kind}`, { kind, count: count + 1 });
        }
    }
    return [...found.values()].sort((one, other) => other.count - one.count).map(({ kind }) => kind);
}

/** Where the code of a wasm begins and ends, and its functions. */
function read(wasm) {
    let at = 8;
    const unsigned = () => {
        let value = 0;
        for (let factor = 1; ; factor *= 128) {
            const byte = wasm[at++];
            value += (byte & 127) * factor;
            if (byte < 128) return value;
        }
    };
    const signed = () => {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = wasm[at++];
            value |= (byte & 127) << shift;
            // Of the last byte the upper bit is the sign.
            if (byte < 128) return shift < 28 ? (value << (25 - shift)) >> (25 - shift) : value;
        }
    };
    const times = (count, step) => Array.from({ length: count }, step);
    const rare = {
        // br_table, i64.const, f32.const, f64.const
        0x0e: () => times(unsigned() + 1, unsigned),
        0x42: unsigned,
        0x43: () => (at += 4),
        0x44: () => (at += 8),
        // trunc_sat and bulk memory: the first eight have no operand, every second of the others has two.
        0xfc: () => {
            const which = unsigned();
            if (which >= 8) times(which < 16 && which % 2 === 0 ? 2 : 1, unsigned);
        },
    };
    const instruction = () => {
        const opcode = wasm[at++];
        const from = at;
        if (rare[opcode]) {
            rare[opcode]();
            return { kind: [opcode, BYTES], from, to: at };
        }
        if (opcode === 0x41) {
            const value = signed();
            return { kind: [opcode, value >= DATA && value < DATA_END ? ADDRESS : SIGNED], operands: [value] };
        }
        if (opcode >= 0x28 && opcode <= 0x3e) {
            if (wasm[at++] !== 0) throw new Error("an address is said to be aligned");
            return { kind: [opcode, ZERO + 1], operands: [unsigned()] };
        }
        if (opcode === 0x10) return { kind: [opcode, CALL], operands: [unsigned()] };
        if (opcode >= 0x20 && opcode <= 0x22) return { kind: [opcode, LOCAL], operands: [unsigned()] };
        const operands = times(unsignedOperands(opcode), unsigned);
        // The stack's is the first global.
        if (opcode >= 0x23 && opcode <= 0x24 && operands[0] === 0) return { kind: [opcode, ZERO], operands: [] };
        return { kind: [opcode, operands.length], operands };
    };
    const body = () => {
        const length = unsigned();
        const end = at + length;
        const groups = unsigned();
        const locals = [groups, ...times(2 * groups, unsigned)];
        const instructions = [];
        while (at < end) instructions.push(instruction());
        if (at > end) throw new Error("an instruction is not known");
        return { locals, instructions };
    };
    for (;;) {
        const section = wasm[at++];
        const length = unsigned();
        if (section !== 10) {
            at += length;
            continue;
        }
        const count = unsigned();
        const start = at;
        return { start, functions: times(count, body), end: at };
    }
}

function unsignedOperands(opcode) {
    // call_indirect, select with a type
    if (opcode === 0x11 || opcode === 0x1c) return 2;
    // block, loop, if; br, br_if; globals, tables; memory.size, memory.grow; ref.null, ref.func
    const one = [[0x02, 0x04], [0x0c, 0x0d], [0x23, 0x26], [0x3f, 0x40], [0xd0, 0xd0], [0xd2, 0xd2]];
    return one.some(([first, last]) => opcode >= first && opcode <= last) ? 1 : 0;
}
