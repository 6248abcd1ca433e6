// Asks Git which commit last changed each post: one call for the whole archive, and no answer rather than a wrong one.

import { spawn } from "node:child_process";
import { posix } from "node:path";
import { runGit } from "../git/run-git.ts";

/** The commits that the texts of an archive stand as. */
export interface ArchiveVersion {
  /** Newest commit of the folder; absent where files have changed since, or Git does not know. */
  readonly newest?: string;
  /** Newest commit of each post's folder below content/; without the folders that have changed since. */
  readonly byFolder: ReadonlyMap<string, string>;
}

/** What is known where there is no Git. */
export const NO_VERSION: ArchiveVersion = { byFolder: new Map() };

/**
 * Returns the commits of the folders, which are paths below `contentDir`. Nothing is known outside a repository, without
 * Git, and in a shallow clone, where the oldest commit at hand seems to have made everything.
 */
export async function readVersion(contentDir: string, folders: readonly string[]): Promise<ArchiveVersion> {
  try {
    const [facts, status] = await Promise.all([
      runGit(contentDir, ["rev-parse", "--is-shallow-repository", "--show-prefix"]),
      runGit(contentDir, ["status", "--porcelain", "-z", "--no-renames", "-uall", "--", "."]),
    ]);
    const [isShallow, prefix = ""] = facts.split("\n");
    if (isShallow !== "false") return NO_VERSION;
    const changed = status.split("\0").filter((line) => line !== "");
    const { newest, byFolder } = await readLog(contentDir, new Set(folders), prefix);
    for (const line of changed) byFolder.delete(folderOf(line.slice(3 + prefix.length), byFolder) ?? "");
    return { ...(newest !== undefined && changed.length === 0 && { newest }), byFolder };
  } catch {
    return NO_VERSION;
  }
}

interface Log {
  readonly newest?: string;
  readonly byFolder: Map<string, string>;
}

/** Reads the history from its newest commit back, until every folder has been met. */
function readLog(contentDir: string, folders: ReadonlySet<string>, prefix: string): Promise<Log> {
  const args = ["-C", contentDir, "log", "--format=%x01%H", "--name-only", "--no-renames", "-z", "--", "."];
  // It is stopped once it has told enough, which runGit would take for a failure.
  const git = spawn("git", args, { stdio: ["ignore", "pipe", "ignore"] });
  const byFolder = new Map<string, string>();
  let newest: string | undefined;
  let commit = "";
  let rest = "";
  const readItem = (item: string): void => {
    // Git parts commits by NUL, and a commit from its files by a line break.
    const text = item.replace(/^\n/, "");
    if (text.startsWith("\u0001")) {
      commit = text.slice(1);
      newest ??= commit;
      return;
    }
    const folder = folderOf(text.slice(prefix.length), folders);
    if (folder !== undefined && !byFolder.has(folder)) byFolder.set(folder, commit);
  };
  return new Promise((resolve, reject) => {
    git.on("error", reject);
    git.stdout.setEncoding("utf8");
    git.stdout.on("data", (chunk: string) => {
      const items = (rest + chunk).split("\0");
      rest = items.pop() ?? "";
      for (const item of items) readItem(item);
      if (byFolder.size === folders.size) git.kill();
    });
    git.on("close", (code, signal) => {
      if (code !== 0 && signal === null) reject(new Error(`git log ended with ${code}.`));
      else resolve({ ...(newest !== undefined && { newest }), byFolder });
    });
  });
}

/** Returns the post's folder that a path below content/ lies in. */
function folderOf(path: string, folders: { readonly has: (folder: string) => boolean }): string | undefined {
  for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === "/") return undefined;
  }
  return undefined;
}
