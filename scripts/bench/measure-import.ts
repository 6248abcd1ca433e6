// Does one thing with an export in a process of its own and prints what it took, as JSON:
// `node --import tsx measure-import.ts parse|write|import EXPORT FOLDER`.

import { createReadStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Parser } from "htmlparser2";
import { importSource } from "../import/import-source.ts";
import { defaultImportOptions } from "../import/importer.ts";
import { keepMemorySmall } from "../import/keep-memory-small.ts";
import { openInputs } from "../import/open-inputs.ts";
import { findSources } from "../import/recognize.ts";

const PIECE = 256 * 1024;
// Files are read in portions, so that reading them is not measured and all of them need not fit into memory.
const PORTION = 2_000;

const [task = "", file = "", folder = ""] = process.argv.slice(2);
const tasks: Readonly<Record<string, () => Promise<number>>> = {
  parse: parseOnly,
  write: async () => writeOnly(file, folder),
  import: importWhole,
};
const run = tasks[task];
if (run === undefined) throw new TypeError(`No task "${task}".`);
const before = process.cpuUsage();
const milliseconds = await run();
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  `\n${JSON.stringify({
    milliseconds,
    cpu: (user + system) / 1000,
    // Kilobytes on every system, by Node's documentation.
    peakMemory: process.resourceUsage().maxRSS * 1024,
  })}`,
);

/** What any importer must do at least: read the file and find its tags. */
async function parseOnly(): Promise<number> {
  const started = performance.now();
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
  return length >= 0 ? performance.now() - started : 0;
}

/** Writes the files of one folder to another. */
function writeOnly(from: string, to: string): number {
  const paths = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)));
  const made = new Set<string>();
  let milliseconds = 0;
  for (let start = 0; start < paths.length; start += PORTION) {
    const files = paths.slice(start, start + PORTION).map((path) => [path, readFileSync(join(from, path))] as const);
    const started = performance.now();
    for (const [path, bytes] of files) {
      const place = join(to, dirname(path));
      if (!made.has(place)) {
        mkdirSync(place, { recursive: true });
        made.add(place);
      }
      writeFileSync(join(to, path), bytes);
    }
    milliseconds += performance.now() - started;
  }
  return milliseconds;
}

/** Does what the command `import` does. */
async function importWhole(): Promise<number> {
  const started = performance.now();
  const silent = (): void => {};
  keepMemorySmall();
  const { inputs } = await openInputs([file], silent);
  for (const found of await findSources(inputs, silent)) {
    const settings = { contentDir: folder, isDryRun: false, keepSample: false, isStrict: true, onProgress: silent };
    const { ledger, notes } = await importSource(found, defaultImportOptions, settings);
    const error = [...ledger.problems, ...notes].find(({ level }) => level === "error");
    if (error !== undefined) throw new Error(`${error.item}: ${error.what}`);
  }
  return performance.now() - started;
}
