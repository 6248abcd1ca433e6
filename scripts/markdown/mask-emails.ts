// Replaces e-mail addresses that were typed in a text.

import { EMAIL_MASK, replaceEmailAddresses } from "./email-address.ts";
import type { HtmlElement } from "./html-node.ts";

/** Replaces each e-mail address in the tree's texts, descriptions and addresses, and returns how many there were. */
export function maskEmails(root: HtmlElement): number {
  let count = 0;
  const mask = (text: string, replacement: string): string =>
    replaceEmailAddresses(text, () => {
      count++;
      return replacement;
    });
  const visit = (node: HtmlElement): void => {
    for (const name of ["title", "alt"]) {
      const value = node.attributes[name];
      if (value !== undefined) node.attributes[name] = mask(value, EMAIL_MASK);
    }
    for (const name of ["href", "src"]) {
      const value = node.attributes[name];
      if (value !== undefined) node.attributes[name] = mask(value, "removed");
    }
    for (const child of node.children) {
      if (child.kind === "text") child.text = mask(child.text, EMAIL_MASK);
      else visit(child);
    }
  };
  visit(root);
  return count;
}
