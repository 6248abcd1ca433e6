// The proof that a text says the same after conversion: words in order, links, images, counts of everything that has
// structure. Takes linear time.

import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { isBlock } from "./html-vocabulary.ts";
import { readTidy } from "./render-markdown.ts";

const COUNTED: Readonly<Record<string, string>> = {
  h1: "headings",
  h2: "headings",
  h3: "headings",
  h4: "headings",
  h5: "headings",
  h6: "headings",
  li: "list items",
  blockquote: "quotes",
  pre: "code blocks",
  td: "table cells",
  th: "table cells",
  br: "line breaks",
  hr: "rules",
};
const EMPHASES: ReadonlySet<string> = new Set(["em", "strong", "del", "code"]);

/** What a text says, as far as it is compared. */
export interface Substance {
  readonly words: readonly string[];
  /** Addresses, in order. */
  readonly links: readonly string[];
  readonly images: readonly string[];
  /** By what is counted: "headings", "list items" … */
  readonly counts: Readonly<Record<string, number>>;
  /** Words within `em`, `strong`, `del` and `code`. */
  readonly emphases: Readonly<Record<string, readonly string[]>>;
}

/**
 * Compares what two pieces of page HTML say and returns the differences, each with a short excerpt; none when they say
 * the same. White space and non-breaking spaces do not matter except that their number is compared.
 */
export function compareHtml(expectedHtml: string, renderedHtml: string): readonly string[] {
  if (expectedHtml === renderedHtml) return [];
  return compareSubstance(readSubstance(expectedHtml), readSubstance(renderedHtml));
}

/** Reads what a piece of HTML says. */
export function readSubstance(html: string): Substance {
  const reader = new SubstanceReader();
  reader.readAll(readTidy(html, { profile: "post" }, false).children);
  return reader.finish();
}

/** Returns the differences between what was expected and what is there. */
export function compareSubstance(expected: Substance, found: Substance): readonly string[] {
  const differences: string[] = [];
  const compareLists = (name: string, a: readonly string[], b: readonly string[]): void => {
    const index = firstDifference(a, b);
    if (index !== undefined) differences.push(`${name}: expected “${excerpt(a, index)}”, found “${excerpt(b, index)}”`);
  };
  compareLists("words", expected.words, found.words);
  compareLists("links", expected.links, found.links);
  compareLists("images", expected.images, found.images);
  for (const name of EMPHASES)
    compareLists(`words in ${name}`, expected.emphases[name] ?? [], found.emphases[name] ?? []);
  for (const name of new Set([...Object.keys(expected.counts), ...Object.keys(found.counts)])) {
    const [a, b] = [expected.counts[name] ?? 0, found.counts[name] ?? 0];
    if (a !== b) differences.push(`${name}: expected ${a}, found ${b}`);
  }
  return differences;
}

class SubstanceReader {
  private readonly words: string[] = [];
  private readonly links: string[] = [];
  private readonly images: string[] = [];
  private readonly counts: Record<string, number> = {};
  private readonly emphases: Record<string, string[]> = {};
  /** The word that may go on in the next piece of text. */
  private word = "";
  private readonly open: string[] = [];

  readAll(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (node.kind === "text") this.readText(node.text);
      else this.readElement(node);
    }
  }

  finish(): Substance {
    this.endWord();
    const { words, links, images, counts, emphases } = this;
    return { words, links, images, counts, emphases };
  }

  private readElement(node: HtmlElement): void {
    const isBreaking = isBlock(node) || node.name === "br";
    if (isBreaking) this.endWord();
    const counted = COUNTED[node.name];
    if (counted !== undefined) this.count(counted);
    const isEmphasis = EMPHASES.has(node.name);
    if (node.name === "a") this.readLink(node);
    else if (node.name === "img") this.readImage(node);
    if (isEmphasis) this.open.push(node.name);
    this.readAll(node.children);
    if (isEmphasis) this.open.pop();
    if (isBreaking) this.endWord();
  }

  private readLink(node: HtmlElement): void {
    this.links.push(node.attributes.href ?? "");
  }

  private readImage(node: HtmlElement): void {
    const { src = "", alt = "" } = node.attributes;
    this.images.push(alt === "" ? src : `${src} (${alt})`);
  }

  private readText(text: string): void {
    for (const piece of text.split(/([\s\u00a0]+)/)) {
      if (piece === "") continue;
      if (/^[\s\u00a0]/.test(piece)) {
        this.endWord();
        const spaces = piece.split("\u00a0").length - 1;
        if (spaces > 0) this.count("non-breaking spaces", spaces);
        continue;
      }
      this.word += piece;
      for (const name of this.open) {
        this.emphases[name] ??= [];
        this.emphases[name].push(piece);
      }
    }
  }

  private endWord(): void {
    if (this.word !== "") this.words.push(this.word);
    this.word = "";
  }

  private count(name: string, number = 1): void {
    this.counts[name] = (this.counts[name] ?? 0) + number;
  }
}

function firstDifference(a: readonly string[], b: readonly string[]): number | undefined {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return index;
  return undefined;
}

function excerpt(words: readonly string[], index: number): string {
  const text = words.slice(Math.max(0, index - 2), index + 4).join(" ");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
