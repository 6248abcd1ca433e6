// What is kept of a build for the next one. All of it is plain.

import type { ByteSpan } from "../drawing/write-files.ts";
import type { PostDigest } from "../post-digest.ts";
import type { FileStamp } from "./file-stamp.ts";

/** A post as it was read. */
export interface ReadRecord {
  /** State of its folder; absent where it was changed a moment before it was read. */
  readonly stamp?: string;
  /** Key of all that was read. */
  readonly key: string;
  /** PostFindings, as JSON. */
  readonly found: Uint8Array;
}

/** What is told of a post that was drawn. */
export interface DrawnRecord extends PostDigest {
  /** Folders of content/ that links in its texts asked for, each with the key of what stood there. */
  readonly targets: readonly (readonly [folder: string, key: string])[];
  /** Files whose whole text is in the digest. */
  readonly asked: readonly string[];
  /** Where its rows are in each of the published ROW_FILES; empty for a site without. */
  readonly rows: readonly ByteSpan[];
}

/** A post. */
export interface PostRecord {
  readonly read: ReadRecord;
  /** Absent for one that is not shown. */
  readonly drawn?: DrawnRecord;
}

/** A published file that can be used again. */
export interface FileRecord {
  /** Key of everything that it was made of. */
  readonly key: string;
  /** State of the file once it was published. */
  readonly stamp: FileStamp;
}

/** A build. */
export interface SiteRecord {
  /** Key of the code that drew it. */
  readonly code: string;
  /** By id. */
  readonly posts: ReadonlyMap<string, PostRecord>;
  /** By path below the site's folder. */
  readonly files: ReadonlyMap<string, FileRecord>;
}
