// Writes an old address so that imports still know it by what they read, and a person cannot read the title in it.

import { hash } from "node:crypto";
import { readOldAddress, toAddressKey } from "./old-address.ts";

const HIDDEN = /^sha256-[0-9a-f]{24}(?=#|$)/;

/** Returns the hash of an address in normal form, with the id of the comment that it leads to: `sha256-0123…#comment-7`. What is no address, or hidden already, stays. */
export function hideAddress(address: string): string {
  const old = HIDDEN.test(address) ? undefined : readOldAddress(address);
  if (old === undefined) return address;
  return hideKey(toAddressKey(old)) + (old.comment === undefined ? "" : `#${old.comment}`);
}

/** Returns the hash of the key of an address: see toAddressKey(). */
export function hideKey(key: string): string {
  return `sha256-${hash("sha256", key, "hex").slice(0, 24)}`;
}

/** Returns the hash that stands for an address; undefined for one that is not hidden. */
export function readHidden(address: string): string | undefined {
  return HIDDEN.exec(address)?.[0];
}
