// Gives the headings of a long text ids, and lists them: a way into the text for those who do not read it from the top.

import { htmlToText } from "../markdown/html-to-text.ts";
import type { Heading } from "./view.ts";

/** Words from which on a text is long. */
export const LONG_TEXT = 600;
const MIN_HEADINGS = 3;
/** Links to its own places, each alone in an item, by which a text has a table of contents already. */
const MIN_OWN_LINKS = 3;
const MAX_ID_LENGTH = 60;

/** A text with ids at its headings, and the list of these; empty where the text needs none. */
export interface ListedText {
  readonly html: string;
  readonly headings: readonly Heading[];
}

interface OpenHeading extends Heading {
  readonly level: number;
  readonly children: OpenHeading[];
}

/** Returns the safe HTML of a post with its headings listed, those below others only to the second level. Takes linear time. */
export function listHeadings(html: string, wordCount: number): ListedText {
  if (wordCount < LONG_TEXT || !html.includes("<h")) return { html, headings: [] };
  const found = findHeadings(html);
  if (found.length < MIN_HEADINGS || hasOwnContents(html)) return { html, headings: [] };
  const taken = new Map<string, number>();
  const roots: OpenHeading[] = [];
  const parts: string[] = [];
  let end = 0;
  for (const { at, level, label } of found) {
    const id = chooseId(label, taken);
    parts.push(html.slice(end, at), ` id="${id}"`);
    end = at;
    addHeading(roots, { id, label, level, children: [] });
  }
  parts.push(html.slice(end));
  return { html: parts.join(""), headings: roots };
}

interface FoundHeading {
  /** Where an attribute can be put in. */
  readonly at: number;
  readonly level: number;
  readonly label: string;
}

/** Finds the headings of the text itself, not those of what it quotes or shows in tables. */
function findHeadings(html: string): readonly FoundHeading[] {
  const found: FoundHeading[] = [];
  let depth = 0;
  let open: { readonly at: number; readonly start: number; readonly level: number } | undefined;
  for (const match of html.matchAll(/<(\/?)(blockquote|table|details|h[1-6])\b([^>]*)>/g)) {
    const [tag, slash, name = "", attributes = ""] = match;
    if (!/^h\d$/.test(name)) depth += slash === "" ? 1 : -1;
    else if (slash === "") {
      const at = match.index + 1 + name.length;
      open =
        depth === 0 && !/\sid=/.test(attributes)
          ? { at, start: match.index + tag.length, level: Number(name[1]) }
          : undefined;
    } else if (open !== undefined) {
      const label = htmlToText(html.slice(open.start, match.index)).replace(/\s+/g, " ");
      if (label !== "") found.push({ at: open.at, level: open.level, label });
      open = undefined;
    }
  }
  return found;
}

function hasOwnContents(html: string): boolean {
  return (html.match(/<li>\s*(?:<p>)?<a href="[^"]*#text-[^"]*"[^>]*>[^<]*<\/a>/g)?.length ?? 0) >= MIN_OWN_LINKS;
}

/** Ids begin like nothing else on the page: comments have those of their source, anchors of texts begin with `text-`. */
function chooseId(label: string, taken: Map<string, number>): string {
  const words = label
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .slice(0, MAX_ID_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/^-|-$/g, "");
  const stem = words === "" ? "section" : `section-${words}`;
  let id = words === "" ? "section-1" : stem;
  // Where a number was free for the last heading of that name, the next one begins.
  let number = taken.get(stem) ?? 2;
  for (; taken.has(id); number++) id = `${stem}-${number}`;
  taken.set(stem, number);
  taken.set(id, taken.get(id) ?? 2);
  return id;
}

function addHeading(roots: OpenHeading[], heading: OpenHeading): void {
  const last = roots[roots.length - 1];
  if (last === undefined || heading.level <= last.level) roots.push(heading);
  else if (heading.level <= (last.children[0]?.level ?? heading.level)) last.children.push(heading);
}
