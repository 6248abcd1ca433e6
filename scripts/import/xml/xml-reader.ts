// Reads XML as it streams by, however broken it is: knows by the format's own elements what is markup and what is text, ends what
// lost its end, and keeps an account of it. Nothing is expanded but character references and the five entities of XML.
// A general parser cannot do this: it takes every `<` for a tag. docs/decisions/2026-11-20-xml-reader.md has the measurements.

import { DeclarationReader } from "./declaration-reader.ts";
import { openScope } from "./namespaces.ts";
import { type Frame, MAX_TEXT, NO_ATTRIBUTES } from "./open-elements.ts";
import { findEndTagEnd, findNameEnd, findTagEnd, localOf, NEEDS_MORE, readAttributes } from "./read-tag.ts";
import { isHtmlTag, isStrayTag, isVoidTag, writeStartTag } from "./stray-html.ts";
import type { Attributes, Role, XmlDialect, XmlReader, XmlSummary } from "./xml-model.ts";

interface Tag {
  readonly rawName: string;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
  readonly isEmpty: boolean;
  readonly rawAttributes: string;
}

// A text longer than this is looked at again only when it has grown by half, so that time grows with its length.
const LONG_REST = 1024 * 1024;
const BANG = 33;
const SLASH = 47;
const QUESTION = 63;

/** Returns a reader of a format. Everything that is opened is closed, at the latest by `end`. */
export function createXmlReader<Kind extends string>(dialect: XmlDialect<Kind>): XmlReader {
  return new TolerantReader(dialect);
}

class TolerantReader<Kind extends string> extends DeclarationReader<Kind> implements XmlReader {
  write(piece: string): void {
    this.waiting.push(piece);
    this.waitingLength += piece.length;
    const rest = this.buffer.length - this.at;
    if (rest > LONG_REST && this.waitingLength * 2 < rest) return;
    // Half a character waits for its other half.
    if (isHighSurrogate(piece.charCodeAt(piece.length - 1))) return;
    this.takeWaiting();
    this.run(false);
  }

  end(): XmlSummary {
    this.takeWaiting();
    this.run(true);
    const lines = this.lineOf(this.buffer.length);
    while (this.stack.length > 1) this.closeTop("cut");
    return {
      isComplete: this.isComplete,
      lines,
      hasEntities: this.hasEntities,
      repairs: this.cleaner.repairs,
      defects: this.defects.list(),
    };
  }

  protected run(isLast: boolean): void {
    while (this.at < this.buffer.length && this.step(isLast));
    if (isLast) this.at = this.buffer.length;
  }

  /** Returns false when it needs more text. */
  protected step(isLast: boolean): boolean {
    const buffer = this.buffer;
    const open = buffer.indexOf("<", this.at);
    if (open === -1) {
      if (this.isText() && !isLast && buffer.length - this.at < MAX_TEXT) return false;
      this.takeText(buffer.length);
      return false;
    }
    if (!this.isText() && open > this.at) this.takeText(open);
    const code = buffer.charCodeAt(open + 1);
    const next =
      code === SLASH
        ? this.readEndTag(open)
        : code === BANG
          ? this.readDeclaration(open, isLast)
          : code === QUESTION
            ? this.readInstruction(open)
            : this.readStartTag(open, isLast);
    if (next === NEEDS_MORE && !isLast) return false;
    if (next === NEEDS_MORE && buffer.indexOf(">", open) === -1) {
      // Half a tag at the end of a file that was cut off.
      this.at = buffer.length;
      return false;
    }
    if (next < 0) this.takeText(open + 1);
    return true;
  }

  protected readStartTag(start: number, isLast: boolean): number {
    const buffer = this.buffer;
    const nameEnd = findNameEnd(buffer, start + 1);
    if (nameEnd < 0) return nameEnd;
    const rawName = buffer.slice(start + 1, nameEnd);
    const top = this.top;
    // Most bare `<` in a text are seen to be text here.
    const isPage = this.isPageStart(rawName);
    if (top.shape === "text" && !isPage && !this.isKnown(rawName)) return this.countAsText(rawName);
    const end = findTagEnd(buffer, nameEnd);
    if (end === NEEDS_MORE && !isLast) return NEEDS_MORE;
    const tag = end < 0 ? this.readBrokenTag(rawName, start, nameEnd) : this.toTag(rawName, start, nameEnd, end);
    if (tag === undefined) return end;
    this.count(rawName);
    if (!this.open(tag, isPage)) return -2;
    this.hasLooseText = false;
    this.pageLine = undefined;
    this.at = tag.end;
    return tag.end;
  }

