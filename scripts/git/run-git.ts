// Runs Git for the commands that look into its history.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Git could not be asked; the message says what it answered. */
export class GitError extends Error {
  readonly code = "git";
}

/** Runs Git and returns what it prints. @throws GitError with what it says, when it refuses */
export async function runGit(repository: string, args: readonly string[]): Promise<string> {
  const git = spawn("git", ["-c", "core.quotePath=false", ...args], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  git.stdout.on("data", (piece: Buffer) => out.push(piece));
  git.stderr.on("data", (piece: Buffer) => errors.push(piece));
  await waitForEnd(git, () => Buffer.concat(errors).toString("utf8").trim());
  return Buffer.concat(out).toString("utf8");
}

/** Waits until Git has ended well. @throws GitError with an explanation, else with the exit code */
export async function waitForEnd(git: ChildProcess, explain = (): string => ""): Promise<void> {
  try {
    const [code] = (await once(git, "close")) as [number | null];
    if (code !== 0) throw new GitError(explain() || `git ended with ${code}.`);
  } catch (error) {
    if (error instanceof GitError) throw error;
    throw new GitError(`git cannot be run: ${error instanceof Error ? error.message : String(error)}`);
  }
}
