// Takes records out of an archive: their words, what only they showed, and what lists and accounts say of them.

import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { TEMPORARY_SUFFIX } from "./folder-listing.ts";
import { followMoves } from "./follow-moves.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { hideAddress } from "./hidden-address.ts";
import { hashRecord, isUntouched } from "./imported-hash.ts";
import { findLinkedPost } from "./link-path.ts";
import type { Archive, Comment, Post, Source } from "./model.ts";
import { fileNameOf, findNames, listTexts } from "./named-files.ts";
import { findOwnFiles } from "./own-files.ts";
import { toPostFolder } from "./read-archive.ts";
import { readIfThere } from "./read-if-there.ts";
import {
  readCommentFields,
  readPostFields,
  serializeComment,
  serializePost,
  serializeSource,
} from "./record-fields.ts";
import { openRecordList } from "./record-list.ts";
import {
  endRedactionJournal,
  type InterruptedRemoval,
  type Removal,
  readRedactionJournal,
  writeRedactionJournal,
} from "./redaction-journal.ts";
import { type Redaction, writeRedactions } from "./redaction-log.ts";
import { type RedactionTarget, toTargetId, withoutTargets } from "./redaction-target.ts";
import { refuseUnwritable } from "./refuse-unwritable.ts";
import { scrubLedger } from "./scrub-ledger.ts";
import { changeSourceLists } from "./source-lists.ts";
import { toSourceVersion } from "./source-version.ts";
import { writeCommentTombstone, writePostTombstone } from "./tombstone-text.ts";
import { writeFileWhole } from "./write-file.ts";

/** How records are taken away. */
export interface RedactOptions {
  /** Day of the removal: `2026-11-30`. */
  readonly day: string;
  readonly reason: string;
  /** Who decided; empty when nobody said. */
  readonly authority: string;
  /** Leaves no tombstone, and keeps the record away from later imports. */
  readonly isDelete: boolean;
  /** A post keeps its folder's name, which mostly holds words of its title. */
  readonly keepsAddress: boolean;
  /** What the log names instead of each record: a whole source. */
  readonly loggedAs?: string;
  /** Files below content/ that the caller is going to change, too. */
  readonly alsoChanged?: readonly string[];
  /** Files below content/ that go as well. */
  readonly alsoRemoved?: readonly string[];
}

/** What was done. */
export interface RedactOutcome {
  /** New ids of posts by the old ones. */
  readonly moves: ReadonlyMap<string, string>;
  /** Files below content/ that only the records showed, and that are gone with them. */
  readonly files: readonly string[];
  /** Files below content/ that the records showed and that stay, each with a text that still names it. */
  readonly kept: ReadonlyMap<string, string>;
  /** Files of others whose links now lead to the new place of a post. */
  readonly linking: readonly string[];
  /** Files of others that still name the old place, because they cannot be written without loss. */
  readonly unfollowed: readonly string[];
  /** Ids at the source that later imports leave out, by source. */
  readonly excluded: ReadonlyMap<string, readonly string[]>;
}

/**
 * Takes records away. A journal stands until all is done: see completeRedaction().
 * @throws ArchiveError before anything is written, when a file that has to be changed cannot be without loss
 */
export function redactRecords(
  contentDir: string,
  archive: Archive,
  targets: readonly RedactionTarget[],
  options: RedactOptions,
): RedactOutcome {
  refuseUnwritable(contentDir, archive, targets, options);
  const { day, reason, authority, isDelete, keepsAddress, loggedAs, alsoRemoved = [] } = options;
  const { files, kept } = findOwnFiles(withoutTargets(archive, targets), targets, isDelete);
  const moves = isDelete || keepsAddress ? new Map<string, string>() : planMoves(contentDir, targets);
  const ids = loggedAs === undefined ? targets.map(toTargetId) : [loggedAs];
  const action = isDelete ? "deleted" : "redacted";
  const removal: Removal = {
    targets,
    files: [...files, ...alsoRemoved],
    moves,
    log: ids.map((id): Redaction => ({ id, date: day, action, reason, authority })),
    logged: isDelete ? toNumbers(targets) : moves,
    day,
    isDelete,
    keepsAddress,
  };
  writeRedactionJournal(contentDir, removal);
  const done = carryOut(contentDir, archive, removal);
  return { ...done, files, kept: movePaths(kept, moves) };
}