  protected countAsText(rawName: string): number {
    this.count(rawName);
    return -2;
  }

  protected toTag(rawName: string, start: number, nameEnd: number, end: number): Tag {
    const isEmpty = this.buffer.charCodeAt(end - 1) === SLASH;
    const rawAttributes = end - nameEnd < 2 ? "" : this.buffer.slice(nameEnd, isEmpty ? end - 1 : end);
    return { rawName, start, end: end + 1, isEmpty, rawAttributes };
  }

  // Its quotes do not match: it ends at the first `>`, if no other tag begins before.
  protected readBrokenTag(rawName: string, start: number, nameEnd: number): Tag | undefined {
    const part = this.buffer.slice(nameEnd, nameEnd + 4_000);
    const length = part.indexOf(">");
    if (length === -1 || part.slice(0, length).includes("<")) return undefined;
    if (this.top.shape !== "text") this.defects.add("brokenTags", this.lineOf(start));
    return this.toTag(rawName, start, nameEnd, nameEnd + length);
  }

  /** Attributes of the tag that is being opened; made once, because a function for each tag would cost more than the tag. */
  protected rawAttributes = "";
  protected attributes: Attributes | undefined;
  protected readonly readAll = (): Attributes => {
    this.attributes ??= this.rawAttributes === "" ? NO_ATTRIBUTES : readAttributes(this.rawAttributes);
    return this.attributes;
  };
  /** Returns false for what is text. */
  protected open(tag: Tag, isPage: boolean): boolean {
    const dialect = this.dialect;
    const top = this.top;
    let host = this.findHost();
    this.rawAttributes = tag.rawAttributes;
    this.attributes = undefined;
    const readAll = this.readAll;
    const scope = tag.rawAttributes.includes("xmlns") ? openScope(host.scope, readAll()) : host.scope;
    const name = dialect.nameElement(scope, tag.rawName);
    let role = isPage ? undefined : dialect.classify(host, name, readAll);
    if (role === undefined && host.shape === "container" && top.shape !== "ignored" && !isPage) {
      // It means nothing here, but it does around here: the container has lost its end.
      const outer = this.stack[this.stack.indexOf(host) - 1] ?? host;
      role =
        outer.shape === "record" || outer.shape === "container" ? dialect.classify(outer, name, readAll) : undefined;
      if (role !== undefined) {
        this.settleText(tag.start, top);
        while (this.top !== outer) this.closeTop("missing");
        host = outer;
      }
    }
    if (role === undefined) return this.openUnknown(tag, top, isPage, readAll);
    if (!this.startsOver(role, tag, this.top)) return this.openUnknown(tag, top, false, readAll);
    this.settleText(tag.start, this.top);
    // What the tag ends, ends before it.
    if (this.isText() || this.top.shape === "ignored") this.closeForTag(role);
    this.closeForRole(role, tag.start);
    const line = this.lineOf(tag.start);
    const frame = this.createFrame(role.kind, role.shape, tag.rawName, name, scope, line, role.isWhole === true);
    if (role.shape === "leaf" || role.shape === "skipped") {
      if (role.shape === "leaf") dialect.onOpen(frame, readAll);
      const isSkipped = role.shape === "skipped";
      if (!tag.isEmpty) this.push({ ...frame, kind: "ignored", shape: "ignored", isSkipped });
      return true;
    }
    if (role.shape === "root") {
      if (this.hasRoot) this.defects.add("furtherExports", line);
      this.hasRoot = true;
      this.isComplete = false;
    }
    this.push(frame);
    dialect.onOpen(frame, readAll);
    if (tag.isEmpty) this.closeTop("own");
    return true;
  }

  // What is not read may hold elements of the same names, and HTML too; records and prefixed names are none of theirs.
  protected startsOver(role: Role<Kind>, { rawName, rawAttributes }: Tag, top: Frame<Kind>): boolean {
    if (role.shape === "root") return !this.hasOpenRoot() || rawAttributes !== "";
    if (role.shape === "record") return true;
    if (top.shape === "ignored") {
      if (role.shape === "skipped" || top.isPage) return false;
      return rawName.includes(":") || (top.isSkipped && !isHtmlTag(rawName));
    }
    return top.shape !== "mixed" || !isHtmlTag(localOf(rawName));
  }

