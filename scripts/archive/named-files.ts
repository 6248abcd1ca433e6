// Finds which files the texts of posts name: among all addresses in a text, the last parts of their paths.

import type { Post } from "./model.ts";

/** An address in angle brackets, in quotes, or bare; a name may hold blanks in the first two, and parentheses anywhere. */
const ADDRESS_FORMS: readonly RegExp[] = [/<([^<>\n]+)>/g, /["']([^"'\n]+)["']/g, /[(:]\s*([^\s"<>]+)/g];
/** A text that may name a file of another post. */
export const LEADS_OUT = /\.\.\//;

/** Returns the texts of a post and of all that stands with it, featured images among them. */
export function listTexts(post: Post): readonly string[] {
  const texts = [post, ...post.translations].flatMap(({ body, image }) => [body, `(${image ?? ""})`]);
  return [...texts, ...post.thread.map(({ body }) => body)];
}

/** Returns the last part of every address in the texts, decoded: the names of files, among much else. */
export function findNames(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const form of ADDRESS_FORMS) {
      // [![A pond](pond.jpg)](pond.jpg) is one match with two addresses.
      for (const address of [...text.matchAll(form)].flatMap(([, found = ""]) => [found, ...found.split("](")])) {
        names.add(fileNameOf(decode(address)));
        names.add(fileNameOf(decode(address.replace(/[?#].*$/s, ""))));
        names.add(fileNameOf(decode(address.replace(/\)[^)/]*$/s, ""))));
      }
    }
  }
  return names;
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
