// Draws a card as SVG in the archive's identity: paper, two inks, the mark, a title in the reading serif.

import { escapeXml } from "../escape-xml.ts";

/** What a card says. */
export interface CardWords {
  readonly title: string;
  /** Short lines below the title. */
  readonly below: readonly string[];
}

/** Pixels, in the shape that OpenGraph readers show whole. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const PAPER = "#fbfbf9";
const INK = "#1d2529";
const SOFT = "#556067";
const BLUE = "#1b4f73";
const RED = "#96301f";
const SERIF = "Charter, 'Bitstream Charter', 'Noto Serif', Cambria, Georgia, 'Liberation Serif', 'DejaVu Serif', serif";
const SANS = "'Noto Sans', 'Segoe UI', Roboto, 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif";

const MARGIN = 96;
const MAX_LINES = 4;
/** Longest title that is looked at: no line of a card is ever longer than all of it. */
const MAX_TITLE = 240;
/** Sizes of the title in pixels, with the letters that fit in one line at an average width. */
const SIZES = [
  { size: 92, letters: 22, lines: 2 },
  { size: 72, letters: 28, lines: 3 },
  { size: 56, letters: 36, lines: MAX_LINES },
] as const;

const MARK = "a9 9 0 0 1 9 9c0 9-5 15-13 18l-1.4-3c4-1.8 6.6-3.9 7.6-6.3A9 9 0 1 1";

/** Returns the drawing. A title that is too long for it ends in an ellipsis. */
export function drawCard({ title, below }: CardWords): string {
  const { size, lines } = fitTitle(title);
  const leading = size * 1.16;
  const top = 225 + size * 0.5;
  const texts = lines.map((line, index) => drawText(line, top + index * leading, size, INK, SERIF));
  const rest = below.map((line, index) =>
    drawText(
      shorten(line, 62),
      CARD_HEIGHT - 62 - (below.length - 1 - index) * 46,
      32,
      index === 0 ? SOFT : BLUE,
      SANS,
    ),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">` +
    `<rect width="100%" height="100%" fill="${PAPER}"/>` +
    `<rect width="100%" height="14" fill="${BLUE}"/><rect y="20" width="100%" height="4" fill="${BLUE}"/>` +
    `<g transform="translate(${MARGIN} 82) scale(2.6)"><path fill="${BLUE}" d="M9 0${MARK} 9 0z"/>` +
    `<path fill="${RED}" d="M33 7${MARK} 33 7z"/></g>` +
    `${texts.join("")}${rest.join("")}</svg>`
  );
}

function drawText(text: string, y: number, size: number, colour: string, family: string): string {
  return `<text x="${MARGIN}" y="${Math.round(y)}" font-size="${size}" fill="${colour}" font-family="${family}">${escapeXml(text)}</text>`;
}

function fitTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  const text = shorten(title.replace(/\s+/gu, " ").trim(), MAX_TITLE);
  for (const { size, letters, lines: most } of SIZES) {
    const lines = breakLines(text, letters);
    if (lines.length <= most) return { size, lines };
  }
  const { size, letters } = SIZES[SIZES.length - 1] as (typeof SIZES)[number];
  const lines = breakLines(text, letters).slice(0, MAX_LINES);
  return { size, lines: [...lines.slice(0, -1), `${lines.at(-1)?.replace(/[\s,.:;–-]*$/u, "")} …`] };
}

function breakLines(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((word) => splitWord(word, letters))) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function splitWord(word: string, letters: number): readonly string[] {
  const parts = [""];
  for (const character of word) {
    const part = parts[parts.length - 1] as string;
    if (part !== "" && widthOf(part) + widthOf(character) > letters) parts.push(character);
    else parts[parts.length - 1] = part + character;
  }
  return parts;
}

/** Chinese, Japanese and Korean letters are about twice as wide as Latin ones. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(character) ? 2 : 1;
  return width;
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
