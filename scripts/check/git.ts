// Asks Git about an archive.

import { spawn } from "node:child_process";
import { UsageError } from "../command.ts";

const NO_COMMIT = /^0+$/;

/**
 * Returns the commit at which the history of what is checked out parted from another.
 * @throws UsageError when Git cannot tell; it says what to do, because a checkout may hold too little of the history
 */
export async function findBase(contentDir: string, since: string): Promise<string> {
  const name = JSON.stringify(since);
  if (since.startsWith("-") || since === "" || NO_COMMIT.test(since)) {
    throw new UsageError(`${name} is no commit. Give --changed-since a branch, a tag or a commit, like origin/main.`);
  }
  const found = await git(contentDir, ["rev-parse", "--verify", "--quiet", `${since}^{commit}`], [0, 1]);
  const commit = found.trim();
  if (commit === "") {
    throw new UsageError(
      `Git does not know ${name} here. Fetch it (git fetch origin <branch>), or check out with more history: fetch-depth: 0 for actions/checkout.`,
    );
  }
  const base = (await git(contentDir, ["merge-base", commit, "HEAD"], [0, 1])).trim();
  if (base === "") {
    throw new UsageError(
      `Git cannot tell where ${name} and what is checked out parted, because this copy of the repository holds too little history. Fetch more of it: git fetch --unshallow, or fetch-depth: 0 for actions/checkout.`,
    );
  }
  return base;
}

/**
 * Runs Git and returns what it prints, or hands it on line by line, because the patch of an import is as large as a blog.
 * @throws UsageError with Git's own words when it ends with another code than those that are fine
 */
export function git(
  folder: string,
  args: readonly string[],
  fine: readonly number[] = [0],
  onLine?: (line: string) => void,
): Promise<string> {
  const child = spawn("git", ["-C", folder, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  let complaint = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    if (onLine === undefined) return;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", () => {
      reject(
        new UsageError("--changed-since needs Git, which could not be started. Install it, or leave the option out."),
      );
    });
    child.on("close", (code) => {
      if (fine.includes(code ?? -1)) resolve(text);
      else reject(new UsageError(`Git could not tell what was changed: ${complaint.trim().slice(0, 500)}`));
    });
  });
}
