// What the command `new` makes: a file that is not yet written, from answers that have been checked one by one.

import type { Found } from "../archive/found.ts";
import type { Archive } from "../archive/model.ts";
import type { Message, MessageKey } from "../strings/messages/index.ts";

/** Answers by the name of their question, which is the name of the flag too. Absent: not known. */
export type Answers = Readonly<Record<string, string>>;

/** A question. */
export interface Question {
  /** Name of the flag: `title`. */
  readonly name: string;
  readonly text: Extract<MessageKey, `new.ask.${string}`>;
  /** Without an answer there is no file. */
  readonly isNeeded?: boolean;
  /** Returns what is wrong with an answer. */
  readonly check?: (answer: string, archive: Archive, answers: Answers) => Iterable<Found>;
}

/** A file to be written. */
export interface NewFile {
  /** Path below content/. */
  readonly file: string;
  readonly text: string;
}

/** A kind of file. */
export interface NewKind {
  readonly questions: readonly Question[];
  /** Returns the file, or why there can be none. */
  readonly draft: (archive: Archive, answers: Answers, text: string) => NewFile | Message;
}
