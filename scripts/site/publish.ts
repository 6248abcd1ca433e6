// Swaps a finished site into place, so that nobody ever meets half a site and a failed build leaves the old one.

import { readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type KeptParts, siblingOf, swapSites, undoMoves } from "./swap.ts";

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
  return siblingOf(outputDir, "building");
}

/**
 * Removes what builds into the same folder left behind when they were killed; a site caught between two names comes back.
 * To be called before this process makes any of its own: what bears its number is of an earlier one, as in containers.
 */
export async function removeRemains(outputDir: string): Promise<void> {
  const name = basename(outputDir);
  const siblings = await readdir(dirname(outputDir)).catch(() => []);
  // First what was moved goes back to where it was.
  const order = ["moving", "replaced", "building"] as const;
  for (const kind of order) {
    for (const sibling of siblings) {
      const pid = Number(/-(\d+)$/.exec(sibling)?.[1] ?? Number.NaN);
      if (sibling !== `${name}.${kind}-${pid}` || (pid !== process.pid && isRunning(pid))) continue;
      const remains = siblingOf(outputDir, kind, pid);
      if (kind === "moving")
        undoMoves(remains, siblingOf(outputDir, "replaced", pid), siblingOf(outputDir, "building", pid));
      else if (kind === "replaced" && !(await stat(outputDir).catch(() => undefined))) await rename(remains, outputDir);
      else await rm(remains, { recursive: true, force: true });
    }
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

/** Puts a finished folder in the place of the output folder, with what it takes over from there. Throws ReplacedError. */
export async function publish(finishedDir: string, outputDir: string, facts: object, kept: KeptParts): Promise<void> {
  await writeFile(join(finishedDir, MARKER), `${JSON.stringify({ generator: "ordskifte", ...facts }, null, 2)}\n`);
  const replaced = swapSites(finishedDir, outputDir, kept);
  if (replaced !== undefined) await rm(replaced, { recursive: true, force: true });
}
