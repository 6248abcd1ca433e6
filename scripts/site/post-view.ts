// Gathers what the page of one post, page or translation shows: from its own folder, its texts and its surroundings alone.

import type { Post } from "../archive/model.ts";
import { getStrings } from "../strings/index.ts";
import { tidyCitation } from "./cite/citation.ts";
import { citeWords } from "./cite/cite-words.ts";
import { describePicture } from "./images/picture.ts";
import { isUnlisted, nameTombstone } from "./name-tombstone.ts";
import { toWebAddress, waybackAddress } from "./original-address.ts";
import type { PostSurroundings } from "./post-surroundings.ts";
import { excerptOf, findText, type PostTexts } from "./post-texts.ts";
import { countWords, readingMinutes } from "./reading-time.ts";
import { listHeadings } from "./table-of-contents.ts";
import { createThreadView } from "./thread-view.ts";
import type { PostView } from "./view.ts";

/** Returns the view of the page of a post, or of a translation of it. */
export function createPostView(read: Post, around: PostSurroundings, texts: PostTexts): PostView {
  const post = nameTombstone(read, around.language);
  const { file, path, lang, language, year, topics, author, source, newer, older, inSource } = around;
  const text = findText(post, file);
  const rendered = texts.byFile.get(file);
  const wordCount = countWords(rendered?.text ?? "");
  const minutes = readingMinutes(wordCount);
  return {
    post,
    text,
    path,
    lang,
    isHidden: isUnlisted(post),
    ...listHeadings(rendered?.html ?? "", wordCount),
    excerpt: excerptOf(texts, file),
    ...summaryOf(texts, file),
    ...(minutes === undefined ? {} : { readingMinutes: minutes }),
    topics,
    ...(author && { author }),
    ...(source && { source }),
    year,
    ...(newer && { newer }),
    ...(older && { older }),
    ...(inSource && { inSource }),
    ...locateOriginal(post, text),
    cite: {
      citation: tidyCitation(around.citation),
      words: citeWords(getStrings(language)),
      references: around.references,
    },
    ...featuredImage(post, around),
    translations: around.translations,
    // The thread stands with the original.
    ...(text === post && {
      thread: createThreadView(post, path, (comment) => texts.byFile.get(comment.file)?.html ?? ""),
    }),
  };
}

/** The author's own summary, unless the text begins with the same words. */
function summaryOf({ summaries, byFile }: PostTexts, file: string): { readonly summary?: string } {
  const summary = summaries.get(file);
  if (summary === undefined || summary.text === "") return {};
  const beginning = foldSpace(summary.text).slice(0, 60);
  return foldSpace(byFile.get(file)?.text ?? "").startsWith(beginning) ? {} : { summary: summary.html };
}

function foldSpace(text: string): string {
  return text.slice(0, 400).replace(/\s+/g, " ");
}

function locateOriginal(post: Post, text: PostView["text"]): { readonly original?: string; readonly wayback?: string } {
  const original = toWebAddress(text.source_url ?? post.source_url);
  if (original === undefined) return {};
  return { original, wayback: waybackAddress(original, text.date ?? post.date) };
}

function featuredImage(
  post: Post,
  { images, folderPath }: PostSurroundings,
): { readonly image?: NonNullable<PostView["image"]> } {
  if (post.image === undefined) return {};
  const said = {
    alt: post.image_alt ?? "",
    ...(post.image_caption === undefined ? {} : { caption: post.image_caption }),
  };
  if (/^https?:\/\//i.test(post.image)) return { image: { path: post.image, isHeld: false, ...said } };
  const name = decodeName(post.image).replace(/^\.\//, "");
  const held = images.get(name);
  if (held !== undefined) {
    // The files of a post stand beside the original, not beside its translations.
    const picture = describePicture(held, folderPath, "post");
    return { image: { path: picture.path, isHeld: true, picture, ...said } };
  }
  return { image: { path: name, isHeld: false, isUnshown: post.attachments.includes(name), ...said } };
}

function decodeName(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
