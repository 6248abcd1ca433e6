// Writes imported posts into content/, one at a time: found by their source and id there, never over what a person edited.

import { existsSync, mkdirSync } from "node:fs";
import { type Identity, openArchiveIndex, readIdentity, removeTemporary } from "./archive-index.ts";
import { createTextMap } from "./compact/text-map.ts";
import { yearOf } from "./edtf.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { CommentDraft, CommentsDraft, PostDraft } from "./model.ts";
import { type FolderWriter, writeFoldersHere } from "./new-folder.ts";
import { planComments } from "./plan-comments.ts";
import { toPostFolder } from "./read-archive.ts";
import { readIfThere } from "./read-if-there.ts";
import { readPostFields } from "./record-fields.ts";
import { openRecordList } from "./record-list.ts";
import { type AddressHooks, createRecordTexts, type RecordTexts } from "./record-texts.ts";
import { removeSample } from "./sample.ts";
import { createTakenAway, scrubLedger, type TakenAwayCollector } from "./scrub-ledger.ts";
import { show } from "./show.ts";
import { readSiteSettings } from "./site-settings.ts";
import { isReservedSlug, toSlug, uniqueSlug } from "./slug.ts";
import { readExcludes, writeSourceFile } from "./source-file.ts";
import {
  type ConflictMode,
  judgeFile,
  removeSourceVersion,
  toSourceVersion,
  type Verdict,
  writeSourceVersion,
} from "./source-version.ts";
import {
  asKnown,
  findPost,
  isExcludedId,
  isExcludedPost,
  isPublicPost,
  listExcluded,
  listPosts,
  listUnmet,
  type StandingPosts,
} from "./standing-posts.ts";
import { writeFileWhole } from "./write-file.ts";
import { type CommentResults, type ThreadOutcome, type ThreadSettings, writeThread } from "./write-thread.ts";
import type { ArchiveWriter, WriteOutcome, WriteResult, WriterOptions } from "./writer-contract.ts";

export type { StandingPost, UnmetPost } from "./standing-posts.ts";
export type { ArchiveWriter, WriteOutcome, WriteResult, WriterOptions } from "./writer-contract.ts";

const OUTCOMES: Readonly<Record<Verdict, WriteOutcome>> = {
  same: "unchanged",
  follow: "updated",
  kept: "kept-edited",
  conflict: "kept-edited",
};
const CALM = { isReturned: false, isConflict: false };
const NO_COMMENTS: CommentResults = {
  written: 0,
  new: 0,
  returned: [],
  updated: 0,
  excluded: [],
  keptEdited: [],
  conflicts: [],
  keptRedacted: [],
};

interface WriterState extends StandingPosts {
  readonly isDryRun: boolean;
  readonly folders: FolderWriter;
  readonly texts: RecordTexts;
  /** Makes them with the addresses that the source gave. */
  readonly plainTexts: RecordTexts;
  /** With the addresses that the last import found. */
  readonly formerTexts: RecordTexts;
  readonly onPost: AddressHooks["onPost"];
  readonly conflicts: ConflictMode;
  /** Returns the address of a post's text on the site; empty when nobody told how to make one. */
  readonly addressOf: (id: string, lang: string | undefined) => string;
  /** Folders of posts that this import has made or found. */
  readonly parents: Set<string>;
  /** Last number given to a taken slug, by parent and slug. */
  readonly lastNumbers: Map<string, number>;
  /** What of this import people took away: the account must not tell it. */
  readonly takenAway: TakenAwayCollector;
}

/**
 * Opens an archive for an import. It is read once for its ids; a missing folder is an empty archive.
 * @throws ArchiveError when a source's list of what must stay away cannot be read
 */
