// Runs one test file in a process of its own and says what became of each of its tests.

import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PROJECT } from "../support/command-line.ts";

/** One line of what record-reporter.ts writes; `end` proves that the file came to its end. */
export type TestRecord =
  | { readonly event: "end" }
  | { readonly event: "warning"; readonly text: string }
  | { readonly event: "pass"; readonly name: string; readonly milliseconds: number }
  | { readonly event: "fail" | "skip"; readonly name: string; readonly milliseconds: number; readonly text: string };

/** A test, or a check of the whole project, with its outcome. */
export interface Outcome {
  /** Path below the project, or the name of a check. */
  readonly file: string;
  readonly name: string;
  readonly result: "passed" | "failed" | "skipped";
  readonly milliseconds: number;
  /** Error with its diff, or why it was skipped. */
  readonly text?: string;
}

/** What a child process said and how it ended. */
export interface Finished {
  /** Both streams, in the order in which they arrived. */
  readonly output: string;
  /** Exit code, or the name of the signal that ended it. */
  readonly code: number | string;
  readonly isTimedOut: boolean;
  readonly milliseconds: number;
}

const REPORTER = fileURLToPath(new URL("./record-reporter.ts", import.meta.url));

/** Whether a child can lead a process group, with which all that it started can be ended. */
const HAS_GROUPS = process.platform !== "win32";

const running = new Set<ChildProcess>();

/** Where the TypeScript loader lies: named by its full address, so that a test may run from any folder. */
const LOADER = import.meta.resolve("tsx");

/** Runs a test file. A file that crashes, hangs, ends early or holds no test has a failed outcome of its own. */
export async function runTestFile(
  file: string,
  options: { readonly scratch: string; readonly timeoutSeconds: number },
): Promise<readonly Outcome[]> {
  const shown = relative(PROJECT, file).replaceAll("\\", "/");
  const recordFile = join(options.scratch, `${shown.replaceAll(/[^a-z0-9]+/gi, "-")}.ndjson`);
  const reporting = [`--test-reporter=${pathToFileURL(REPORTER).href}`, `--test-reporter-destination=${recordFile}`];
  const finished = await runProcess(process.execPath, ["--import", LOADER, ...reporting, file], options);
  const records = await readRecords(recordFile);
  await rm(recordFile, { force: true });
  const outcomes = records.flatMap((record) => toOutcome(shown, record));
  const trouble = findTrouble(records, finished);
  if (trouble !== undefined) {
    const warnings = records.flatMap((record) => (record.event === "warning" ? [record.text] : []));
    const text = [trouble, ...warnings, finished.output.trim()].filter((part) => part !== "").join("\n\n");
    outcomes.push({
      file: shown,
      name: "the file itself",
      result: "failed",
      milliseconds: finished.milliseconds,
      text,
    });
  }
  return outcomes;
}

/** Runs a program and collects what it prints. Kills it, and whatever it started, when the time is up. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: { readonly timeoutSeconds: number; readonly scratch?: string },
): Promise<Finished> {
  const started = performance.now();
  const env: NodeJS.ProcessEnv = { ...process.env };
  // Set by an outer `node --test`: it would make node:test talk to that process instead of to our reporter.
  delete env.NODE_TEST_CONTEXT;
  if (options.scratch !== undefined) env.ORDSKIFTE_TEST_SCRATCH = options.scratch;
  const child = spawn(command, args, { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"], detached: HAS_GROUPS });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    killGroup(child);
  }, options.timeoutSeconds * 1000);
  return new Promise((resolve) => {
    const finish = (code: number | string): void => {
      clearTimeout(timer);
      running.delete(child);
      const output = Buffer.concat(chunks).toString("utf8");
      resolve({ output, code, isTimedOut, milliseconds: performance.now() - started });
    };
    child.on("error", (error) => finish(error.message));
    // A browser or server that the file left behind would hold the pipes open, and `close` would never come.
    child.on("exit", () => killGroup(child));
    child.on("close", (code, signal) => finish(code ?? signal ?? "unknown"));
  });
}

/** Ends every process that is still running, with what it started. */
export function stopAll(): void {
  for (const child of running) killGroup(child);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(HAS_GROUPS ? -child.pid : child.pid, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

async function readRecords(file: string): Promise<readonly TestRecord[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  // A killed process may leave half a line.
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as TestRecord);
}

function toOutcome(file: string, record: TestRecord): Outcome[] {
  if (record.event === "end" || record.event === "warning") return [];
  const { name, milliseconds } = record;
  if (record.event === "pass") return [{ file, name, result: "passed", milliseconds }];
  return [{ file, name, result: record.event === "fail" ? "failed" : "skipped", milliseconds, text: record.text }];
}

function findTrouble(records: readonly TestRecord[], finished: Finished): string | undefined {
  const tests = records.filter((record) => record.event !== "end" && record.event !== "warning");
  if (finished.isTimedOut) return `It ran for more than ${Math.round(finished.milliseconds / 1000)} s and was stopped.`;
  const isExpectedFailure = finished.code === 1 && tests.some((record) => record.event === "fail");
  if (finished.code !== 0 && !isExpectedFailure) return `It ended with ${finished.code}.`;
  if (tests.length === 0) return "It contains no test.";
  if (!records.some((record) => record.event === "end")) return "It ended before its tests did (process.exit?).";
  return undefined;
}
