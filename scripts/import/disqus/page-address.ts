// Tells by their addresses whether two threads were of one page, and which post of the archive that is.

import { readOldAddress } from "../../archive/old-address.ts";

/** What an address says of its page. */
export interface PageAddress {
  /** Host without `www.`, in small letters; absent for a path alone. */
  readonly host?: string;
  /** Path and the parts of the query that name a page, in the form in which equal pages are equal. */
  readonly path: string;
  /** Number of the post, of WordPress's `?p=198`. */
  readonly postNumber?: string;
}

/** Reads an address, or a path such as `/blog/x.html`; undefined for what is neither. */
export function readPageAddress(text: string): PageAddress | undefined {
  const address = /https?:\/\/\S+/i.exec(text)?.[0] ?? text.trim();
  const isPath = /^\/[^/\s]/.test(address) || address === "/";
  if (!isPath && !/^https?:\/\//i.test(address)) return undefined;
  const old = readOldAddress(isPath ? `http://path.invalid${address}` : address);
  if (old === undefined) return undefined;
  const { host, path, page, number, query, fragment } = old;
  const named = [...(number === undefined ? [] : [`p=${number}`]), ...(query === "" ? [] : [query])].join("&");
  // Some sites tell their pages apart by what stands behind "#!".
  const bang = fragment?.startsWith("!") ? `#${fragment}` : "";
  // A view of the front page may be a page that is called so.
  const bare = toLoosePath(page === undefined || page === "/" ? path : page);
  return {
    ...(!isPath && { host }),
    path: `${bare}${named === "" ? "" : `?${named}`}${bang}`,
    ...(number !== undefined && { postNumber: number }),
  };
}

/** Tells whether a path says enough to know a page by it on whatever host: a date, or a name of several words. */
export function isTellingPath(path: string): boolean {
  const bare = path.replace(/\?.*$/, "");
  return /\/\d{4}\/\d\d?\/./.test(bare) || (bare.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3;
}

// Disqus's threads are found although a blog once wrote its addresses in capitals, or with another ending.
function toLoosePath(path: string): string {
  const loose = path
    .toLowerCase()
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, "")
    .replace(/\.html?$/, "");
  return loose === "" ? "/" : loose;
}
