// Lists the files that a commit is about to bring, or that commits have brought, and reads them out of Git.

import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { GitError, runGit, waitForEnd } from "./run-git.ts";

/** A file as Git keeps it. */
export interface GitFile {
  /** Below the repository, with `/`. Of a file that has had several, one of its paths. */
  readonly path: string;
  /** Git's name of the content. */
  readonly blob: string;
}

/** Lists what the next commit adds or changes. @throws GitError */
export async function listStagedFiles(repository: string): Promise<readonly GitFile[]> {
  // Lines such as ":100644 100644 <old> <new> M", NUL, path, NUL (https://git-scm.com/docs/git-diff#_raw_output_format).
  const options = ["--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--diff-filter=AMT"];
  const parts = (await runGit(repository, ["diff", ...options])).split("\0");
  const files: GitFile[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const blob = parts[index]?.split(" ")[3];
    if (blob !== undefined) files.push({ blob, path: parts[index + 1] ?? "" });
  }
  return files;
}

/**
 * Lists every file of every commit that `HEAD` has and `since` has not, also those that a later commit removed; of the
 * whole history without `since`. @throws GitError also for a revision that is not there
 */
export async function listCommittedFiles(repository: string, since?: string): Promise<readonly GitFile[]> {
  const range = since === undefined ? ["HEAD"] : ["HEAD", `^${since}`];
  const lines = (await runGit(repository, ["rev-list", "--objects", "--end-of-options", ...range])).split("\n");
  // Commits and the top folder stand without a path; folders are told from files when they are read.
  return lines.flatMap((line) => {
    const space = line.indexOf(" ");
    return space === -1 ? [] : [{ blob: line.slice(0, space), path: line.slice(space + 1) }];
  });
}

/** Returns the short names of the commits that brought or removed a content. @throws GitError */
export async function findCommits(repository: string, blob: string, since?: string): Promise<readonly string[]> {
  const range = since === undefined ? ["HEAD"] : ["HEAD", `^${since}`];
  // With -m, a merge that brought it is named too, once for each parent that lacks it.
  const options = ["-m", "--format=%h", `--find-object=${blob}`];
  const found = await runGit(repository, ["log", ...options, "--end-of-options", ...range]);
  return [...new Set(found.split("\n").filter((line) => line !== ""))];
}

/** The first bytes of a file, and whether they are all of it. */
export interface FileBeginning {
  readonly file: GitFile;
  readonly head: Buffer;
  readonly isWhole: boolean;
}

/** Yields the first bytes of each file, at most `length`; folders and what is not there are passed over. @throws GitError */
export async function* readBeginnings(
  repository: string,
  files: readonly GitFile[],
  length: number,
): AsyncGenerator<FileBeginning> {
  const git = spawn("git", ["cat-file", "--batch", "--buffer"], {
    cwd: repository,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = waitForEnd(git);
  // Git may end before it has read all names; the exit code tells it.
  git.stdin.on("error", () => {});
  git.stdin.end(files.map(({ blob }) => `${blob}\n`).join(""));
  const reader = createReader(git.stdout);
  for (const file of files) {
    const [, type, size] = (await reader.readLine()).split(" ");
    if (size === undefined) continue;
    const head = await reader.readBeginning(Number(size), length);
    await reader.readLine();
    if (type === "blob") yield { file, head, isWhole: Number(size) <= length };
  }
  await ended;
}

/** Streams a file's bytes. */
export function openBlob(repository: string, blob: string): Readable {
  // Git complains when it is told to stop, which is how the first bytes of a large file are read.
  const git = spawn("git", ["cat-file", "blob", blob], { cwd: repository, stdio: ["ignore", "pipe", "ignore"] });
  git.once("error", (error) => git.stdout.destroy(error));
  return git.stdout;
}

/** Reads lines and counted bytes off one stream. */
function createReader(stream: Readable) {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  const fill = async (): Promise<void> => {
    const { value, done } = await pieces.next();
    if (done) throw new GitError("git ended before it had told everything.");
    rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
  };
  return {
    readLine: async (): Promise<string> => {
      for (;;) {
        const end = rest.indexOf(10);
        if (end !== -1) {
          const line = rest.subarray(0, end).toString("utf8");
          rest = rest.subarray(end + 1);
          return line;
        }
        await fill();
      }
    },
    /** Reads `size` bytes and returns the first of them. */
    readBeginning: async (size: number, length: number): Promise<Buffer> => {
      const wanted = Math.min(size, length);
      while (rest.length < wanted) await fill();
      const head = Buffer.from(rest.subarray(0, wanted));
      let left = size;
      while (rest.length < left) {
        left -= rest.length;
        rest = Buffer.alloc(0);
        await fill();
      }
      rest = rest.subarray(left);
      return head;
    },
  };
}
