// Tells a person at a terminal what is going on, and a log file nothing but plain lines.

import { toVisible } from "./archive/show.ts";

/** Reports the stages of a long piece of work on standard error. */
export interface Progress {
  /** Names the stage that begins now. */
  readonly stage: (name: string) => void;
  /** Replaces the current line: `1,200 posts`. Shown on a terminal only. */
  readonly update: (detail: string) => void;
  /** Ends the last line. */
  readonly end: () => void;
}

/** Work shorter than this stays silent, in milliseconds. */
const SILENT_FOR = 1000;

/** Returns a progress report; silent for the first second, plain lines where standard error is not a terminal. */
export function createProgress(): Progress {
  const isTerminal = process.stderr.isTTY === true;
  const started = Date.now();
  let current = "";
  const show = (text: string): void => {
    if (Date.now() - started < SILENT_FOR) return;
    if (isTerminal) process.stderr.write(`\r\u001B[K${text}`);
  };
  return {
    stage: (name) => {
      current = toVisible(name);
      if (isTerminal) show(`${current} …`);
      else if (Date.now() - started >= SILENT_FOR) process.stderr.write(`${current} …\n`);
    },
    update: (detail) => show(`${current}: ${toVisible(detail)}`),
    end: () => {
      if (isTerminal && Date.now() - started >= SILENT_FOR) process.stderr.write("\r\u001B[K");
    },
  };
}