  /** Ends texts and elements that are not read, because something of the format begins. */
  protected closeForTag(role: Role<Kind>): void {
    const isBoundary = role.shape === "record" || role.shape === "root";
    while (this.isText() || this.top.shape === "ignored") {
      // Where a record begins in the middle of a text nobody knows how much of the text is missing.
      if (isBoundary && this.isText()) this.markBroken();
      this.closeTop("missing");
    }
  }

  protected closeForRole(role: Role<Kind>, at: number): void {
    if (role.shape === "root") {
      if (this.hasOpenRoot() && !this.isComplete) this.defects.add("cutExports", this.lineOf(at));
      while (this.stack.length > 1) this.closeTop("cut");
    } else if (role.within !== undefined) {
      const { within } = role;
      while (this.stack.length > 1 && !within.includes(this.top.kind as Kind)) this.closeTop("missing");
    }
  }

  protected openUnknown(tag: Tag, top: Frame<Kind>, isPage: boolean, readAll: () => Attributes): boolean {
    if (isPage) {
      // What stands between the document type and the page is the page's.
      if (this.pageLine === undefined) this.settleText(tag.start, top);
      this.defects.add("errorPages", this.pageLine ?? this.lineOf(tag.start));
      this.pushIgnored(tag);
      this.top.isPage = true;
      return true;
    }
    if (top.shape === "text") return false;
    const local = localOf(tag.rawName);
    if (top.shape === "mixed") {
      this.takeText(tag.start);
      this.settleRaw();
      top.value += writeStartTag(local, readAll());
      if (tag.isEmpty && !isVoidTag(local)) top.value += `</${local}>`;
      else if (!tag.isEmpty && !isVoidTag(local)) top.depth += 1;
    } else if (top.shape === "ignored") {
      top.inner = tag.isEmpty ? undefined : tag.rawName;
      if (!tag.isEmpty && tag.rawName === top.rawName) top.depth += 1;
    } else if (isStrayTag(tag.rawName)) {
      if (top.shape !== "document" || this.hasRoot) this.defects.add("strayHtml", this.lineOf(tag.start));
    } else if (!tag.isEmpty && top.shape !== "document") {
      this.pushIgnored(tag);
    }
    return true;
  }

  protected pushIgnored({ rawName, start }: Tag): void {
    this.push(this.createFrame("ignored", "ignored", rawName, "", this.top.scope, this.lineOf(start), false));
  }

  protected isPageStart(rawName: string): boolean {
    if (rawName.length !== 4 || rawName.toLowerCase() !== "html") return false;
    const { shape } = this.top;
    // A text may name the tag; a page begins with its document type.
    return shape !== "ignored" && (this.pageLine !== undefined || (shape !== "text" && shape !== "mixed"));
  }

  protected readEndTag(start: number): number {
    const buffer = this.buffer;
    const top = this.top;
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
    if (!this.closeNamed(rawName, start)) return -2;
    this.hasLooseText = false;
    this.at = end + 1;
    return end + 1;
  }

  /** Returns false for what is text. */
  protected closeNamed(rawName: string, start: number): boolean {
    const top = this.top;
    top.inner = undefined;
    if (rawName === top.rawName) {
      if (top.shape === "ignored" && top.depth > 0) {
        top.depth -= 1;
        return true;
      }
      this.settleText(start, top);
      this.closeTop("own");
      return true;
    }
    // A page has a title of its own.
    if (top.isPage && isHtmlTag(rawName)) return true;
    const depth = this.stack.findLastIndex((frame) => frame.rawName === rawName);
    if (depth > 0) {
      this.settleText(start, top);
      while (this.stack.length > depth + 1) this.closeTop("missing");
      this.closeTop("own");
      return true;
    }
    return this.closeUnopened(rawName, start, top);
  }

  protected closeUnopened(rawName: string, start: number, top: Frame<Kind>): boolean {
    if (top.shape === "ignored") return true;
    const role = this.classifyHere(rawName);
    if (top.shape === "text") {
      // The end tag of another field, where this one's should be.
      if (role === undefined) return false;
      this.takeText(start);
      this.closeTop("missing");
    } else if (top.shape === "mixed") {
      this.takeText(start);
      this.settleRaw();
      top.depth = Math.max(0, top.depth - 1);
      if (!isVoidTag(localOf(rawName))) top.value += `</${localOf(rawName)}>`;
    } else if (role?.shape === "record") {
      this.defects.add("headlessRecords", this.lineOf(start));
      this.count(rawName);
    } else if (role !== undefined && this.hasLooseText) {
      this.markBroken();
    }
    return true;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
