// Renders the texts of one post: its own, its translations, its comments.

import type { Comment, Post, Translation } from "../archive/model.ts";
import { getStrings, LANGUAGES, type Language } from "../strings/index.ts";
import { toExcerpt } from "./excerpt.ts";
import { toWebAddress } from "./original-address.ts";
import type { PostSurroundings } from "./post-surroundings.ts";
import type { ImageWords, RenderedText, TextJob } from "./text-renderer.ts";

/** What pages say of images, by language. */
export const IMAGE_WORDS = Object.fromEntries(
  LANGUAGES.map((language) => [language, wordsForImages(language)]),
) as Readonly<Record<Language, ImageWords>>;

/** The rendered texts of a post. */
export interface PostTexts {
  /** By file. */
  readonly byFile: ReadonlyMap<string, RenderedText>;
  /** The author's own summaries, by the file that holds them. */
  readonly summaries: ReadonlyMap<string, RenderedText>;
}

/** Renders every text of a post that is shown somewhere: one for each of its pages, and the published comments. */
export function renderPost(
  post: Post,
  pages: readonly PostSurroundings[],
  render: (job: TextJob) => RenderedText,
): PostTexts {
  const byFile = new Map<string, RenderedText>();
  const summaries = new Map<string, RenderedText>();
  const sourceUrl = toWebAddress(post.source_url);
  for (const { file, path, language } of pages) {
    const text = findText(post, file);
    const own = {
      pagePath: path,
      imageWords: IMAGE_WORDS[language],
      ...(sourceUrl && { sourceUrl }),
    };
    const isFirstImageEager = post.image === undefined;
    byFile.set(
      file,
      render({
        ...own,
        file,
        markdown: text.body,
        profile: "post",
        isFirstImageEager,
        ...anchorsFor(text.body, post.thread),
      }),
    );
    if (text.excerpt !== undefined)
      summaries.set(file, render({ ...own, file, markdown: text.excerpt, profile: "comment" }));
    if (text !== post) continue;
    for (const { status, file, body } of post.thread) {
      if (status) continue;
      byFile.set(file, render({ ...own, file, markdown: body, profile: "comment", ...anchorsFor(body, post.thread) }));
    }
  }
  return { byFile, summaries };
}

/** Returns the text that a file of the post holds. @throws Error when it holds none. */
export function findText(post: Post, file: string): Post | Translation {
  const text = [post, ...post.translations].find((each) => each.file === file);
  if (text === undefined) throw new Error(`${post.file} has no text in ${file}.`);
  return text;
}

/** Returns what lists and descriptions say of a text: the author's own summary, else its beginning; empty for an empty text. */
export function excerptOf({ byFile, summaries }: PostTexts, file: string): string {
  const summary = summaries.get(file)?.text ?? "";
  return summary === "" ? (byFile.get(file)?.excerpt ?? "") : toExcerpt(summary);
}

function anchorsFor(markdown: string, thread: readonly Comment[]): { anchors: readonly string[] } | undefined {
  // Nearly no text links to an anchor of its own page; only those get the list of ids.
  return /\]\(<?#|href=["']?#|\]:\s*<?#/.test(markdown) ? { anchors: thread.map(({ id }) => id) } : undefined;
}

function wordsForImages(language: Language): ImageWords {
  const t = getStrings(language);
  return {
    unnamed: t["image.unnamed"],
    notHeld: t["image.notHeld"],
    notShown: t["image.notShown"],
    table: t["text.table"],
    code: t["text.code"],
  };
}
