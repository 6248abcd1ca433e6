// Does one thing with an export in a process of its own and prints what it took, as JSON:
// `node --import tsx measure-import.ts parse|write|import EXPORT FOLDER`.

import { createReadStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Parser } from "htmlparser2";
import { importCommand } from "../import-command.ts";

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

async function importWhole(): Promise<number> {
  const started = performance.now();
  const code = await importCommand.run([file, "--content", folder]);
  if (code !== 0) throw new Error(`The import ended with code ${code}.`);
  return performance.now() - started;
}
