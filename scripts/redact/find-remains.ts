// Finds, when records are gone, which files still speak of them: nothing but reading tells what is to become of those.

import { createAddressBook } from "../archive/address-book.ts";
import { listFolder } from "../archive/folder-listing.ts";
import { parseFrontMatter } from "../archive/front-matter.ts";
import type { Archive } from "../archive/model.ts";
import { readOldAddress } from "../archive/old-address.ts";
import { readIfThere } from "../archive/read-if-there.ts";
import { REDACTION_LOG } from "../archive/redaction-log.ts";
import type { RedactionTarget } from "../archive/redaction-target.ts";
import { createNameFinder, foldWords } from "./find-name.ts";
import { createQuoteFinder } from "./find-quotes.ts";

/** Files below content/ that speak of what is gone, each list in the order of the folders. */
export interface Remains {
  /** They share many words in a row with a removed text. */
  readonly quotes: readonly string[];
  /** They hold the former address of a removed post, or respond to it under its title. */
  readonly traces: readonly string[];
  /** They hold the person's name, or are called so. */
  readonly mentions: readonly string[];
}

/** What is gone. */
export interface Gone {
  /** The archive as it was. */
  readonly archive: Archive;
  readonly targets: readonly RedactionTarget[];
  /** Names of the person, when one was asked for. */
  readonly names: readonly string[];
  /** Posts keep their addresses, so that these may stand elsewhere. */
  readonly keepsAddress: boolean;
}

const TEXT_FILE = /\.(?:md|csv|json)$/;
const ADDRESS = /(?:https?:)?\/\/[^\s"'<>()[\]\\,]+/gi;
/** So many words make a title that is hardly another text's by chance. */
const WORDS_OF_TITLE = 4;

/** Reads all of content/ once. */
export function findRemains(contentDir: string, gone: Gone): Remains {
  const repeats = createQuoteFinder(gone.targets.flatMap(listWords));
  const isNamed = createNameFinder(gone.names);
  const isTraced = createTraceFinder(gone);
  const [quotes, traces, mentions]: [string[], string[], string[]] = [[], [], []];
  for (const file of listFiles(contentDir, "")) {
    // The log names ids, which may be made of words; it is the place where that is meant.
    if (file === REDACTION_LOG) continue;
    const text = TEXT_FILE.test(file) ? (readIfThere(`${contentDir}/${file}`) ?? "") : "";
    if (repeats(text)) quotes.push(file);
    if (isTraced(file, text)) traces.push(file);
    if (isNamed(`${nameOf(file)}\n${text}`)) mentions.push(file);
  }
  return { quotes, traces, mentions };
}

function* listFiles(contentDir: string, folder: string): Generator<string> {
  const { files, folders } = listFolder(contentDir, folder, []);
  const inFolder = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  for (const name of files) yield inFolder(name);
  for (const name of folders) yield* listFiles(contentDir, inFolder(name));
}

/** Folders are called as their posts are. */
function nameOf(file: string): string {
  const [name = "", folder = ""] = file.split("/").reverse();
  return name === "index.md" ? folder : name;
}

function listWords({ post, comment }: RedactionTarget): readonly string[] {
  if (comment !== undefined) return [comment.body];
  return [post, ...post.translations].flatMap(({ body, excerpt = "" }) => [body, excerpt]);
}

function createTraceFinder({ archive, targets, keepsAddress }: Gone): (file: string, text: string) => boolean {
  const posts = targets.flatMap(({ post, comment }) => (comment === undefined ? [post] : []));
  const book = createAddressBook(archive.sources);
  for (const { id, source, source_id, source_url } of posts) book.add({ id, source, source_id, source_url });
  const titles = posts
    .flatMap((post) => [post, ...post.translations])
    .flatMap(({ title }) => foldWords(title ?? "") || []);
  const longTitles = titles.filter((title) => title.split(" ").length >= WORDS_OF_TITLE);
  const holdsAddress = (text: string): boolean =>
    !keepsAddress &&
    book.mentions(text) &&
    [...text.matchAll(ADDRESS)].some(([address]) => {
      const old = readOldAddress(address);
      return old !== undefined && book.find(old) !== undefined;
    });
  return (file, text) => {
    if (posts.length === 0 || text === "") return false;
    if (holdsAddress(text)) return true;
    if (longTitles.length > 0) {
      const words = ` ${foldWords(text)} `;
      if (longTitles.some((title) => words.includes(` ${title} `))) return true;
    }
    return titles.length > 0 && file.endsWith(".md") && isTitledResponse(text, titles);
  };
}

/** A blog that links to itself responds under its own title: "Snow » Quokkas at dusk". */
function isTitledResponse(text: string, titles: readonly string[]): boolean {
  if (!/^"?kind"?:/m.test(text)) return false;
  const { fields } = parseFrontMatter(text);
  const author = ` ${foldWords(String(fields.get("author") ?? ""))} `;
  return fields.has("kind") && titles.some((title) => author.includes(` ${title} `));
}
