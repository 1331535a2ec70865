// A route handler at the edge, where nothing may be compiled: the package brings its entry without WebAssembly.
export const runtime = "edge";

export { answer as POST } from "../answer";
