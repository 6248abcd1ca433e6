// The runner behind `npm test`: types and lint, then every test file in a process of its own, then the counts.
// (`node --test` finds no TypeScript files on Node 20 and calls that a success.)

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findTests } from "./runner/find-tests.ts";
import { countResults, describeFile, describeRun } from "./runner/report.ts";
import { type Outcome, runProcess, runTestFile, stopAll } from "./runner/test-file.ts";
import { PROJECT } from "./support/command-line.ts";
import { LARGE_VARIABLE } from "./support/thoroughness.ts";

const HELP = `Runs the tests.

  npm test                      types, lint and every test
  npm test -- thread e2e        only test files whose path contains one of the words, without types and lint
  npm run test:large            also those that need big archives (*.large.test.ts), and more invented cases in others

  --folder DIR       look for tests in this folder instead of test/
  --timeout SECONDS  stop a file that runs longer; 240, or 1800 with --large

Ends with "N passed, N failed". Exit code 1 when a test failed or none ran, 2 for wrong use.
`;

/** Test files that run at the same time. CI machines and laptops alike have two cores at least. */
const CONCURRENCY = 2;

/** Checks of the whole project that come before the tests. */
const CHECKS = [
  { name: "types", args: [join(PROJECT, "node_modules/typescript/bin/tsc")] },
  { name: "lint", args: [join(PROJECT, "node_modules/@biomejs/biome/bin/biome"), "check", "--error-on-warnings"] },
];

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readArguments();
  if (options === undefined) return 2;
  const started = performance.now();
  process.env[LARGE_VARIABLE] = options.isLarge ? "1" : "";
  // One folder for all files of the run: a site that one test file built is there for the others.
  const scratch = mkdtempSync(join(tmpdir(), "ordskifte-test-"));
  const leave = (): void => {
    stopAll();
    rmSync(scratch, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      leave();
      process.exit(130);
    });
  }
  try {
    const jobs = [
      ...(options.hasChecks ? CHECKS.map(({ name, args }) => ({ name, run: () => runCheck(name, args) })) : []),
      ...findTests(options).map((file) => ({
        name: relative(PROJECT, file).replaceAll("\\", "/"),
        run: () => runTestFile(file, { scratch, timeoutSeconds: options.timeoutSeconds }),
      })),
    ];
    const outcomes = await runJobs(jobs);
    process.stdout.write(describeRun(outcomes, performance.now() - started));
    const { passed, failed } = countResults(outcomes);
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    leave();
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        large: { type: "boolean", default: false },
        folder: { type: "string" },
        timeout: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const timeoutSeconds = Number(values.timeout ?? (values.large ? 1800 : 240));
    if (!(timeoutSeconds > 0)) throw new Error(`--timeout ${values.timeout} is not a number of seconds.`);
    return {
      folder: values.folder === undefined ? join(PROJECT, "test") : resolve(values.folder),
      isLarge: values.large,
      patterns: positionals,
      timeoutSeconds,
      hasChecks: positionals.length === 0 && values.folder === undefined,
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return undefined;
  }
}

async function runCheck(name: string, args: readonly string[]): Promise<readonly Outcome[]> {
  const finished = await runProcess(process.execPath, args, { timeoutSeconds: 120 });
  const { milliseconds, output, code } = finished;
  if (code === 0) return [{ file: name, name, result: "passed", milliseconds }];
  return [{ file: name, name: `ended with ${code}`, result: "failed", milliseconds, text: output.trim() }];
}

/** A file or check to run. */
interface Job {
  readonly name: string;
  readonly run: () => Promise<readonly Outcome[]>;
}

async function runJobs(jobs: readonly Job[]): Promise<readonly Outcome[]> {
  const outcomes: (readonly Outcome[])[] = [];
  const queue = jobs.entries();
  const work = async (): Promise<void> => {
    for (const [index, job] of queue) {
      const started = performance.now();
      const result = await job.run();
      outcomes[index] = result;
      process.stdout.write(`${describeFile(job.name, result, performance.now() - started)}\n`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return outcomes.flat();
}
