// What the page of a text shows that is not in the post's own folder: all of it, as plain values. With the folder and the
// site's frame it makes the page, whoever draws it, so a page need be drawn anew only when one of the three has changed.

import type { Source } from "../archive/model.ts";
import type { Language } from "../strings/index.ts";
import { getStrings } from "../strings/index.ts";
import { memberPath, yearPath } from "./addresses.ts";
import { sourceLink, topicLinks } from "./cards.ts";
import { type Entry, entryFor } from "./catalog.ts";
import type { Citation } from "./cite/citation.ts";
import { citePost } from "./cite/cite-post.ts";
import { listReferences } from "./cite/references.ts";
import type { PageAddress } from "./frame.ts";
import type { HeldImage } from "./images/held-image.ts";
import { heldImagesOf } from "./images/prepare-images.ts";
import type { ShareImage } from "./meta/page-meta.ts";
import type { Neighbours, PostNeighbours } from "./neighbours.ts";
import type { ShareCards } from "./share-cards/share-cards.ts";
import type { Site } from "./site.ts";
import type { CiteView, Link, PostView } from "./view.ts";

/** What surrounds a text. */
export interface PostSurroundings extends PageAddress {
  /** Path below content/ of the text's own file. */
  readonly file: string;
  /** BCP 47 code of the text; empty when unknown. */
  readonly lang: string;
  /** Path of the original's page, beside which the files of a post stand. */
  readonly folderPath: string;
  readonly topics: readonly Link[];
  readonly author?: Link;
  readonly source?: Link;
  readonly year: Link;
  readonly newer?: Link;
  readonly older?: Link;
  readonly inSource?: { readonly newer?: Link; readonly older?: Link };
  readonly translations: PostView["translations"];
  readonly citation: Citation;
  readonly references: CiteView["references"];
  /** Images of the post by their path in its folder. */
  readonly images: ReadonlyMap<string, HeldImage>;
  /** What machines are told of the blog that it comes from. */
  readonly blog?: Pick<Source, "title" | "url" | "rights">;
  readonly shareImage?: ShareImage;
}

/** Returns what surrounds an entry. */
export function surroundPost(
  site: Site,
  entry: Entry,
  address: PageAddress,
  neighbours: PostNeighbours,
  cards: ShareCards,
): PostSurroundings {
  const { post, text, language, lang, year } = entry;
  const { inSource } = neighbours;
  const source = site.catalog.sourcesById.get(post.source ?? "");
  const shareImage = cards.of(language, post.source);
  return {
    ...address,
    file: text.file,
    lang,
    folderPath: site.catalog.entriesById.get(post.id)?.[0]?.path ?? entry.path,
    topics: topicLinks(site, entry, language).filter((topic) => topic.path !== ""),
    ...authorLink(site, entry),
    ...sourceLink(site, post.source, language),
    year: { label: year, path: yearPath(language, year) },
    ...linkNeighbours(site, neighbours, entry),
    ...(inSource ? { inSource: linkNeighbours(site, inSource, entry) } : {}),
    translations: listTranslations(site, entry),
    citation: citePost(site, entry),
    references: site.options.drafts || site.options.isLean ? [] : listReferences(site, post.source),
    images: heldImagesOf(site.images, post),
    ...(source && { blog: pickBlog(source) }),
    ...(shareImage && { shareImage }),
  };
}

function pickBlog({ title, url, rights }: Source): NonNullable<PostSurroundings["blog"]> {
  return {
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(rights !== undefined && { rights }),
  };
}

function authorLink(site: Site, { post, language }: Entry): { readonly author?: Link } {
  const author = site.catalog.people.authorOf(post);
  if (post.author === undefined || author === undefined) return {};
  const path = site.options.isLean ? "" : memberPath(language, "people", author.slug);
  return { author: { label: post.author, path } };
}

function linkNeighbours(site: Site, { newer, older }: Neighbours, from: Entry): { newer?: Link; older?: Link } {
  return {
    ...(newer ? { newer: linkTo(site, newer, from) } : {}),
    ...(older ? { older: linkTo(site, older, from) } : {}),
  };
}

function linkTo(site: Site, neighbour: Entry, from: Entry): Link {
  const target = entryFor(site.catalog, neighbour, from.language);
  return { label: titleOf(target, from.language), path: target.path };
}

/** Returns a title, or the word for none in the language of the page that shows it. */
function titleOf(entry: Entry, language: Language): string {
  return entry.text.title ?? getStrings(language)["post.untitled"];
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
    label: titleOf(other, entry.language),
    path: other.path,
    lang: other.lang,
    isOriginal: other.post.id === original || (other.text === other.post && other.post.id === entry.post.id),
  }));
}
