// Finds the importer for each input by its content, and says what an input is that cannot be read.

import { bloggerImporter } from "./blogger.ts";
import type { FoundSource, Importer, NamingOptions } from "./importer.ts";
import { type ExportInput, InputError } from "./open-input.ts";
import { textCaptureImporter } from "./text-capture.ts";
import { wordpressImporter } from "./wordpress.ts";

/** All importers, in the order in which they are asked. */
export const IMPORTERS: readonly Importer[] = [wordpressImporter, bloggerImporter, textCaptureImporter];

// What people also have at hand, by its beginning.
const KNOWN_STRANGERS: readonly { readonly name: string; readonly looksLikeIt: (input: ExportInput) => boolean }[] = [
  {
    name: "a zip archive; unpack it and name the files in it",
    looksLikeIt: ({ headBytes }) => headBytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004")),
  },
  {
    name: "a tar archive; it holds a blog's media, not its posts",
    looksLikeIt: ({ headBytes }) => headBytes.subarray(257, 262).toString("latin1") === "ustar",
  },
  {
    name: "the theme of a Blogger blog, which holds no posts; take the blog's export instead",
    looksLikeIt: ({ head }) => head.includes("www.google.com/2005/gml/b"),
  },
  { name: "a Disqus export", looksLikeIt: ({ head }) => /<disqus[\s>]/.test(head) },
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

/**
 * Returns the blogs in the inputs. Nothing is written yet, so any input that cannot be read stops the import.
 * @throws InputError that names each input which cannot be read, and lists what can
 */
export async function findSources(
  inputs: readonly ExportInput[],
  onProgress: (what: string) => void,
  options: NamingOptions = {},
): Promise<readonly FoundSource[]> {
  const unique = inputs.filter((input, index) => inputs.findIndex(({ sha256 }) => sha256 === input.sha256) === index);
  const chosen = unique.map((input) => ({ input, importer: IMPORTERS.find((importer) => importer.recognizes(input)) }));
  const unknown = chosen.filter(({ importer }) => importer === undefined).map(({ input }) => describeUnknown(input));
  if (unknown.length > 0) throw new InputError([...unknown, listReadable()].join("\n"));
  const sources: FoundSource[] = [];
  for (const importer of IMPORTERS) {
    const own = chosen.filter((choice) => choice.importer === importer).map(({ input }) => input);
    if (own.length > 0) sources.push(...(await importer.findSources(own, onProgress, options)));
  }
  return sources;
}

function describeUnknown(input: ExportInput): string {
  const stranger = KNOWN_STRANGERS.find(({ looksLikeIt }) => looksLikeIt(input));
  if (stranger === undefined) return `${input.path}: its content is no export that is known here.`;
  return `${input.path}: is ${stranger.name}; this version cannot import it.`;
}

function listReadable(): string {
  return ["What can be imported:", ...IMPORTERS.map(({ name }) => `  - ${name}`)].join("\n");
}
