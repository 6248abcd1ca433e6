// Gathers what the page of one post, page or translation shows.

import { getStrings } from "../strings/index.ts";
import { memberPath, yearPath } from "./addresses.ts";
import { sourceLink, topicLinks } from "./cards.ts";
import { type Entry, entryFor } from "./catalog.ts";
import { tidyCitation } from "./cite/citation.ts";
import { citePost } from "./cite/cite-post.ts";
import { citeWords } from "./cite/cite-words.ts";
import { listReferences } from "./cite/references.ts";
import { describePicture } from "./images/picture.ts";
import { imagesOf } from "./images/prepare-images.ts";
import type { Neighbours, PostNeighbours } from "./neighbours.ts";
import { toWebAddress, waybackAddress } from "./original-address.ts";
import { countWords, readingMinutes } from "./reading-time.ts";
import { excerptOf, type Site, summaryKey } from "./site.ts";
import { listHeadings } from "./table-of-contents.ts";
import { createThreadView } from "./thread-view.ts";
import type { Link, PostView } from "./view.ts";

/** Returns the view of an entry. */
export function createPostView(site: Site, entry: Entry, neighbours: PostNeighbours): PostView {
  const { post, text, path, language, lang, year } = entry;
  const rendered = site.texts.get(text.file);
  const isTranslation = text !== post;
  const wordCount = countWords(rendered?.text ?? "");
  const minutes = readingMinutes(wordCount);
  const { inSource } = neighbours;
  return {
    post,
    text,
    path,
    lang,
    ...listHeadings(rendered?.html ?? "", wordCount),
    excerpt: excerptOf(site, text),
    ...summaryOf(site, text),
    ...(minutes === undefined ? {} : { readingMinutes: minutes }),
    topics: topicLinks(site, entry, language).filter((topic) => topic.path !== ""),
    ...authorLink(site, entry),
    ...sourceLink(site, post.source, language),
    year: { label: year, path: yearPath(language, year) },
    ...linkNeighbours(site, neighbours, entry),
    ...(inSource ? { inSource: linkNeighbours(site, inSource, entry) } : {}),
    ...locateOriginal(entry),
    cite: {
      citation: tidyCitation(citePost(site, entry)),
      words: citeWords(getStrings(language)),
      references: site.options.drafts ? [] : listReferences(site, post.source),
    },
    ...featuredImage(site, entry),
    translations: listTranslations(site, entry),
    ...(isTranslation
      ? {}
      : { thread: createThreadView(post, path, (comment) => site.texts.get(comment.file)?.html ?? "") }),
  };
}

function authorLink(site: Site, { post, language }: Entry): { readonly author?: Link } {
  const author = site.catalog.people.authorOf(post);
  if (post.author === undefined || author === undefined) return {};
  return { author: { label: post.author, path: memberPath(language, "people", author.slug) } };
}

/** The author's own summary, unless the text begins with the same words. */
function summaryOf(site: Site, text: Entry["text"]): { readonly summary?: string } {
  const summary = site.texts.get(summaryKey(text));
  if (summary === undefined || summary.text === "") return {};
  const beginning = foldSpace(summary.text).slice(0, 60);
  return foldSpace(site.texts.get(text.file)?.text ?? "").startsWith(beginning) ? {} : { summary: summary.html };
}

function foldSpace(text: string): string {
  return text.slice(0, 400).replace(/\s+/g, " ");
}

function locateOriginal({ post, text }: Entry): { readonly original?: string; readonly wayback?: string } {
  const original = toWebAddress(text.source_url ?? post.source_url);
  if (original === undefined) return {};
  return { original, wayback: waybackAddress(original, text.date ?? post.date) };
}

function linkNeighbours(site: Site, { newer, older }: Neighbours, from: Entry): { newer?: Link; older?: Link } {
  return {
    ...(newer ? { newer: linkTo(site, newer, from) } : {}),
    ...(older ? { older: linkTo(site, older, from) } : {}),
  };
}

function linkTo(site: Site, neighbour: Entry, from: Entry): Link {
  const target = entryFor(site.catalog, neighbour, from.language);
  return { label: titleOf(target, from), path: target.path };
}

/** Returns a title, or the word for none in the language of the page that shows it. */
function titleOf(entry: Entry, shownOn: Entry): string {
  return entry.text.title ?? getStrings(shownOn.language)["post.untitled"];
}

/** Returns translations made by hand, and posts of the archive that translate each other. */
function listTranslations(site: Site, entry: Entry): PostView["translations"] {
  const { catalog } = site;
  const siblings = (catalog.entriesById.get(entry.post.id) ?? []).filter((other) => other.path !== entry.path);
  const original = entry.post.translation_of;
  const linked = [
    ...(original === undefined ? [] : (catalog.entriesById.get(original)?.slice(0, 1) ?? [])),
    ...(catalog.translationsOf.get(entry.post.id) ?? []),
  ];
  return [...siblings, ...linked].map((other) => ({
    label: titleOf(other, entry),
    path: other.path,
    lang: other.lang,
    isOriginal: other.post.id === original || (other.text === other.post && other.post.id === entry.post.id),
  }));
}

function featuredImage(site: Site, { post, path }: Entry): { readonly image?: NonNullable<PostView["image"]> } {
  if (post.image === undefined) return {};
  const said = {
    alt: post.image_alt ?? "",
    ...(post.image_caption === undefined ? {} : { caption: post.image_caption }),
  };
  if (/^https?:\/\//i.test(post.image)) return { image: { path: post.image, isHeld: false, ...said } };
  const name = decodeName(post.image).replace(/^\.\//, "");
  const held = imagesOf(site.images, post).shown.get(name)?.held;
  // The files of a post stand beside the original, not beside its translations.
  const folder = site.catalog.entriesById.get(post.id)?.[0]?.path ?? path;
  if (held !== undefined) {
    const picture = describePicture(held, folder, "post");
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
