// Finds the addresses in the tags of an HTML text, with their places.

import { decodeHTMLAttribute } from "entities";
import type { AddressKind } from "./rendered-addresses.ts";

/** An address in a tag. */
export interface TagAddress {
  readonly start: number;
  readonly end: number;
  /** Decoded. */
  readonly address: string;
  readonly kind: AddressKind;
}

const PIECE = /<!--[\s\S]*?(?:-->|$)|<([a-z][a-z\d-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const ADDRESSES: Readonly<Record<string, AddressKind>> = {
  href: "link",
  src: "image",
  srcset: "image",
  poster: "image",
  cite: "link",
};

/** Returns the addresses of links and images, in order; those in comments are none. */
export function findTagAddresses(html: string): readonly TagAddress[] {
  const found: TagAddress[] = [];
  for (const piece of html.matchAll(PIECE)) {
    const [, name, attributes = ""] = piece;
    if (name === undefined || !attributes.includes("=")) continue;
    const offset = piece.index + 1 + name.length;
    for (const attribute of attributes.matchAll(ATTRIBUTE)) {
      const key = (attribute[1] ?? "").toLowerCase();
      const value = attribute[2] ?? attribute[3] ?? attribute[4];
      const kind = Object.hasOwn(ADDRESSES, key) ? ADDRESSES[key] : undefined;
      if (kind === undefined || value === undefined) continue;
      const isQuoted = attribute[4] === undefined;
      const end = offset + attribute.index + attribute[0].length - (isQuoted ? 1 : 0);
      const start = end - value.length;
      if (key === "srcset") addCandidates(found, value, start);
      else found.push({ start, end, address: decodeHTMLAttribute(value).trim(), kind });
    }
  }
  return found;
}

// "small.jpg 300w, large.jpg 1024w": an address may hold a comma, but none at its end.
function addCandidates(found: TagAddress[], value: string, offset: number): void {
  for (const candidate of value.matchAll(/(?:^|,)\s*([^\s,]\S*[^\s,])/g)) {
    const text = candidate[1] ?? "";
    const end = offset + candidate.index + candidate[0].length;
    found.push({ start: end - text.length, end, address: decodeHTMLAttribute(text), kind: "image" });
  }
}
