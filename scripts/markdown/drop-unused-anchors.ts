// Removes the anchors that blog software sows into texts: only those stay that a link of the same text leads to.

import type { HtmlElement, HtmlNode } from "./html-node.ts";

/**
 * Removes every anchor that no `#…` link in the tree leads to, and every second one of a name. Links may name the text's
 * own address before the `#`, as those of footnotes do.
 */
export function dropUnusedAnchors(root: HtmlElement, ownAddress?: string): void {
  const own = ownAddress?.replace(/#.*$/s, "");
  const wanted = new Set<string>();
  let hasAnchors = false;
  const look = (node: HtmlNode): void => {
    if (node.kind === "text") return;
    hasAnchors ||= node.name === "#anchor";
    const href = node.attributes.href;
    const fragment = href === undefined ? undefined : findFragment(href, own);
    if (fragment !== undefined) wanted.add(fragment).add(decode(fragment));
    node.children.forEach(look);
  };
  look(root);
  if (hasAnchors) drop(root, wanted);
}

function findFragment(href: string, own: string | undefined): string | undefined {
  if (href.startsWith("#")) return href.slice(1);
  return own !== undefined && own !== "" && href.startsWith(`${own}#`) ? href.slice(own.length + 1) : undefined;
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
