// Writes an archive as a site for Hugo (https://gohugo.io): the same texts, comments in data files, templates from hugo/.

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { yearOf } from "../archive/edtf.ts";
import type { Comment, Post } from "../archive/model.ts";
import { readArchive } from "../archive/read-archive.ts";
import { buildThread } from "../archive/thread.ts";
import { PROJECT_DIR } from "../project-dir.ts";

interface HugoComment {
  readonly id: string;
  readonly parent: string;
  readonly author: string;
  readonly date: string;
  readonly lang: string;
  readonly text: string;
  readonly replies: HugoComment[];
}

/** Writes the site into an empty folder. Threads are nested already: Hugo has only to draw them. */
export async function writeHugoSite(contentDir: string, folder: string): Promise<void> {
  cpSync(`${PROJECT_DIR}scripts/bench/hugo`, folder, { recursive: true });
  mkdirSync(`${folder}/content/posts`, { recursive: true });
  mkdirSync(`${folder}/data/threads`, { recursive: true });
  const { archive } = await readArchive(contentDir);
  for (const [index, post] of archive.posts.entries()) writePost(folder, post, `t${index}`);
}

function writePost(folder: string, post: Post, thread: string): void {
  const year = yearOf(post.date);
  const language = post.lang ?? "en";
  const fields = {
    title: post.title ?? "Untitled",
    date: post.date,
    url: `/${language}/${post.id}/`,
    lang: language,
    author: post.author ?? "",
    source: post.source ?? "",
    source_url: post.source_url ?? "",
    topics: post.topics ?? [],
    amnen: post.topics ?? [],
    years: [year],
    ar: [year],
    comments: post.thread.length,
    thread,
  };
  const name = post.id.replaceAll("/", "-");
  writeFileSync(`${folder}/content/posts/${name}.md`, `${JSON.stringify(fields, null, 2)}\n\n${post.body}\n`);
  const comments = nest(post.thread);
  writeFileSync(
    `${folder}/data/threads/${thread}.json`,
    JSON.stringify({ flat: post.thread.map(({ id }) => id), comments }),
  );
}

function nest(thread: readonly Comment[]): readonly HugoComment[] {
  const roots: HugoComment[] = [];
  const byId = new Map<string, HugoComment>();
  for (const { comment, parent } of buildThread(thread)) {
    const { id, author = "", date = "", lang = "", body: text } = comment;
    const own: HugoComment = { id, parent: parent?.id ?? "", author, date, lang, text, replies: [] };
    byId.set(id, own);
    (parent === undefined ? roots : (byId.get(parent.id)?.replies ?? roots)).push(own);
  }
  return roots;
}
