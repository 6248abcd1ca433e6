// Finds which files the texts of posts name: among all addresses in a text, the last parts of their paths.

import { posix } from "node:path";
import type { Post } from "./model.ts";

/** An address in angle brackets, in quotes, or bare; a name may hold blanks in the first two, and parentheses anywhere. */
const ADDRESS_FORMS: readonly RegExp[] = [/<([^<>\n]+)>/g, /["']([^"'\n]+)["']/g, /[(:]\s*([^\s"<>]+)/g];
/** A text that may name a file of another post. */
export const LEADS_OUT = /\.\.\//;

/** A text, and the file below content/ in which it stands. */
export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** Returns the texts of a post and of all that stands with it, featured images among them. */
export function listTextFiles(post: Post): readonly FileText[] {
  const texts = [post, ...post.translations].flatMap(({ file, body, image }) => [
    { file, text: body },
    { file, text: `(${image ?? ""})` },
  ]);
  return [...texts, ...post.thread.map(({ file, body }) => ({ file, text: body }))];
}

/** Returns the same texts without their files. */
export function listTexts(post: Post): readonly string[] {
  return listTextFiles(post).map(({ text }) => text);
}

/** Returns the last part of every address in the texts, decoded: the names of files, among much else. */
export function findNames(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) for (const address of listAddresses(text)) names.add(fileNameOf(address));
  return names;
}

/** Returns the paths below content/ to which relative addresses in the texts lead, each with the first file that names it. */
export function findPaths(texts: readonly FileText[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { file, text } of texts) {
    for (const address of listAddresses(text)) {
      const path = posix.join(posix.dirname(file), address).normalize("NFC");
      if (!paths.has(path)) paths.set(path, file);
    }
  }
  return paths;
}

/** Decoded, in every form that an address may have been meant in. */
function* listAddresses(text: string): Generator<string> {
  for (const form of ADDRESS_FORMS) {
    // [![A pond](pond.jpg)](pond.jpg) is one match with two addresses.
    for (const address of [...text.matchAll(form)].flatMap(([, found = ""]) => [found, ...found.split("](")])) {
      yield decode(address);
      yield decode(address.replace(/[?#].*$/s, ""));
      yield decode(address.replace(/\)[^)/]*$/s, ""));
    }
  }
}

/** Returns the last part of a path, as names are compared. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
}

function decode(address: string): string {
  const plain = address.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("&amp;", "&");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
