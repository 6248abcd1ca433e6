// Reads off a built page what a list of changed pages tells of it: its kind, its title, and the part that is its own.

import { decodeHTML } from "entities";

/** What is known of a page. */
export interface PageFacts {
  /** `text`: a post or page of the archive; `redirect`: an old address; `other`: lists and all else. */
  readonly kind: "text" | "redirect" | "other";
  /** Without the archive's name; empty when it has none. */
  readonly title: string;
  /** The HTML without what surrounds every page, and without the ways to its neighbours. */
  readonly own: string;
}

const MAIN = /<main\b[^>]*>([\s\S]*)<\/main>/;
const NEIGHBOURS = '<nav class="post-neighbours"';

/** Reads a page that a build of ours has written; of any other HTML, all is its own. */
export function readPage(html: string): PageFacts {
  const kind = /<body class="page-(\w+)/.exec(html)?.[1];
  const main = MAIN.exec(html)?.[1] ?? html;
  const end = main.indexOf(NEIGHBOURS);
  return {
    kind: kind === "post" ? "text" : kind === "redirect" ? "redirect" : "other",
    title: readTitle(html),
    own: end === -1 ? main : main.slice(0, end),
  };
}

function readTitle(html: string): string {
  const title = decodeHTML(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
  const site = decodeHTML(/<meta property="og:site_name" content="([^"]*)"/.exec(html)?.[1] ?? "");
  const suffix = ` – ${site}`;
  return site !== "" && title.endsWith(suffix) ? title.slice(0, -suffix.length).trim() : title.trim();
}
