// Keeps the list of a source's images and other files, in content/sources/<id>.media.csv: which are held and where, which are
// not and why. It is what a later import knows them by. docs/archive-format.md describes the file.

import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { MEDIA_JOURNAL_END } from "./folder-listing.ts";
import { writeListFile } from "./list-file.ts";
import { openPackedGroups, type PackedGroups, type RowForm } from "./packed-groups.ts";
import { readIfThere } from "./read-if-there.ts";

/** Why a file is not held, or that it is. `removed` is only ever written by a person: such a file does not come back. */
export type MediaState =
  | "held"
  | "not-held"
  | "ambiguous"
  | "gone"
  | "refused"
  | "failed"
  | "too-large"
  | "wrong-content"
  | "unsupported-kind"
  | "foreign-host"
  | "post-edited"
  | "removed";

/** One address of a file in one post. */
export interface MediaRow {
  /** Folder of the post, below content/: `posts/2011/slug`. */
  readonly post: string;
  readonly state: MediaState;
  /** Name in that folder; empty when it is not held. */
  readonly file: string;
  /** Of the file as it was written, 0 when it is not held. A person may have replaced it since. */
  readonly bytes: number;
  /** Hexadecimal; empty when it is not held. */
  readonly sha256: string;
  /** As the source's text has it. */
  readonly url: string;
  /** What there is to say of the state: an answer of a server, names between which nothing decides. */
  readonly note: string;
}

/** Rows by post and address. */
export interface MediaList {
  readonly find: (post: string, url: string) => MediaRow | undefined;
  /** Returns the rows by which an address was held, in any post, before this import. */
  readonly findEarlier: (url: string) => readonly MediaRow[];
  readonly rows: () => IterableIterator<MediaRow>;
  /** Adds or replaces a row, and notes it in a journal at once, so that a run that is killed need not begin anew. */
  readonly note: (row: MediaRow) => void;
  /** Adds or replaces a row in memory. */
  readonly set: (row: MediaRow) => void;
  readonly remove: (row: MediaRow) => void;
  /** Writes the list if it has changed, and ends the journal. */
  readonly write: () => void;
}

const FILE_END = ".media.csv";
const COLUMNS = ["post", "state", "file", "bytes", "sha256", "url", "note"] as const;
const STATES: ReadonlyMap<string, MediaState> = new Map(
  (
    [
      "held",
      "not-held",
      "ambiguous",
      "gone",
      "refused",
      "failed",
      "too-large",
      "wrong-content",
      "unsupported-kind",
      "foreign-host",
      "post-edited",
      "removed",
    ] as const
  ).map((state) => [state, state]),
);

type Values = readonly [state: MediaState, file: string, bytes: number, sha256: string, url: string, note: string];

const ROW_FORM: RowForm<MediaRow, Values> = {
  toValues: ({ state, file, bytes, sha256, url, note }) => [state, file, bytes, sha256, url, note],
  fromValues: (post, [state, file, bytes, sha256, url, note]) => ({ post, state, file, bytes, sha256, url, note }),
  keyOf: ({ url }) => url,
};

/** Returns the path of a source's list below content/. */
export function toMediaListFile(source: string): string {
  return `sources/${source}${FILE_END}`;
}

/** Returns the source whose list a file in sources/ is by its name; undefined when it is none. */
export function findMediaListSource(name: string): string | undefined {
  return name.endsWith(FILE_END) ? name.slice(0, -FILE_END.length) : undefined;
}

