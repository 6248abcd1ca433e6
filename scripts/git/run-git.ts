// Runs Git for the commands that look into its history.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Git could not be asked; the message says what it answered. */
export class GitError extends Error {
  readonly code = "git";
}

/** How Git is asked. */
export interface GitOptions {
  /** Exit codes that are an answer, too. Default: 0 alone */
  readonly fine?: readonly number[];
  /** Is given each line, and nothing is returned but what follows the last: a patch may be as large as a blog. */
  readonly onLine?: (line: string) => void;
}

/** Runs Git in a folder and returns what it prints. @throws GitError with what it says, when it refuses */
export async function runGit(folder: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  const { fine, onLine } = options;
  const git = spawn("git", ["-C", folder, "-c", "core.quotePath=false", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: string[] = [];
  let complaint = "";
  git.stdout.setEncoding("utf8").on("data", (piece: string) => {
    out.push(piece);
    if (onLine === undefined || !piece.includes("\n")) return;
    const lines = out.splice(0).join("").split("\n");
    out.push(lines.pop() ?? "");
    for (const line of lines) onLine(line);
  });
  git.stderr.setEncoding("utf8").on("data", (piece: string) => {
    complaint += piece;
  });
  await waitForEnd(git, () => complaint.trim(), fine);
  return out.join("");
}

/** Waits until Git has ended well. @throws GitError with an explanation, else with the exit code */
export async function waitForEnd(
  git: ChildProcess,
  explain = (): string => "",
  fine: readonly number[] = [0],
): Promise<void> {
  try {
    const [code] = (await once(git, "close")) as [number | null];
    if (!fine.includes(code ?? -1)) throw new GitError(explain() || `git ended with ${code}.`);
  } catch (error) {
    if (error instanceof GitError) throw error;
    throw new GitError(`git cannot be run: ${error instanceof Error ? error.message : String(error)}`);
  }
}
