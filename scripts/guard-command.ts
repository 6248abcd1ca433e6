// The command `guard`: keeps raw exports out of Git. The commit hook and the workflows call it.

import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { toVisible } from "./archive/show.ts";
import { type Command, UsageError } from "./command.ts";
import { findCommits, listCommittedFiles, listStagedFiles, openBlob, readBeginnings } from "./git/git-files.ts";
import { GitError } from "./git/run-git.ts";
import { findExport, HEAD_LENGTH, mayBeExport } from "./guard/find-export.ts";
import { annotateRefusals, describeRefusals, type Refusal } from "./guard/words.ts";

const HELP = `
Refuses raw exports of blogs in Git, because they hold e-mail addresses and IP numbers. A file is told
by its content, not by its name, also inside zip, tar and gzip archives. The commit hook that npm ci
switches on runs this before each commit, and the workflows run it over each pull request.

Usage: npm run guard -- [options]

  --staged      Looks at what the next commit would bring.
  --since REV   Looks at every file of every commit since REV, also those that a later commit removed.
                Without either: at the whole history.
  --format FORMAT
                text (the default), or github: also an annotation of GitHub Actions for each file.
  --repo DIR    The repository. Default: the folder that you stand in.

A text that quotes an export passes, and so does an export among the tests of this project if every
address in it is invented (anna@mail.example, 192.0.2.1).

The exit code is 0 when nothing was found, 1 when something was, 2 when the command was used wrongly.

Examples:
  npm run guard
  npm run guard -- --staged
  npm run guard -- --since origin/main
`;

/** Keeps raw exports out of Git. */
export const guardCommand: Command = {
  name: "guard",
  summary: "Refuses raw exports in Git: in the next commit, or in commits.",
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        staged: { type: "boolean" },
        since: { type: "string" },
        repo: { type: "string", default: "." },
        format: { type: "string", default: "text" },
      },
    });
    if (values.staged && values.since !== undefined) throw new UsageError("--staged and --since exclude each other.");
    // A push of a new branch has no commit before it; GitHub writes zeros then.
    const since = values.since === undefined || /^0*$/.test(values.since) ? undefined : values.since;
    const { repo, format } = values;
    if (format !== "text" && format !== "github") {
      throw new UsageError(`--format is "${format}". It must be text or github.`);
    }
    try {
      const refusals = await findRefusals(repo, values.staged ?? false, since);
      if (format === "github") for (const line of annotateRefusals(refusals)) process.stdout.write(`${line}\n`);
      if (refusals.length > 0) process.stderr.write(`${describeRefusals(refusals)}\n`);
      return refusals.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      process.stderr.write(`${toVisible(error.message)}\n`);
      return 1;
    }
  },
};

async function findRefusals(
  repository: string,
  isStaged: boolean,
  since: string | undefined,
): Promise<readonly Refusal[]> {
  const files = isStaged ? await listStagedFiles(repository) : await listCommittedFiles(repository, since);
  const refusals: Refusal[] = [];
  for await (const { file, head, isWhole } of readBeginnings(repository, files, HEAD_LENGTH)) {
    if (!mayBeExport(head)) continue;
    const { path, blob } = file;
    const open = (): Readable => (isWhole ? Readable.from([head]) : openBlob(repository, blob));
    const found = await findExport({ path, name: path, open });
    if (found === undefined) continue;
    const commits = isStaged ? {} : { commits: await findCommits(repository, blob, since) };
    refusals.push({ ...found, ...commits });
  }
  // A hook that has nothing to say says nothing.
  if (!isStaged && refusals.length === 0) {
    process.stdout.write(`No raw export in ${files.length} files and folders.\n`);
  }
  return refusals;
}
