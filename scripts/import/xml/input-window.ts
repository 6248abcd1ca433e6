// The part of a file that the XML reader has before it: cleaned, counted by lines, and grown so that no text is looked at too often.

import { createCharacterCleaner } from "../xml-characters.ts";
import { createDefectCollector, type DefectList } from "./defects.ts";

/** The text at hand, and what is known of the file so far. */
export class InputWindow {
  protected readonly cleaner = createCharacterCleaner();
  protected readonly defects = createDefectCollector();
  protected buffer = "";
  /** Up to here everything is read. */
  protected at = 0;
  protected waiting: string[] = [];
  protected waitingLength = 0;
  protected line = 1;
  /** Up to here lines are counted, and where the next line end is known to be; -2 when it is not. */
  protected counted = 0;
  protected nextBreak = -2;
  /** No comment ends in the text at hand. */
  protected hasNoCommentEnd = false;
  protected hasNoSubsetEnd = false;

  protected takeWaiting(): void {
    const incoming = this.cleaner.clean(this.waiting.length === 1 ? (this.waiting[0] ?? "") : this.waiting.join(""));
    this.waiting = [];
    this.waitingLength = 0;
    this.lineOf(this.at);
    this.buffer = this.buffer.slice(this.at) + incoming;
    this.counted -= this.at;
    this.at = 0;
    this.nextBreak = -2;
    this.hasNoCommentEnd = false;
    this.hasNoSubsetEnd = false;
  }

  /** Positions must not go back. */
  protected lineOf(position: number): number {
    for (;;) {
      if (this.nextBreak === -2) this.nextBreak = this.buffer.indexOf("\n", this.counted);
      if (this.nextBreak === -1 || this.nextBreak >= position) break;
      this.line += 1;
      this.counted = this.nextBreak + 1;
      this.nextBreak = -2;
    }
    if (position > this.counted) this.counted = position;
    return this.line;
  }

  report(kind: keyof DefectList, line: number): void {
    this.defects.add(kind, line);
  }
}