/** Finishes a removal that was interrupted; undefined when none was. The archive is as it stands now. */
export function completeRedaction(
  contentDir: string,
  archive: Archive,
): (RedactOutcome & Pick<InterruptedRemoval, "ids">) | undefined {
  const removal = readRedactionJournal(contentDir, archive);
  if (removal === undefined) return undefined;
  return { ...carryOut(contentDir, archive, removal), files: removal.files, kept: new Map(), ids: removal.ids };
}

/** Can be done again from the beginning, whatever of it is done. What keeps the records away comes first. */
function carryOut(contentDir: string, archive: Archive, removal: Removal): Omit<RedactOutcome, "files" | "kept"> {
  const { targets, files, moves, log, logged, isDelete, keepsAddress } = removal;
  const excluded = isDelete ? listExcludes(targets) : new Map<string, readonly string[]>();
  const left = withoutTargets(archive, targets);
  writeRedactions(contentDir, log, logged);
  changeSources(contentDir, archive, targets, excluded);
  for (const { post, comment } of targets) {
    if (comment !== undefined) takeComment(contentDir, post, comment, removal);
  }
  for (const { post, comment } of targets) if (comment === undefined) takePost(contentDir, post, removal);
  if (!isDelete && !keepsAddress) hideFormerAddresses(contentDir, left, targets);
  for (const file of files) rmSync(`${contentDir}/${file}`, { force: true });
  cleanLists(contentDir, left, targets, removal);
  renamePosts(contentDir, moves);
  const { linking, left: unfollowed } =
    moves.size > 0 ? followMoves(contentDir, left, moves) : { linking: [], left: [] };
  if (isDelete) releaseTranslations(contentDir, archive, targets);
  endRedactionJournal(contentDir);
  return { moves, linking, unfollowed, excluded };
}

/** The name of a deleted post's folder holds words of its title: the log calls it by its number at the source, where it has one. */
function toNumbers(targets: readonly RedactionTarget[]): ReadonlyMap<string, string> {
  return new Map(
    targets.flatMap(({ post: { id, source, source_id: number = "" }, comment }): readonly [string, string][] =>
      comment === undefined && source !== undefined && /^\d+$/.test(number) ? [[id, `${source}:${number}`]] : [],
    ),
  );
}

function takeComment(contentDir: string, post: Post, comment: Comment, { day, isDelete }: Removal): void {
  const path = `${contentDir}/${comment.file}`;
  rmSync(toSourceVersion(path), { force: true });
  if (!isDelete) {
    if (existsSync(path)) writeFileWhole(path, writeCommentTombstone(comment, day));
    return;
  }
  rmSync(path, { force: true });
  for (const reply of post.thread) {
    if (reply.parent === comment.id) changeComment(contentDir, reply.file, { parent_state: "deleted" });
  }
}

function takePost(contentDir: string, post: Post, { day, isDelete, keepsAddress }: Removal): void {
  const folder = `${contentDir}/${toPostFolder(post.id)}`;
  if (isDelete) {
    removeWhole(folder);
    return;
  }
  const { file, translations, aliases = [] } = post;
  if (!existsSync(folder)) return;
  for (const text of [file, ...translations.map((translation) => translation.file)]) {
    rmSync(toSourceVersion(`${contentDir}/${text}`), { force: true });
    if (text !== file) rmSync(`${contentDir}/${text}`, { force: true });
  }
  writeFileWhole(`${contentDir}/${file}`, writePostTombstone(post, day, keepsAddress ? aliases : []));
}

/** The folder loses its name first: a process that is killed leaves it whole or hidden, and never half of it. */
function removeWhole(folder: string): void {
  const hidden = `${dirname(folder)}/.${basename(folder)}${TEMPORARY_SUFFIX}`;
  rmSync(hidden, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, hidden);
  rmSync(hidden, { recursive: true, force: true });
}

/** Returns files and the texts that name them by where they lie now. */
function movePaths(
  files: ReadonlyMap<string, string>,
  moves: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const folders = [...moves].map(([from, to]) => [`${toPostFolder(from)}/`, `${toPostFolder(to)}/`] as const);
  const move = (file: string) => {
    const [from, to] = folders.find(([folder]) => file.startsWith(folder)) ?? ["", ""];
    return to + file.slice(from.length);
  };
  return new Map([...files].map(([file, naming]) => [move(file), move(naming)]));
}

