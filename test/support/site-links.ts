// Follows every link of a built site and finds those that lead nowhere.

import { queryAll } from "./dom.ts";
import type { BuiltSite, Page } from "./site.ts";

/** An address on a page that points into the site. */
interface SiteLink {
  readonly page: Page;
  readonly href: string;
  readonly url: URL;
}

const LINKS: readonly (readonly [selector: string, attribute: string])[] = [
  ["a", "href"],
  ["area", "href"],
  ["link", "href"],
  ["script", "src"],
  ["img", "src"],
  ["source", "src"],
  ["video", "src"],
  ["audio", "src"],
  ["form", "action"],
];

/** Where a site of unknown address is imagined to stand. */
const NOWHERE = "https://site.invalid/some/where/";

/**
 * Returns links and anchors that lead nowhere, or out of the site's base path, as sentences.
 *
 * @param root The site's address with its base path, when it was built for one; else the site is put below a path of its own.
 */
export function findBrokenLinks(site: BuiltSite, root: string = NOWHERE): readonly string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string): ReadonlySet<string> => {
    const known =
      ids.get(file) ?? new Set(queryAll(site.page(`/${file}`).document, "[id]").map(({ attribs }) => attribs.id ?? ""));
    ids.set(file, known);
    return known;
  };
  const files = new Set(site.files);
  const base = new URL(root);
  return site.pages().flatMap((page) =>
    listLinks(page, base).flatMap(({ href, url }) => {
      const why = findTrouble(url, base, files, idsOf);
      return why === undefined ? [] : [`${page.file}: ${href} ${why}`];
    }),
  );
}

function listLinks(page: Page, base: URL): readonly SiteLink[] {
  const here = new URL(encodeURI(page.path.slice(1)), base);
  const addresses = LINKS.flatMap(([selector, attribute]) =>
    queryAll(page.document, `${selector}[${attribute}]`).map(({ attribs }) => attribs[attribute] ?? ""),
  );
  const refreshes = queryAll(page.document, "meta[http-equiv=refresh]").map(
    ({ attribs }) => /url=(.*)$/i.exec(attribs.content ?? "")?.[1] ?? "",
  );
  return [...addresses, ...refreshes].flatMap((href) => {
    if (!URL.canParse(href, here)) return [{ page, href, url: new URL("about:invalid") }];
    const url = new URL(href, here);
    return url.origin === base.origin ? [{ page, href, url }] : [];
  });
}

function findTrouble(
  url: URL,
  base: URL,
  files: ReadonlySet<string>,
  idsOf: (file: string) => ReadonlySet<string>,
): string | undefined {
  if (url.protocol === "about:") return "is no address";
  if (!url.pathname.startsWith(base.pathname)) return `leads out of ${base.pathname}`;
  const path = decodeURIComponent(url.pathname.slice(base.pathname.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) return files.has(`${file}/index.html`) ? "lacks its last slash" : "leads to no file";
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor === "" || anchor === "top" || !file.endsWith(".html")) return undefined;
  return idsOf(file).has(anchor) ? undefined : "leads to an anchor that is not there";
}
