// Reads XML as it streams by, however broken it is: knows by the format's own elements what is markup and what is text, ends what
// lost its end, and keeps an account of it. Nothing is expanded but character references and the five entities of XML.
// A general parser cannot do this: it takes every `<` for a tag. docs/decisions/2026-11-20-xml-reader.md has the measurements.

import { decodeXML } from "entities";
import { createCharacterCleaner } from "../xml-characters.ts";
import { findSectionEnd, SECTION_START } from "./cdata-section.ts";
import { createDefectCollector, type DefectList } from "./defects.ts";
import type { SectionContext } from "./find-break.ts";
import { createRootScope, openScope } from "./namespaces.ts";
import { holdsErrorPage, removeNotices, removePages } from "./php-output.ts";
import { findEndTagEnd, findNameEnd, findTagEnd, isBlank, localOf, NEEDS_MORE, readAttributes } from "./read-tag.ts";
import { isHtmlTag, isStrayTag, isVoidTag, writeStartTag, writeText } from "./stray-html.ts";
import type { Attributes, Ending, Role, XmlDialect, XmlElement, XmlReader, XmlSummary } from "./xml-model.ts";

interface Frame<Kind extends string> extends XmlElement<Kind> {
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

interface Tag {
  readonly rawName: string;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
  readonly isEmpty: boolean;
  readonly rawAttributes: string;
}

// No text of a blog is as long; without a bound one that never ends would fill the memory.
const MAX_TEXT = 32 * 1024 * 1024;
// A declaration without a subset, or an instruction.
const MAX_SHORT = 4_000;
const MAX_DECLARATION = 1024 * 1024;
// A text longer than this is looked at again only when it has grown by half, so that time grows with its length.
const LONG_REST = 1024 * 1024;
const NO_ATTRIBUTES: Attributes = {};
const BANG = 33;
const SLASH = 47;
const QUESTION = 63;

/** Returns a reader of a format. Everything that is opened is closed, at the latest by `end`. */
export function createXmlReader<Kind extends string>(dialect: XmlDialect<Kind>): XmlReader {
  return new TolerantReader(dialect);
}

class TolerantReader<Kind extends string> implements XmlReader {
  readonly #dialect: XmlDialect<Kind>;
  readonly #cleaner = createCharacterCleaner();
  readonly #defects = createDefectCollector();
  readonly #tagCounts = new Map<string, number>();
  readonly #stack: Frame<Kind>[] = [];
  #top: Frame<Kind>;
  #buffer = "";
  /** Up to here everything is read. */
  #at = 0;
  #waiting: string[] = [];
  #waitingLength = 0;
  #line = 1;
  /** Up to here lines are counted, and where the next line end is known to be; -2 when it is not. */
  #counted = 0;
  #nextBreak = -2;
  #isComplete = false;
  #hasRoot = false;
  #hasEntities = false;
  /** No comment ends in the text at hand. */
  #hasNoCommentEnd = false;
  #hasNoSubsetEnd = false;
  /** Text stands in a container since the last tag. */
  #hasLooseText = false;
  /** A page that stood in a text just ended; the line end behind it is the page's. */
  #hasPageEnd = false;
  /** The HTML page whose document type was just read. */
  #pageLine: number | undefined;

  constructor(dialect: XmlDialect<Kind>) {
    this.#dialect = dialect;
    this.#top = this.#createFrame("document", "document", "", "", createRootScope(), 1, false);
    this.#stack.push(this.#top);
  }

