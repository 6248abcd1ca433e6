// Finds where addresses stand in the source of a Markdown text. What it finds are candidates: rewrite-links.ts proves them.

import type { Token } from "markdown-it";
import { findTagAddresses } from "./find-tag-addresses.ts";
import { findAddresses, markdownParser } from "./markdown-parser.ts";
import type { AddressKind } from "./rendered-addresses.ts";

/** An address in the source of a text. */
export interface WrittenAddress {
  /** From here on it is replaced: with the angle brackets that are around it in the source. */
  readonly start: number;
  readonly end: number;
  /** As it is read: without escapes. */
  readonly address: string;
  readonly kind: AddressKind;
  /** `destination`: in parentheses or a definition; `autolink`: `<http://…>`; `bare`: plain text that becomes a link. */
  readonly form: "destination" | "autolink" | "bare" | "attribute";
  /** Where the link begins whose text is nothing but an address, in `[http://…](http://…)`. */
  readonly linkStart?: number;
}

const DEFINITION = /^(?:[ \t]*>)*[ \t]{0,3}\[(?:[^[\]\\]|\\.){1,999}\]:[ \t]*/;
const AUTOLINK = /<([a-z][a-z\d+.-]{1,31}:[^<>\s]*)>/iy;
const TAG = /<(?:!--[\s\S]*?-->|\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>)/iy;

/** Returns the addresses in the order of the source. `tokens` are those of the text. Nothing in code is found. */
export function findWrittenAddresses(markdown: string, tokens: readonly Token[]): readonly WrittenAddress[] {
  const lines = listLineStarts(markdown);
  const found: WrittenAddress[] = [];
  const covered = new Set<number>();
  const linkified = listLinkified(tokens);
  for (const token of tokens) {
    if (token.map === null || !/^(?:inline|tr_open|html_block|fence|code_block)$/.test(token.type)) continue;
    const [first, last] = token.map;
    // Of a table, only the rows tell their lines.
    const isSeen = covered.has(first);
    for (let line = first; line < last; line++) covered.add(line);
    if (isSeen || token.type === "fence" || token.type === "code_block") continue;
    const [start, end] = [lines[first] ?? 0, lines[last] ?? markdown.length];
    if (token.type === "html_block") found.push(...findInTags(markdown, start, end));
    else found.push(...new InlineScan(markdown, start, end, linkified).run());
  }
  for (let line = 0; line + 1 < lines.length; line++)
    if (!covered.has(line)) found.push(...findDefinition(markdown, lines[line] ?? 0, lines[line + 1] ?? 0));
  return found.sort((a, b) => a.start - b.start);
}

/** The starts of all lines, and the end of the text. */
function listLineStarts(markdown: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: lineEnd } of markdown.matchAll(/\r\n?|\n/g)) starts.push(index + lineEnd.length);
  starts.push(markdown.length);
  return starts;
}

/** The addresses in plain text that became links. */
function listLinkified(tokens: readonly Token[]): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const { children } of tokens)
    for (const token of children ?? [])
      if (token.type === "link_open" && token.markup === "linkify") addresses.add(token.attrGet("href") ?? "");
  return addresses;
}

function findInTags(markdown: string, start: number, end: number): readonly WrittenAddress[] {
  return findTagAddresses(markdown.slice(start, end)).map((found) => ({
    ...found,
    start: found.start + start,
    end: found.end + start,
    form: "attribute",
  }));
}

function findDefinition(markdown: string, start: number, end: number): readonly WrittenAddress[] {
  const line = markdown.slice(start, end);
  const label = DEFINITION.exec(line)?.[0];
  if (label === undefined) return [];
  const { ok, pos, str } = markdownParser.helpers.parseLinkDestination(line, label.length, line.trimEnd().length);
  if (!ok || str === "") return [];
  return [{ start: start + label.length, end: start + pos, address: str, kind: "link", form: "destination" }];
}

/** Scans the inline text of one block from its beginning to its end. */
class InlineScan {
  private readonly markdown: string;
  private readonly end: number;
  private readonly start: number;
  private readonly linkified: ReadonlySet<string>;
  private position: number;
  private readonly found: WrittenAddress[] = [];
  /** Brackets that are open: where, and whether an image begins there. */
  private readonly brackets: { readonly start: number; readonly isImage: boolean }[] = [];
  /** Ranges in which plain text becomes no link. */
  private readonly taken: { readonly start: number; readonly end: number }[] = [];
  private openLink: number | undefined;
  private readonly unclosedRuns = new Set<number>();

