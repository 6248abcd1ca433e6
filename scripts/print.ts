// Prints for a person at a terminal, or for the log of a workflow: names and values come from strangers, and nothing in them is obeyed.

import { toVisible } from "./archive/show.ts";

/** Prints lines on standard output. A line end within one becomes visible: what follows it must not pass for a line of ours. */
export function print(...lines: readonly string[]): void {
  process.stdout.write(toOutput(lines));
}

/** Prints lines on standard error, likewise. */
export function printError(...lines: readonly string[]): void {
  process.stderr.write(toOutput(lines));
}

function toOutput(lines: readonly string[]): string {
  return lines.map((line) => `${toVisible(line)}\n`).join("");
}
