// The languages of the interface, one line each. A third one is its file of texts and a line here: docs/translating.md.

export { en } from "./en.ts";
export { sv } from "./sv.ts";
