// Finds out with Git where posts were before somebody moved their folders or changed their language by hand.

import type { FormerPlace } from "../archive/fix.ts";
import { parseFrontMatter } from "../archive/front-matter.ts";
import type { Archive, Post } from "../archive/model.ts";
import { toPostFolder } from "../archive/read-archive.ts";
import { readPostFields } from "../archive/record-fields.ts";
import { findBase, git } from "./git.ts";

const INDEX = /^(posts\/[^/]+\/[^/]+|pages\/[^/]+)\/index\.md$/;

/** A text as it was committed. */
interface FormerText {
  readonly id: string;
  readonly lang?: string;
  readonly source?: string;
  readonly source_id?: string;
  readonly body: string;
}

/**
 * Returns where posts were at a commit, for those that are elsewhere now or in another language. A folder was moved when
 * the text is the same record of its source, or the same to the letter. Nothing outside a repository, or before its first commit.
 * @param since a branch, tag or commit; absent: the last commit
 */
export async function readFormerPlaces(
  contentDir: string,
  archive: Archive,
  since: string | undefined,
): Promise<readonly FormerPlace[]> {
  const base = since === undefined ? await findLastCommit(contentDir) : await findBase(contentDir, since);
  if (base === "") return [];
  const listed = await git(contentDir, ["diff", "--no-renames", "--relative", "--name-status", "-z", base, "--", "."]);
  const fields = listed.split("\0");
  const changed = fields.flatMap((field, index) =>
    index % 2 === 1 && INDEX.test(field) ? [{ status: fields[index - 1], file: field }] : [],
  );
  const byFolder = new Map(archive.posts.map((post) => [toPostFolder(post.id), post]));
  const places: FormerPlace[] = [];
  const gone: FormerText[] = [];
  for (const { status, file } of changed) {
    if (status === "A") continue;
    const folder = INDEX.exec(file)?.[1] ?? "";
    const text = await git(contentDir, ["show", `${base}:./${file}`]);
    const former = toFormer(folder, text);
    const post = byFolder.get(folder);
    if (post === undefined) gone.push(former);
    else if (post.lang !== former.lang) places.push(toPlace(post, former));
  }
  if (gone.length === 0) return places;
  // What is new since the commit, whether it was added to Git or not.
  const before = new Set((await git(contentDir, ["ls-tree", "-r", "-z", "--name-only", base, "--", "."])).split("\0"));
  const fresh = archive.posts.filter(({ file }) => !before.has(file));
  for (const former of gone) {
    const post = fresh.find((candidate) => isSame(candidate, former));
    if (post !== undefined) places.push(toPlace(post, former));
  }
  return places;
}

function isSame(post: Post, { source, source_id: sourceId, body }: FormerText): boolean {
  if (source !== undefined && sourceId !== undefined) return post.source === source && post.source_id === sourceId;
  return body !== "" && post.body === body;
}

function toFormer(folder: string, text: string): FormerText {
  const { fields: values, body } = parseFrontMatter(text);
  const { lang, source, source_id } = readPostFields(values).fields;
  return {
    id: folder.replace(/^posts\//, ""),
    body,
    ...(lang !== undefined && { lang }),
    ...(source !== undefined && { source }),
    ...(source_id !== undefined && { source_id }),
  };
}

function toPlace({ id }: Post, former: FormerText): FormerPlace {
  return { id, formerId: former.id, ...(former.lang !== undefined && { formerLang: former.lang }) };
}

async function findLastCommit(contentDir: string): Promise<string> {
  try {
    return (await git(contentDir, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { fine: [0, 1] })).trim();
  } catch {
    // No repository, or no Git: then nobody knows where anything was.
    return "";
  }
}
