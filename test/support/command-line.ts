// Runs Ordskifte's command line, as a person would or within the test's own process.

import { AsyncLocalStorage } from "node:async_hooks";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** How a command ended and what it printed. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `ordskifte <args>`, from the project's folder unless told otherwise. */
export function runOrdskifte(args: readonly string[], cwd: string = PROJECT): Promise<CommandResult> {
  const child = spawn(process.execPath, [join(PROJECT, "scripts/ordskifte.js"), ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out).toString("utf8"),
        stderr: Buffer.concat(errors).toString("utf8"),
      }),
    );
  });
}

interface Printed {
  readonly stdout: string[];
  readonly stderr: string[];
}

/** What the command of the present asynchronous context prints. What others print, node:test before all, goes its way. */
const printed = new AsyncLocalStorage<Printed>();

let runs = 0;

/**
 * Runs `ordskifte <args>` in this process: in a tenth of the time that a process takes which has to load everything
 * first. For commands that do not serve; one at a time. A test of each command should use `runOrdskifte`.
 */
export async function runOrdskifteHere(args: readonly string[]): Promise<CommandResult> {
  if (runs === 0) for (const name of ["stdout", "stderr"] as const) intercept(name);
  runs += 1;
  const { argv, exitCode } = process;
  const texts: Printed = { stdout: [], stderr: [] };
  process.argv = [...argv.slice(0, 2), ...args];
  try {
    // A new address has cli.ts run anew; what it imports is loaded once.
    const cli = `${pathToFileURL(join(PROJECT, "scripts/cli.ts")).href}?run=${runs}`;
    await printed.run(texts, async () => (await import(cli)).finished);
    return { code: Number(process.exitCode), stdout: texts.stdout.join(""), stderr: texts.stderr.join("") };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
  }
}

function intercept(name: "stdout" | "stderr"): void {
  const stream = process[name];
  const write = stream.write.bind(stream) as (...all: unknown[]) => boolean;
  stream.write = (...all: unknown[]): boolean => {
    const texts = printed.getStore();
    if (texts === undefined) return write(...all);
    texts[name].push(String(all[0]));
    return true;
  };
}
