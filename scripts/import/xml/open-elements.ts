// The elements that are open while a file is read, the texts in them, and how they end.

import { decodeXML } from "entities";
import { InputWindow } from "./input-window.ts";
import { createRootScope } from "./namespaces.ts";
import { removeNotices, removePages } from "./php-output.ts";
import { isBlank } from "./read-tag.ts";
import { writeText } from "./stray-html.ts";
import type { Attributes, Ending, Role, XmlDialect, XmlElement } from "./xml-model.ts";

/** An open element, with its text. */
export interface Frame<Kind extends string> extends XmlElement<Kind> {
  readonly isWhole: boolean;
  /** What was read of the text, and what of it is not decoded yet. */
  value: string;
  raw: string;
  hasCdata: boolean;
  isBroken: boolean;
  /** How many elements of its own name are open in an element that is not read, or of any name in HTML. */
  depth: number;
  isPage: boolean;
  /** Of the format, but not read. */
  readonly isSkipped: boolean;
  /** In an element that is not read: the name of the tag before, if it was a start tag. */
  inner: string | undefined;
}

/** Longest text, in UTF-16 units. No text of a blog is as long; without a bound one that never ends would fill the memory. */
export const MAX_TEXT = 32 * 1024 * 1024;
/** Attributes of a tag that has none. */
export const NO_ATTRIBUTES: Attributes = {};

/** The stack of open elements. */
export class OpenElements<Kind extends string> extends InputWindow {
  protected readonly dialect: XmlDialect<Kind>;
  protected readonly tagCounts = new Map<string, number>();
  protected readonly stack: Frame<Kind>[] = [];
  protected top: Frame<Kind>;
  protected isComplete = false;
  protected hasRoot = false;
  /** Text stands in a container since the last tag. */
  protected hasLooseText = false;
  /** A page that stood in a text just ended; the line end behind it is the page's. */
  protected hasPageEnd = false;

  constructor(dialect: XmlDialect<Kind>) {
    super();
    this.dialect = dialect;
    this.top = this.createFrame("document", "document", "", "", createRootScope(), 1, false);
    this.stack.push(this.top);
  }

  countTags(local: string): number {
    return this.tagCounts.get(local) ?? 0;
  }

  protected isText(): boolean {
    return this.top.shape === "text" || this.top.shape === "mixed";
  }

  protected takeText(to: number): void {
    const from = this.at;
    this.at = to;
    const top = this.top;
    if (top.shape === "text" || top.shape === "mixed") {
      this.addRaw(this.buffer.slice(from, to));
    } else if (top.shape !== "ignored" && top.shape !== "document" && !isBlank(this.buffer, from, to)) {
      this.hasLooseText = true;
      // A lone quote or comma is a slip of whoever edited the file.
      if (/[\p{L}\p{N}]/u.test(this.buffer.slice(from, to))) this.defects.add("strayHtml", this.lineOf(to));
    }
  }

  protected addRaw(added: string): void {
    const top = this.top;
    const text = this.hasPageEnd ? added.replace(/^\r?\n/, "") : added;
    this.hasPageEnd = false;
    if (top.value.length + top.raw.length + text.length > MAX_TEXT) this.markBroken();
    else top.raw += text;
  }

  /** Decodes what stood outside CDATA. */
  protected settleRaw(): void {
    const top = this.top;
    if (top.raw === "") return;
    let raw = top.raw;
    top.raw = "";
    if (raw.includes("on line ") || raw.includes("xdebug-error")) {
      const rest = removeNotices(raw);
      if (rest !== raw) this.defects.add("notices", this.lineOf(this.at));
      raw = rest;
    }
    const text = raw.includes("&") ? this.cleaner.clean(decodeXML(raw)) : raw;
    top.value += top.shape === "mixed" && top.depth > 0 ? writeText(text) : text;
  }

  protected settleText(to: number, top: Frame<Kind>): void {
    if (top.shape === "text" || top.shape === "mixed") this.takeText(to);
  }

  protected count(rawName: string): void {
    const colon = rawName.indexOf(":");
    const local = colon === -1 ? rawName : rawName.slice(colon + 1);
    if (this.dialect.counted.has(local)) this.tagCounts.set(local, (this.tagCounts.get(local) ?? 0) + 1);
  }

  protected hasOpenRoot(): boolean {
    return this.stack.some(({ shape }) => shape === "root");
  }

  protected addSection(text: string): void {
    this.settleRaw();
    const top = this.top;
    top.hasCdata = true;
    if (top.value.length + text.length > MAX_TEXT) this.markBroken();
    else top.value += top.shape === "mixed" && top.depth > 0 ? writeText(text) : text;
  }

  // Text behind a section is part of it, but for what a server printed there.
  protected addBehind(behind: string): void {
    const rest = removePages(removeNotices(behind));
    if (rest !== behind) this.defects.add("notices", this.lineOf(this.at));
    this.addSection(rest);
  }

  /** Tells whether a tag means something in any element that is open. */
  protected isKnown(rawName: string): boolean {
    return this.stack.some((frame) => {
      if (frame.rawName === rawName) return true;
      if (frame.shape === "ignored" || frame.shape === "text" || frame.shape === "mixed") return false;
      return (
        this.dialect.classify(frame, this.dialect.nameElement(frame.scope, rawName), () => NO_ATTRIBUTES) !== undefined
      );
    });
  }

  protected classifyHere(rawName: string): Role<Kind> | undefined {
    const host = this.findHost();
    return this.dialect.classify(host, this.dialect.nameElement(host.scope, rawName), () => NO_ATTRIBUTES);
  }

  protected findHost(): Frame<Kind> {
    for (let index = this.stack.length - 1; index > 0; index -= 1) {
      const frame = this.stack[index];
      if (frame === undefined) break;
      if (frame.shape !== "text" && frame.shape !== "mixed" && frame.shape !== "ignored") return frame;
    }
    return this.stack[0] ?? this.top;
  }

  protected createFrame(
    kind: Frame<Kind>["kind"],
    shape: Frame<Kind>["shape"],
    rawName: string,
    name: string,
    scope: Frame<Kind>["scope"],
    line: number,
    isWhole: boolean,
  ): Frame<Kind> {
    return {
      kind,
      shape,
      rawName,
      name,
      scope,
      line,
      isWhole,
      value: "",
      raw: "",
      hasCdata: false,
      isBroken: false,
      depth: 0,
      inner: undefined,
      isPage: false,
      isSkipped: false,
    };
  }

  protected push(frame: Frame<Kind>): void {
    this.stack.push(frame);
    this.top = frame;
  }

  protected closeTop(ending: Ending): void {
    const frame = this.top;
    if (frame.shape === "text" || frame.shape === "mixed") {
      if (ending === "missing") {
        frame.raw = frame.raw.trimEnd();
        this.defects.add("missingEnds", frame.line);
      } else if (ending === "cut") {
        this.markBroken();
      }
      this.settleRaw();
    }
    this.stack.pop();
    this.top = this.stack.at(-1) ?? frame;
    this.hasPageEnd = frame.isPage;
    if (frame.isWhole && ending === "own") this.isComplete = true;
    if (frame.kind === "ignored") return;
    const { value, hasCdata, isBroken } = frame;
    this.dialect.onClose(frame, { ending, value, hasCdata, isBroken }, this.top);
  }

  /** Marks what is open, up to its record, as not whole. */
  protected markBroken(): void {
    for (let index = this.stack.length - 1; index > 0; index -= 1) {
      const frame = this.stack[index];
      if (frame === undefined) return;
      frame.isBroken = true;
      if (frame.shape === "record") return;
    }
  }
}
