// Loads the archive and renders its texts: everything that pages, data files and search are made from.

import { basename, dirname } from "node:path/posix";
import type { Archive, Comment, Person, Problem, Source } from "../archive/model.ts";
import { readArchive } from "../archive/read-archive.ts";
import { getStrings, LANGUAGES, type Language } from "../strings/index.ts";
import { memberPath } from "./addresses.ts";
import { type ArchiveVersion, NO_VERSION, readVersion } from "./archive-version.ts";
import { listPublished } from "./attachments.ts";
import { type Catalog, createCatalog, type Entry } from "./catalog.ts";
import { toExcerpt } from "./excerpt.ts";
import { imagesOf, type PreparedImages, prepareImages } from "./images/prepare-images.ts";
import { locateSite, type SiteLocation } from "./location.ts";
import { createPlacing, listOldPlaces, type OldPlace, type PlaceAddress } from "./old-addresses/old-places.ts";
import type { BuildOptions } from "./options.ts";
import { toWebAddress } from "./original-address.ts";
import type { FolderTarget, ImageWords, TextJob } from "./text-renderer.ts";
import { type RenderedTexts, renderTexts } from "./texts.ts";
import type { PageContext } from "./view.ts";

/** Paths below the base of the built assets. */
export type AssetPaths = PageContext["assets"];

/** A loaded archive with everything rendered that its pages have in common. */
export interface Site {
  readonly archive: Archive;
  readonly catalog: Catalog;
  /** What the reader of the archive found wrong. */
  readonly problems: readonly Problem[];
  readonly texts: RenderedTexts;
  readonly images: PreparedImages;
  readonly location: SiteLocation;
  /** The commits that the texts stand as; unknown under `npm start`, where files change all the time. */
  readonly version: ArchiveVersion;
  /** Where the old addresses of the archive's blogs are answered. */
  readonly oldPlaces: readonly OldPlace[];
  readonly placeOldAddress: PlaceAddress;
  readonly assets: AssetPaths;
  readonly options: BuildOptions;
}

/** What pages say of images, by language. */
const IMAGE_WORDS = Object.fromEntries(LANGUAGES.map((language) => [language, wordsForImages(language)])) as Readonly<
  Record<Language, ImageWords>
>;

/** Reads content/ and renders its texts. Problems of single files are collected, not thrown. */
export async function loadSite(
  options: BuildOptions,
  assets: AssetPaths,
  onMakingImages: () => void = () => {},
): Promise<Site> {
  const { archive, problems: found } = await readArchive(options.contentDir);
  const catalog = createCatalog(archive, options);
  const location = locateSite(options, archive.settings);
  const folders = [...catalog.entriesById.values()].flatMap(([original]) =>
    original ? [dirname(original.post.file)] : [],
  );
  const asking = options.isDevelopment ? NO_VERSION : readVersion(options.contentDir, folders);
  const shown = [...catalog.entriesById.values()].flatMap(([original]) => (original ? [original.post] : []));
  const images = await prepareImages(shown, options, onMakingImages);
  const problems = [...found, ...images.problems];
  const texts = await renderTexts(listTexts(archive, catalog), {
    location,
    folders: mapFolders(catalog, images),
    placeholderImage: assets.imageNotHeld,
  });
  const placeOldAddress = createPlacing(archive, location);
  const oldPlaces = listOldPlaces(archive, catalog, placeOldAddress);
  const version = await asking;
  return { archive, catalog, problems, texts, images, location, version, oldPlaces, placeOldAddress, assets, options };
}

function listTexts(archive: Archive, catalog: Catalog): readonly TextJob[] {
  const jobs: TextJob[] = [];
  for (const entries of catalog.entriesById.values()) {
    for (const { post, text, path, language } of entries) {
      const imageWords = IMAGE_WORDS[language];
      const sourceUrl = toWebAddress(post.source_url);
      const own = { pagePath: path, imageWords, ...(sourceUrl && { sourceUrl }) };
      jobs.push({
        ...own,
        file: text.file,
        markdown: text.body,
        profile: "post",
        isFirstImageEager: post.image === undefined,
        ...anchorsFor(text.body, post.thread),
      });
      if (text.excerpt !== undefined)
        jobs.push({ ...own, key: summaryKey(text), file: text.file, markdown: text.excerpt, profile: "comment" });
      if (text !== post) continue;
      for (const comment of post.thread) {
        if (comment.status) continue;
        const { file, body } = comment;
        jobs.push({ ...own, file, markdown: body, profile: "comment", ...anchorsFor(body, post.thread) });
      }
    }
  }
  // The notes on a source stand on its page in every language, and their relative links differ with the page.
  for (const source of archive.sources) {
    for (const language of LANGUAGES) {
      jobs.push({
        key: sourceTextKey(source, language),
        file: source.file,
        markdown: source.body,
        profile: "post",
        pagePath: memberPath(language, "sources", source.id),
        imageWords: IMAGE_WORDS[language],
      });
    }
  }
  for (const { person, slug } of catalog.people.groups) {
    if (person === undefined || person.body === "") continue;
    for (const language of LANGUAGES) {
      jobs.push({
        key: personTextKey(person, language),
        file: person.file,
        markdown: person.body,
        profile: "post",
        pagePath: memberPath(language, "people", slug),
        imageWords: IMAGE_WORDS[language],
      });
    }
  }
  return jobs;
}

/** Returns the key in `texts` of the note on a person, as their page in one language shows it. */
export function personTextKey(person: Person, language: Language): string {
  return `${person.file} ${language}`;
}

/** Returns the key in `texts` of the notes on a source, as its page in one language shows them. */
export function sourceTextKey(source: Source, language: Language): string {
  return `${source.file} ${language}`;
}

/** Returns the key in `texts` of the author's own summary of a text. */
export function summaryKey({ file }: { readonly file: string }): string {
  return `${file} summary`;
}

/** Returns what lists and descriptions say of a text: the author's own summary, else its beginning; empty for an empty text. */
export function excerptOf({ texts }: Pick<Site, "texts">, text: { readonly file: string }): string {
  const summary = texts.get(summaryKey(text))?.text ?? "";
  return summary === "" ? (texts.get(text.file)?.excerpt ?? "") : toExcerpt(summary);
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

/** Returns where each shown post is; a link to one that is not shown leads nowhere and is dropped. */
function mapFolders(catalog: Catalog, images: PreparedImages): ReadonlyMap<string, FolderTarget> {
  return new Map(
    [...catalog.entriesById.values()].flatMap(([original]) => (original ? [locateFolder(original, images)] : [])),
  );
}

function locateFolder({ post, path }: Entry, images: PreparedImages): readonly [string, FolderTarget] {
  const comments = new Map(post.thread.map(({ file, id }) => [basename(file, ".md"), id]));
  const attachments = listPublished({ images }, post);
  const held = new Map([...imagesOf(images, post).shown].map(([name, image]) => [name, image.held]));
  const unshown = post.attachments.filter((name) => !attachments.includes(name));
  return [dirname(post.file), { path, comments, attachments, images: held, unshown }];
}
