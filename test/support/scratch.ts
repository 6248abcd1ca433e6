// Temporary folders of tests, and one that all test files of a run share.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds between two looks at what another test file is making. */
const POLL = 50;

const folders: string[] = [];

process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Makes an empty folder that is removed when the test file ends. */
export function makeFolder(name = "test"): string {
  const folder = mkdtempSync(join(tmpdir(), `ordskifte-${name}-`));
  folders.push(folder);
  return folder;
}

/** What `share` returns: the folder, and what its maker said of it. */
export interface Shared<Facts> {
  readonly folder: string;
  readonly facts: Facts;
}

/**
 * Returns a folder that is filled by the first test file that asks for it, and shared with all others of the run.
 * A test file that runs alone has one of its own.
 *
 * @param key Everything that the folder's content depends on.
 * @throws Error when filling it failed, here or in the test file that did it.
 */
export async function share<Facts>(key: unknown, fill: (folder: string) => Promise<Facts>): Promise<Shared<Facts>> {
  const name = createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 16);
  const place = join(sharedPlace(), name);
  const factsFile = `${place}.json`;
  const folder = join(place, "content");
  if (makeOnly(place)) {
    mkdirSync(folder);
    const outcome = await fill(folder).then(
      (facts) => ({ facts }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    );
    writeFileSync(`${factsFile}.new`, JSON.stringify(outcome));
    renameSync(`${factsFile}.new`, factsFile);
  }
  // The runner stops a test file whose partner never comes to an end.
  while (!existsSync(factsFile)) await wait(POLL);
  const outcome = JSON.parse(readFileSync(factsFile, "utf8")) as { facts: Facts } | { error: string };
  if ("error" in outcome) throw new Error(outcome.error);
  return { folder, facts: outcome.facts };
}

let ownPlace: string | undefined;

function sharedPlace(): string {
  const given = process.env.ORDSKIFTE_TEST_SCRATCH;
  if (given !== undefined && given !== "") return given;
  ownPlace ??= makeFolder("scratch");
  return ownPlace;
}

/** Makes a folder; false when it stands already, because somebody else fills it. */
function makeOnly(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
