// Collects what a text shows, in the order in which it is shown: lines of words with their place in the structure, links,
// images. Made for speed: one is filled for each side of each of a hundred thousand comments.

import { BLANK, PROVEN_DEPTH } from "./omissions.ts";

/** Stands for an image among the words. */
export const IMAGE_SIGN = "\ufffc";

/** What a text shows. */
export interface Shown {
  /** Lines: the place of the line, a tab, its words with a space between. See Part for the letters of a place. */
  readonly lines: readonly string[];
  /** Address, title and, without white space, the text of each link. */
  readonly links: readonly ShownLink[];
  /** Address, alternative text and title of each image. */
  readonly images: readonly string[];
  /** Text in each kind of emphasis, without white space. */
  readonly marks: Readonly<Record<string, string>>;
  /** False where the text is nested so deep that its structure is not kept. */
  readonly hasPlaces: boolean;
}

/** A link, and what it is on. */
export interface ShownLink {
  readonly address: string;
  readonly title: string;
  text: string;
}

/**
 * A part of the structure: quotation, list, description list, item, heading, preformatted text, table, row, cell, caption,
 * term, description; frame (*f*) and neutral block (*n*). In the line where a part begins its letter is a capital.
 */
export type PartKind = "q" | "l" | "d" | "i" | "h" | "p" | "b" | "r" | "c" | "k" | "t" | "e" | "f" | "n";

interface Part {
  readonly kind: PartKind;
  readonly name: string;
  isFresh: boolean;
  /** Children so far: cells of a row, items of a list. */
  count: number;
  /** Number of a cell in its row. */
  readonly number: number;
  /** The last part in this one, shown or not. */
  last: Part | undefined;
}

/** Parts that are no place of their own; a table has one caption, of which those of the source are lines. */
const UNPLACED = "ldbfnk";

/** Takes text, line ends and structure as they come. */
export class ShownCollector {
  private readonly lines: string[] = [];
  private readonly links: ShownLink[] = [];
  private readonly images: string[] = [];
  private readonly marks: Record<string, string> = {};
  private readonly parts: Part[] = [];
  private line = "";
  private place = "";
  private isShown = false;
  private preDepth = 0;
  /** Lines of white space in preformatted text, until it shows that they are not all of it. */
  private blankLines: string[] = [];
  private hasPreText = false;
  private hasPlaces = true;
  /** Pieces shown so far, to tell whether a link goes on. */
  private tick = 0;
  private lastLinkTick = -1;
  private readonly openMarks: Record<string, number> = {};

  /** The link that text belongs to now. */
  link: { readonly address: string; readonly title: string } | undefined;

  addText(text: string): void {
    if (this.preDepth > 0 && text.includes("\n")) {
      const lines = text.split("\n");
      for (let index = 0; index < lines.length; index++) {
        if (index > 0) this.breakLine();
        if (lines[index] !== "") this.addPiece(lines[index] as string);
      }
    } else this.addPiece(text);
  }

  addImage(description: string): void {
    this.images.push(description);
    this.addPiece(IMAGE_SIGN);
  }

  endLine(): void {
    if (this.isShown) this.lines.push(`${this.place}\t${this.preDepth > 0 ? this.line : collapse(this.line)}`);
    else if (this.preDepth > 0 && this.line !== "") this.blankLines.push(this.line);
    this.line = "";
    this.isShown = false;
  }

  /** Ends a line; in preformatted text empty ones are shown as well. */
  breakLine(): void {
    if (this.preDepth > 0 && !this.isShown && this.line === "") this.blankLines.push("");
    this.endLine();
  }

  openMark(name: string): void {
    this.openMarks[name] = (this.openMarks[name] ?? 0) + 1;
  }

  closeMark(name: string): void {
    const open = this.openMarks[name] ?? 0;
    if (open > 0) this.openMarks[name] = open - 1;
  }

  open(kind: PartKind, name: string): void {
    this.endLine();
    if (kind === "p") {
      this.preDepth++;
      this.hasPreText = false;
    }
    this.push(kind, name);
  }

  /** Closes the innermost part of that name, and what is in it, unless a part of a kind in `barriers` is further in. */
  close(name: string, barriers: string): boolean {
    this.endLine();
    for (let index = this.parts.length - 1; index >= 0; index--) {
      const part = this.parts[index] as Part;
      if (part.name === name) {
        this.cut(index);
        return true;
      }
      if (barriers.includes(part.kind)) return false;
    }
    return false;
  }

  /** Closes the innermost part if it is of one of these kinds; neutral blocks in it do not count. */
  closeInnermost(kinds: string): boolean {
    this.endLine();
    const index = this.findInnermost();
    if (index === -1 || !kinds.includes((this.parts[index] as Part).kind)) return false;
    this.cut(index);
    return true;
  }

  /** Closes everything in the innermost part of that kind, unless a part of a kind in `barriers` is further in. */
  closeTo(kind: PartKind, barriers: string): boolean {
    this.endLine();
    for (let index = this.parts.length - 1; index >= 0; index--) {
      const part = this.parts[index] as Part;
      if (part.kind === kind) {
        this.cut(index + 1);
        return true;
      }
      if (barriers.includes(part.kind)) return false;
    }
    return false;
  }

