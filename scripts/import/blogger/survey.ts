// First pass over Blogger's files: what must be known of a whole blog before its first post can be written.
// Comments stand apart from their posts, in any order, so all of them are laid aside with their texts until their post
// comes; posts are only noted.

import { createTextMap, type TextMap } from "../../archive/compact/text-map.ts";
import { type ExportInput, InputError } from "../open-input.ts";
import { createRecordSpool, type RecordGroups } from "../spool/record-spool.ts";
import { copyText } from "../wordpress/copy-text.ts";
import { type FeedTime, readFeedTime } from "./dates.ts";
import {
  blogIdOf,
  type EntryStatus,
  findAddress,
  idOf,
  isTakeout,
  kindOf,
  type PostReference,
  parentIdOf,
  pathOf,
  readPostReference,
  statusOf,
} from "./entry-fields.ts";
import type { FeedAuthor, FeedEntry, FeedSummary } from "./feed-model.ts";
import { readFeed } from "./read-feed.ts";

/** Where an entry stands: two files, or two exports of a blog, may hold the same one. */
export interface Place {
  /** Position of the file among the blog's. */
  readonly file: number;
  /** Position of the entry in the file. */
  readonly index: number;
}

/** What decides which of two readings of an entry counts. */
interface Rank {
  readonly status: EntryStatus;
  /** Seconds; 0 when unknown. */
  readonly changed: number;
  readonly isTakeout: boolean;
}

/** What is known of an entry that may come twice. */
interface Reading extends Rank, Place {}

/** A comment, kept until its post comes. */
export interface CommentRecord extends Reading {
  readonly id: string;
  readonly post: PostReference;
  readonly parentId?: string;
  readonly author: FeedAuthor;
  readonly published?: FeedTime;
  readonly html: string;
  /** Its own address, as the classic export gives it. */
  readonly address?: string;
}

/** What was learnt of one file. */
export interface FileSurvey {
  readonly input: ExportInput;
  readonly summary: FeedSummary;
  readonly format: "blogger-atom" | "blogger-takeout" | "blogger-feed";
}

/** Posts and pages, noted by their numbers; of a large blog in few bytes each. */
export interface PostNotes {
  readonly has: (id: string) => boolean;
  /** Returns the place of the reading that counts. */
  readonly find: (id: string) => Place | undefined;
}

/** What is known of a blog after the first pass. */
export interface BlogSurvey {
  /** Blogger's number of the blog. */
  readonly blogId?: string;
  readonly files: readonly FileSurvey[];
  /** The settings that the archive uses; others, which hold e-mail addresses, are not read. */
  readonly settings: ReadonlyMap<string, string>;
  /** The reading of each post and page that counts. */
  readonly posts: PostNotes;
  /** The reading of each comment that counts, by the number of its post: as the comment names it where there is no such post. */
  readonly comments: RecordGroups<CommentRecord>;
  /** Addresses of posts, for a file that does not tell its blog's. */
  readonly someAddresses: readonly string[];
  /** Beginnings of the first public posts, in HTML, to tell the blog's language by. */
  readonly someTexts: readonly string[];
  /** Entries that are not comments. */
  readonly records: number;
}

const SETTINGS: ReadonlySet<string> = new Set([
  "BLOG_CONVERT_LINE_BREAKS",
  "BLOG_DESCRIPTION",
  "BLOG_LOCALE",
  "BLOG_NAME",
  "BLOG_SUBDOMAIN",
  "BLOG_TIME_ZONE",
]);
// Enough to tell what the blog is written in, and where.
const MAX_TEXTS = 25;
const TEXT_LENGTH = 2_000;
const MAX_ADDRESSES = 5;

interface CommentHeader extends Rank {
  readonly post: PostReference;
}

interface Surveyor {
  readonly countFiles: () => number;
  readonly addFile: (file: FileSurvey) => void;
  readonly addEntry: (entry: FeedEntry, file: number) => void;
  readonly survey: () => BlogSurvey;
}

/** Reads the inputs once and returns each blog in them; files with one blog number are of one blog. */
export async function surveyBlogs(
  inputs: readonly ExportInput[],
  onProgress: (what: string) => void,
): Promise<readonly BlogSurvey[]> {
  const blogs = new Map<string, Surveyor>();
  for (const input of inputs) {
    onProgress(`Reading ${input.name}`);
    let surveyor: Surveyor | undefined;
    let wholeEntries = 0;
    let hasTakeout = false;
    const summary = await readFeed(input, (entry, head) => {
      if (surveyor === undefined) {
        const blogId = blogIdOf(head.fields.get("id")) ?? blogIdOf(entry.fields.get("id"));
        surveyor =
          blogs.get(blogId ?? input.sha256) ?? createSurveyor(blogId === undefined ? undefined : copyText(blogId));
        blogs.set(blogId ?? input.sha256, surveyor);
      }
      if (!entry.isDamaged) wholeEntries += 1;
      hasTakeout ||= isTakeout(entry);
      surveyor.addEntry(entry, surveyor.countFiles());
    });
    if (surveyor === undefined || wholeEntries === 0) throw new InputError(describeEmptyFile(input, summary));
    surveyor.addFile({ input, summary, format: hasTakeout ? "blogger-takeout" : findFormat(summary) });
  }
  return [...blogs.values()].map((blog) => blog.survey());
}

