// Checks where texts lead inside the archive: a relative link or image that leads to nothing is left out of the page.

import { markdownParser } from "../markdown/markdown-parser.ts";
import { readRenderedAddresses } from "../markdown/rendered-addresses.ts";
import { type Found, toWarning } from "./found.ts";
import type { Archive, Post, Problem } from "./model.ts";
import { toPostFolder } from "./read-archive.ts";
import { readIfThere } from "./read-if-there.ts";
import { show } from "./show.ts";

/** What may begin a relative address: most texts hold none, and are not read. */
const MAY_BE_RELATIVE = /(?:\]\(\s*<?|\]:\s*<?|\b(?:href|src)\s*=\s*["']?)(?![a-z][a-z\d+.-]*:|\/|#|\\)[^\s)]/i;
const COMMENT = /^#(comment-\d+|c\d+)$/;

/** What there is in the folder of a post. */
interface Folder {
  readonly files: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
}

interface CheckedText {
  readonly file: string;
  readonly body: string;
  readonly imported?: string;
}

/** Returns the relative links and images that lead to no record and no file. All are warnings: the words are whole without them. */
export function validateLinks(contentDir: string, archive: Archive): readonly Problem[] {
  const problems: Problem[] = [];
  const folders = new Map<string, Folder>();
  const findFolder = (path: string): Folder | undefined => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const post = postsByFolder.get(path);
    if (post === undefined) return undefined;
    const folder = readFolder(post);
    folders.set(path, folder);
    return folder;
  };
  const postsByFolder = new Map(archive.posts.map((post) => [toPostFolder(post.id), post]));
  for (const post of archive.posts) {
    for (const text of [post, ...post.translations, ...post.thread]) {
      if (!MAY_BE_RELATIVE.test(text.body)) continue;
      for (const { address, problem } of checkText(text, findFolder)) {
        const line = findLine(contentDir, text.file, address);
        problems.push({ ...problem, file: text.file, ...(line !== undefined && { line }) });
      }
    }
  }
  return problems;
}

function* checkText(
  { file, body, imported }: CheckedText,
  findFolder: (path: string) => Folder | undefined,
): Generator<{ readonly address: string; readonly problem: Found }> {
  const environment = {};
  const { addresses } = readRenderedAddresses(markdownParser.parse(body, environment), environment);
  const seen = new Set<string>();
  for (const { address, kind } of addresses) {
    if (/^(?:[a-z][a-z\d+.-]*:|\/|#|\\|$)/i.test(address) || seen.has(address)) continue;
    seen.add(address);
    const found = findTarget(file, address, findFolder);
    if (found === undefined) {
      const what = kind === "image" ? "image" : /\.md$/.test(withoutEnd(address)) ? "path" : "file";
      yield { address, problem: toWarning(undefined, `link-missing.${what}`, { found: show(address) }) };
      continue;
    }
    const comment = COMMENT.exec(/#.*$/s.exec(address)?.[0] ?? "")?.[1];
    // Comments that a source's own text leads to may never have been public there.
    if (comment === undefined || imported !== undefined || found.comments.has(comment)) continue;
    const values = { found: show(address), comment: show(comment) };
    yield { address, problem: toWarning(undefined, "link-missing.comment", values) };
  }
}

function findTarget(
  file: string,
  address: string,
  findFolder: (path: string) => Folder | undefined,
): Folder | undefined {
  const parts = file.split("/").slice(0, -1);
  for (const part of decode(withoutEnd(address)).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  for (let length = parts.length; length > 1; length--) {
    const folder = findFolder(parts.slice(0, length).join("/"));
    if (folder === undefined) continue;
    const inside = parts.slice(length).join("/");
    return inside === "" || folder.files.has(inside) ? folder : undefined;
  }
  return undefined;
}

function readFolder(post: Post): Folder {
  const start = toPostFolder(post.id).length + 1;
  const records = [post, ...post.translations, ...post.thread].map(({ file }) => file.slice(start));
  return {
    files: new Set([...records, ...post.attachments]),
    comments: new Set(post.thread.map(({ id }) => id)),
  };
}

/** The first line after the front matter in which the address stands; undefined when it stands there in another form. */
function findLine(contentDir: string, file: string, address: string): number | undefined {
  const lines = (readIfThere(`${contentDir}/${file}`) ?? "").split(/\r\n?|\n/);
  const begin = lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
  const index = lines.findIndex((line, number) => number >= begin && line.includes(address));
  return index < 0 ? undefined : index + 1;
}

function withoutEnd(address: string): string {
  return address.replace(/[?#].*$/s, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
