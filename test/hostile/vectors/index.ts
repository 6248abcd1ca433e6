// All vectors together, as texts that a post or comment may hold; npm test tries each, npm run test:large each at every place.

import { IS_LARGE_RUN } from "../../support/thoroughness.ts";
import { ADDRESSES, placeAddress } from "./addresses.ts";
import { MARKDOWN_VECTORS } from "./markdown.ts";
import { MARKUP_VECTORS } from "./markup.ts";

/** HTML as exports hold it. */
export const HTML_TEXTS: readonly string[] = [
  ...MARKUP_VECTORS,
  ...ADDRESSES.flatMap((address, index) => {
    const placed = placeAddress(address);
    // Each address at one place, and each place with some addresses; all with all in a thorough run.
    return IS_LARGE_RUN ? placed : placed.filter((_, place) => place === index % placed.length);
  }),
];

/** Markdown as somebody types it into content/: HTML may stand in it. */
export const MARKDOWN_TEXTS: readonly string[] = [...MARKDOWN_VECTORS, ...HTML_TEXTS];

/** Returns the vector of a number; past the last one they begin anew. */
export function pick(vectors: readonly string[], number: number): string {
  return vectors[number % vectors.length] ?? "";
}
