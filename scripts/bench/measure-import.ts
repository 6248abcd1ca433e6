// Does one thing with an export in a process of its own and prints what it took, as JSON:
// `node run-measurement.js parse|write|import EXPORT FOLDER [BUNDLE]`.

import { createReadStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Parser } from "htmlparser2";
import { importSource } from "../import/import-source.ts";
import { defaultImportOptions } from "../import/importer.ts";
import { openInputs } from "../import/open-inputs.ts";
import { findSources } from "../import/recognize.ts";
import { keepMemorySmall } from "../keep-memory-small.ts";

const PIECE = 256 * 1024;
// Files are read in portions, so that reading them is not measured and all of them need not fit into memory.
const PORTION = 2_000;

/** Milliseconds. */
interface Times {
  readonly milliseconds: number;
  /** Of all threads. */
  readonly cpu: number;
}

const [task = "", file = "", folder = ""] = process.argv.slice(2);
const tasks: Readonly<Record<string, () => Promise<Times>>> = {
  parse: parseOnly,
  write: async () => writeOnly(file, folder),
  import: importWhole,
};
void measure();

async function measure(): Promise<void> {
  const run = tasks[task];
  if (run === undefined) throw new TypeError(`No task "${task}".`);
  const loading = sumOf(process.cpuUsage());
  const times = await run();
  process.stdout.write(
    `\n${JSON.stringify({
      ...times,
      loading,
      // Kilobytes on every system, by Node's documentation.
      peakMemory: process.resourceUsage().maxRSS * 1024,
    })}`,
  );
}

function startClock(): () => Times {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => ({ milliseconds: performance.now() - started, cpu: sumOf(process.cpuUsage(before)) });
}

function sumOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** What any importer must do at least: read the file and find its tags. */
async function parseOnly(): Promise<Times> {
  const read = startClock();
  let length = 0;
  const parser = new Parser(
    {
      onopentag: () => {},
      onclosetag: () => {},
      ontext: (text) => {
        length += text.length;
      },
      oncdatastart: () => {},
      oncdataend: () => {},
    },
    { xmlMode: true },
  );
  for await (const piece of createReadStream(file, { encoding: "utf8", highWaterMark: PIECE })) parser.write(piece);
  parser.end();
  if (length === 0) throw new TypeError("The export holds no text.");
  return read();
}

/** Writes the files of one folder to another. */
function writeOnly(from: string, to: string): Times {
  const paths = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)));
  const made = new Set<string>();
  let [milliseconds, cpu] = [0, 0];
  for (let start = 0; start < paths.length; start += PORTION) {
    const files = paths.slice(start, start + PORTION).map((path) => [path, readFileSync(join(from, path))] as const);
    const read = startClock();
    for (const [path, bytes] of files) {
      const place = join(to, dirname(path));
      if (!made.has(place)) {
        mkdirSync(place, { recursive: true });
        made.add(place);
      }
      writeFileSync(join(to, path), bytes);
    }
    const portion = read();
    milliseconds += portion.milliseconds;
    cpu += portion.cpu;
  }
  return { milliseconds, cpu };
}

/** Does what the command `import` does. */
async function importWhole(): Promise<Times> {
  const read = startClock();
  const silent = (): void => {};
  keepMemorySmall("import");
  const { inputs } = await openInputs([file], silent);
  for (const found of await findSources(inputs, silent)) {
    const settings = { contentDir: folder, isDryRun: false, keepSample: false, isStrict: true, onProgress: silent };
    const { ledger, notes } = await importSource(found, defaultImportOptions, settings);
    const error = [...ledger.problems, ...notes].find(({ level }) => level === "error");
    if (error !== undefined) throw new Error(`${error.item}: ${error.what}`);
  }
  return read();
}
