// A plain script to compare with: only the reads, the Markdown and the writes that a site of posts cannot do without, in one thread.

import { mkdirSync, writeFileSync } from "node:fs";
import { readPost, readSurvey } from "../archive/read-archive.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";

/** Writes a page of nothing but the texts of each post. */
export async function buildPlainly(contentDir: string, outputDir: string): Promise<void> {
  const { postIds } = await readSurvey(contentDir);
  for (const id of postIds) {
    const { post } = readPost(contentDir, id);
    if (post === undefined) continue;
    const comments = post.thread.map(({ body }) => renderMarkdown(body, { profile: "comment" }));
    const folder = `${outputDir}/${id}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/index.html`, [renderMarkdown(post.body, { profile: "post" }), ...comments].join("\n"));
  }
}
