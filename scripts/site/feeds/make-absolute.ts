// Makes the relative addresses in rendered HTML absolute: many feed readers do not know xml:base.

import { absoluteAddress, type SiteLocation } from "../location.ts";

/** Returns the HTML of a page at `path` with absolute links and images; as it is where the site's address is unknown. */
export function makeAbsolute(html: string, path: string, location: SiteLocation): string {
  const base = absoluteAddress(path, location);
  if (base === undefined || !/\s(?:href|src|srcset)="/.test(html)) return html;
  // Only inside of tags: an archived text may show markup as its words.
  return html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag
      .replace(
        /(\s(?:href|src)=")([^"]*)"/g,
        (_, start: string, address: string) => `${start}${resolve(address, base)}"`,
      )
      .replace(/(\ssrcset=")([^"]*)"/g, (_, start: string, list: string) => `${start}${resolveList(list, base)}"`),
  );
}

function resolve(address: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  // In an attribute `&` is written `&amp;`, which stays as it is.
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function resolveList(list: string, base: string): string {
  return list
    .split(/,\s+/)
    .map((candidate) => candidate.replace(/^\S+/, (address) => resolve(address, base)))
    .join(", ");
}
