// Replaces addresses of links and images in Markdown text, leaves every other character as it is, and proves it: what the
// text renders to is the same before and after, but for the addresses.

import { escapeInline } from "./escape.ts";
import { findWrittenAddresses, type WrittenAddress } from "./find-written-addresses.ts";
import { markdownParser } from "./markdown-parser.ts";
import { type AddressKind, readRenderedAddresses } from "./rendered-addresses.ts";
import { escapeAttribute } from "./write-html.ts";

export type { AddressKind } from "./rendered-addresses.ts";

/** Returns the address to write instead; undefined leaves the old one. `occurrence` counts equal ones before it in the text. */
export type MapAddress = (address: string, kind: AddressKind, occurrence: number) => string | undefined;

/** An address that a text shows, and the one that stands there now. */
export interface MappedAddress {
  readonly address: string;
  readonly kind: AddressKind;
  /** Absent when the address stayed. */
  readonly newAddress?: string;
}

/** A text with new addresses. */
export interface RewrittenText {
  readonly markdown: string;
  /** Every address of the text, in order. */
  readonly addresses: readonly MappedAddress[];
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ABSOLUTE = /^https?:/i;

/** Returns the Markdown with the addresses that `resolve` gives. A link that shows its old address goes on showing it. */
export function rewriteAddresses(markdown: string, resolve: MapAddress): string {
  return rewriteText(markdown, resolve).markdown;
}

/** Returns the Markdown with the addresses that `resolve` gives, and the account of all its addresses. */
export function rewriteText(markdown: string, resolve: MapAddress): RewrittenText {
  const map: MapAddress = (address, kind, occurrence) => {
    const found = resolve(address, kind, occurrence);
    return found === undefined || ABSOLUTE.test(found) ? found : encodeTarget(found);
  };
  const environment = {};
  const tokens = markdownParser.parse(markdown, environment);
  const written = findWrittenAddresses(markdown, tokens);
  const occurrences = countOccurrences(written);
  const replacements = written.flatMap((place, index) =>
    toReplacement(markdown, place, map(place.address, place.kind, occurrences[index] ?? 0)),
  );
  const before = readRenderedAddresses(tokens, environment);
  let proved = { markdown, shape: before };
  const accepted: Replacement[] = [];
  const accept = (list: readonly Replacement[]): void => {
    const changed = replace(markdown, [...accepted, ...list]);
    const shape = renderShape(changed);
    if (isSameButMapped(before, shape, map)) {
      accepted.push(...list);
      proved = { markdown: changed, shape };
    } else if (list.length > 1) {
      const middle = list.length >> 1;
      accept(list.slice(0, middle));
      accept(list.slice(middle));
    }
  };
  if (replacements.length > 0) accept(replacements);
  return {
    markdown: proved.markdown,
    addresses: before.addresses.map(({ address, kind }, index) => {
      const newAddress = proved.shape.addresses[index]?.address;
      return { address, kind, ...(newAddress !== undefined && newAddress !== address && { newAddress }) };
    }),
  };
}

function renderShape(markdown: string): ReturnType<typeof readRenderedAddresses> {
  const environment = {};
  return readRenderedAddresses(markdownParser.parse(markdown, environment), environment);
}

function isSameButMapped(
  before: ReturnType<typeof readRenderedAddresses>,
  after: ReturnType<typeof readRenderedAddresses>,
  map: MapAddress,
): boolean {
  if (before.html !== after.html || before.addresses.length !== after.addresses.length) return false;
  const occurrences = countOccurrences(before.addresses);
  return before.addresses.every(({ address, kind }, index) => {
    const now = after.addresses[index]?.address;
    return now === address || now === map(address, kind, occurrences[index] ?? 0);
  });
}

function countOccurrences(
  addresses: readonly { readonly address: string; readonly kind: string }[],
): readonly number[] {
  const counts = new Map<string, number>();
  return addresses.map(({ address, kind }) => {
    const key = `${kind} ${address}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  });
}

function toReplacement(markdown: string, place: WrittenAddress, target: string | undefined): readonly Replacement[] {
  const { start, end, address, form, linkStart } = place;
  if (target === undefined || target === address) return [];
  switch (form) {
    case "autolink":
      return [{ start, end, text: `[${escapeInline(address, { isInLink: true })}](${toDestination(target)})` }];
    case "bare": {
      const text = markdown.slice(start, end).replace(/\\?([[\]])/g, "\\$1");
      return [{ start, end, text: `[${text}](${toDestination(target)})` }];
    }
    case "attribute":
      return [{ start, end, text: escapeAttribute(target) }];
    case "destination": {
      // The address comes back that the link shows.
      const isShown =
        linkStart !== undefined &&
        markdownParser.utils.unescapeAll(markdown.slice(linkStart + 1, start - 2)) === target;
      if (isShown) return [{ start: linkStart, end: end + 1, text: `<${target}>` }];
      return [{ start, end, text: toDestination(target) }];
    }
  }
}

function replace(markdown: string, replacements: readonly Replacement[]): string {
  let result = "";
  let end = 0;
  for (const { start, end: next, text } of [...replacements].sort((a, b) => a.start - b.start)) {
    if (start < end) continue;
    result += markdown.slice(end, start) + text;
    end = next;
  }
  return result + markdown.slice(end);
}

// As write-inline.ts writes it.
function toDestination(target: string): string {
  if (!ABSOLUTE.test(target)) return target;
  const escaped = target
    .replace(/\\/g, "\\\\")
    .replace(/&(?=#|[a-z][a-z\d]*;)/gi, "\\&")
    .replace(/[*`~]/g, "\\$&");
  return /[\s<>()]/.test(target) ? `<${escaped.replace(/[<>\n]/g, encodeURIComponent)}>` : escaped;
}

/** Returns an address with nothing in it that could end it, in a destination, an attribute or a table. */
export function encodeTarget(address: string): string {
  return address.replace(/[\s<>()[\]\\"'`|*]/g, (character) =>
    /[()'*]/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character),
  );
}
