// Remembers which records of a source imports have brought, in content/sources/<id>.records.csv: one that comes anew and is
// in the list was removed here by a person. docs/archive-format.md describes the file.

import { mkdirSync } from "node:fs";
import { compareNaturally } from "./natural-order.ts";
import { readIfThere } from "./read-if-there.ts";
import { writeFileWhole } from "./write-file.ts";

/** The list of one source, as it stood before an import and as the import leaves it. */
export interface RecordList {
  /** Tells whether an earlier import brought a post. */
  readonly hadPost: (postId: string) => boolean;
  /** Returns a function that tells whether an earlier import brought a comment to a post that its source knows by one of the ids. */
  readonly rememberComments: (postIds: readonly string[]) => (commentId: string) => boolean;
  /** Notes that a post stands, with comments, by their ids at the source; those that are excluded are forgotten. */
  readonly add: (postId: string, commentIds: readonly string[], excludedIds?: readonly string[]) => void;
  /** Forgets a post that is excluded: should it come again, somebody wanted it. */
  readonly forget: (postId: string) => void;
  /** Writes the list if it has changed. Records that this import did not bring stay in it. */
  readonly write: () => void;
}

const FILE_END = ".records.csv";
const HEADER = "post,comments";

/** Returns the path of a source's list below content/. */
export function toRecordListFile(source: string): string {
  return `sources/${source}${FILE_END}`;
}

/** Returns the source whose list a file in sources/ is by its name; undefined when it is none. */
export function findListedSource(name: string): string | undefined {
  return name.endsWith(FILE_END) ? name.slice(0, -FILE_END.length) : undefined;
}

/** Opens the list of a source; a missing one is empty. Lines that cannot be read are left out. */
export function openRecordList(contentDir: string, source: string): RecordList {
  const path = `${contentDir}/${toRecordListFile(source)}`;
  const standing = readIfThere(path)?.replace(/\r\n/g, "\n");
  const earlier = parse(standing ?? "");
  const now = new Map(earlier);
  return {
    hadPost: (postId) => earlier.has(encode(postId)),
    rememberComments: (postIds) => {
      let ids: ReadonlySet<string> | undefined;
      return (commentId) => {
        ids ??= new Set(postIds.flatMap((postId) => split(earlier.get(encode(postId)))));
        return ids.has(encode(commentId));
      };
    },
    add: (postId, commentIds, excludedIds = []) => {
      const key = encode(postId);
      const ids = new Set([...split(now.get(key)), ...commentIds.map(encode)]);
      for (const id of excludedIds) ids.delete(encode(id));
      now.set(key, [...ids].sort(compareNaturally).join(" "));
    },
    forget: (postId) => {
      now.delete(encode(postId));
    },
    write: () => {
      const keys = [...now.keys()].sort(compareNaturally);
      const text = [HEADER, ...keys.map((key) => `${key},${now.get(key)}`), ""].join("\n");
      if (text === standing || (standing === undefined && now.size === 0)) return;
      mkdirSync(`${contentDir}/sources`, { recursive: true });
      writeFileWhole(path, text);
    },
  };
}

function parse(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split("\n").slice(1)) {
    // Whoever merges two branches in Git may leave marks of a conflict behind.
    const [, post, comments] = /^([^,\s"]+),([^,"]*)$/.exec(line) ?? [];
    if (post === undefined || comments === undefined) continue;
    const ids = new Set([...split(lines.get(post)), ...split(comments)]);
    lines.set(post, [...ids].sort(compareNaturally).join(" "));
  }
  return lines;
}

function split(ids: string | undefined): readonly string[] {
  return ids === undefined || ids === "" ? [] : ids.split(" ").filter((id) => id !== "");
}

// An id is a number nearly always, and may be an address.
function encode(id: string): string {
  return /^[\w./:-]+$/.test(id) ? id : encodeURIComponent(Buffer.from(id, "utf8").toString("utf8"));
}
