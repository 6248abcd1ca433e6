// Removes the anchors that blog software sows into texts: only those stay that a link of the same text leads to.

import type { HtmlElement, HtmlNode } from "./html-node.ts";

/** Removes every anchor that no `#…` link in the tree leads to, and every second one of a name. */
export function dropUnusedAnchors(root: HtmlElement): void {
  const wanted = new Set<string>();
  let hasAnchors = false;
  const look = (node: HtmlNode): void => {
    if (node.kind === "text") return;
    hasAnchors ||= node.name === "#anchor";
    const href = node.attributes.href;
    if (href?.startsWith("#")) wanted.add(href.slice(1)).add(decode(href.slice(1)));
    node.children.forEach(look);
  };
  look(root);
  if (hasAnchors) drop(root, wanted);
}

function drop(node: HtmlElement, wanted: Set<string>): void {
  node.children = node.children.filter((child) => {
    if (child.kind === "text") return true;
    const wasEmpty = child.children.length === 0;
    drop(child, wanted);
    // A paragraph that held nothing but an anchor.
    if (!wasEmpty && child.children.length === 0 && child.name === "p") return false;
    return child.name !== "#anchor" || wanted.delete(child.attributes.id ?? "");
  });
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