function cleanLists(
  contentDir: string,
  left: Archive,
  targets: readonly RedactionTarget[],
  { files, isDelete, keepsAddress }: Removal,
): void {
  const gone = new Set(files);
  const folders = new Map<string, ReadonlySet<string>>();
  const leftById = new Map(left.posts.map((post) => [post.id, post]));
  const wholeFolders = new Set<string>();
  const numbers = new Set<string>();
  for (const { post, comment } of targets) {
    const folder = toPostFolder(post.id);
    const remaining = leftById.get(post.id);
    if (remaining !== undefined && !folders.has(folder)) folders.set(folder, findNames(listTexts(remaining)));
    if (comment !== undefined) {
      gone.add(comment.file);
      continue;
    }
    for (const { file } of [post, ...post.translations]) gone.add(file);
    if (isDelete) wholeFolders.add(folder);
    if (post.source_id !== undefined) numbers.add(`${post.source}\n${post.source_id}`);
  }
  const lostAddresses = new Set(
    keepsAddress ? [] : targets.flatMap(({ post, comment }) => (comment === undefined ? [post.id] : [])),
  );
  const isIn = (path: string) => [...wholeFolders].some((folder) => path.startsWith(`${folder}/`));
  for (const { id } of left.sources) {
    changeSourceLists(contentDir, [id], {
      link: (file, row) => {
        if (gone.has(file) || isIn(file)) return undefined;
        if (!lostAddresses.has(findLinkedPost(file, row.new) ?? "")) return [file, row];
        // Imports go on knowing where the link leads; a deleted post it leads to no more.
        return isDelete ? undefined : [file, { ...row, old: hideAddress(row.old) }];
      },
      media: (row) => {
        const names = folders.get(row.post);
        if (wholeFolders.has(row.post)) return undefined;
        // A line that a person wrote to keep a file away goes on doing so.
        if (names === undefined || row.state === "removed") return row;
        const isNamed =
          (row.file !== "" && names.has(fileNameOf(row.file))) ||
          names.has(fileNameOf(decode(row.url.replace(/[?#].*$/s, ""))));
        return isNamed ? row : undefined;
      },
      attachment: (row) => {
        if (numbers.has(`${id}\n${row.parent}`) || isIn(row.held)) return undefined;
        return row.held !== "" && gone.has(row.held) ? undefined : row;
      },
    });
  }
}

function listExcludes(targets: readonly RedactionTarget[]): ReadonlyMap<string, readonly string[]> {
  const excludes = new Map<string, readonly string[]>();
  for (const { post, comment } of targets) {
    const { source } = comment ?? post;
    const id = comment === undefined ? post.source_id : toExcludedComment(post, comment);
    if (source !== undefined && id !== undefined) excludes.set(source, [...(excludes.get(source) ?? []), id]);
  }
  return excludes;
}

/** Ids like comment-01 are one post's only; those that another source gave know no post of this one. */
function toExcludedComment(post: Post, comment: Comment): string | undefined {
  const isOfPost = comment.source === post.source && post.source_id !== undefined;
  return isOfPost ? `${post.source_id}#${comment.id}` : comment.id;
}

/** Excludes records, forgets that imports brought them, and takes their words out of the accounts. */
function changeSources(
  contentDir: string,
  { sources }: Archive,
  targets: readonly RedactionTarget[],
  excluded: ReadonlyMap<string, readonly string[]>,
): void {
  const ids = new Set(targets.map(toTargetId));
  for (const source of sources) {
    const own = targets.filter(({ post, comment }) => (comment ?? post).source === source.id);
    const takeIds = (records: readonly (Post | Comment | undefined)[]) =>
      new Set(records.flatMap((record) => record?.source_id ?? []));
    const posts = takeIds(own.map(({ post, comment }) => (comment === undefined ? post : undefined)));
    const comments = takeIds(own.map(({ comment }) => comment));
    const { id, file, body, extra, ledger, exclude = [], ...others } = source;
    const added = excluded.get(id) ?? [];
    const fields = {
      ...others,
      exclude: [...new Set([...exclude, ...added])],
      ...(ledger !== undefined && { ledger: scrubLedger(ledger, { posts, comments, ids }) }),
    };
    writeIfChanged(`${contentDir}/${file}`, toSourceText(source), serializeSource(fields, body, extra));
    if (added.length > 0) forgetRecords(contentDir, id, own);
  }
}

function toSourceText({ id: _id, file: _file, body, extra, ...fields }: Source): string {
  return serializeSource(fields, body, extra);
}

function forgetRecords(contentDir: string, source: string, targets: readonly RedactionTarget[]): void {
  const list = openRecordList(contentDir, source);
  for (const { post, comment } of targets) {
    if (comment === undefined) {
      if (post.source_id !== undefined) list.forget(post.source_id);
    } else if (post.source_id !== undefined && comment.source_id !== undefined && list.hadPost(post.source_id)) {
      list.add(post.source_id, [], [comment.source_id]);
    }
  }
  list.write();
}

/** Chooses for the folder of each redacted post a name that says nothing. */
function planMoves(contentDir: string, targets: readonly RedactionTarget[]): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  const taken = new Set<string>();
  for (const { post, comment } of targets) {
    const [parent = "", slug = ""] = post.id.split("/");
    if (comment !== undefined || /^(?:removed|untitled)-\d+$/.test(slug)) continue;
    let number = 1;
    const toId = () => `${parent}/removed-${number}`;
    while (taken.has(toId()) || existsSync(`${contentDir}/${toPostFolder(toId())}`)) number += 1;
    taken.add(toId());
    moves.set(post.id, toId());
  }
  return moves;
}

function renamePosts(contentDir: string, moves: ReadonlyMap<string, string>): void {
  for (const [from, to] of moves) {
    const [folder, newFolder] = [from, to].map((id) => `${contentDir}/${toPostFolder(id)}`) as [string, string];
    if (existsSync(folder) && !existsSync(newFolder)) renameSync(folder, newFolder);
  }
}

/** A post that translates one which is no more stands on its own. */
function releaseTranslations(contentDir: string, archive: Archive, targets: readonly RedactionTarget[]): void {
  const gone = new Set(targets.flatMap(({ post, comment }) => (comment === undefined ? [post.id] : [])));
  for (const post of archive.posts) {
    if (gone.has(post.id) || post.translation_of === undefined || !gone.has(post.translation_of)) continue;
    change(`${contentDir}/${post.file}`, (text, toHash) => {
      const { fields: values, body } = parseFrontMatter(text);
      const { fields, extra } = readPostFields(values);
      const { translation_of: _original, imported, ...others } = fields;
      const hash = toHash(serializePost(others, body, extra)) ?? imported;
      return serializePost({ ...others, ...(hash !== undefined && { imported: hash }) }, body, extra);
    });
  }
}

/**
 * Takes the addresses at the source out of the comments below a redacted post: they are the post's, with an anchor. To the
 * next import such a file is one that a person edited, so it leaves it so.
 */
function hideFormerAddresses(contentDir: string, left: Archive, targets: readonly RedactionTarget[]): void {
  const ids = new Set(targets.flatMap(({ post, comment }) => (comment === undefined ? [post.id] : [])));
  for (const { file, source_url: url } of left.posts.filter(({ id }) => ids.has(id)).flatMap(({ thread }) => thread)) {
    if (url === undefined) continue;
    change(`${contentDir}/${file}`, (text) => {
      const { fields: values, body } = parseFrontMatter(text);
      const { fields, extra } = readCommentFields(values);
      const { source_url: _url, id = "", ...others } = fields;
      return serializeComment({ ...others, id }, body, extra);
    });
  }
}

function changeComment(contentDir: string, file: string, added: Pick<Comment, "parent_state">): void {
  change(`${contentDir}/${file}`, (text, toHash) => {
    const { fields: values, body } = parseFrontMatter(text);
    const { fields, extra } = readCommentFields(values);
    const { imported, id = "", ...others } = { ...fields, ...added };
    const hash = toHash(serializeComment({ ...others, id }, body, extra)) ?? imported;
    return serializeComment({ ...others, id, ...(hash !== undefined && { imported: hash }) }, body, extra);
  });
}

/** A file that no person touched stays such a one, so that a later import may still update it. */
function change(path: string, make: (text: string, toHash: (text: string) => string | undefined) => string): void {
  const text = readIfThere(path);
  if (text === undefined) return;
  writeIfChanged(
    path,
    text,
    make(text, (plain) => (isUntouched(text) ? hashRecord(plain) : undefined)),
  );
}

function writeIfChanged(path: string, before: string, after: string): void {
  if (before === after) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileWhole(path, after);
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
