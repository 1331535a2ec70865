// A route handler in Node.
export { answer as POST } from "../answer";