/** Opens the list of a source; a missing one is empty. Lines that cannot be read are left out. */
export function openMediaList(contentDir: string, source: string): MediaList {
  const path = `${contentDir}/${toMediaListFile(source)}`;
  const journal = `${contentDir}/sources/.${source}${MEDIA_JOURNAL_END}`;
  const posts = openPackedGroups(ROW_FORM);
  let earlier: ReadonlyMap<string, readonly MediaRow[]> | undefined;
  const set = (row: MediaRow): void => {
    posts.open(row.post).set(row.url, row);
  };
  for (const row of readRows(readIfThere(path) ?? "")) set(row);
  // A torn last line is no row. What a person removed after the run that was killed is not held again.
  for (const row of readRows(`${COLUMNS.join(",")}\n${readIfThere(journal) ?? ""}`)) {
    if (posts.read(row.post).get(row.url)?.state !== "removed") set(row);
  }
  return {
    find: (post, url) => posts.read(post).get(url),
    findEarlier: (url) => {
      earlier ??= groupHeld(readRows(readIfThere(path) ?? ""));
      return earlier.get(url) ?? [];
    },
    rows: posts.rows,
    set,
    note: (row) => {
      set(row);
      mkdirSync(`${contentDir}/sources`, { recursive: true });
      appendFileSync(journal, `${toLine(row)}\n`);
    },
    remove: ({ post, url }) => {
      posts.open(post).delete(url);
    },
    write: () => {
      writeListFile(path, () => writeLines(posts), posts.rows().next().done === true);
      rmSync(journal, { force: true });
    },
  };
}

/** Reads rows; what is none is left out. */
export function parseMediaRows(text: string): readonly MediaRow[] {
  return [...readRows(text)];
}

// A large blog has some hundred thousand rows: they are read and written piece by piece, and share what they have in common.
function* readRows(text: string): Generator<MediaRow> {
  const lines = readCells(text.replace(/^\ufeff/, ""));
  const header = lines.next().value;
  if (header === undefined) return;
  const place = new Map<string, number>(header.map((name: string, index: number) => [name, index]));
  let post = "";
  for (const cells of lines) {
    const cell = (name: (typeof COLUMNS)[number]): string => fromSafe(cells[place.get(name) ?? -1] ?? "");
    const [folder, url] = [cell("post"), cell("url")];
    const state = STATES.get(cell("state"));
    if (folder === "" || url === "" || state === undefined || cells.length < COLUMNS.length - 1) continue;
    if (folder !== post) post = folder;
    const row = { post, url, state, note: cell("note") };
    yield { ...row, file: toFileName(cell("file")), bytes: Number(cell("bytes")) || 0, sha256: cell("sha256") };
  }
}

/** Writes rows, sorted, as CSV (RFC 4180) that no spreadsheet takes for formulas; a piece for each post. */
function* writeLines(posts: PackedGroups<MediaRow>): Generator<string> {
  yield `${COLUMNS.join(",")}\n`;
  for (const post of [...posts.groups()].sort(compare)) {
    const rows = [...posts.read(post).values()].sort((a, b) => compare(a.url, b.url));
    yield rows.map((row) => `${toLine(row)}\n`).join("");
  }
}

// A list may come by a pull request: a name in it never leads out of the post's folder.
function toFileName(name: string): string {
  return /[/\\]|^\./.test(name) ? "" : name;
}

function toLine({ post, state, file, bytes, sha256, url, note }: MediaRow): string {
  const isHeld = file !== "";
  return [post, state, file, isHeld ? String(bytes) : "", isHeld ? sha256 : "", url, note].map(toCell).join(",");
}

function toCell(text: string): string {
  // A spreadsheet runs a cell that begins like this as a formula; the apostrophe makes it text.
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function fromSafe(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function groupHeld(rows: Iterable<MediaRow>): ReadonlyMap<string, readonly MediaRow[]> {
  const groups = new Map<string, MediaRow[]>();
  for (const row of rows) {
    if (row.state !== "held") continue;
    const group = groups.get(row.url);
    if (group === undefined) groups.set(row.url, [row]);
    else group.push(row);
  }
  return groups;
}

function* readCells(text: string): Generator<readonly string[]> {
  let cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const found = pattern.exec(text);
    if (found === null) {
      // A line that is no CSV is left out, and the others are read.
      const end = text.indexOf("\n", start);
      pattern.lastIndex = end < 0 ? text.length : end + 1;
      cells = [];
      continue;
    }
    const [, quoted, plain, end] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    yield cells;
    cells = [];
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
