// Builds the site as it is in the work tree, and as it was at a commit, each with the code of its own time.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { runGit } from "../git/run-git.ts";

/** Builds the site of a copy of this project; false when there is none afterwards. A broken text alone hinders no build. */
export async function buildSite(project: string, output: string): Promise<boolean> {
  const script = join(project, "scripts/ordskifte.js");
  if (!existsSync(script)) return false;
  const args = ["--content", join(project, "content"), "--output", output, "--base-path", "/"];
  await run(project, process.execPath, [script, "build", ...args]);
  return existsSync(join(output, "ordskifte.json"));
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