  constructor(markdown: string, start: number, end: number, linkified: ReadonlySet<string>) {
    this.markdown = markdown;
    this.start = start;
    this.end = end;
    this.position = start;
    this.linkified = linkified;
  }

  run(): readonly WrittenAddress[] {
    while (this.position < this.end) this.step();
    this.findBare();
    return this.found;
  }

  private step(): void {
    const { markdown, position } = this;
    switch (markdown[position]) {
      case "\\":
        this.position += 2;
        break;
      case "`":
        this.skipCode();
        break;
      case "[":
        this.brackets.push({ start: position, isImage: markdown[position - 1] === "!" });
        this.position++;
        break;
      case "]":
        this.closeBracket();
        break;
      case "<":
        this.readAngle();
        break;
      default:
        this.position++;
    }
  }

  private skipCode(): void {
    const { markdown, position, end } = this;
    let length = 1;
    while (markdown[position + length] === "`") length++;
    this.position += length;
    if (this.unclosedRuns.has(length)) return;
    for (let next = markdown.indexOf("`", this.position); next >= 0 && next < end; ) {
      let run = 1;
      while (markdown[next + run] === "`") run++;
      if (run === length) {
        this.position = next + run;
        this.taken.push({ start: position, end: this.position });
        return;
      }
      next = markdown.indexOf("`", next + run);
    }
    this.unclosedRuns.add(length);
  }

  private closeBracket(): void {
    const { markdown, position, end } = this;
    const open = this.brackets.pop();
    this.position++;
    if (open === undefined || markdown[position + 1] !== "(") return;
    let start = position + 2;
    while (start < end && /\s/.test(markdown[start] as string)) start++;
    const { ok, pos, str } = markdownParser.helpers.parseLinkDestination(markdown, start, end);
    if (!ok || str === "") return;
    const kind = open.isImage ? "image" : "link";
    const isPlain =
      !open.isImage && markdown[pos] === ")" && /^https?:[^\s<>]+$/i.test(markdown.slice(open.start + 1, position));
    const linkStart = isPlain ? { linkStart: open.start } : {};
    this.found.push({ start, end: pos, address: str, kind, form: "destination", ...linkStart });
    this.taken.push({ start: open.start, end: pos });
    this.position = pos;
  }

  private readAngle(): void {
    const { markdown, position, end } = this;
    AUTOLINK.lastIndex = position;
    TAG.lastIndex = position;
    const address = AUTOLINK.exec(markdown)?.[1];
    if (address !== undefined && AUTOLINK.lastIndex <= end) {
      this.position = AUTOLINK.lastIndex;
      this.found.push({ start: position, end: this.position, address, kind: "link", form: "autolink" });
      this.taken.push({ start: position, end: this.position });
      return;
    }
    const tag = TAG.exec(markdown)?.[0];
    if (tag === undefined || TAG.lastIndex > end) {
      this.position++;
      return;
    }
    this.position = TAG.lastIndex;
    this.found.push(...findInTags(markdown, position, this.position));
    this.taken.push({ start: position, end: this.position });
    if (/^<a[\s>]/i.test(tag)) this.openLink ??= position;
    else if (/^<\/a\s*>/i.test(tag) && this.openLink !== undefined) {
      this.taken.push({ start: this.openLink, end: this.position });
      this.openLink = undefined;
    }
  }

  private findBare(): void {
    const { markdown, start, end, found, linkified } = this;
    if (linkified.size === 0) return;
    const taken = [...this.taken].sort((a, b) => a.start - b.start);
    let next = 0;
    let takenUntil = 0;
    for (const address of findAddresses(markdown.slice(start, end))) {
      const [from, to] = [start + address.start, start + address.end];
      for (; next < taken.length && (taken[next]?.start ?? 0) < to; next++)
        takenUntil = Math.max(takenUntil, taken[next]?.end ?? 0);
      if (from >= takenUntil) this.addBare(from, markdown.slice(from, to), found);
    }
  }

  private addBare(start: number, text: string, found: WrittenAddress[]): void {
    // Marks of emphasis and escapes may look like the end of the address.
    for (let written = text; ; written = written.slice(0, -1)) {
      const address = markdownParser.utils.unescapeAll(written);
      if (this.linkified.has(address)) {
        found.push({ start, end: start + written.length, address, kind: "link", form: "bare" });
        return;
      }
      if (!/[*_~()[\]\\]$/.test(written)) return;
    }
  }
}
