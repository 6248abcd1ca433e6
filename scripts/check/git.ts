// Asks Git about an archive for --changed-since, and says what to do where it cannot tell.

import { UsageError } from "../command.ts";
import { GitError, type GitOptions, runGit } from "../git/run-git.ts";

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
  const found = await git(contentDir, ["rev-parse", "--verify", "--quiet", `${since}^{commit}`], { fine: [0, 1] });
  const commit = found.trim();
  if (commit === "") {
    throw new UsageError(
      `Git does not know ${name} here. Fetch it (git fetch origin <branch>), or check out with more history: fetch-depth: 0 for actions/checkout.`,
    );
  }
  const base = (await git(contentDir, ["merge-base", commit, "HEAD"], { fine: [0, 1] })).trim();
  if (base === "") {
    throw new UsageError(
      `Git cannot tell where ${name} and what is checked out parted, because this copy of the repository holds too little history. Fetch more of it: git fetch --unshallow, or fetch-depth: 0 for actions/checkout.`,
    );
  }
  return base;
}

/**
 * Runs Git and returns what it prints.
 * @throws UsageError with Git's own words when it refuses, because the command was told to ask it
 */
export async function git(folder: string, args: readonly string[], options?: GitOptions): Promise<string> {
  try {
    return await runGit(folder, args, options);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(`Git could not tell what was changed: ${error.message.slice(0, 500)}`);
  }
}