export async function openArchiveWriter(contentDir: string, options: WriterOptions): Promise<ArchiveWriter> {
  const isDryRun = options.isDryRun ?? false;
  const excludes = readExcludes(contentDir);
  const index = openArchiveIndex(contentDir, isDryRun, options.onStanding);
  const memory = {
    pretended: createTextMap(),
    lastNumbers: new Map<string, number>(),
    takenAway: createTakenAway(),
    parents: new Set<string>(),
  };
  const { settings } = await readSiteSettings(contentDir);
  const addressOf = (id: string, lang: string | undefined): string =>
    options.addressOf?.({ type: id.startsWith("pages/") ? "page" : "post", id }, lang, settings) ?? "";
  const state: WriterState = {
    contentDir,
    isDryRun,
    index,
    folders: options.folders ?? writeFoldersHere,
    texts: createRecordTexts(options),
    plainTexts: createRecordTexts(),
    formerTexts: createRecordTexts({ ...options, onAddresses: undefined, resolveAddress: options.resolveAsBefore }),
    onPost: options.onPost,
    records: openRecordList(contentDir, options.source, options.isSecondHand),
    isSecondHand: options.isSecondHand ?? false,
    idsByPath: new Map(),
    conflicts: options.conflicts ?? "keep",
    excludes,
    addressOf,
    ...memory,
  };
  return {
    wasEmpty: excludes.size === 0 && index.ids.size === index.count(options.source),
    writePost: (draft) => writePost(state, draft),
    settle: state.folders.settle,
    writeComments: async (draft) => {
      index.claim(draft.postId);
      await state.folders.settle();
      return writeComments(state, draft);
    },
    listPosts: () => listPosts(state),
    listExcluded: () => listExcluded(state),
    isPublic: (sourceId) => isPublicPost(state, options.source, sourceId),
    isExcluded: (sourceId) => isExcludedId(state, options.source, sourceId),
    findUnmet: (sourceId) => [...listUnmet(state, index.find(options.source, sourceId))],
    listUnmet: () => listUnmet(state, [...index.ids].sort()),
    writeSource: async (fields, body = "") => {
      if (!isDryRun) state.records.write();
      const { ledger } = fields;
      const told = { ...fields, ...(ledger !== undefined && { ledger: scrubLedger(ledger, state.takenAway.found) }) };
      return writeSourceFile(contentDir, options.source, told, body, isDryRun);
    },
    removeSample: async () => removeSample(contentDir, index, isDryRun),
  };
}

async function writePost(state: WriterState, given: PostDraft): Promise<WriteResult> {
  const { index, folders, isSecondHand } = state;
  if (isSecondHand || index.find(given.source, given.source_id).length > 0) await folders.settle();
  const id = findPost(state, given) ?? findBereft(state, given);
  if (id !== undefined) await folders.settle();
  const draft = asKnown(state, given, id);
  if (state.excludes.get(draft.source)?.has(draft.source_id)) {
    state.records.forget(draft.source_id);
    const excluded = draft.thread.map((comment) => comment.id);
    state.takenAway.addPost(draft, id);
    state.takenAway.addComments(id, draft.thread, excluded);
    const comments = { ...NO_COMMENTS, excluded };
    return { id: id ?? "", outcome: "excluded", ...CALM, comments, notes: [], unclaimed: [] };
  }
  const isHidden = (comment: CommentDraft): boolean => isExcluded(state, draft, comment);
  const result = id === undefined ? await createPost(state, draft) : updatePost(state, draft, id);
  state.onPost?.(result.id, result.outcome === "kept-edited" ? undefined : draft);
  state.takenAway.addComments(result.id, draft.thread, [...result.comments.keptRedacted, ...result.comments.excluded]);
  note(state, draft.source_id, draft.thread, isHidden);
  return result;
}

function note(
  { records }: WriterState,
  postId: string,
  drafts: readonly CommentDraft[],
  isHidden: (comment: CommentDraft) => boolean,
): void {
  const toIds = (comments: readonly CommentDraft[]): readonly string[] => comments.map(({ source_id }) => source_id);
  records.add(postId, toIds(drafts.filter((draft) => !isHidden(draft))), toIds(drafts.filter(isHidden)));
}

