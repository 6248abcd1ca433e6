// Finds the path that is to stand in a file instead of an old address.

import type { AddressBook } from "./address-book.ts";
import { isOnHost } from "./address-book.ts";
import { toRelativePath } from "./link-path.ts";
import { readOldAddress } from "./old-address.ts";
import type { AddressHooks, AddressPlace, ResolveAddress } from "./record-texts.ts";

/** Resolves the addresses of an import. */
export interface LinkResolver {
  /** Resolves links to files and to records, and images. */
  readonly resolve: ResolveAddress;
  /** Resolves links to records only. */
  readonly resolveRecord: ResolveAddress;
  readonly mayConcern: (text: string) => boolean;
  /** Tells whether a text may hold a link to a record. */
  readonly mayConcernRecords: (text: string) => boolean;
  readonly isOnHost: (address: string) => boolean;
  /** Tells why an address leads nowhere. */
  readonly explain: (address: string) => "ambiguous" | "unresolved";
}

/** Returns the resolver of a book, and of files where `media` finds them. */
export function createLinkResolver(
  book: AddressBook,
  media?: Pick<AddressHooks, "resolveAddress" | "mayHoldAddress">,
): LinkResolver {
  const resolveRecord: ResolveAddress = (address, kind, at) => {
    if (kind === "image" || !isOnHost(address, book.hosts)) return undefined;
    const old = readOldAddress(address);
    const target = old === undefined ? undefined : book.find(old);
    return target?.kind === "post" ? toPath(at, target) : undefined;
  };
  return {
    resolve: (address, kind, at) =>
      media?.resolveAddress?.(address, kind, at, 0) ?? resolveRecord(address, kind, at, 0),
    resolveRecord,
    mayConcern: (text) => book.mentions(text) || media?.mayHoldAddress?.(text) === true,
    mayConcernRecords: book.mentions,
    isOnHost: (address) => isOnHost(address, book.hosts),
    explain: (address) => {
      const old = readOldAddress(address);
      return old !== undefined && book.find(old)?.kind === "ambiguous" ? "ambiguous" : "unresolved";
    },
  };
}

function toPath(
  at: AddressPlace,
  { id, comment, fragment }: { readonly id: string; readonly comment?: string; readonly fragment?: string },
): string {
  const path = toRelativePath(at, id);
  if (comment !== undefined) return `${path}#${comment}`;
  if (fragment === undefined) return path;
  // A place in the text: only this text's own anchors are kept, and what names its words needs none.
  if (path === "index.md" && !fragment.startsWith(":~:")) return `#${encodeURIComponent(fragment)}`;
  return fragment.startsWith(":~:text=") ? `${path}#${encodeFragment(fragment)}` : path;
}

function encodeFragment(fragment: string): string {
  return fragment.replace(/[^\p{L}\p{N}\p{M}:~=,.&%_-]/gu, encodeURIComponent);
}
