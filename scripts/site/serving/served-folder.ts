// Where a site stands while `npm start` serves it. It stays there, to be shown at the next start until it is drawn anew.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, PROJECT_DIR } from "../options.ts";
import { buildingDir, isRunning, removeRemains } from "../publish.ts";
import { type KeptParts, swapSites } from "../swap.ts";

// Not _site/: pages made for development lack the Content-Security-Policy and must not be published by mistake.
const FOLDER = join(PROJECT_DIR, ".cache", "start");

/** A folder that is served. */
export interface ServedFolder {
  readonly path: string;
  /** A whole site is drawn here. */
  readonly nextPath: string;
  /** A site stands there from an earlier start. */
  readonly isOld: boolean;
  /** Empties the place for the next one. */
  readonly prepare: () => Promise<void>;
  /**
   * Puts what was drawn in the place of what stands there, with what it takes over, before it returns: nobody ever meets half a
   * site. Resolves when the old is gone. Throws ReplacedError.
   */
  readonly replace: (kept: KeptParts) => Promise<void>;
}

/** Opens the folder of an archive served with such options, and removes those of others that nobody serves. */
export async function openServedFolder(
  options: Pick<BuildOptions, "contentDir" | "drafts" | "search">,
): Promise<ServedFolder> {
  const { contentDir, drafts, search } = options;
  const name = createHash("sha256")
    .update(JSON.stringify([contentDir, drafts, search]))
    .digest("hex")
    .slice(0, 12);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.served-${process.pid}`), "");
  removeOthers(name);
  const path = join(FOLDER, name);
  // Where the last server was killed, its drawing may still write for a moment: the next start removes it then.
  await removeRemains(path).catch(() => {});
  const isOld = readdirSync(FOLDER).includes(name);
  if (!isOld) mkdirSync(path);
  const nextPath = buildingDir(path);
  return {
    path,
    nextPath,
    isOld,
    prepare: async () => {
      await removeRemains(path);
      mkdirSync(nextPath);
    },
    // Without a pause: between the two steps a request would find nothing.
    replace: (kept) => {
      const old = swapSites(nextPath, path, kept);
      return old === undefined ? Promise.resolve() : rm(old, { recursive: true, force: true }).catch(() => {});
    },
  };
}

function removeOthers(name: string): void {
  const entries = readdirSync(FOLDER);
  const kept = new Set([name]);
  for (const entry of entries) {
    const [, other, pid] = /^(.*)\.served-(\d+)$/.exec(entry) ?? [];
    if (other === undefined) continue;
    if (isRunning(Number(pid))) kept.add(other);
    else rmSync(join(FOLDER, entry), { force: true });
  }
  // The drawing of a server that was killed may still write for a moment: the next start removes it then.
  for (const entry of entries)
    if (!kept.has(entry.replace(/\..*$/, "")))
      void rm(join(FOLDER, entry), { recursive: true, force: true }).catch(() => {});
}
