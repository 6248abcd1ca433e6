// Remembers which records of a source imports have brought, in content/sources/<id>.records.csv: one that comes anew and is
// in the list was removed here by a person. docs/archive-format.md describes the file.

import { createTextMap, type TextMap } from "./compact/text-map.ts";
import { writeListFile } from "./list-file.ts";
import { compareNaturally } from "./natural-order.ts";
import { readIfThere } from "./read-if-there.ts";

/** The list of one source, as it stood before an import and as the import leaves it. */
export interface RecordList {
  /** Tells whether an earlier import brought a post. */
  readonly hadPost: (postId: string) => boolean;
  /** Returns a function that tells whether an earlier import brought a comment to a post that its source knows by one of the ids. */
  readonly rememberComments: (postIds: readonly string[]) => (commentId: string) => boolean;
  /** Tells whether an export has brought a post; false where only a saved page or a text did. */
  readonly isFromExport: (postId: string) => boolean;
  /** Returns a function that tells the same of the comments of a post. */
  readonly rememberExported: (postId: string) => (commentId: string) => boolean;
  /** Notes that a post stands, with comments, by their ids at the source; those that are excluded are forgotten. */
  readonly add: (postId: string, commentIds: readonly string[], excludedIds?: readonly string[]) => void;
  /** Moves what is noted of a post to the id by which its source calls it: a saved page told only its address. */
  readonly rename: (postId: string, newId: string) => void;
  /** Forgets a post that is excluded: should it come again, somebody wanted it. */
  readonly forget: (postId: string) => void;
  /** Writes the list if it has changed. Records that this import did not bring stay in it. */
  readonly write: () => void;
}

const FILE_END = ".records.csv";
const HEADER = "post,comments";
/** Lines that are written at once. */
const PIECE = 500;
/** Stands before what only a saved page or a text showed. */
const SECOND_HAND = "~";

interface Line {
  readonly isSecondHand: boolean;
  /** Sorted, each with its mark. */
  readonly comments: readonly string[];
}

/** Returns the path of a source's list below content/. */
export function toRecordListFile(source: string): string {
  return `sources/${source}${FILE_END}`;
}

/** Returns the source whose list a file in sources/ is by its name; undefined when it is none. */
export function findListedSource(name: string): string | undefined {
  return name.endsWith(FILE_END) ? name.slice(0, -FILE_END.length) : undefined;
}

/**
 * Opens the list of a source; a missing one is empty. Lines that cannot be read are left out.
 * @param isSecondHand what is added was shown by a saved page or a text, and may stand from an export
 */
