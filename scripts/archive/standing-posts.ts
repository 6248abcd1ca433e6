// Finds posts among those that stand: the one that a draft is, those that an import has not met, those that are kept away.

import { type ArchiveIndex, type Identity, listNames, readIdentity } from "./archive-index.ts";
import type { TextMap } from "./compact/text-map.ts";
import type { PostDraft } from "./model.ts";
import { toPostFolder } from "./read-archive.ts";
import type { RecordList } from "./record-list.ts";
import { listStandingComments, type StandingRecord } from "./write-thread.ts";

/** What identifies a post or page that stands. */
export interface StandingPost extends Omit<Identity, "id" | "status"> {
  readonly id: string;
  /**
   * Of a redacted post, which tells neither address nor title: the comments below it, as `source` and `source_id` with a
   * line end between. They are what it is known by.
   */
  readonly knownBy?: ReadonlySet<string>;
}

/** A post that stands and that an import has not met. */
export interface UnmetPost {
  readonly id: string;
  readonly comments: readonly StandingRecord[];
}

/** What an import knows of the posts that stand. */
export interface StandingPosts {
  readonly contentDir: string;
  readonly index: ArchiveIndex;
  /** What imports of the source have brought. */
  readonly records: RecordList;
  readonly isSecondHand: boolean;
  readonly excludes: ReadonlyMap<string, ReadonlySet<string>>;
  /** What a dry run would have written, an Identity as JSON by post id: no file tells. */
  readonly pretended: TextMap;
  /** Posts of the source by the paths of their old addresses; filled when a saved page tells no more than its address. */
  readonly idsByPath: Map<string, string>;
}

/** Begins the ids of posts that are kept away; no folder has such a name. */
const EXCLUDED = "excluded:";

/**
 * Returns the id of the post that a draft is; undefined for a new one. One real export holds two posts with one id: the
 * address tells them apart. An address may change, though (a new host, another permalink pattern), so a record not met
 * yet in this import is also known by its path or title.
 */
export function findPost(state: StandingPosts, draft: PostDraft): string | undefined {
  const { contentDir, index, pretended } = state;
  const candidates = index.find(draft.source, draft.source_id).map((id) => {
    const told = pretended.get(id);
    const identity =
      told === undefined ? readIdentity(`${contentDir}/${toPostFolder(id)}/index.md`) : (JSON.parse(told) as Identity);
    return { id, isClaimed: index.isClaimed(id), identity };
  });
  const same = candidates.find(({ identity }) => identity?.source_url === draft.source_url);
  const free = candidates.filter(({ isClaimed }) => !isClaimed);
  // Where one of the two exports tells no address, the id alone must do.
  const moved = free.find(
    ({ identity }) =>
      identity?.source_url === undefined ||
      draft.source_url === undefined ||
      toPath(identity?.source_url) === toPath(draft.source_url) ||
      (identity?.title === draft.title && identity?.date === draft.date),
  );
  return (same ?? moved)?.id ?? findByAddress(state, draft);
}

// A saved page may tell no more of its post than the address, which is the post's id then.
function findByAddress(state: StandingPosts, draft: PostDraft): string | undefined {
  const { index, idsByPath, isSecondHand, records } = state;
  const path = toPath(draft.source_url);
  if (path === undefined) return undefined;
  if (!isSecondHand) {
    const known = index.find(draft.source, path).find((id) => !index.isClaimed(id));
    if (known !== undefined) records.rename(path, draft.source_id);
    return known;
  }
  if (draft.source_id !== path) return undefined;
  if (idsByPath.size === 0) {
    for (const { id, source, source_url } of listPosts(state)) {
      const known = toPath(source_url);
      if (source === draft.source && known !== undefined && !idsByPath.has(known)) idsByPath.set(known, id);
    }
  }
  return idsByPath.get(path);
}

function toPath(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Returns a draft with the id that stands: a post of which a page told only the address keeps the one that its export told. */
export function asKnown(
  { contentDir, isSecondHand }: StandingPosts,
  draft: PostDraft,
  id: string | undefined,
): PostDraft {
  if (!isSecondHand || id === undefined) return draft;
  const { source_id = draft.source_id } = readIdentity(`${contentDir}/${toPostFolder(id)}/index.md`) ?? {};
  return { ...draft, source_id };
}

/** Returns what identifies each post and page that stands, sorted by id. */
export function listPosts({ contentDir, index }: StandingPosts): readonly StandingPost[] {
  return [...index.ids].sort().map((id) => {
    const folder = `${contentDir}/${toPostFolder(id)}`;
    const { id: _id, status, ...identity } = readIdentity(`${folder}/index.md`) ?? {};
    return { ...identity, id, ...(status === "redacted" && { knownBy: listCommentKeys(folder) }) };
  });
}

function listCommentKeys(folder: string): ReadonlySet<string> {
  const names = listNames(`${folder}/comments`).filter((name) => name.endsWith(".md"));
  const records = names.map((name) => readIdentity(`${folder}/comments/${name}`));
  return new Set(records.map((record) => `${record?.source}\n${record?.source_id}`));
}

/** Returns posts that `exclude` lists name by number and that do not stand. */
export function listExcluded({ excludes, index }: StandingPosts): readonly StandingPost[] {
  return [...excludes].flatMap(([source, ids]) =>
    [...ids]
      .filter((id) => /^\d+$/.test(id) && index.find(source, id).length === 0)
      .map((id) => ({ id: `${EXCLUDED}${source}/${id}`, source, source_id: id })),
  );
}

/** Tells whether a source's id is one that must stay away. */
export function isExcludedId({ excludes }: StandingPosts, source: string, sourceId: string): boolean {
  return excludes.get(source)?.has(sourceId) ?? false;
}

/** Tells whether a public post stands for an id of a source. Reads its file. */
export function isPublicPost(state: StandingPosts, source: string, sourceId: string): boolean {
  if (isExcludedId(state, source, sourceId)) return false;
  return state.index.find(source, sourceId).some((id) => isPublicFolder(state.contentDir, toPostFolder(id)));
}

/** Tells whether a public post stands in a folder below content/. Reads its file. */
export function isPublicFolder(contentDir: string, folder: string): boolean {
  const identity = readIdentity(`${contentDir}/${folder}/index.md`);
  return identity !== undefined && identity.status === undefined;
}

/** Returns those of the posts that are public and that the import has not met. */
export function* listUnmet({ contentDir, index }: StandingPosts, ids: readonly string[]): Generator<UnmetPost> {
  for (const id of ids) {
    const folder = `${contentDir}/${toPostFolder(id)}`;
    if (index.isClaimed(id) || readIdentity(`${folder}/index.md`)?.status !== undefined) continue;
    yield { id, comments: listStandingComments(folder) };
  }
}

/** Tells whether the id of a post is one that listExcluded() returned. */
export function isExcludedPost(id: string): boolean {
  return id.startsWith(EXCLUDED);
}
