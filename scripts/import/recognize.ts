// Finds the importer for each input by its content, and says what an input is that cannot be read.

import { toSourceId } from "../archive/source-id.ts";
import { bloggerImporter } from "./blogger.ts";
import { disqusImporter } from "./disqus.ts";
import type { FoundSource, Importer, NamingOptions } from "./importer.ts";
import { type ExportInput, InputError } from "./open-input.ts";
import { savedPageImporter } from "./saved-page.ts";
import { findForeignComments } from "./takeout-comments.ts";
import { textCaptureImporter } from "./text-capture.ts";
import { wordpressImporter } from "./wordpress.ts";

/** All importers, in the order in which they are asked and work: comments of Disqus look for the posts that others brought. */
export const IMPORTERS: readonly Importer[] = [
  wordpressImporter,
  bloggerImporter,
  savedPageImporter,
  textCaptureImporter,
  disqusImporter,
];

// These read whole blogs; the others read single pages and texts, such as the notes that lie beside an export.
const EXPORT_IMPORTERS: readonly Importer[] = [wordpressImporter, bloggerImporter, disqusImporter];

// Tags and variables that Blogger replaces when it shows a page; the page itself declares only their namespace.
const BLOGGER_THEME = /<b:(?:skin|section|include|widget|template-skin)\b|<\$Blog[A-Z]\w*\$>/;

interface Stranger {
  readonly name: string;
  readonly looksLikeIt: (input: ExportInput) => boolean;
}

