// Loads the archive, but for the words of its posts: everything that pages, feeds and data files have in common.

import { basename, dirname } from "node:path/posix";
import type { ArchiveFacts } from "../archive/facts.ts";
import type { Person, Problem, Source } from "../archive/model.ts";
import { compareProblems, readSurvey } from "../archive/read-archive.ts";
import { LANGUAGES, type Language } from "../strings/index.ts";
import { memberPath } from "./addresses.ts";
import { type ArchiveVersion, NO_VERSION, readVersion } from "./archive-version.ts";
import { listPublished } from "./attachments.ts";
import { type Catalog, createCatalog, type Entry } from "./catalog.ts";
import type { SiteCrew } from "./drawing/site-crew.ts";
import { heldImagesOf, type PreparedImages, prepareImages } from "./images/prepare-images.ts";
import { locateSite, type SiteLocation } from "./location.ts";
import { createPlacing, listOldPlaces, type OldPlace, type PlaceAddress } from "./old-addresses/old-places.ts";
import type { BuildOptions } from "./options.ts";
import { createDigestBook, type DigestBook } from "./post-digest.ts";
import { IMAGE_WORDS } from "./post-texts.ts";
import { createTextRenderer, type FolderTarget, type RenderedText, type TextJob } from "./text-renderer.ts";
import type { PageContext } from "./view.ts";
import { withVisibleOwnNames } from "./visible-names.ts";

/** Paths below the base of the built assets. */
export type AssetPaths = PageContext["assets"];

/** A loaded archive with everything that its pages have in common. */
export interface Site {
  readonly archive: ArchiveFacts;
  readonly catalog: Catalog;
  /** What the reader of the archive found wrong. */
  readonly problems: readonly Problem[];
  /** Safe HTML of the notes on sources and people: see noteOf. */
  readonly notes: ReadonlyMap<string, string>;
  /** What lists and feeds show of posts and comments; filled when these are drawn. */
  readonly digests: DigestBook;
  readonly images: PreparedImages;
  /** Where each shown post is, by its folder; a link to one that is not shown leads nowhere and is dropped. */
  readonly folders: ReadonlyMap<string, FolderTarget>;
  readonly location: SiteLocation;
  /** The commits that the texts stand as; unknown under `npm start`, where files change all the time. */
  readonly version: ArchiveVersion;
  /** Where the old addresses of the archive's blogs are answered. */
  readonly oldPlaces: readonly OldPlace[];
  readonly placeOldAddress: PlaceAddress;
  readonly assets: AssetPaths;
  readonly options: BuildOptions;
}

/**
 * Reads content/ by a crew that is opened for the number of its posts, and stays open with their words. Problems of single
 * files are collected, not thrown.
 */
export async function loadSite<Reader extends Pick<SiteCrew, "readPosts">>(
  options: BuildOptions,
  buildingAssets: Promise<AssetPaths>,
  openCrew: (postCount: number) => Promise<Reader>,
  onMakingImages: () => void = () => {},
): Promise<{ readonly site: Site; readonly crew: Reader }> {
  const survey = await readSurvey(options.contentDir);
  const crew = await openCrew(survey.postIds.length);
  const [{ posts, problems: found }, assets] = await Promise.all([
    crew.readPosts(options.contentDir, survey.postIds),
    buildingAssets,
  ]);
  const { settings, sources } = survey;
  const people = survey.people.map(withVisibleOwnNames);
  const archive: ArchiveFacts = { posts, settings, sources, people };
  const catalog = createCatalog(archive, options);
  const location = locateSite(options, settings);
  const shown = [...catalog.entriesById.values()].flatMap(([original]) => (original ? [original.post] : []));
  const folders = shown.map(({ file }) => dirname(file));
  const asking = options.isDevelopment ? NO_VERSION : readVersion(options.contentDir, folders);
  const images = await prepareImages(shown, options, onMakingImages);
  const problems = [...[...survey.problems, ...found].sort(compareProblems), ...images.problems];
  const located = locateFolders(catalog, images);
  const render = createTextRenderer({ location, folders: located, placeholderImage: assets.imageNotHeld });
  const notes = renderNotes(archive, catalog, render);
  const placeOldAddress = createPlacing(archive, location);
  const oldPlaces = options.isLean ? [] : listOldPlaces(archive, catalog, placeOldAddress);
  const version = await asking;
  const digests = createDigestBook();
  const read = { archive, catalog, problems, images, folders: located, location, version };
  return { site: { ...read, notes, digests, oldPlaces, placeOldAddress, assets, options }, crew };
}

/** Renders the notes on sources and people. Each stands on its page in every language, and its relative links differ with the page. */
function renderNotes(
  archive: ArchiveFacts,
  catalog: Catalog,
  render: (job: TextJob) => RenderedText,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const language of LANGUAGES) {
    const add = ({ file, body }: Person | Source, pagePath: string): void => {
      const imageWords = IMAGE_WORDS[language];
      notes.set(noteKey(file, language), render({ file, markdown: body, profile: "post", pagePath, imageWords }).html);
    };
    for (const source of archive.sources) add(source, memberPath(language, "sources", source.id));
    for (const { person, slug } of catalog.people.groups) {
      if (person !== undefined) add(person, memberPath(language, "people", slug));
    }
  }
  return notes;
}

function noteKey(file: string, language: Language): string {
  return `${file} ${language}`;
}

/** Returns the notes on a source or a person as their page in one language shows them: safe HTML; empty when there are none. */
export function noteOf({ notes }: Pick<Site, "notes">, { file }: Person | Source, language: Language): string {
  return notes.get(noteKey(file, language)) ?? "";
}

function locateFolders(catalog: Catalog, images: PreparedImages): ReadonlyMap<string, FolderTarget> {
  return new Map(
    [...catalog.entriesById.values()].flatMap(([original]) => (original ? [locateFolder(original, images)] : [])),
  );
}

function locateFolder({ post, path }: Entry, images: PreparedImages): readonly [string, FolderTarget] {
  const comments = new Map(post.thread.map(({ file, id }) => [basename(file, ".md"), id]));
  const attachments = listPublished({ images }, post);
  const unshown = post.attachments.filter((name) => !attachments.includes(name));
  return [dirname(post.file), { path, comments, attachments, images: heldImagesOf(images, post), unshown }];
}
