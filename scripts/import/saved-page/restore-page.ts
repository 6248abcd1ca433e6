// Makes of a saved page the page that was: without the Wayback Machine's frame and addresses, scripts and smiley pictures.

import { namesImage } from "../media/file-kind.ts";
import {
  type AnyNode,
  attributeOf,
  type Document,
  type Element,
  elementsOf,
  findAll,
  isTag,
  removeElement,
  replaceByText,
} from "./dom.ts";
import type { FindPart } from "./saved-parts.ts";

const ARCHIVED = /^(?:https?:)?(?:\/\/web\.archive\.org)?\/web\/\d{1,14}(?:[a-z]{2}_)?\/((?:https?|ftp|mailto):.*)$/is;
const ADDRESS_ATTRIBUTES = [
  "href",
  "src",
  "content",
  "cite",
  "action",
  "data-src",
  "data-lazy-src",
  "data-orig-file",
  "data-large-file",
];
const TOOLBAR = "#wm-ipp, #wm-ipp-base, #wm-ipp-print, #wm-ipp-inside, #donato, #wm-ipp-lms, wb_div";
// Browsers put a page's pictures into a folder beside it.
const SAVED_BESIDE = /^(?!\w+:|\/)(?:\.\/)?[^?#]*(?:_files|-filer|_filer|-Dateien|_fichiers|_soubory)\/[^/]+$/i;

/** What was done to a page. */
export interface Restoration {
  /** Address that the Wayback Machine's rewriting tells; undefined for other pages. */
  readonly archivedAt?: string;
  /** Pictures of the folder beside the page that were not found there. */
  readonly localImages: number;
}

/** Returns the original of an address that the Wayback Machine rewrote; other addresses as they are. */
export function restoreAddress(address: string): string {
  const original = ARCHIVED.exec(address.trim())?.[1];
  return original === undefined ? address : original.replace(/^(https?:)\/(?!\/)/i, "$1//");
}

/** Restores a page, in place. `findPart` finds the pictures beside it; without it, their alternative text takes their place. */
export function restorePage(document: Document, findPart: FindPart = () => undefined): Restoration {
  const archivedAt = findArchivedAddress(document);
  removeToolbar(document);
  let localImages = 0;
  for (const element of [...elementsOf(document)]) {
    restoreAttributes(element);
    if (element.name === "img") localImages += restoreImage(element, findPart) ? 0 : 1;
  }
  return { ...(archivedAt !== undefined && { archivedAt }), localImages };
}

function restoreAttributes({ attribs }: Element): void {
  for (const name of ADDRESS_ATTRIBUTES) {
    const value = attribs[name];
    if (value?.includes("/web/")) attribs[name] = restoreAddress(value);
  }
  if (attribs.srcset?.includes("/web/")) {
    attribs.srcset = attribs.srcset.replace(
      /(^|,\s*)(\S+)/g,
      (_all, before: string, address: string) => before + restoreAddress(address),
    );
  }
}

// Returns false for a picture that would be in the folder beside the page, and is not.
function restoreImage(image: Element, findPart: FindPart): boolean {
  const { attribs } = image;
  const source = attribs.src ?? "";
  if (
    /(?:^|\s)(?:wp-smiley|emoji)(?:\s|$)/.test(attribs.class ?? "") ||
    /\/smilies\/|s\.w\.org\/images\/core\/emoji\//.test(source)
  ) {
    replaceByText(image, attribs.alt ?? "");
    return true;
  }
  const original = [
    attribs["data-orig-file"],
    attribs["data-lazy-src"],
    attribs["data-src"],
    attribs["data-large-file"],
    attribs.srcset?.trim().split(/[\s,]/)[0],
    findLinkedImage(image),
  ].find((address) => address !== undefined && /^https?:\/\//i.test(address));
  const isLocal = SAVED_BESIDE.test(source);
  const part = isLocal ? findPart(source, original) : undefined;
  if (part !== undefined) attribs.src = part;
  else if ((isLocal || source === "" || source.startsWith("data:")) && original !== undefined) attribs.src = original;
  else if (isLocal) {
    replaceByText(image, attribs.alt ?? "");
    return false;
  }
  return true;
}

// Blogs let a small image lead to the large one, and browsers leave the addresses of links as they are.
function findLinkedImage({ parent }: Element): string | undefined {
  const address =
    parent !== null && isTag(parent) && parent.name === "a" ? restoreAddress(parent.attribs.href ?? "") : "";
  return URL.canParse(address) && namesImage(new URL(address).pathname) ? address : undefined;
}

function findArchivedAddress(document: Document): string | undefined {
  for (const node of findAll(document, "link[rel=canonical], meta[property=og:url], #wmtbURL, base")) {
    const address = attributeOf(node, "href") || attributeOf(node, "content") || attributeOf(node, "value");
    const original = restoreAddress(address);
    if (original !== address) return original;
  }
  return attributeOf(findAll(document, "#wmtbURL")[0], "value") || undefined;
}

function removeToolbar(document: Document): void {
  for (const element of findAll(document, TOOLBAR)) removeElement(element);
  const stack: AnyNode[] = [...document.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "comment" && node.data.includes("BEGIN WAYBACK TOOLBAR INSERT")) removeUpToEnd(node);
    else if (isTag(node)) stack.push(...node.children);
  }
}

function removeUpToEnd(begin: AnyNode): void {
  const inserted: AnyNode[] = [];
  for (let node = begin.next; node !== null; node = node.next) {
    if (node.type === "comment" && node.data.includes("END WAYBACK TOOLBAR INSERT")) {
      for (const one of inserted) removeElement(one);
      return;
    }
    inserted.push(node);
  }
}
