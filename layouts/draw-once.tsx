// Draws what many pages share once for all of them: a third of a page's elements are the same on each.

import type { VNode } from "preact";
import { Written, writeJsx } from "../scripts/site/write-jsx.ts";

const drawn = new Map<string, string>();
/** Pages of one kind share their parts; more would mean that a key tells too much. */
const MAX_DRAWN = 500;

/** Returns what `draw` draws, from the first time that it was asked for. `on` names the part and tells all that it depends on. */
export function drawOnce(on: readonly string[], draw: () => VNode): VNode {
  const key = on.join("\n");
  let html = drawn.get(key);
  if (html === undefined) {
    if (drawn.size >= MAX_DRAWN) drawn.clear();
    html = writeJsx(draw());
    drawn.set(key, html);
  }
  return <Written html={html} />;
}
