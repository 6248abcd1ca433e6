// Tells whether inline content stands in its normal form already, as most of it does: then nothing has to be made anew.
// It may say no to what is normal, and never yes to what is not; a test holds tidy-phrasing.ts to that.

import type { HtmlElement, HtmlNode } from "./html-node.ts";

/** Neighbours of one of these kinds are one. */
export const MERGEABLE: ReadonlySet<string> = new Set(["em", "strong", "del", "u"]);
const ODD_SPACE = /[\t\n\f\r]| {2}/;
const BLANK = /^[\s\u200b\ufeff]*$/;

/** What is known about the content: see tidy-phrasing.ts. */
interface NormalOptions {
  readonly isLinkifying: boolean;
}

/** Returns true when tidying the content would change nothing. */
export function isNormalPhrasing(children: readonly HtmlNode[], { isLinkifying }: NormalOptions): boolean {
  let hasContent = false;
  let wasText = false;
  let wasBreak = true;
  let endsWithSpace = false;
  for (let index = 0; index < children.length; index++) {
    const node = children[index] as HtmlNode;
    if (node.kind === "text") {
      const { text } = node;
      if (wasText || text === "" || ODD_SPACE.test(text) || (isLinkifying && text.includes("://"))) return false;
      if (text.startsWith(" ") && (wasBreak || endsWithSpace)) return false;
      hasContent ||= !BLANK.test(text);
      endsWithSpace = text.endsWith(" ");
      wasText = true;
      wasBreak = false;
      continue;
    }
    wasText = false;
    if (node.name === "br") {
      // Not first, not last, not two in a row.
      if (wasBreak || endsWithSpace || node.attributes.implied !== undefined) return false;
      wasBreak = true;
      continue;
    }
    const before = children[index - 1];
    if (before?.kind === "element" && before.name === node.name && MERGEABLE.has(node.name)) return false;
    if (node.name !== "img" && !isNormalElement(node, isLinkifying)) return false;
    hasContent = true;
    wasBreak = false;
    endsWithSpace = false;
  }
  return hasContent && !wasBreak && !endsWithSpace;
}

/** An inline element with content that begins and ends with more than white space. */
function isNormalElement({ name, children }: HtmlElement, isLinkifying: boolean): boolean {
  if (name === "#anchor" || name === "wbr" || children.length === 0) return false;
  for (const child of children) {
    if (child.kind === "element" && child.name !== "img") return false;
    if (child.kind === "text" && (children.length > 1 || BLANK.test(child.text) || !isNormalText(child.text)))
      return false;
  }
  const only = children[0];
  const isLinked = name === "a" || name === "code";
  return only?.kind !== "text" || !isLinkifying || isLinked || !only.text.includes("://");
}

function isNormalText(text: string): boolean {
  return !ODD_SPACE.test(text) && !text.startsWith(" ") && !text.endsWith(" ");
}