async function createPost(state: WriterState, draft: PostDraft): Promise<WriteResult> {
  const { contentDir, index, isDryRun, texts } = state;
  const notes: string[] = [];
  const parent = draft.type === "page" ? "pages" : `posts/${yearOf(draft.date)}`;
  const slug = chooseSlug(state, draft, parent, notes);
  const id = parent === "pages" ? `pages/${slug}` : `${parent.slice("posts/".length)}/${slug}`;
  const plan = planComments(draft.thread, [], (comment) => isExcluded(state, draft, comment));
  const folder = `${parent}/${slug}`;
  if (isDryRun) {
    // Who keeps account of addresses hears of them all the same.
    texts.ofPost(draft, folder);
    for (const comment of plan.comments) texts.ofComment(comment, folder);
    const { source_url, title, date } = draft;
    const identity: Identity = {
      ...(source_url !== undefined && { source_url }),
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date }),
    };
    state.pretended.set(id, JSON.stringify(identity));
  } else {
    if (!state.parents.has(parent)) mkdirSync(`${contentDir}/${parent}`, { recursive: true });
    state.parents.add(parent);
    await state.folders.write({
      path: `${contentDir}/${folder}`,
      folders: plan.comments.length > 0 ? ["comments"] : [],
      files: [
        ["index.md", texts.ofPost(draft, folder)],
        ...plan.comments.map((comment) => [`comments/${comment.name}`, texts.ofComment(comment, folder)] as const),
      ],
    });
  }
  index.add(id, draft.source, draft.source_id);
  index.claim(id);
  const count = plan.comments.length;
  const comments = { ...NO_COMMENTS, written: count, new: count, excluded: plan.excluded };
  const isReturned = state.records.hadPost(draft.source_id);
  const result = { ...CALM, isReturned, comments, notes: [...notes, ...plan.notes], unclaimed: [] };
  return { id, outcome: "new", ...result };
}

// Where a person removed the text alone, comments and images still lie in the post's folder.
function findBereft({ contentDir, index }: WriterState, draft: PostDraft): string | undefined {
  const id = `${draft.type === "page" ? "pages" : yearOf(draft.date)}/${toBaseSlug(draft)}`;
  if (!index.ids.has(id) || index.isClaimed(id)) return undefined;
  return existsSync(`${contentDir}/${toPostFolder(id)}/index.md`) ? undefined : id;
}

function toBaseSlug(draft: PostDraft): string {
  const wanted = toSlug(draft.slug ?? "") || toSlug(draft.title ?? "");
  return wanted === "" ? `untitled-${toSlug(draft.source_id)}`.replace(/-$/, "") : wanted;
}

function chooseSlug(state: WriterState, draft: PostDraft, parent: string, notes: string[]): string {
  const base = toBaseSlug(draft);
  const counter = `${parent}/${base}`;
  const first = (state.lastNumbers.get(counter) ?? 1) + 1;
  const slug = uniqueSlug(base, (name) => state.index.isTaken(parent, name), first);
  if (slug === base) return slug;
  state.lastNumbers.set(counter, Number(slug.slice(base.length + 1)));
  const reason = isReservedSlug(base) ? "cannot name a folder" : "is taken";
  notes.push(`the slug ${show(base)} ${reason}; the post is ${show(slug)} here`);
  return slug;
}

function updatePost(state: WriterState, draft: PostDraft, id: string): WriteResult {
  const { contentDir, isDryRun, isSecondHand, index, texts, records, conflicts } = state;
  index.claim(id);
  const folder = `${contentDir}/${toPostFolder(id)}`;
  const names = isDryRun ? [] : removeTemporary(folder);
  const text = readIfThere(`${folder}/index.md`);
  const isLeft = text !== undefined && isSecondHand && records.isFromExport(draft.source_id);
  const verdict = isLeft ? "same" : updateIndex(state, text, draft, id, names);
  const { results, notes, unclaimed } = writeThread(folder, draft.thread, {
    isDryRun,
    conflicts,
    isExcluded: (comment) => isExcluded(state, draft, comment),
    ...(isSecondHand && { isLeft: records.rememberExported(draft.source_id) }),
    toText: (comment) => texts.ofComment(comment, toPostFolder(id)),
    formerTexts: listFormerTexts(state, toPostFolder(id)),
    onTakenAway: (name) => texts.forget(toPostFolder(id), `comments/${name}`),
    wasHere: records.rememberComments([draft.source_id]),
  });
  const isConflict = verdict === "conflict";
  const outcome = text === undefined ? "new" : OUTCOMES[verdict];
  if (text === undefined) index.add(id, draft.source, draft.source_id);
  const isReturned = text === undefined && records.hadPost(draft.source_id);
  return { id, outcome, isReturned, isConflict, comments: results, notes, unclaimed };
}

