// Remembers one build for the next: what was read and drawn of each post, and of what each published file was made.

import { join } from "node:path";
import { identifyFolder, type KeptParts } from "../swap.ts";
import { keyOfCode } from "./cache-key.ts";
import { type FileStamp, stampFile } from "./file-stamp.ts";
import { readRecord, writeRecord } from "./record-file.ts";
import type { DrawnRecord, FileRecord, PostRecord, ReadRecord, SiteRecord } from "./site-record.ts";

/** What is known of the last build, and is told of this one. */
export interface SiteCache {
  /** Folder of the site that the last build published. */
  readonly siteDir: string;
  /** That folder as it was found: see identifyFolder. */
  readonly siteIdentity: string | undefined;
  /** Recalls the last build, if the same code made it. Nothing is recalled or kept of a build without code to be known by. */
  readonly open: (code: string) => void;
  /** Tells whether anything will be kept. */
  readonly isOpen: () => boolean;
  /** Tells whether the last build is remembered. */
  readonly isWarm: () => boolean;
  /** Returns what the last build knew of a post. */
  readonly post: (id: string) => PostRecord | undefined;
  /** Returns of what the last build made a file, by its path below the site's folder. */
  readonly file: (path: string) => FileRecord | undefined;
  readonly addRead: (id: string, read: ReadRecord) => void;
  readonly addDrawn: (id: string, drawn: DrawnRecord) => void;
  /** Returns the key of a post as it is now. */
  readonly readKey: (id: string) => string;
  /** @param key of everything that the file is made of. @param kept the file is taken over */
  readonly addFile: (path: string, key: string, kept?: FileRecord) => void;
  /** Returns the files that are taken over, by path below the site's folder. */
  readonly keptFiles: () => ReadonlyMap<string, FileRecord>;
  /**
   * Keeps what was told, once the site is published.
   * @param completed when it was complete, in milliseconds
   * @param moved parts that were taken over: a file that was moved by itself has another state since
   */
  readonly save: (completed: number, moved: Pick<KeptParts, "paths">) => void;
}

/** Where a site is, and what is kept of it. */
export interface CacheOptions {
  readonly siteDir: string;
  /** Safe to delete at any time; absent where nothing is kept. */
  readonly recordFile?: string;
  /** The last build is not asked. */
  readonly isCold?: boolean;
}

/** Returns the cache of a site. */
export function createSiteCache({ siteDir, recordFile, isCold = false }: CacheOptions): SiteCache {
  let key: string | undefined;
  let last: SiteRecord | undefined;
  const reads = new Map<string, ReadRecord>();
  const drawings = new Map<string, DrawnRecord>();
  const files = new Map<string, { readonly key: string; readonly kept: FileRecord | undefined }>();
  return {
    siteDir,
    siteIdentity: identifyFolder(siteDir),
    open: (code) => {
      if (recordFile === undefined || code === "") return;
      key = keyOfCode(code);
      const found = isCold ? undefined : readRecord(recordFile);
      last = found?.code === key ? found : undefined;
    },
    isOpen: () => key !== undefined,
    isWarm: () => last !== undefined,
    post: (id) => last?.posts.get(id),
    file: (path) => last?.files.get(path),
    addRead: (id, read) => reads.set(id, read),
    addDrawn: (id, drawn) => drawings.set(id, drawn),
    readKey: (id) => reads.get(id)?.key ?? "",
    addFile: (path, key, kept) => files.set(path, { key, kept }),
    keptFiles: () => new Map([...files].flatMap(([path, { kept }]) => (kept ? [[path, kept]] : []))),
    save: (completed, moved) => {
      if (recordFile === undefined || key === undefined) return;
      const posts = new Map<string, PostRecord>();
      for (const [id, read] of reads) {
        const drawn = drawings.get(id);
        posts.set(id, { read, ...(drawn && { drawn }) });
      }
      const published = new Map<string, FileRecord>();
      const alone = new Set(moved.paths);
      for (const [path, { key, kept }] of files) {
        const stamp = kept === undefined || alone.has(path) ? stampFile(join(siteDir, path)) : kept.stamp;
        if (stamp !== undefined && isAsMade(stamp, completed, kept)) published.set(path, { key, stamp });
      }
      writeRecord(recordFile, { code: key, posts, files: published });
    },
  };
}

/** Tells whether a published file is as it was when its record was made. */
export function isAsRecorded({ content, change }: FileStamp, { stamp }: Pick<FileRecord, "stamp">): boolean {
  return content === stamp.content && change === stamp.change;
}

/** Tells whether nobody has written to a file since it was made, or since it was found to be as an earlier build made it. */
function isAsMade({ content, written }: FileStamp, completed: number, kept: FileRecord | undefined): boolean {
  return kept === undefined ? written <= completed : content === kept.stamp.content;
}
