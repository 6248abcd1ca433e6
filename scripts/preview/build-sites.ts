// Builds the site as it is in the work tree, and as it was at a commit, each with the code of its own time.

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { runGit } from "../git/run-git.ts";

/** Every built site holds it; it is written last. */
const SITE_MARK = "ordskifte.json";

/** What a preview consists of. */
export const PREVIEW_PARTS = { site: "site", changes: "CHANGES.md", howTo: "README.md" } as const;

/** Returns true for a folder that a preview may be written into: a new or empty one, or a former preview and nothing else. */
export function mayHoldPreview(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  const parts: readonly string[] = Object.values(PREVIEW_PARTS);
  return (
    names.length === 0 ||
    (existsSync(join(folder, PREVIEW_PARTS.site, SITE_MARK)) && names.every((name) => parts.includes(name)))
  );
}

/**
 * Builds the site of a copy of this project in the place of a former one, which stays when there is none to put there:
 * then it returns false. A broken text alone hinders no build.
 */
export async function buildSite(project: string, output: string): Promise<boolean> {
  const script = join(project, "scripts/ordskifte.js");
  if (!existsSync(script)) return false;
  // What a former build left would pass for what this one made.
  const fresh = await mkdtemp(`${output}-`);
  try {
    const args = ["--content", join(project, "content"), "--output", fresh, "--base-path", "/"];
    await run(project, process.execPath, [script, "build", ...args]);
    if (!existsSync(join(fresh, SITE_MARK))) return false;
    await rm(output, { recursive: true, force: true });
    await rename(fresh, output);
    return true;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/**
 * Builds the site as it was where the history of this copy parted from a revision.
 * @param folder an empty folder for the old state and its site, which stays
 * @returns the folder of the site; undefined when the old state cannot be built
 * @throws GitError when there is no such revision
 */
export async function buildSiteBefore(project: string, revision: string, folder: string): Promise<string | undefined> {
  const base = (await runGit(project, ["merge-base", "--end-of-options", revision, "HEAD"])).trim();
  const old = join(folder, "project");
  await runGit(project, ["worktree", "add", "--detach", "--force", old, base]);
  try {
    if (!(await installLike(project, old))) return undefined;
    // What was made of images is known by their content, so both may use it.
    await mkdir(join(project, ".cache"), { recursive: true });
    await symlink(join(project, ".cache"), join(old, ".cache"), "junction");
    const site = join(folder, "site");
    return (await buildSite(old, site)) ? site : undefined;
  } finally {
    await runGit(project, ["worktree", "remove", "--force", old]);
  }
}

/** Lends the installed packages when they are the same, else installs those of the old state. */
async function installLike(project: string, old: string): Promise<boolean> {
  const lock = "package-lock.json";
  if (!existsSync(join(old, lock))) return false;
  if (readFileSync(join(old, lock)).equals(readFileSync(join(project, lock)))) {
    await symlink(join(project, "node_modules"), join(old, "node_modules"), "junction");
    return true;
  }
  return (await run(old, "npm", ["ci"])) === 0;
}

function run(cwd: string, command: string, args: readonly string[]): Promise<number> {
  // What it prints is news of progress, and no result of ours.
  const child = spawn(command, args, {
    cwd,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(-1));
    child.once("close", (code) => resolve(code ?? -1));
  });
}
