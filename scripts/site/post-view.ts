// Gathers what the page of one post, page or translation shows.

import { getStrings } from "../strings/index.ts";
import { memberPath, yearPath } from "./addresses.ts";
import { sourceLink, topicLinks } from "./cards.ts";
import { type Entry, entryFor } from "./catalog.ts";
import { describePicture } from "./images/picture.ts";
import { imagesOf } from "./images/prepare-images.ts";
import type { Site } from "./site.ts";
import { createThreadView } from "./thread-view.ts";
import type { Link, PostView } from "./view.ts";

/** Returns the view of an entry. `neighbours` are the next newer and older posts, where there are any. */
export function createPostView(
  site: Site,
  entry: Entry,
  neighbours: { readonly newer?: Entry | undefined; readonly older?: Entry | undefined },
): PostView {
  const { post, text, path, language, lang, year } = entry;
  const rendered = site.texts.get(text.file);
  const isTranslation = text !== post;
  return {
    post,
    text,
    path,
    lang,
    html: rendered?.html ?? "",
    excerpt: rendered?.excerpt ?? "",
    topics: topicLinks(site, entry, language).filter((topic) => topic.path !== ""),
    ...authorLink(site, entry),
    ...sourceLink(site, post.source, language),
    year: { label: year, path: yearPath(language, year) },
    ...(neighbours.newer ? { newer: linkTo(site, neighbours.newer, entry) } : {}),
    ...(neighbours.older ? { older: linkTo(site, neighbours.older, entry) } : {}),
    ...featuredImage(site, entry),
    translations: listTranslations(site, entry),
    ...(isTranslation
      ? {}
      : { thread: createThreadView(post, path, (comment) => site.texts.get(comment.file)?.html ?? "") }),
  };
}

function authorLink(site: Site, { post, language }: Entry): { readonly author?: Link } {
  if (post.author === undefined) return {};
  const slug = site.catalog.authorSlugs.get(post.author);
  return slug === undefined ? {} : { author: { label: post.author, path: memberPath(language, "people", slug) } };
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
