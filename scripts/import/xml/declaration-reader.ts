// Reads what begins with `<!` or `<?`: CDATA, comments, document types, instructions; each may have lost its end.

import { findSectionEnd, SECTION_START } from "./cdata-section.ts";
import type { SectionContext } from "./find-break.ts";
import { MAX_TEXT, OpenElements } from "./open-elements.ts";
import { holdsErrorPage } from "./php-output.ts";
import { NEEDS_MORE } from "./read-tag.ts";

// A declaration without a subset, or an instruction.
const MAX_SHORT = 4_000;
const MAX_DECLARATION = 1024 * 1024;

/** Adds declarations to the stack of open elements. */
export class DeclarationReader<Kind extends string> extends OpenElements<Kind> {
  protected hasEntities = false;
  /** The HTML page whose document type was just read. */
  protected pageLine: number | undefined;
  protected readonly sectionContext: SectionContext = Object.defineProperties({} as SectionContext, {
    element: { get: () => this.top.inner ?? this.top.rawName },
    isKnown: { value: (rawName: string) => this.isKnown(rawName) },
    isOpen: { value: (rawName: string) => this.stack.some((frame) => frame.rawName === rawName && rawName !== "") },
  });
  protected readDeclaration(start: number, isLast: boolean): number {
    const buffer = this.buffer;
    if (buffer.length - start < SECTION_START.length && !isLast) return NEEDS_MORE;
    if (buffer.startsWith(SECTION_START, start)) return this.readSection(start, isLast);
    if (buffer.startsWith("<!--", start)) return this.readComment(start);
    if (buffer.startsWith("<!DOCTYPE", start) || /^<!doctype/i.test(buffer.slice(start, start + 9))) {
      return this.readDoctype(start);
    }
    if (this.isText()) return -2;
    return this.skipShort(start);
  }

  protected readSection(start: number, isLast: boolean): number {
    const top = this.top;
    if (!this.isText() && top.shape !== "ignored") {
      const end = this.buffer.indexOf("]]>", start);
      return end === -1 ? this.needsMoreUntil(start, MAX_DECLARATION) : this.skipTo(start, end + 3);
    }
    const found = findSectionEnd(this.buffer, start, this.sectionContext, isLast, MAX_TEXT);
    if (found === undefined) return NEEDS_MORE;
    this.settleText(start, top);
    const line = this.lineOf(start);
    if (found.kind === "cut") {
      this.markBroken();
      this.at = this.buffer.length;
      return this.at;
    }
    if (this.isText()) this.addSection(found.text);
    if (found.kind === "closed" && found.behind !== "" && this.isText()) this.addBehind(found.behind);
    if (found.kind === "closed" && found.isUnsplit) this.defects.add("unsplitCdata", line);
    if (holdsErrorPage(found.text)) this.defects.add("pagesInTexts", line);
    if (found.kind === "unclosed") {
      this.defects.add("unclosedCdata", line);
      if (!found.isWhole) this.markBroken();
    }
    this.at = found.end;
    return found.end;
  }

  protected readComment(start: number): number {
    const end = this.hasNoCommentEnd ? -1 : this.buffer.indexOf("-->", start + 4);
    if (end === -1) {
      this.hasNoCommentEnd = true;
      return this.needsMoreUntil(start, MAX_DECLARATION);
    }
    const text = this.buffer.slice(start + 4, end);
    // XML allows no comment in a comment: where records stand between the two the first has lost its end.
    if (text.includes("<!--") && this.holdsRecord(text)) return -2;
    this.dialect.onComment?.(text);
    return this.skipTo(start, end + 3);
  }

  protected holdsRecord(text: string): boolean {
    return [...this.dialect.counted].some((local) => text.includes(`${local}>`));
  }

  protected readDoctype(start: number): number {
    const buffer = this.buffer;
    const head = buffer.slice(start, start + 100);
    const isHtml = /^<!doctype\s+html/i.test(head);
    if (this.isText() && !isHtml) return -2;
    if (isHtml || !/^[^>]*\[/.test(buffer.slice(start, start + MAX_SHORT))) {
      const end = this.skipShort(start);
      if (end > 0 && isHtml) this.pageLine = this.lineOf(start);
      return end;
    }
    const close = this.hasNoSubsetEnd ? -1 : buffer.indexOf("]>", start);
    if (close === -1) {
      this.hasNoSubsetEnd = true;
      return this.needsMoreUntil(start, MAX_DECLARATION);
    }
    if (/<!ENTITY/i.test(buffer.slice(start, close))) this.hasEntities = true;
    return this.skipTo(start, close + 2);
  }

  /** Passes over a declaration that ends with the next `>`. */
  protected skipShort(start: number): number {
    const length = this.buffer.slice(start, start + MAX_SHORT).indexOf(">");
    return length === -1 ? this.needsMoreUntil(start, MAX_SHORT) : this.skipTo(start, start + length + 1);
  }

  protected readInstruction(start: number): number {
    const buffer = this.buffer;
    const isDeclaration = buffer.startsWith("<?xml", start);
    if (this.isText() && !isDeclaration) return buffer.length - start < 5 ? NEEDS_MORE : -2;
    const end = this.skipShort(start);
    if (end > 0 && isDeclaration && this.hasRoot) this.defects.add("extraDeclarations", this.lineOf(start));
    return end;
  }

  protected needsMoreUntil(start: number, limit: number): number {
    return this.buffer.length - start < limit ? NEEDS_MORE : -2;
  }

  protected skipTo(start: number, end: number): number {
    this.settleText(start, this.top);
    this.at = end;
    return end;
  }
}