// The public feed of a blog has the same entries as its export, but not all of them.
function findFormat({ head }: FeedSummary): FileSurvey["format"] {
  return /\.archive$/.test(head.fields.get("id") ?? "") ? "blogger-atom" : "blogger-feed";
}

function createSurveyor(blogId: string | undefined): Surveyor {
  const files: FileSurvey[] = [];
  const settings = new Map<string, string>();
  const notes = createTextMap();
  const postIdsByPath = createTextMap();
  const comments = createRecordSpool<CommentHeader, CommentRecord>();
  const someAddresses: string[] = [];
  const someTexts: string[] = [];
  let records = 0;
  const posts = {
    has: (id: string): boolean => notes.get(id) !== undefined,
    find: (id: string): Place | undefined => posts.read(id),
    read: (id: string): Reading | undefined => {
      const note = notes.get(id);
      // Written by addPost() alone.
      return note === undefined ? undefined : (JSON.parse(note) as Reading);
    },
  };

  const addPost = (entry: FeedEntry, reading: Reading): void => {
    const id = idOf(entry);
    if (id === undefined) return;
    const standing = posts.read(id);
    if (standing === undefined || isBetter(reading, standing)) notes.set(id, JSON.stringify(reading));
    const path = pathOf(entry);
    if (path !== undefined && postIdsByPath.get(path) === undefined) postIdsByPath.set(path, id);
    const address = findAddress(entry);
    if (address !== undefined && someAddresses.length < MAX_ADDRESSES) someAddresses.push(copyText(address));
    if (reading.status === "live" && someTexts.length < MAX_TEXTS) {
      someTexts.push(copyText((entry.fields.get("content") ?? "").slice(0, TEXT_LENGTH)));
    }
  };
  const addComment = (entry: FeedEntry, reading: Reading): void => {
    const id = idOf(entry);
    if (id === undefined) return;
    const record = toRecord(entry, id, reading);
    const { status, changed, isTakeout: isNew, post } = record;
    comments.add(id, { status, changed, isTakeout: isNew, post }, record);
  };
  const addSetting = ({ fields }: FeedEntry): void => {
    const name = /\.settings\.(\w+)$/.exec(fields.get("id") ?? "")?.[1] ?? "";
    const value = fields.get("content")?.trim() ?? "";
    if (SETTINGS.has(name) && value !== "" && !settings.has(name)) settings.set(copyText(name), copyText(value));
  };

  return {
    countFiles: () => files.length,
    addFile: (file) => {
      files.push(file);
    },
    addEntry: (entry, file) => {
      const kind = kindOf(entry);
      if (kind !== "comment") records += 1;
      if (entry.isDamaged) return;
      const reading = {
        file,
        index: entry.index,
        status: copyText(statusOf(entry)),
        changed: Math.floor((readFeedTime(entry.fields.get("updated"))?.ms ?? 0) / 1000),
        isTakeout: isTakeout(entry),
      };
      if (kind === "comment") addComment(entry, reading);
      else if (kind === "post" || kind === "page") addPost(entry, reading);
      else if (kind === "settings") addSetting(entry);
    },
    survey: () => ({
      ...(blogId !== undefined && { blogId }),
      files,
      settings,
      posts,
      comments: comments.group({ isBetter, groupOf: ({ post }) => findPost(post, posts, postIdsByPath) }),
      someAddresses,
      someTexts,
      records,
    }),
  };
}

// The reading that was changed last counts. Of equally old ones that which is not public, because somebody decided so later,
// and the classic one, which tells more.
function isBetter(reading: Rank, standing: Rank): boolean {
  if (reading.changed !== standing.changed) return reading.changed > standing.changed;
  const isPublic = reading.status === "live";
  if (isPublic !== (standing.status === "live")) return !isPublic;
  return standing.isTakeout && !reading.isTakeout;
}

// The first number that names a post of the export, else the post at the path, else the first number.
function findPost({ ids, path }: PostReference, posts: PostNotes, postIdsByPath: TextMap): string {
  return ids.find((id) => posts.has(id)) ?? postIdsByPath.get(path ?? "") ?? ids[0] ?? "";
}

function toRecord(entry: FeedEntry, id: string, reading: Reading): CommentRecord {
  const post = readPostReference(entry);
  const parentId = parentIdOf(entry);
  const published = readFeedTime(entry.fields.get("published"));
  const address = findAddress(entry);
  return {
    ...reading,
    id,
    post,
    // Some tools name the comment itself or its post where it answers nobody.
    ...(parentId !== undefined && parentId !== id && !post.ids.includes(parentId) && { parentId }),
    author: entry.author,
    ...(published !== undefined && { published }),
    html: reading.status === "live" ? (entry.fields.get("content") ?? "") : "",
    ...(address !== undefined && { address }),
  };
}

function describeEmptyFile({ path }: ExportInput, { entryTags, entries, isComplete }: FeedSummary): string {
  if (entryTags > 0 && entries > 0 && !isComplete) {
    return `${path}: is a Blogger export, but none of its ${entryTags} entries is whole; the file is cut off. Export the blog again.`;
  }
  const end = isComplete ? "" : " The file is also cut off before its end.";
  return `${path}: looks like a Blogger export, but it holds no whole post, page, comment or other entry.${end} Export the blog again.`;
}
