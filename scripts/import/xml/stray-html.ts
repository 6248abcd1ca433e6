// What the XML reader knows of HTML: tags that stray into an export, and how to hand on those that stand in a text.

import type { Attributes } from "./xml-model.ts";

// What PHP's notices and error pages print between the elements of an export.
const STRAY_TAGS: ReadonlySet<string> = new Set(
  "br b p i em strong font hr div span pre html head body style script meta table tbody tr td th code a h1 h2 ul li u".split(
    " ",
  ),
);
const VOID_TAGS: ReadonlySet<string> = new Set(["br", "hr", "img"]);
// Names that elements of the formats share with HTML.
const SHARED_TAGS: ReadonlySet<string> = new Set(["title", "link"]);

/** Tells whether a tag between the elements of an export is HTML that does not belong there. */
export function isStrayTag(rawName: string): boolean {
  return STRAY_TAGS.has(rawName.toLowerCase());
}

/** Tells whether an element of HTML is always empty. */
export function isVoidTag(local: string): boolean {
  return VOID_TAGS.has(local);
}

/** Tells whether an element of a format may as well be HTML. */
export function isHtmlTag(local: string): boolean {
  return SHARED_TAGS.has(local);
}

/** Writes a start tag as HTML, without namespaces. */
export function writeStartTag(local: string, attributes: Attributes): string {
  const written = Object.entries(attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => ` ${name}="${writeText(value).replaceAll('"', "&quot;")}"`);
  return `<${local}${written.join("")}>`;
}

/** Writes characters as HTML. */
export function writeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
