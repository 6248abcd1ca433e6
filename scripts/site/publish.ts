// Swaps a finished site into place, so that nobody ever meets half a site and a failed build leaves the old one.

import { readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** File that tells a folder of ours from somebody else's. */
const MARKER = "ordskifte.json";

/** The output folder cannot be used. The message says why and what to do. */
export class OutputError extends Error {
  readonly code = "output";
}

/** Checks that the output folder may be replaced. Throws OutputError when it holds anything but a site of ours. */
export async function assertReplaceable(outputDir: string): Promise<void> {
  const info = await stat(outputDir).catch(() => undefined);
  if (!info) return;
  if (!info.isDirectory()) throw new OutputError(`${outputDir} is a file. Name a folder with --output.`);
  const names = await readdir(outputDir);
  if (names.length === 0 || names.includes(MARKER)) return;
  throw new OutputError(
    `${outputDir} holds files that are not a site made by Ordskifte (there is no ${MARKER} in it). ` +
      "Nothing was written. Name an empty or new folder with --output, or empty this one yourself.",
  );
}

/** Returns the sibling folder that a build writes into. */
export function buildingDir(outputDir: string): string {
  return join(dirname(outputDir), `${basename(outputDir)}.building-${process.pid}`);
}

/** Removes what builds into the same folder left behind when they were killed; a site caught between two names comes back. */
export async function removeRemains(outputDir: string): Promise<void> {
  const name = basename(outputDir);
  const siblings = await readdir(dirname(outputDir)).catch(() => []);
  for (const sibling of siblings) {
    const [, kind, pid] = /\.(building|replaced)-(\d+)$/.exec(sibling) ?? [];
    if (kind === undefined || sibling !== `${name}.${kind}-${pid}` || isRunning(Number(pid))) continue;
    const remains = join(dirname(outputDir), sibling);
    if (kind === "replaced" && !(await stat(outputDir).catch(() => undefined))) await rename(remains, outputDir);
    else await rm(remains, { recursive: true, force: true });
  }
}

/** Tells whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Puts a finished folder in the place of the output folder. */
export async function publish(finishedDir: string, outputDir: string, facts: object): Promise<void> {
  await writeFile(join(finishedDir, MARKER), `${JSON.stringify({ generator: "ordskifte", ...facts }, null, 2)}\n`);
  const replaced = join(dirname(outputDir), `${basename(outputDir)}.replaced-${process.pid}`);
  await rm(replaced, { recursive: true, force: true });
  const hadSite = await rename(outputDir, replaced).then(
    () => true,
    () => false,
  );
  try {
    await rename(finishedDir, outputDir);
  } catch (error) {
    if (hadSite) await rename(replaced, outputDir);
    throw error;
  }
  if (hadSite) await rm(replaced, { recursive: true, force: true });
}
