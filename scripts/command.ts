// What every command of the command line has in common.

/** A command: one file beside cli.ts exports one. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Full sentences with examples, printed by --help. */
  readonly help: string;
  /** Runs it and returns the exit code: 0 fine, 1 errors were found. Throws UsageError for wrong use. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Asks questions; an answer is trimmed. */
export interface Asker {
  /** Returns undefined when the input has ended. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Wrong use of the command line: exit code 2. The message says what to type instead. */
export class UsageError extends Error {
  readonly code = "usage";
}