  write(piece: string): void {
    this.#waiting.push(piece);
    this.#waitingLength += piece.length;
    const rest = this.#buffer.length - this.#at;
    if (rest > LONG_REST && this.#waitingLength * 2 < rest) return;
    // Half a character waits for its other half.
    if (isHighSurrogate(piece.charCodeAt(piece.length - 1))) return;
    this.#takeWaiting();
    this.#run(false);
  }

  end(): XmlSummary {
    this.#takeWaiting();
    this.#run(true);
    const lines = this.#lineOf(this.#buffer.length);
    while (this.#stack.length > 1) this.#closeTop("cut");
    return {
      isComplete: this.#isComplete,
      lines,
      hasEntities: this.#hasEntities,
      repairs: this.#cleaner.repairs,
      defects: this.#defects.list(),
    };
  }

  countTags(local: string): number {
    return this.#tagCounts.get(local) ?? 0;
  }

  report(kind: keyof DefectList, line: number): void {
    this.#defects.add(kind, line);
  }

  #takeWaiting(): void {
    const incoming = this.#cleaner.clean(
      this.#waiting.length === 1 ? (this.#waiting[0] ?? "") : this.#waiting.join(""),
    );
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#lineOf(this.#at);
    this.#buffer = this.#buffer.slice(this.#at) + incoming;
    this.#counted -= this.#at;
    this.#at = 0;
    this.#nextBreak = -2;
    this.#hasNoCommentEnd = false;
    this.#hasNoSubsetEnd = false;
  }

