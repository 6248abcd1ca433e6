// Replaces e-mail addresses that were typed in a text.

import type { HtmlElement } from "./html-node.ts";

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
const MASK = "[e-mail removed]";

/** Replaces each e-mail address in the tree's texts, descriptions and addresses, and returns how many there were. */
export function maskEmails(root: HtmlElement): number {
  let count = 0;
  const mask = (text: string, replacement: string): string => {
    if (!text.includes("@")) return text;
    return text.replace(EMAIL, () => {
      count++;
      return replacement;
    });
  };
  const visit = (node: HtmlElement): void => {
    for (const name of ["title", "alt"]) {
      const value = node.attributes[name];
      if (value !== undefined) node.attributes[name] = mask(value, MASK);
    }
    for (const name of ["href", "src"]) {
      const value = node.attributes[name];
      if (value !== undefined) node.attributes[name] = mask(value, "removed");
    }
    for (const child of node.children) {
      if (child.kind === "text") child.text = mask(child.text, MASK);
      else visit(child);
    }
  };
  visit(root);
  return count;
}
