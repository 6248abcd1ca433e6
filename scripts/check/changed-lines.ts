// Finds out with Git which lines of an archive were changed since a commit, so that warnings about others can be left unsaid.

import { findBase, git } from "./git.ts";

/** What was changed in an archive. */
export interface ChangedLines {
  /** Tells whether a line was changed; without a line, whether anything in the file or folder was. */
  readonly has: (file: string, line?: number) => boolean;
}

/** Ranges of lines, both ends included; "all" for a file that is new or no text. */
type Changes = readonly (readonly [first: number, last: number])[] | "all";

/**
 * Reads what was changed in a folder since its history parted from a commit, what is not yet committed included.
 * @throws UsageError when Git cannot tell; it says what to do, because a checkout may hold too little of the history
 */
export async function readChangedLines(contentDir: string, since: string): Promise<ChangedLines> {
  const base = await findBase(contentDir, since);
  const changes = new Map<string, Changes>();
  const diff = ["diff", "--no-renames", "--relative", "--no-ext-diff", "--no-textconv"];
  const names = (await git(contentDir, [...diff, "--name-only", "-z", base, "--", "."])).split("\0");
  const untracked = (await git(contentDir, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."])).split(
    "\0",
  );
  for (const name of [...names, ...untracked]) if (name !== "") changes.set(name, "all");
  // The lines of a file that stood before; all those of another are new.
  const hunks = [...diff, "--diff-filter=M", "--unified=0", "--no-color", "--no-prefix", base, "--", "."];
  await readHunks(contentDir, hunks, changes);
  const folders = new Set([...changes.keys()].flatMap(listFolders));
  return {
    has: (file, line) => {
      const changed = changes.get(file);
      if (changed === undefined) return folders.has(file);
      return changed === "all" || line === undefined || changed.some(([first, last]) => line >= first && line <= last);
    },
  };
}

/** Reads the "@@ -a,b +c,d @@" lines of a patch. The lines between them are counted off: they may look like anything. */
async function readHunks(contentDir: string, args: readonly string[], changes: Map<string, Changes>): Promise<void> {
  let file = "";
  let left = 0;
  let ranges: [number, number][] = [];
  const onLine = (line: string): void => {
    if (line.startsWith("\\")) return;
    if (left > 0) {
      left -= 1;
      return;
    }
    if (line.startsWith("+++ ")) {
      file = unquote(line.slice("+++ ".length).replace(/\t$/, ""));
      ranges = [];
      if (changes.has(file)) changes.set(file, ranges);
      return;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) return;
    const [removed, first, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
    left = removed + added;
    // Where lines were only removed, those beside the gap count as changed.
    ranges.push(added === 0 ? [first, first + 1] : [first, first + added - 1]);
  };
  await git(contentDir, args, { onLine });
}

/** Git writes a name with quotes, backslashes or control characters as a C string. */
function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes = name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, code: string) => {
    const control = "abtnvfr".indexOf(code);
    if (control >= 0) return String.fromCharCode(control + 7);
    return code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code;
  });
  return bytes;
}

function listFolders(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
