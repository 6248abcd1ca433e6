// Draws what many pages share once for all of them: a third of a page's elements are the same on each.

import type { VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";

const drawn = new Map<string, string>();
/** Pages of one kind share their parts; more would mean that a key tells too much. */
const MAX_DRAWN = 500;

/** Returns what `draw` draws, from the first time that it was asked for. `on` names the part and tells all that it depends on. */
export function drawOnce(on: readonly string[], draw: () => VNode): VNode {
  const key = on.join("\n");
  let html = drawn.get(key);
  if (html === undefined) {
    if (drawn.size >= MAX_DRAWN) drawn.clear();
    html = renderToString(draw());
    drawn.set(key, html);
  }
  // https://github.com/preactjs/preact/blob/main/jsx-runtime/src/index.js: a template without expressions is written as it is.
  return jsxTemplate([html]);
}