  /** Tells whether a part of that name is open, with none of a kind in `barriers` further in. */
  isWithin(name: string, barriers: string): boolean {
    for (let index = this.parts.length - 1; index >= 0; index--) {
      const part = this.parts[index] as Part;
      if (part.name === name) return true;
      if (barriers.includes(part.kind)) return false;
    }
    return false;
  }

  /** Tells whether the innermost part is of one of these kinds, or has that name; neutral blocks do not count. */
  isIn(kinds: string, name?: string): boolean {
    const part = this.parts[this.findInnermost()];
    return part !== undefined && (kinds.includes(part.kind) || part.name === name);
  }

  isOpen(name: string): boolean {
    return this.parts.some((part) => part.name === name);
  }

  finish(): Shown {
    this.endLine();
    this.cut(0);
    const { lines, links, images, marks, hasPlaces } = this;
    for (const link of links) link.text = squeeze(link.text);
    for (const name in marks) marks[name] = squeeze(marks[name] as string);
    return { lines, links, images, marks, hasPlaces };
  }

  /** Opens what text needs around it: text straight in a list belongs to its last item, in a table to a cell. */
  ensurePlace(): void {
    if (this.parts.length === 0) return;
    const top = this.parts[this.findInnermost()];
    if (top === undefined) return;
    if (top.kind === "l" || top.kind === "d") {
      const kind = top.kind === "l" ? "i" : "e";
      if (top.last?.kind === kind) this.parts.push(top.last);
      else this.push(kind, kind === "i" ? "li" : "dd", top);
    } else if (top.kind === "b") {
      this.push("r", "tr", top);
      this.push("c", "td");
    } else if (top.kind === "r") this.push("c", "td", top);
  }

  private findInnermost(): number {
    let index = this.parts.length - 1;
    while (index >= 0 && this.parts[index]?.kind === "n") index--;
    return index;
  }

  private push(kind: PartKind, name: string, parent = this.parts[this.findInnermost()]): void {
    const part: Part = { kind, name, isFresh: true, count: 0, number: (parent?.count ?? 0) + 1, last: undefined };
    if (parent !== undefined && kind !== "n") {
      parent.count++;
      parent.last = part;
    }
    this.parts.push(part);
    if (this.parts.length > PROVEN_DEPTH) this.hasPlaces = false;
  }

  private cut(length: number): void {
    for (let index = length; index < this.parts.length; index++)
      if (this.parts[index]?.kind === "p") {
        this.preDepth--;
        if (this.hasPreText) this.addBlankLines();
        this.blankLines = [];
      }
    this.parts.length = length;
  }

  private addBlankLines(): void {
    for (const line of this.blankLines) this.lines.push(`\t${line}`);
    this.blankLines = [];
  }

  private addPiece(text: string): void {
    if (BLANK.test(text)) {
      this.line += text;
      return;
    }
    if (!this.isShown) {
      this.isShown = true;
      if (this.preDepth > 0) {
        this.hasPreText = true;
        if (this.blankLines.length > 0) this.addBlankLines();
      }
      this.ensurePlace();
      this.place = this.writePlace();
    }
    this.line += text;
    if (this.link !== undefined) this.addToLink(text, this.link);
    this.tick++;
    if (this.link !== undefined) this.lastLinkTick = this.tick;
    // All that is preformatted is code on our pages.
    for (const name in this.openMarks)
      if ((this.openMarks[name] as number) > 0 && !(name === "code" && this.preDepth > 0))
        this.marks[name] = (this.marks[name] ?? "") + text;
  }

  private addToLink(text: string, link: { readonly address: string; readonly title: string }): void {
    const last = this.links[this.links.length - 1];
    if (last !== undefined && this.lastLinkTick === this.tick && last.address === link.address) last.text += text;
    else this.links.push({ ...link, text });
  }

  private writePlace(): string {
    if (this.parts.length === 0 || !this.hasPlaces) return "";
    let place = "";
    for (const part of this.parts) {
      if (UNPLACED.includes(part.kind)) continue;
      place += part.isFresh ? part.kind.toUpperCase() : part.kind;
      if (part.kind === "c") place += part.number;
      part.isFresh = false;
    }
    return place;
  }
}

function collapse(line: string): string {
  const flat = /[\t\n\f\r]| {2}/.test(line) ? line.replace(/[ \t\n\f\r]+/g, " ") : line;
  const start = flat.charCodeAt(0) === 32 ? 1 : 0;
  const end = flat.charCodeAt(flat.length - 1) === 32 ? flat.length - 1 : flat.length;
  return start === 0 && end === flat.length ? flat : flat.slice(start, end);
}

function squeeze(text: string): string {
  return /[\s\u200b\ufeff]/.test(text) ? text.replace(/[\s\u200b\ufeff]+/g, "") : text;
}
