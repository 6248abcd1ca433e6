// Knows where the records of an archive lie, by source and id there, while an import writes; holds no texts.

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { listFolder, MEDIA_JOURNAL_END, TEMPORARY_SUFFIX } from "./folder-listing.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { Problem } from "./model.ts";
import { toPostFolder } from "./read-archive.ts";
import { foldName } from "./slug.ts";

/** Keys that tell what a file is, also when the rest of it is broken. */
export interface Identity {
  readonly id?: string;
  readonly source?: string;
  readonly source_id?: string;
  readonly source_url?: string;
  readonly title?: string;
  readonly lang?: string;
  readonly date?: string;
  readonly status?: string;
  readonly translation_of?: string;
}

const IDENTITY_KEYS = [
  "id",
  "source",
  "source_id",
  "source_url",
  "title",
  "lang",
  "date",
  "status",
  "translation_of",
] as const;

/** Where the posts and pages of an archive lie. */
export interface ArchiveIndex {
  /** Ids of all posts and pages. */
  readonly ids: Set<string>;
  /** Returns the ids of the posts that a source knows by one id; mostly one, sorted. */
  readonly find: (source: string, sourceId: string) => readonly string[];
  /** Returns how many posts and pages are a source's, among those that stood when the index was opened. */
  readonly count: (source: string) => number;
  readonly add: (id: string, source: string | undefined, sourceId: string | undefined) => void;
  readonly remove: (id: string, source: string | undefined, sourceId: string | undefined) => void;
  /** Tells whether a folder or anything else of that folded name lies in `posts/<year>` or `pages`. */
  readonly isTaken: (parent: string, foldedName: string) => boolean;
}

/**
 * Reads the identities of all posts and pages. What an interrupted import left behind is removed, unless it is a dry run.
 * `onChange` is told of each that stands, and without an identity of each that is removed later.
 */
export function openArchiveIndex(
  contentDir: string,
  isDryRun: boolean,
  onChange: (id: string, identity: Identity | undefined) => void = () => {},
): ArchiveIndex {
  const ids = new Set<string>();
  // Nearly every key has one id, and a list for each would take as much as the rest.
  const idsByKey = new Map<string, string | readonly string[]>();
  const findIds = (key: string): readonly string[] => {
    const ids = idsByKey.get(key) ?? [];
    return typeof ids === "string" ? [ids] : ids;
  };
  const takenByParent = new Map<string, Set<string>>();
  const countsBySource = new Map<string | undefined, number>();
  const index: ArchiveIndex = {
    ids,
    count: (source) => countsBySource.get(source) ?? 0,
    find: (source, sourceId) => findIds(toKey(source, sourceId)),
    add: (id, source, sourceId) => {
      ids.add(id);
      const [parent, name] = splitId(id);
      const taken = takenByParent.get(parent) ?? new Set();
      takenByParent.set(parent, taken.add(foldName(name)));
      if (source === undefined || sourceId === undefined) return;
      const key = toKey(source, sourceId);
      const known = findIds(key);
      idsByKey.set(key, known.length === 0 ? id : [...known, id].sort());
    },
    remove: (id, source, sourceId) => {
      ids.delete(id);
      onChange(id, undefined);
      const [parent, name] = splitId(id);
      takenByParent.get(parent)?.delete(foldName(name));
      if (source === undefined || sourceId === undefined) return;
      const key = toKey(source, sourceId);
      idsByKey.set(
        key,
        findIds(key).filter((other) => other !== id),
      );
    },
    isTaken: (parent, foldedName) => takenByParent.get(parent)?.has(foldedName) ?? false,
  };
  const ignored: Problem[] = [];
  if (!isDryRun) {
    removeTemporary(contentDir);
    // A journal stays until its own source is imported to the end, whichever one comes in between.
    removeTemporary(`${contentDir}/sources`, (name) => name.endsWith(MEDIA_JOURNAL_END));
  }
  for (const parent of listParents(contentDir, ignored)) {
    if (!isDryRun) removeTemporary(`${contentDir}/${parent}`);
    // A file or a link keeps a name from folders, too.
    const taken = new Set(listNames(`${contentDir}/${parent}`).map(foldName));
    if (taken.size > 0) takenByParent.set(parent, taken);
    for (const name of listFolder(contentDir, parent, ignored).folders) {
      const id = parent === "pages" ? `pages/${name}` : `${parent.slice("posts/".length)}/${name}`;
      const identity = readIdentity(`${contentDir}/${toPostFolder(id)}/index.md`) ?? {};
      const { source, source_id } = identity;
      index.add(id, source, source_id);
      onChange(id, identity);
      countsBySource.set(source, (countsBySource.get(source) ?? 0) + 1);
    }
  }
  return index;
}

/**
 * Reads what a file says it is; undefined when there is no such file. Broken front matter is searched line by line.
 * @throws when it is there and cannot be read: an import would bring its record a second time
 */
export function readIdentity(path: string): Identity | undefined {
  try {
    return toIdentity(readFileSync(path, "utf8"));
  } catch (error) {
    // A folder of that name holds no record.
    if (isMissing(error) || (error instanceof Error && "code" in error && error.code === "EISDIR")) return undefined;
    throw error;
  }
}

/** Finds out what a text says it is. */
export function toIdentity(text: string): Identity {
  const { fields, errors } = parseFrontMatter(text);
  const identity: Record<string, string> = {};
  for (const key of IDENTITY_KEYS) {
    const value = errors.length === 0 ? fields.get(key) : findValue(text, key);
    if (typeof value === "string" || typeof value === "number") identity[key] = String(value);
  }
  return identity;
}

/** Removes temporary files and folders that an interrupted import left in a folder; returns the names of what else lies there. */
export function removeTemporary(folder: string, isKept = (_name: string): boolean => false): readonly string[] {
  return listNames(folder).filter((name) => {
    const isLeft = name.startsWith(".") && name.endsWith(TEMPORARY_SUFFIX) && !isKept(name);
    if (isLeft) rmSync(`${folder}/${name}`, { recursive: true, force: true });
    return !isLeft;
  });
}

/** Returns all names in a folder; none where it is missing. @throws when it is there and cannot be read */
export function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function listParents(contentDir: string, problems: Problem[]): readonly string[] {
  const years = listFolder(contentDir, "posts", problems).folders;
  return [...years.map((year) => `posts/${year}`), "pages"];
}

// A plain file may have the name of a folder: it is none.
function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function splitId(id: string): readonly [parent: string, name: string] {
  const slash = id.indexOf("/");
  const parent = id.slice(0, slash);
  return [parent === "pages" ? parent : `posts/${parent}`, id.slice(slash + 1)];
}

function toKey(source: string, sourceId: string): string {
  return `${source}\n${sourceId}`;
}

function findValue(text: string, key: string): string | undefined {
  const line = new RegExp(`^${key}:[ \\t]*(.*)$`, "m").exec(text)?.[1]?.trim();
  return line?.replace(/^(["'])(.*)\1$/, "$2");
}