export function openRecordList(contentDir: string, source: string, isSecondHand = false): RecordList {
  const path = `${contentDir}/${toRecordListFile(source)}`;
  const earlier = parse(readIfThere(path) ?? "");
  // What has changed since; an empty text is a post that was forgotten.
  const changed = createTextMap();
  const mark = isSecondHand ? SECOND_HAND : "";
  const findEarlier = (postId: string): Line | undefined => {
    const line = earlier.get(encode(postId));
    return line === undefined ? undefined : unpack(line);
  };
  const lineOf = (key: string): string => changed.get(key) ?? earlier.get(key) ?? "";
  const findNow = (postId: string): Line | undefined => {
    const line = lineOf(encode(postId));
    return line === "" ? undefined : unpack(line);
  };
  const change = (postId: string, line: string): void => {
    const key = encode(postId);
    if (lineOf(key) !== line) changed.set(key, line);
  };
  const remember = (postIds: readonly string[], toId: (token: string) => string): ((commentId: string) => boolean) => {
    let ids: ReadonlySet<string> | undefined;
    return (commentId) => {
      ids ??= new Set(postIds.flatMap((postId) => findEarlier(postId)?.comments.map(toId) ?? []));
      return ids.has(encode(commentId));
    };
  };
  return {
    hadPost: (postId) => earlier.get(encode(postId)) !== undefined,
    rememberComments: (postIds) => remember(postIds, withoutMark),
    isFromExport: (postId) => findEarlier(postId)?.isSecondHand === false,
    rememberExported: (postId) => remember([postId], (token) => token),
    add: (postId, commentIds, excludedIds = []) => {
      const line = findNow(postId);
      const excluded = new Set(excludedIds.map(encode));
      const added = commentIds.map((id) => mark + encode(id));
      const comments = unite([...(line?.comments ?? []), ...added]).filter((id) => !excluded.has(withoutMark(id)));
      change(postId, pack({ isSecondHand: isSecondHand && line?.isSecondHand !== false, comments }));
    },
    rename: (postId, newId) => {
      const [line, known] = [findNow(postId), findEarlier(postId)];
      if (postId === newId) return;
      if (line !== undefined) {
        change(newId, pack(join(line, findNow(newId))));
        change(postId, "");
      }
      if (known !== undefined) {
        earlier.set(encode(newId), pack(join(known, findEarlier(newId))));
        earlier.delete(encode(postId));
      }
    },
    forget: (postId) => change(postId, ""),
    write: () => {
      const keys = [...new Set([...earlier.keys(), ...changed.keys()])].filter((key) => lineOf(key) !== "");
      keys.sort(compareNaturally);
      const listPieces = function* (): Generator<string> {
        yield `${HEADER}\n`;
        for (let from = 0; from < keys.length; from += PIECE) {
          const lines = keys.slice(from, from + PIECE).map((key) => `${toFileLine(key, lineOf(key))}\n`);
          yield lines.join("");
        }
      };
      writeListFile(path, listPieces, keys.length === 0);
    },
  };
}

// By post; each line packed, because a big blog has a million comments.
function parse(text: string): TextMap {
  const lines = createTextMap();
  for (const line of listLines(text)) {
    // Whoever merges two branches in Git may leave marks of a conflict behind.
    const [, mark = "", post, comments] = /^(~?)([^,\s"~]+),([^,"]*)$/.exec(line) ?? [];
    if (post === undefined || comments === undefined) continue;
    const [read, other] = [unpack(`${mark},${comments}`), lines.get(post)];
    lines.set(
      post,
      pack(join({ ...read, comments: unite(read.comments) }, other === undefined ? other : unpack(other))),
    );
  }
  return lines;
}

/** Yields the lines after the first, one at a time. */
function* listLines(text: string): Generator<string> {
  for (let start = text.indexOf("\n") + 1; start > 0 && start < text.length; ) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, end < 0 ? text.length : end);
    yield line.endsWith("\r") ? line.slice(0, -1) : line;
    start = end < 0 ? text.length : end + 1;
  }
}

function toFileLine(post: string, packed: string): string {
  const comma = packed.indexOf(",");
  return packed.slice(0, comma) + post + packed.slice(comma);
}

function pack({ isSecondHand, comments }: Line): string {
  return `${isSecondHand ? SECOND_HAND : ""},${comments.join(" ")}`;
}

function unpack(packed: string): Line {
  const comma = packed.indexOf(",");
  const ids = packed.slice(comma + 1).split(" ");
  return { isSecondHand: comma > 0, comments: ids.filter((id) => id !== "") };
}

function join(line: Line, other: Line | undefined): Line {
  if (other === undefined) return line;
  return {
    isSecondHand: line.isSecondHand && other.isSecondHand,
    comments: unite([...line.comments, ...other.comments]),
  };
}

// What an export told is second-hand no more.
function unite(tokens: readonly string[]): readonly string[] {
  const all = new Set(tokens);
  const united = [...all].filter((token) => !token.startsWith(SECOND_HAND) || !all.has(withoutMark(token)));
  return united.sort((a, b) => compareNaturally(withoutMark(a), withoutMark(b)));
}

function withoutMark(token: string): string {
  return token.startsWith(SECOND_HAND) ? token.slice(1) : token;
}

// An id is a number nearly always, and may be an address.
function encode(id: string): string {
  return /^[\w./:-]+$/.test(id)
    ? id
    : encodeURIComponent(Buffer.from(id, "utf8").toString("utf8")).replaceAll("~", "%7E");
}
