// The figures as the table of README.md, with the goals.

const GOALS = { list: 1.1, stream: 1, grown: 80, get: 60 };

/** A line for each measure: ours, by hand, and the goal. */
export function table(title, { list, stream, get, grown }) {
    const over = middle(get.ours.map((time, round) => (time - get.byHand[round]) * 1_000));
    const lines = [
        [title, "ours", "by hand", "ours to theirs", "goal"],
        ["---", "--:", "--:", "--:", "---"],
        ["`list` of 10,000 rows; `fetch` and `response.json()`", ...times(list), goal(ratio(list), GOALS.list, "×")],
        ["`stream` of 100,000 rows; `TextDecoderStream` and `JSON.parse`", ...times(stream), goal(ratio(stream), GOALS.stream, "×")],
        ["the process grows by, while they are streamed", `${grown.toFixed(0)} MB`, "", "", goal(grown, GOALS.grown, "MB")],
        ["one `get`; `fetch` and `response.json()`", micro(get.ours), micro(get.byHand), `+ ${over.toFixed(1)} µs`, goal(over, GOALS.get, "µs more")],
    ];
    return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const times = (measured) => [milli(measured.ours), milli(measured.byHand), `${ratio(measured).toFixed(2)} ×`];
const milli = (all) => `${middle(all).toFixed(1)} ms`;
const micro = (all) => `${(middle(all) * 1_000).toFixed(1)} µs`;
const goal = (found, most, unit) => `≤ ${most} ${unit}: ${found <= most ? "met" : "not met"}`;
const ratio = ({ ours, byHand }) => middle(ours.map((time, round) => time / byHand[round]));

function middle(all) {
    return [...all].sort((one, other) => one - other)[all.length >> 1];
}