function writeComments(state: WriterState, draft: CommentsDraft): ThreadOutcome {
  const { contentDir, isDryRun, excludes, texts, records, conflicts } = state;
  const folder = `${contentDir}/${toPostFolder(draft.postId)}`;
  if (isExcludedPost(draft.postId)) {
    const comments = { ...NO_COMMENTS, excluded: draft.thread.map(({ id }) => id) };
    return { results: comments, known: [], notes: [], unclaimed: [] };
  }
  const identity = readIdentity(`${folder}/index.md`);
  if (identity === undefined) throw new TypeError(`No post ${draft.postId} in the archive.`);
  const own = excludes.get(draft.source);
  // What the blog's own list keeps away must not come back by another way.
  const others = identity.source === undefined ? undefined : excludes.get(identity.source);
  const isAllExcluded = draft.source_ids.some((id) => own?.has(id)) || others?.has(identity.source_id ?? "") === true;
  const isHidden = ({ id }: CommentDraft): boolean =>
    isAllExcluded ||
    own?.has(id) === true ||
    others?.has(id) === true ||
    others?.has(`${identity.source_id}#${id}`) === true ||
    draft.source_ids.some((post) => own?.has(`${post}#${id}`));
  const outcome = writeThread(folder, draft.thread, {
    isDryRun,
    conflicts,
    isExcluded: isHidden,
    toText: (comment) => texts.ofComment(comment, toPostFolder(draft.postId)),
    formerTexts: listFormerTexts(state, toPostFolder(draft.postId)),
    onTakenAway: (name) => texts.forget(toPostFolder(draft.postId), `comments/${name}`),
    wasHere: records.rememberComments(draft.source_ids),
    keepsOthers: true,
  });
  const known = new Set(outcome.known);
  const [thread = draft.postId] = draft.source_ids;
  const brought = draft.thread.filter(({ id }) => !known.has(id));
  state.takenAway.addComments(draft.postId, draft.thread, [
    ...outcome.results.keptRedacted,
    ...outcome.results.excluded,
  ]);
  note(state, thread, brought, isHidden);
  return outcome;
}

function listFormerTexts({ plainTexts, formerTexts }: WriterState, folder: string): ThreadSettings["formerTexts"] {
  return [formerTexts, plainTexts].map((texts) => (comment) => texts.ofComment(comment, folder));
}

function updateIndex(
  { contentDir, isDryRun, addressOf, texts, plainTexts, formerTexts, conflicts, takenAway }: WriterState,
  text: string | undefined,
  draft: PostDraft,
  id: string,
  names: readonly string[],
): Verdict {
  const {
    aliases = [],
    lang,
    status,
  } = text === undefined
    ? { lang: draft.lang, status: undefined }
    : readPostFields(parseFrontMatter(text).fields).fields;
  if (status === "redacted") {
    takenAway.addPost(draft, id);
    return leaveRedacted(contentDir, texts, toPostFolder(id), isDryRun);
  }
  // The folder stays, so of all that an export may change only the language changes the address.
  const [before, after] = [addressOf(id, lang), addressOf(id, draft.lang)];
  // Old addresses were added by `check --fix` or an earlier import, which know what the source does not.
  const kept = before === after ? aliases : [...aliases, before].filter((alias) => alias !== after);
  const folder = toPostFolder(id);
  const path = `${contentDir}/${folder}/index.md`;
  const newText = texts.ofPost(draft, folder, kept);
  // Aliases that came since the import were added at the end; what a link leads to may have come since.
  const listForms = (): readonly string[] =>
    [texts, formerTexts, plainTexts].flatMap(({ ofPost }) =>
      [...aliases, ""].map((_, length) => ofPost(draft, folder, aliases.slice(0, length))),
    );
  const verdict = text === undefined ? "follow" : judgeFile(text, newText, listForms);
  if (isDryRun) return verdict;
  if (verdict === "follow") writeFileWhole(path, newText);
  if (verdict === "conflict") writeSourceVersion(path, newText, conflicts);
  else if (names.includes(toSourceVersion("index.md"))) removeSourceVersion(path);
  return verdict;
}

/** What a person took away does not come back, nor as the source's version, nor in lists of what texts held. */
function leaveRedacted(contentDir: string, texts: RecordTexts, folder: string, isDryRun: boolean): Verdict {
  texts.forget(folder, "index.md");
  if (!isDryRun) removeSourceVersion(`${contentDir}/${folder}/index.md`);
  return "kept";
}

function isExcluded({ excludes }: WriterState, post: PostDraft, comment: CommentDraft): boolean {
  const ids = excludes.get(comment.source);
  // A bare id is enough where it is unique; ids like comment-01 of saved pages need their post.
  return ids !== undefined && (ids.has(comment.id) || ids.has(`${post.source_id}#${comment.id}`));
}
