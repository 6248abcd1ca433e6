// Tells what two texts show differently, each difference with an excerpt of both sides.

import { normalizeAddress } from "./compared-address.ts";
import { LINK_SCHEMES } from "./omissions.ts";
import { IMAGE_SIGN, type Shown, type ShownLink } from "./shown.ts";

const EXCERPT_LENGTH = 100;

/** What is counted, by the capital letter that a place has in the line where it begins. */
const COUNTED: Readonly<Record<string, string>> = {
  H: "headings",
  I: "list items",
  Q: "quotes",
  P: "code blocks",
  R: "table rows",
  C: "table cells",
  T: "terms",
  E: "descriptions",
};

/**
 * Returns what is different, none when both show the same words in the same order and lines, the same links, images and
 * structure. A link that only spells its own address may be there more often in `found`: addresses in text become links.
 */
export function compareShown(expected: Shown, found: Shown): readonly string[] {
  const differences: string[] = [];
  const hasPlaces = expected.hasPlaces && found.hasPlaces;
  const [a, b] = [joinLines(expected, hasPlaces), joinLines(found, hasPlaces)];
  if (a !== b) differences.push(...compareLines(expected.lines, found.lines, hasPlaces));
  const links = compareLinks(expected.links, found.links);
  if (links !== undefined) differences.push(links);
  const images = compareLists("images", expected.images, found.images);
  if (images !== undefined) differences.push(images);
  return differences;
}

/** Returns true when emphasis and code are on the same text as well. */
export function hasSameMarks(expected: Shown, found: Shown): boolean {
  for (const name in expected.marks) if (expected.marks[name] !== found.marks[name]) return false;
  for (const name in found.marks) if (!(name in expected.marks)) return false;
  return true;
}

function joinLines({ lines }: Shown, hasPlaces: boolean): string {
  return hasPlaces ? lines.join("\n") : lines.map(wordsOf).join("\n");
}

function wordsOf(line: string): string {
  return line.slice(line.indexOf("\t") + 1);
}

function placeOf(line: string): string {
  return line.slice(0, line.indexOf("\t"));
}

function compareLines(a: readonly string[], b: readonly string[], hasPlaces: boolean): readonly string[] {
  const words = compareLists("words", a.flatMap(splitWords), b.flatMap(splitWords));
  if (words !== undefined) return [words];
  const lines = compareLists("line breaks", a.map(wordsOf), b.map(wordsOf), " / ");
  if (lines !== undefined) return [lines];
  if (!hasPlaces) return [];
  const counts = compareCounts(a, b);
  if (counts.length > 0) return counts;
  const index = a.findIndex((line, at) => line !== b[at]);
  return [
    `structure: expected “${excerpt(wordsOf(a[index] ?? ""))}” in ${describePlace(a[index] ?? "")}, found it in ${describePlace(b[index] ?? "")}`,
  ];
}

function splitWords(line: string): readonly string[] {
  return wordsOf(line)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function compareCounts(a: readonly string[], b: readonly string[]): readonly string[] {
  const differences: string[] = [];
  for (const letter in COUNTED) {
    const count = (lines: readonly string[]): number =>
      lines.reduce((sum, line) => sum + placeOf(line).split(letter).length - 1, 0);
    const [expected, found] = [count(a), count(b)];
    if (expected === found) continue;
    const index = a.findIndex((line, at) => placeOf(line) !== placeOf(b[at] ?? ""));
    differences.push(
      `${COUNTED[letter]}: expected ${expected}, found ${found}, from “${excerpt(wordsOf(a[index] ?? ""))}” on`,
    );
  }
  return differences;
}

function describePlace(line: string): string {
  const names = [...placeOf(line)].map((letter) => COUNTED[letter.toUpperCase()]).filter((name) => name !== undefined);
  return names.length === 0 ? "the text" : names.join(" in ");
}

function compareLinks(a: readonly ShownLink[], b: readonly ShownLink[]): string | undefined {
  let index = 0;
  for (const link of b) {
    const expected = a[index];
    if (expected !== undefined && isSameLink(expected, link)) index++;
    else if (!isSpelled(link)) return describeLinks(a, b, index, link);
  }
  return index < a.length ? describeLinks(a, b, index, undefined) : undefined;
}

function isSameLink(a: ShownLink, b: ShownLink): boolean {
  return a.address === b.address && a.text === b.text && a.title === b.title;
}

/** True for a link whose text is its address, and for several such links in a row. */
function isSpelled({ address, text }: ShownLink): boolean {
  const spelled = address.replace(/%E2%80%8B|%EF%BB%BF/g, "");
  const isAddress = (one: string): boolean => normalizeAddress(one, undefined, LINK_SCHEMES) === spelled;
  if (isAddress(text)) return true;
  const next = text.indexOf(text.slice(0, 8), 8);
  if (next === -1) return false;
  const one = text.slice(0, next);
  return isAddress(one) && one.repeat(text.length / one.length) === text;
}

function describeLinks(
  a: readonly ShownLink[],
  b: readonly ShownLink[],
  index: number,
  found: ShownLink | undefined,
): string {
  return `links: expected ${describeLink(a[index])} (${a.length} in all), found ${describeLink(found)} (${b.length})`;
}

function describeLink(link: ShownLink | undefined): string {
  return link === undefined
    ? "none"
    : `“${excerpt(link.text)}” to ${excerpt(link.address)}${link.title === "" ? "" : ` “${excerpt(link.title)}”`}`;
}

function compareLists(name: string, a: readonly string[], b: readonly string[], glue = " "): string | undefined {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  if (index === a.length && index === b.length) return undefined;
  const show = (list: readonly string[]): string =>
    excerpt(
      list
        .slice(Math.max(0, index - 2), index + 4)
        .join(glue)
        .replaceAll(IMAGE_SIGN, "[image]"),
    );
  return `${name}: expected “${show(a)}”, found “${show(b)}”`;
}

function excerpt(text: string): string {
  const points = [...text.slice(0, EXCERPT_LENGTH * 2)];
  return points.length > EXCERPT_LENGTH ? `${points.slice(0, EXCERPT_LENGTH - 1).join("")}…` : points.join("");
}
