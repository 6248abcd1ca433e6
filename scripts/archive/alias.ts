// Reads former addresses: what may stand in `aliases`, and which file of the site becomes the redirect.

import { foldName, isSafePath, isSiteFileName } from "./slug.ts";

/** Names at the top of the site that belong to files that are no pages, now or in a later version. */
const OWN_NAMES = /^(?:assets|data|images|search-index|sitemap.*|opensearch.*|robots\.txt|ordskifte\.json|_.*|cname)$/;

/** A former address that a redirect page can serve. */
export interface FormerAddress {
  /** Path below the base: with a slash at its end, or the name of an HTML file. */
  readonly path: string;
  /** File below the output folder. */
  readonly file: string;
}

/**
 * Reads an entry of `aliases`, `/en/2011/old-slug/`. Returns undefined for anything that is not a plain path on this site:
 * it may have been typed by anyone, so nothing in it may lead out of the output folder or over other files.
 */
export function readAlias(alias: string): FormerAddress | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is refused
  if (!alias.startsWith("/") || /[\s?#\\\u0000-\u001f]/.test(alias)) return undefined;
  const encoded = alias.slice(1).replace(/\/$/, "").split("/");
  const segments = encoded.map(decodeSegment);
  if (!segments.every((segment) => segment !== undefined) || !isSafePath(segments) || isOwnName(segments))
    return undefined;
  // A file may not be a folder to another redirect.
  if (segments.slice(0, -1).some((segment) => isPage(segment))) return undefined;
  const last = segments.at(-1) ?? "";
  const path = `/${segments.map(encodeURIComponent).join("/")}`;
  if (isPage(last)) return alias.endsWith("/") ? undefined : { path, file: segments.join("/") };
  if (isSiteFileName(last) || (!alias.endsWith("/") && last.includes("."))) return undefined;
  return { path: `${path}/`, file: `${segments.join("/")}/index.html` };
}

/** Tells whether a path begins like a file of the site that is no page, or has the name of one for a folder. */
export function isOwnName(segments: readonly string[]): boolean {
  return OWN_NAMES.test(foldName(segments[0] ?? "")) || segments.slice(0, -1).some(isSiteFileName);
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isPage(segment: string): boolean {
  return /\.html?$/i.test(segment);
}
