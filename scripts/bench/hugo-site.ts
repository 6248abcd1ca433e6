// Writes an archive as a site for Hugo (https://gohugo.io): the same texts, comments in data files, templates from hugo/.

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Archive, Post } from "../archive/model.ts";
import { readArchive } from "../archive/read-archive.ts";
import { PROJECT_DIR } from "../project-dir.ts";
import { buildAssets } from "../site/assets.ts";
import { type Catalog, createCatalog, type Entry } from "../site/catalog.ts";
import { createShareCards } from "../site/share-cards/share-cards.ts";
import { writeShareCards } from "../site/share-cards/write-cards.ts";
import { LANGUAGES } from "../strings/index.ts";
import { listHugoSections, taxonomyOf } from "./hugo-sections.ts";
import { writeHugoStrings } from "./hugo-strings.ts";
import { toHugoThread } from "./hugo-thread.ts";

/** Where the site will stand, as hugo/hugo.toml has it. */
const LOCATION = { origin: "https://bench.example", basePath: "/" };

/** Writes the site into an empty folder. hugo/README.md says what is given there, and what the templates find themselves. */
export async function writeHugoSite(contentDir: string, folder: string): Promise<void> {
  cpSync(`${PROJECT_DIR}scripts/bench/hugo`, folder, { recursive: true });
  const { archive } = await readArchive(contentDir);
  const catalog = createCatalog(archive, { drafts: false });
  const posts = new Map(archive.posts.map((post) => [post.id, post]));
  for (const [path, fields] of listHugoSections(archive, catalog))
    writeContent(join(folder, "content", path, "_index.md"), fields, "");
  for (const [index, entry] of catalog.posts.entries()) {
    const post = posts.get(entry.post.id) as Post;
    const thread = `t${index}`;
    const name = post.id.replaceAll("/", "-");
    writeContent(
      join(folder, "content", "posts", post.source ?? "", `${name}.md`),
      describePost(catalog, entry, thread),
      post.body,
    );
    writeData(folder, `threads/${thread}`, toHugoThread(post, entry.path));
  }
  const labels = catalog.topics.map(({ slug, label }) => [slug, label] as const);
  writeData(folder, "topics", { order: labels.map(([slug]) => slug), labels: Object.fromEntries(labels) });
  for (const language of LANGUAGES) writeData(folder, `strings/${language}`, writeHugoStrings(language));
  await writeAssets(folder, archive);
}

function describePost(
  catalog: Catalog,
  { post, path, language, year, commentCount, knownCount }: Entry,
  thread: string,
) {
  const topics = [...new Set(post.topics)].map((topic) => catalog.topicSlugs.get(topic));
  return {
    title: post.title,
    date: post.date,
    type: "post",
    lang: language,
    url: path,
    id: post.id,
    author: post.author,
    source_url: post.source_url,
    ...Object.fromEntries(
      LANGUAGES.flatMap((each) => [
        [taxonomyOf(each, "topics"), topics],
        [taxonomyOf(each, "years"), [year]],
      ]),
    ),
    comments: commentCount,
    ...((post.comments?.declared ?? 0) > knownCount && { declared: post.comments?.declared }),
    thread,
  };
}

function writeContent(file: string, fields: object, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(fields, null, 2)}\n\n${text}\n`);
}

function writeData(folder: string, name: string, value: object): void {
  const file = join(folder, "data", `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

/** Writes what is no page: styles and scripts for Hugo to name by their content, and pictures that stand for pages elsewhere. */
async function writeAssets(folder: string, archive: Archive): Promise<void> {
  const { files } = await buildAssets();
  for (const [path, content] of files) {
    const file = join(folder, "assets", path.replace(/\.[0-9a-f]+(\.\w+)$/, "$1"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const cards = createShareCards({ archive, location: LOCATION });
  await writeShareCards(cards, join(folder, "resources", "cards"), join(folder, "static"));
  const sources = ["", ...archive.sources.map(({ id }) => id)];
  const ofLanguage = (language: (typeof LANGUAGES)[number]) =>
    Object.fromEntries(sources.map((id) => [id || "archive", cards.of(language, id || undefined)]));
  const { title, description, language } = archive.settings;
  writeData(folder, "archive", {
    title,
    description,
    language,
    cards: Object.fromEntries(LANGUAGES.map((each) => [each, ofLanguage(each)])),
  });
}