  /** Positions must not go back. */
  #lineOf(position: number): number {
    for (;;) {
      if (this.#nextBreak === -2) this.#nextBreak = this.#buffer.indexOf("\n", this.#counted);
      if (this.#nextBreak === -1 || this.#nextBreak >= position) break;
      this.#line += 1;
      this.#counted = this.#nextBreak + 1;
      this.#nextBreak = -2;
    }
    if (position > this.#counted) this.#counted = position;
    return this.#line;
  }

  #run(isLast: boolean): void {
    while (this.#at < this.#buffer.length && this.#step(isLast));
    if (isLast) this.#at = this.#buffer.length;
  }

  /** Returns false when it needs more text. */
  #step(isLast: boolean): boolean {
    const buffer = this.#buffer;
    const open = buffer.indexOf("<", this.#at);
    if (open === -1) {
      if (this.#isText() && !isLast && buffer.length - this.#at < MAX_TEXT) return false;
      this.#takeText(buffer.length);
      return false;
    }
    if (!this.#isText() && open > this.#at) this.#takeText(open);
    const code = buffer.charCodeAt(open + 1);
    const next =
      code === SLASH
        ? this.#readEndTag(open)
        : code === BANG
          ? this.#readDeclaration(open, isLast)
          : code === QUESTION
            ? this.#readInstruction(open)
            : this.#readStartTag(open, isLast);
    if (next === NEEDS_MORE && !isLast) return false;
    if (next === NEEDS_MORE && buffer.indexOf(">", open) === -1) {
      // Half a tag at the end of a file that was cut off.
      this.#at = buffer.length;
      return false;
    }
    if (next < 0) this.#takeText(open + 1);
    return true;
  }

  #isText(): boolean {
    return this.#top.shape === "text" || this.#top.shape === "mixed";
  }

  #takeText(to: number): void {
    const from = this.#at;
    this.#at = to;
    const top = this.#top;
    if (top.shape === "text" || top.shape === "mixed") {
      this.#addRaw(this.#buffer.slice(from, to));
    } else if (top.shape !== "ignored" && top.shape !== "document" && !isBlank(this.#buffer, from, to)) {
      this.#hasLooseText = true;
      // A lone quote or comma is a slip of whoever edited the file.
      if (/[\p{L}\p{N}]/u.test(this.#buffer.slice(from, to))) this.#defects.add("strayHtml", this.#lineOf(to));
    }
  }

  #addRaw(added: string): void {
    const top = this.#top;
    const text = this.#hasPageEnd ? added.replace(/^\r?\n/, "") : added;
    this.#hasPageEnd = false;
    if (top.value.length + top.raw.length + text.length > MAX_TEXT) this.#markBroken();
    else top.raw += text;
  }

  /** Decodes what stood outside CDATA. */
  #settleRaw(): void {
    const top = this.#top;
    if (top.raw === "") return;
    let raw = top.raw;
    top.raw = "";
    if (raw.includes("on line ") || raw.includes("xdebug-error")) {
      const rest = removeNotices(raw);
      if (rest !== raw) this.#defects.add("notices", this.#lineOf(this.#at));
      raw = rest;
    }
    const text = raw.includes("&") ? this.#cleaner.clean(decodeXML(raw)) : raw;
    top.value += top.shape === "mixed" && top.depth > 0 ? writeText(text) : text;
  }

  #readStartTag(start: number, isLast: boolean): number {
    const buffer = this.#buffer;
    const nameEnd = findNameEnd(buffer, start + 1);
    if (nameEnd < 0) return nameEnd;
    const rawName = buffer.slice(start + 1, nameEnd);
    const top = this.#top;
    // Most bare `<` in a text are seen to be text here.
    const isPage = this.#isPageStart(rawName);
    if (top.shape === "text" && !isPage && !this.#isKnown(rawName)) return this.#countAsText(rawName);
    const end = findTagEnd(buffer, nameEnd);
    if (end === NEEDS_MORE && !isLast) return NEEDS_MORE;
    const tag = end < 0 ? this.#readBrokenTag(rawName, start, nameEnd) : this.#toTag(rawName, start, nameEnd, end);
    if (tag === undefined) return end;
    this.#count(rawName);
    if (!this.#open(tag, isPage)) return -2;
    this.#hasLooseText = false;
    this.#pageLine = undefined;
    this.#at = tag.end;
    return tag.end;
  }

  #countAsText(rawName: string): number {
    this.#count(rawName);
    return -2;
  }

  #toTag(rawName: string, start: number, nameEnd: number, end: number): Tag {
    const isEmpty = this.#buffer.charCodeAt(end - 1) === SLASH;
    const rawAttributes = end - nameEnd < 2 ? "" : this.#buffer.slice(nameEnd, isEmpty ? end - 1 : end);
    return { rawName, start, end: end + 1, isEmpty, rawAttributes };
  }

  // Its quotes do not match: it ends at the first `>`, if no other tag begins before.
  #readBrokenTag(rawName: string, start: number, nameEnd: number): Tag | undefined {
    const part = this.#buffer.slice(nameEnd, nameEnd + 4_000);
    const length = part.indexOf(">");
    if (length === -1 || part.slice(0, length).includes("<")) return undefined;
    if (this.#top.shape !== "text") this.#defects.add("brokenTags", this.#lineOf(start));
    return this.#toTag(rawName, start, nameEnd, nameEnd + length);
  }

  #count(rawName: string): void {
    const colon = rawName.indexOf(":");
    const local = colon === -1 ? rawName : rawName.slice(colon + 1);
    if (this.#dialect.counted.has(local)) this.#tagCounts.set(local, (this.#tagCounts.get(local) ?? 0) + 1);
  }

  /** Attributes of the tag that is being opened; made once, because a function for each tag would cost more than the tag. */
  #rawAttributes = "";
  #attributes: Attributes | undefined;
  readonly #readAll = (): Attributes => {
    this.#attributes ??= this.#rawAttributes === "" ? NO_ATTRIBUTES : readAttributes(this.#rawAttributes);
    return this.#attributes;
  };

  /** Returns false for what is text. */
  #open(tag: Tag, isPage: boolean): boolean {
    const dialect = this.#dialect;
    const top = this.#top;
    let host = this.#findHost();
    this.#rawAttributes = tag.rawAttributes;
    this.#attributes = undefined;
    const readAll = this.#readAll;
    const scope = tag.rawAttributes.includes("xmlns") ? openScope(host.scope, readAll()) : host.scope;
    const name = dialect.nameElement(scope, tag.rawName);
    let role = isPage ? undefined : dialect.classify(host, name, readAll);
    if (role === undefined && host.shape === "container" && top.shape !== "ignored" && !isPage) {
      // It means nothing here, but it does around here: the container has lost its end.
      const outer = this.#stack[this.#stack.indexOf(host) - 1] ?? host;
      role =
        outer.shape === "record" || outer.shape === "container" ? dialect.classify(outer, name, readAll) : undefined;
      if (role !== undefined) {
        this.#settleText(tag.start, top);
        while (this.#top !== outer) this.#closeTop("missing");
        host = outer;
      }
    }
    if (role === undefined) return this.#openUnknown(tag, top, isPage, readAll);
    if (!this.#startsOver(role, tag, this.#top)) return this.#openUnknown(tag, top, false, readAll);
    this.#settleText(tag.start, this.#top);
    // What the tag ends, ends before it.
    if (this.#isText() || this.#top.shape === "ignored") this.#closeForTag(role);
    this.#closeForRole(role, tag.start);
    const line = this.#lineOf(tag.start);
    const frame = this.#createFrame(role.kind, role.shape, tag.rawName, name, scope, line, role.isWhole === true);
    if (role.shape === "leaf" || role.shape === "skipped") {
      if (role.shape === "leaf") dialect.onOpen(frame, readAll);
      const isSkipped = role.shape === "skipped";
      if (!tag.isEmpty) this.#push({ ...frame, kind: "ignored", shape: "ignored", isSkipped });
      return true;
    }
    if (role.shape === "root") {
      if (this.#hasRoot) this.#defects.add("furtherExports", line);
      this.#hasRoot = true;
      this.#isComplete = false;
    }
    this.#push(frame);
    dialect.onOpen(frame, readAll);
    if (tag.isEmpty) this.#closeTop("own");
    return true;
  }

  // What is not read may hold elements of the same names, and HTML too; records and prefixed names are none of theirs.
  #startsOver(role: Role<Kind>, { rawName, rawAttributes }: Tag, top: Frame<Kind>): boolean {
    if (role.shape === "root") return !this.#hasOpenRoot() || rawAttributes !== "";
    if (role.shape === "record") return true;
    if (top.shape === "ignored") {
      if (role.shape === "skipped" || top.isPage) return false;
      return rawName.includes(":") || (top.isSkipped && !isHtmlTag(rawName));
    }
    return top.shape !== "mixed" || !isHtmlTag(localOf(rawName));
  }

  #hasOpenRoot(): boolean {
    return this.#stack.some(({ shape }) => shape === "root");
  }

  #settleText(to: number, top: Frame<Kind>): void {
    if (top.shape === "text" || top.shape === "mixed") this.#takeText(to);
  }

  /** Ends texts and elements that are not read, because something of the format begins. */
  #closeForTag(role: Role<Kind>): void {
    const isBoundary = role.shape === "record" || role.shape === "root";
    while (this.#isText() || this.#top.shape === "ignored") {
      // Where a record begins in the middle of a text nobody knows how much of the text is missing.
      if (isBoundary && this.#isText()) this.#markBroken();
      this.#closeTop("missing");
    }
  }

  #closeForRole(role: Role<Kind>, at: number): void {
    if (role.shape === "root") {
      if (this.#hasOpenRoot() && !this.#isComplete) this.#defects.add("cutExports", this.#lineOf(at));
      while (this.#stack.length > 1) this.#closeTop("cut");
    } else if (role.within !== undefined) {
      const { within } = role;
      while (this.#stack.length > 1 && !within.includes(this.#top.kind as Kind)) this.#closeTop("missing");
    }
  }

  #openUnknown(tag: Tag, top: Frame<Kind>, isPage: boolean, readAll: () => Attributes): boolean {
    if (isPage) {
      // What stands between the document type and the page is the page's.
      if (this.#pageLine === undefined) this.#settleText(tag.start, top);
      this.#defects.add("errorPages", this.#pageLine ?? this.#lineOf(tag.start));
      this.#pushIgnored(tag);
      this.#top.isPage = true;
      return true;
    }
    if (top.shape === "text") return false;
    const local = localOf(tag.rawName);
    if (top.shape === "mixed") {
      this.#takeText(tag.start);
      this.#settleRaw();
      top.value += writeStartTag(local, readAll());
      if (tag.isEmpty && !isVoidTag(local)) top.value += `</${local}>`;
      else if (!tag.isEmpty && !isVoidTag(local)) top.depth += 1;
    } else if (top.shape === "ignored") {
      top.inner = tag.isEmpty ? undefined : tag.rawName;
      if (!tag.isEmpty && tag.rawName === top.rawName) top.depth += 1;
    } else if (isStrayTag(tag.rawName)) {
      if (top.shape !== "document" || this.#hasRoot) this.#defects.add("strayHtml", this.#lineOf(tag.start));
    } else if (!tag.isEmpty && top.shape !== "document") {
      this.#pushIgnored(tag);
    }
    return true;
  }

  #pushIgnored({ rawName, start }: Tag): void {
    this.#push(this.#createFrame("ignored", "ignored", rawName, "", this.#top.scope, this.#lineOf(start), false));
  }

  #isPageStart(rawName: string): boolean {
    if (rawName.length !== 4 || rawName.toLowerCase() !== "html") return false;
    const { shape } = this.#top;
    // A text may name the tag; a page begins with its document type.
    return shape !== "ignored" && (this.#pageLine !== undefined || (shape !== "text" && shape !== "mixed"));
  }

  #readEndTag(start: number): number {
    const buffer = this.#buffer;
    const top = this.#top;
    let nameEnd: number;
    if (buffer.startsWith(top.rawName, start + 2) && buffer.charCodeAt(start + 2 + top.rawName.length) === 62) {
      nameEnd = start + 2 + top.rawName.length;
    } else {
      nameEnd = findNameEnd(buffer, start + 2);
      if (nameEnd < 0) return nameEnd;
    }
    const end = findEndTagEnd(buffer, nameEnd);
    if (end < 0) return end;
    const rawName = buffer.slice(start + 2, nameEnd);
    if (!this.#closeNamed(rawName, start)) return -2;
    this.#hasLooseText = false;
    this.#at = end + 1;
    return end + 1;
  }

  /** Returns false for what is text. */
  #closeNamed(rawName: string, start: number): boolean {
    const top = this.#top;
    top.inner = undefined;
    if (rawName === top.rawName) {
      if (top.shape === "ignored" && top.depth > 0) {
        top.depth -= 1;
        return true;
      }
      this.#settleText(start, top);
      this.#closeTop("own");
      return true;
    }
    // A page has a title of its own.
    if (top.isPage && isHtmlTag(rawName)) return true;
    const depth = this.#stack.findLastIndex((frame) => frame.rawName === rawName);
    if (depth > 0) {
      this.#settleText(start, top);
      while (this.#stack.length > depth + 1) this.#closeTop("missing");
      this.#closeTop("own");
      return true;
    }
    return this.#closeUnopened(rawName, start, top);
  }

  #closeUnopened(rawName: string, start: number, top: Frame<Kind>): boolean {
    if (top.shape === "ignored") return true;
    const role = this.#classifyHere(rawName);
    if (top.shape === "text") {
      // The end tag of another field, where this one's should be.
      if (role === undefined) return false;
      this.#takeText(start);
      this.#closeTop("missing");
    } else if (top.shape === "mixed") {
      this.#takeText(start);
      this.#settleRaw();
      top.depth = Math.max(0, top.depth - 1);
      if (!isVoidTag(localOf(rawName))) top.value += `</${localOf(rawName)}>`;
    } else if (role?.shape === "record") {
      this.#defects.add("headlessRecords", this.#lineOf(start));
      this.#count(rawName);
    } else if (role !== undefined && this.#hasLooseText) {
      this.#markBroken();
    }
    return true;
  }

  #classifyHere(rawName: string): Role<Kind> | undefined {
    const host = this.#findHost();
    return this.#dialect.classify(host, this.#dialect.nameElement(host.scope, rawName), () => NO_ATTRIBUTES);
  }

  #readDeclaration(start: number, isLast: boolean): number {
    const buffer = this.#buffer;
    if (buffer.length - start < SECTION_START.length && !isLast) return NEEDS_MORE;
    if (buffer.startsWith(SECTION_START, start)) return this.#readSection(start, isLast);
    if (buffer.startsWith("<!--", start)) return this.#readComment(start);
    if (buffer.startsWith("<!DOCTYPE", start) || /^<!doctype/i.test(buffer.slice(start, start + 9))) {
      return this.#readDoctype(start);
    }
    if (this.#isText()) return -2;
    return this.#skipShort(start);
  }

  #readSection(start: number, isLast: boolean): number {
    const top = this.#top;
    if (!this.#isText() && top.shape !== "ignored") {
      const end = this.#buffer.indexOf("]]>", start);
      return end === -1 ? this.#needsMoreUntil(start, MAX_DECLARATION) : this.#skipTo(start, end + 3);
    }
    const found = findSectionEnd(this.#buffer, start, this.#sectionContext, isLast, MAX_TEXT);
    if (found === undefined) return NEEDS_MORE;
    this.#settleText(start, top);
    const line = this.#lineOf(start);
    if (found.kind === "cut") {
      this.#markBroken();
      this.#at = this.#buffer.length;
      return this.#at;
    }
    if (this.#isText()) this.#addSection(found.text);
    if (found.kind === "closed" && found.behind !== "" && this.#isText()) this.#addBehind(found.behind);
    if (found.kind === "closed" && found.isUnsplit) this.#defects.add("unsplitCdata", line);
    if (holdsErrorPage(found.text)) this.#defects.add("pagesInTexts", line);
    if (found.kind === "unclosed") {
      this.#defects.add("unclosedCdata", line);
      if (!found.isWhole) this.#markBroken();
    }
    this.#at = found.end;
    return found.end;
  }

  #addSection(text: string): void {
    this.#settleRaw();
    const top = this.#top;
    top.hasCdata = true;
    if (top.value.length + text.length > MAX_TEXT) this.#markBroken();
    else top.value += top.shape === "mixed" && top.depth > 0 ? writeText(text) : text;
  }

  // Text behind a section is part of it, but for what a server printed there.
  #addBehind(behind: string): void {
    const rest = removePages(removeNotices(behind));
    if (rest !== behind) this.#defects.add("notices", this.#lineOf(this.#at));
    this.#addSection(rest);
  }

  readonly #sectionContext: SectionContext = Object.defineProperties({} as SectionContext, {
    element: { get: () => this.#top.inner ?? this.#top.rawName },
    isKnown: { value: (rawName: string) => this.#isKnown(rawName) },
    isOpen: { value: (rawName: string) => this.#stack.some((frame) => frame.rawName === rawName && rawName !== "") },
  });

  /** Tells whether a tag means something in any element that is open. */
  #isKnown(rawName: string): boolean {
    return this.#stack.some((frame) => {
      if (frame.rawName === rawName) return true;
      if (frame.shape === "ignored" || frame.shape === "text" || frame.shape === "mixed") return false;
      return (
        this.#dialect.classify(frame, this.#dialect.nameElement(frame.scope, rawName), () => NO_ATTRIBUTES) !==
        undefined
      );
    });
  }

