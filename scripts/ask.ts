// Asks a person at a terminal. Questions go to standard error, so that standard output holds what a command says it did.

import { createInterface } from "node:readline/promises";
import type { Asker } from "./command.ts";

/** Tells whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Opens the terminal for questions. */
export function openAsker(): Asker {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<undefined>((resolve) => {
    lines.once("close", () => resolve(undefined));
  });
  return {
    ask: async (question) => (await Promise.race([lines.question(question), ended]))?.trim(),
    close: () => lines.close(),
  };
}
