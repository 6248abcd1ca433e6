// Recognises the line in which a captured comment begins: by a number, a bullet, a speaker, or a name above a date.

import { readPageDate } from "../saved-page/page-date.ts";
import { readSpeakerLine, type SpeakerLine } from "./phrases.ts";
import type { TextLine } from "./text-lines.ts";

/** How the comments of a page are marked. */
export type Marking = "numbers" | "bullets" | "speakers" | "names";

/** The line that begins a comment, taken apart. */
export interface Opening {
  readonly indent: number;
  /** The number that stands before it; 0 where there are none. */
  readonly number: number;
  /** `1.1.2` spelled out. */
  readonly dotted?: readonly number[];
  readonly rest: string;
}

const NUMBERED = /^(\d{1,5}(?:\.\d{1,5})*)[.)][ \t\u00a0]+(\S.*)$/u;
const DOTTED = /^(\d{1,5}(?:\.\d{1,5})+)[ \t\u00a0]+(\S.*)$/u;
const BULLET = /^[*•+◦▪·o-][ \t\u00a0]+(\S.*)$/u;
const MAX_NAME_LENGTH = 60;
const MAX_DATE_LENGTH = 80;

/** Tells how the comments are marked that begin in a line; undefined when none begins there. */
export function findMarking(lines: readonly TextLine[], at: number): Marking | undefined {
  const line = lines[at];
  if (line === undefined || line.isBlank) return undefined;
  if (NUMBERED.test(line.text) || DOTTED.test(line.text)) return "numbers";
  if (readSpeaker(line.text) !== undefined) return "speakers";
  const bulleted = BULLET.exec(line.text)?.[1];
  if (bulleted !== undefined && readSpeaker(bulleted) !== undefined) return "bullets";
  return isNameAboveDate(lines, at) ? "names" : undefined;
}

/** Reads the line in which a comment may begin; undefined when it cannot. */
export function readOpening(lines: readonly TextLine[], at: number, marking: Marking): Opening | undefined {
  const line = lines[at];
  if (line === undefined || line.isBlank) return undefined;
  const whole = { indent: line.indent, number: 0, rest: line.text };
  if (marking === "names") return isNameAboveDate(lines, at) ? whole : undefined;
  if (marking === "speakers") return readSpeaker(line.text) === undefined ? undefined : whole;
  if (marking === "bullets") {
    const rest = BULLET.exec(line.text)?.[1];
    return rest === undefined ? undefined : { ...whole, rest };
  }
  const match = NUMBERED.exec(line.text) ?? DOTTED.exec(line.text);
  if (match === null) return undefined;
  const numbers = (match[1] ?? "").split(".").map(Number);
  return {
    indent: line.indent,
    number: numbers[numbers.length - 1] ?? 0,
    ...(numbers.length > 1 && { dotted: numbers }),
    rest: match[2] ?? "",
  };
}

/** Reads a line that names who speaks. */
export function readSpeaker(text: string): SpeakerLine | undefined {
  return readSpeakerLine(text, readPageDate);
}

function isNameAboveDate(lines: readonly TextLine[], at: number): boolean {
  const [name, date] = [lines[at], lines[at + 1]];
  if (name === undefined || date === undefined || name.isBlank || date.isBlank) return false;
  return (
    name.text.length <= MAX_NAME_LENGTH &&
    date.text.length <= MAX_DATE_LENGTH &&
    readPageDate(name.text) === undefined &&
    readPageDate(date.text) !== undefined
  );
}