  #readComment(start: number): number {
    const end = this.#hasNoCommentEnd ? -1 : this.#buffer.indexOf("-->", start + 4);
    if (end === -1) {
      this.#hasNoCommentEnd = true;
      return this.#needsMoreUntil(start, MAX_DECLARATION);
    }
    const text = this.#buffer.slice(start + 4, end);
    // XML allows no comment in a comment: where records stand between the two the first has lost its end.
    if (text.includes("<!--") && this.#holdsRecord(text)) return -2;
    this.#dialect.onComment?.(text);
    return this.#skipTo(start, end + 3);
  }

  #holdsRecord(text: string): boolean {
    return [...this.#dialect.counted].some((local) => text.includes(`${local}>`));
  }

  #readDoctype(start: number): number {
    const buffer = this.#buffer;
    const head = buffer.slice(start, start + 100);
    const isHtml = /^<!doctype\s+html/i.test(head);
    if (this.#isText() && !isHtml) return -2;
    if (isHtml || !/^[^>]*\[/.test(buffer.slice(start, start + MAX_SHORT))) {
      const end = this.#skipShort(start);
      if (end > 0 && isHtml) this.#pageLine = this.#lineOf(start);
      return end;
    }
    const close = this.#hasNoSubsetEnd ? -1 : buffer.indexOf("]>", start);
    if (close === -1) {
      this.#hasNoSubsetEnd = true;
      return this.#needsMoreUntil(start, MAX_DECLARATION);
    }
    if (/<!ENTITY/i.test(buffer.slice(start, close))) this.#hasEntities = true;
    return this.#skipTo(start, close + 2);
  }

  /** Passes over a declaration that ends with the next `>`. */
  #skipShort(start: number): number {
    const length = this.#buffer.slice(start, start + MAX_SHORT).indexOf(">");
    return length === -1 ? this.#needsMoreUntil(start, MAX_SHORT) : this.#skipTo(start, start + length + 1);
  }