const SQL_DUMP: Stranger = {
  name: "a database dump (SQL), not an export; restore it into WordPress and export the blog there (Tools, Export, All content)",
  looksLikeIt: ({ head }) =>
    /^\s*(?:--|\/\*|#)[^\n]{0,200}\b(?:SQL dump|MySQL dump|MariaDB dump|mysqldump|phpMyAdmin|database dump|Adminer)\b/im.test(
      head.slice(0, 4_000),
    ) || /^(?:INSERT INTO|CREATE TABLE|DROP TABLE IF EXISTS) [`"'\w.]+/m.test(head.slice(0, 4_000)),
};

// What lies where an export should be when something went wrong. No importer is asked: such a page is no post.
const FAILED_EXPORTS: readonly Stranger[] = [
  {
    name: "a log-in page, not an export: the session had ended when it was downloaded; log in and export the blog again",
    looksLikeIt: ({ head }) =>
      (/<body[^>]*\sclass=["'][^"'>]*\blogin\b/i.test(head) && /wp-login\.php|loginform/i.test(head)) ||
      /<form[^>]*\saction=["']https:\/\/(?:accounts\.google\.com|disqus\.com\/profile\/login)/i.test(head),
  },
  {
    name: "the error page of a WordPress blog, not an export: it broke down while it exported; try again, with fewer months at a time",
    looksLikeIt: ({ head }) => /<body[^>]*\sid=["']error-page["']/i.test(head),
  },
  SQL_DUMP,
];

// What people also have at hand, by its beginning.
const KNOWN_STRANGERS: readonly Stranger[] = [
  ...FAILED_EXPORTS,
  {
    name: "a zip archive in another one; unpack it and name the files in it",
    looksLikeIt: ({ headBytes }) => headBytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004")),
  },
  {
    name: "a tar archive; it holds a blog's media, not its posts",
    looksLikeIt: ({ headBytes }) => headBytes.subarray(257, 262).toString("latin1") === "ustar",
  },
  {
    name: "the theme of a Blogger blog, which holds no posts; take the blog's export instead",
    looksLikeIt: ({ head }) => BLOGGER_THEME.test(head),
  },
  {
    name: "a WordPress export cut off in its head",
    looksLikeIt: ({ head }) => head.includes("WordPress eXtended RSS"),
  },
  {
    name: "an RSS feed; a feed holds only the newest posts, so take the blog's export instead",
    looksLikeIt: ({ head }) => /<rss[\s>]/.test(head),
  },
  {
    name: "an Atom feed; a feed holds only the newest posts, so take the blog's export instead",
    looksLikeIt: ({ head }) => /<feed[\s>]/.test(head),
  },
  { name: "a web page", looksLikeIt: ({ head }) => /<!doctype html|<html[\s>]/i.test(head) },
];

const MAX_LISTED = 20;

// What lies in every Takeout and is never a page of a blog.
const NEVER_PAGES: readonly ((input: ExportInput) => boolean)[] = [({ name }) => name === "archive_browser.html"];
const ROOT_TAG = /<(?:[\w.-]+:)?(?:rss|feed|disqus)[\s>]/;
const END_TAG = /<\/(?:[\w.-]+:)?(?:feed|rss|disqus)\s*>/;
const RECORD_TAG = /<(?:[\w.-]+:)?(?:item|entry|thread|post)[\s>]/;
// No longer than the beginning that is at hand.
const MAX_EMPTY_EXPORT = 60_000;

/** An input, and who can read it. */
export interface RecognizedInput {
  readonly input: ExportInput;
  readonly importer: Importer;
}

/** What the inputs are. */
export interface Findings {
  readonly recognized: readonly RecognizedInput[];
  /** Files of folders and zip archives that are left alone, with the reason. */
  readonly strangers: readonly { readonly input: ExportInput; readonly what: string }[];
}

/**
 * Tells what each input is. The same file twice counts once.
 * @throws InputError that names each input which the user named and nobody can read, and lists what can be read
 */
function recognizeInputs(inputs: readonly ExportInput[]): Findings {
  const hashes = new Set<string>();
  const unique = inputs.filter(({ sha256 }) => !hashes.has(sha256) && hashes.add(sha256));
  const chosen = unique.map((input) => ({ input, importer: chooseImporter(input) }));
  const zipsWithExports = new Set(
    chosen.filter(({ importer }) => isExportImporter(importer)).map(({ input }) => pathOfZip(input)),
  );
  const feeds = chosen.filter(({ importer }) => importer === bloggerImporter).map(({ input }) => input);
  const foreign = findForeignComments(feeds);
  const recognized: RecognizedInput[] = [];
  const strangers: { input: ExportInput; what: string }[] = [];
  const errors: string[] = [];
  for (const { input, importer } of chosen) {
    const zip = pathOfZip(input);
    const isBeside = zip !== undefined && zipsWithExports.has(zip) && !isExportImporter(importer);
    if (foreign.has(input)) strangers.push({ input, what: "holds comments on a blog that is not here" });
    else if (importer !== undefined && !isBeside) recognized.push({ input, importer });
    else if (importer !== undefined) strangers.push({ input, what: "lies beside an export" });
    else if (input.container !== undefined) strangers.push({ input, what: findStranger(input) ?? "is not known here" });
    else errors.push(describeUnknown(input));
  }
  if (recognized.length === 0) errors.push(...listEmptyContainers(inputs));
  if (errors.length > 0 || recognized.length === 0) throw new InputError([...errors, listReadable()].join("\n"));
  return { recognized, strangers };
}

/**
 * Returns the blogs in the inputs. Nothing is written yet, so any input that cannot be read stops the import.
 * @param onFound is told what the inputs are
 * @throws InputError that names each input which cannot be read, and lists what can
 */
export async function findSources(
  inputs: readonly ExportInput[],
  onProgress: (what: string) => void,
  options: NamingOptions = {},
  onFound: (findings: Findings) => void = () => {},
): Promise<readonly FoundSource[]> {
  const { recognized, strangers } = recognizeInputs(inputs);
  const sources: FoundSource[] = [];
  const failures: { readonly importer: Importer; readonly error: InputError }[] = [];
  for (const importer of IMPORTERS) {
    const own = recognized.filter((choice) => choice.importer === importer).map(({ input }) => input);
    if (own.length === 0) continue;
    try {
      sources.push(...(await importer.findSources(own, onProgress, options)));
    } catch (error) {
      // Pages and texts that merely lay in a folder stop nothing, whatever they turn out to be.
      const isBystander = !isExportImporter(importer) && own.every(({ container }) => container !== undefined);
      if (!isBystander || !(error instanceof InputError)) throw error;
      failures.push({ importer, error });
    }
  }
  const [failure] = failures;
  if (sources.length === 0 && failure !== undefined) throw failure.error;
  const failed = new Set(failures.map(({ importer }) => importer));
  const without = recognized.filter(({ importer }) => failed.has(importer)).map(({ input }) => input);
  onFound({
    recognized: recognized.filter(({ importer }) => !failed.has(importer)),
    strangers: [...strangers, ...without.map((input) => ({ input, what: "holds no post" }))],
  });
  return sources.map((source) => (source.id === "" ? source : { ...source, id: chooseId(source) }));
}

// Names of other alphabets make no id, and the sample's own is taken.
function chooseId({ id, fields }: FoundSource): string {
  return toSourceId(id, fields.platform ?? "blog");
}

function chooseImporter(input: ExportInput): Importer | undefined {
  const isInside = input.container !== undefined;
  if (BLOGGER_THEME.test(input.head)) return undefined;
  if (!ROOT_TAG.test(input.head) && FAILED_EXPORTS.some(({ looksLikeIt }) => looksLikeIt(input))) return undefined;
  if (isInside && NEVER_PAGES.some((isOne) => isOne(input))) return undefined;
  const importer = IMPORTERS.find(({ recognizes }) => recognizes(input));
  // Takeout writes a feed of the account's own comments even if there are none.
  const isWhole = input.size < MAX_EMPTY_EXPORT && END_TAG.test(input.head);
  const isEmpty = isWhole && !RECORD_TAG.test(input.head);
  return isInside && isEmpty && isExportImporter(importer) ? undefined : importer;
}

/** Kinds of raw exports of whole blogs, with all that they hold in confidence. */
export type RawExportKind = "wordpress" | "blogger" | "disqus" | "sql";

/**
 * Tells what kind of raw export an input is: also one that is cut off, and a database dump, which no importer reads.
 * Saved pages and texts are none; they show what everybody could see.
 */
export function findRawExportKind(input: ExportInput): RawExportKind | undefined {
  if (wordpressImporter.recognizes(input) || input.head.includes("WordPress eXtended RSS")) return "wordpress";
  if (bloggerImporter.recognizes(input)) return "blogger";
  if (disqusImporter.recognizes(input)) return "disqus";
  return SQL_DUMP.looksLikeIt(input) ? "sql" : undefined;
}

function isExportImporter(importer: Importer | undefined): boolean {
  return importer !== undefined && EXPORT_IMPORTERS.includes(importer);
}

function pathOfZip({ container }: ExportInput): string | undefined {
  return container?.kind === "zip" ? container.path : undefined;
}

function listEmptyContainers(inputs: readonly ExportInput[]): readonly string[] {
  if (inputs.length === 0) return ["What was named holds no file that could be an export."];
  const strangers = inputs.filter(({ container }) => container !== undefined);
  const lines = strangers.slice(0, MAX_LISTED).map(describeUnknown);
  const rest = strangers.length - lines.length;
  return rest > 0 ? [...lines, `… and ${rest} more files that are no exports.`] : lines;
}

function findStranger(input: ExportInput): string | undefined {
  const stranger = KNOWN_STRANGERS.find(({ looksLikeIt }) => looksLikeIt(input));
  return stranger === undefined ? undefined : `is ${stranger.name}`;
}

function describeUnknown(input: ExportInput): string {
  const what = findStranger(input);
  if (what === undefined && input.damage !== undefined) {
    return `${input.path}: ${input.damage}, and what could be unpacked is no export that is known here. Download it again.`;
  }
  if (input.head.trim() === "") return `${input.path}: holds nothing but white space; export or download it again.`;
  if (FAILED_EXPORTS.some(({ looksLikeIt }) => looksLikeIt(input))) return `${input.path}: ${what}.`;
  if (what === undefined) return `${input.path}: its content is no export that is known here.`;
  return `${input.path}: ${what}; this version cannot import it.`;
}

function listReadable(): string {
  return ["What can be imported:", ...IMPORTERS.map(({ name }) => `  - ${name}`)].join("\n");
}
