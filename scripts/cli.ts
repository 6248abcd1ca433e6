// The command line: finds the command, runs it, and turns what it throws into a message and an exit code.

import { ArchiveError } from "./archive/archive-error.ts";
import { type Command, UsageError } from "./command.ts";
import { print, printError } from "./print.ts";
import { OutputError } from "./site/publish.ts";

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import("./import-command.ts")).importCommand,
  build: async () => (await import("./build-command.ts")).buildCommand,
  start: async () => (await import("./start-command.ts")).startCommand,
  check: async () => (await import("./check-command.ts")).checkCommand,
  preview: async () => (await import("./preview-command.ts")).previewCommand,
  serve: async () => (await import("./serve-command.ts")).serveCommand,
  guard: async () => (await import("./guard-command.ts")).guardCommand,
  new: async () => (await import("./new-command.ts")).newCommand,
  redact: async () => (await import("./redact-command.ts")).redactCommand,
  bench: async () => (await import("./bench-command.ts")).benchCommand,
};

const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: "may not be written or read by you. Choose another folder, or change its permissions.",
  EPERM: "may not be written or read by you. Choose another folder, or change its permissions.",
  EROFS: "lies on a disk that can only be read. Choose another folder.",
  ENOSPC: "could not be written: the disk is full. What stood there before is as it was.",
};

/** Is fulfilled when the command has ended. No await: the bundle for imports can have none at its top. */
export const finished: Promise<void> = main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    print(...(await overview()));
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    printError(`There is no command "${name}".`, "", ...(await overview()));
    return 2;
  }
  const command = await load();
  if (args.includes("--help") || args.includes("-h")) {
    print(...command.help.trim().split("\n"));
    return 0;
  }
  const swallowed = findSwallowedOptions(name);
  if (swallowed.length > 0) {
    const typed = swallowed.map((option) => `--${option}`).join(" ");
    printError(
      `npm has taken ${typed} for itself, so nothing was done. Put -- before all options: npm run ${name} -- ${[...args, typed].join(" ")}`,
    );
    return 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return report(error, name);
  }
}

/** Prints an error for a person; the stack only for one that nobody foresaw. */
function report(error: unknown, name: string): number {
  if (isWrongUse(error)) {
    // Node goes on with advice for file names that begin with a dash.
    const [said = ""] = error.message.split(". To specify a positional argument");
    printError(...said.split("\n"), `See: npm run ${name} -- --help`);
    return 2;
  }
  if (error instanceof OutputError || error instanceof ArchiveError) {
    printError(...error.message.split("\n"));
    return 1;
  }
  const refusal = explainRefusal(error);
  if (refusal !== undefined) {
    printError(refusal);
    return 1;
  }
  const cause = findCause(error);
  printError(...(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)).split("\n"));
  return 1;
}

/** Returns what a library's error was about: its own words, a list of files, may run over pages. */
function findCause(error: unknown): unknown {
  const seen = new Set<unknown>();
  for (let cause = error; ; ) {
    seen.add(cause);
    const { originalError, cause: inner = originalError } = Object(cause) as {
      cause?: unknown;
      originalError?: unknown;
    };
    if (!(inner instanceof Error) || seen.has(inner)) return cause;
    cause = inner;
  }
}

/** Node's own parseArgs throws errors with such codes for unknown or incomplete options. */
function isWrongUse(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

/** Returns a sentence for what the file system refuses, or undefined for any other error. */
function explainRefusal(error: unknown): string | undefined {
  const { code, path } = error as { readonly code?: unknown; readonly path?: unknown };
  const reason = typeof code === "string" && Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  return reason === undefined ? undefined : `${typeof path === "string" ? path : "The file or folder"} ${reason}`;
}

/**
 * Returns the options that npm took for itself because they were typed without `--` before them: a dry run would
 * otherwise become a real one. npm hands them on in the environment; see https://docs.npmjs.com/cli/using-npm/config
 */
function findSwallowedOptions(name: string): readonly string[] {
  if (process.env.npm_lifecycle_event !== name) return [];
  const names =
    "content output base-path drafts dry-run strict report source base-url timezone include mask-emails media media-limit conflicts keep-sample fix lang changed-since format summary staged since repo base port lean avif url";
  const given = names
    .split(" ")
    .filter((option) => process.env[`npm_config_${option.replaceAll("-", "_")}`] !== undefined);
  // npm reads --no-search as an empty "search".
  return process.env.npm_config_search === "" ? [...given, "no-search"] : given;
}

async function overview(): Promise<readonly string[]> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(8)}${summary}`);
  return [
    "Ordskifte turns exports of blogs, posts and comment threads, into Markdown, and the Markdown into a site.",
    "",
    "Usage: npm run <command> -- [options]      or: ordskifte <command> [options]",
    "",
    ...lines,
    "",
    "Each command explains itself: npm run <command> -- --help",
  ];
}