  #readInstruction(start: number): number {
    const buffer = this.#buffer;
    const isDeclaration = buffer.startsWith("<?xml", start);
    if (this.#isText() && !isDeclaration) return buffer.length - start < 5 ? NEEDS_MORE : -2;
    const end = this.#skipShort(start);
    if (end > 0 && isDeclaration && this.#hasRoot) this.#defects.add("extraDeclarations", this.#lineOf(start));
    return end;
  }

  #needsMoreUntil(start: number, limit: number): number {
    return this.#buffer.length - start < limit ? NEEDS_MORE : -2;
  }

  #skipTo(start: number, end: number): number {
    this.#settleText(start, this.#top);
    this.#at = end;
    return end;
  }

  #findHost(): Frame<Kind> {
    for (let index = this.#stack.length - 1; index > 0; index -= 1) {
      const frame = this.#stack[index];
      if (frame === undefined) break;
      if (frame.shape !== "text" && frame.shape !== "mixed" && frame.shape !== "ignored") return frame;
    }
    return this.#stack[0] ?? this.#top;
  }

  #createFrame(
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

  #push(frame: Frame<Kind>): void {
    this.#stack.push(frame);
    this.#top = frame;
  }

  #closeTop(ending: Ending): void {
    const frame = this.#top;
    if (frame.shape === "text" || frame.shape === "mixed") {
      if (ending === "missing") {
        frame.raw = frame.raw.trimEnd();
        this.#defects.add("missingEnds", frame.line);
      } else if (ending === "cut") {
        this.#markBroken();
      }
      this.#settleRaw();
    }
    this.#stack.pop();
    this.#top = this.#stack.at(-1) ?? frame;
    this.#hasPageEnd = frame.isPage;
    if (frame.isWhole && ending === "own") this.#isComplete = true;
    if (frame.kind === "ignored") return;
    const { value, hasCdata, isBroken } = frame;
    this.#dialect.onClose(frame, { ending, value, hasCdata, isBroken }, this.#top);
  }

  /** Marks what is open, up to its record, as not whole. */
  #markBroken(): void {
    for (let index = this.#stack.length - 1; index > 0; index -= 1) {
      const frame = this.#stack[index];
      if (frame === undefined) return;
      frame.isBroken = true;
      if (frame.shape === "record") return;
    }
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
