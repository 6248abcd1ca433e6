// The addresses of the site: a promise that they do not change. DESIGN: docs/archive-format.md, "Addresses".

import type { Post } from "../archive/model.ts";
import { type Language, toLanguage } from "../strings/index.ts";
import { getSegments, type PathSegments } from "../strings/path-segments.ts";

/** Main pages of the interface, one each in every language. */
export type MainPage = "home" | keyof PathSegments;

/** Returns the path of a main page: `/sv/amnen/`. */
export function mainPath(language: Language, page: MainPage): string {
  return page === "home" ? `/${language}/` : `/${language}/${getSegments(language)[page]}/`;
}

/** Returns the paths of all main pages of a language. */
export function mainPaths(language: Language): Readonly<Record<MainPage, string>> {
  const pages: readonly MainPage[] = ["home", ...(Object.keys(getSegments(language)) as (keyof PathSegments)[])];
  return Object.fromEntries(pages.map((page) => [page, mainPath(language, page)])) as Record<MainPage, string>;
}

/** Returns the path of a year's list; the year is `undated` for posts without a date. */
export function yearPath(language: Language, year: string): string {
  return `/${language}/${year}/`;
}

/** Returns the path of a month's list: `/en/2011/03/` for `2011-03`. */
export function monthPath(language: Language, month: string): string {
  return `${yearPath(language, month.slice(0, 4))}${month.slice(5)}/`;
}

/** Returns the path of one topic, person or source. */
export function memberPath(language: Language, list: "topics" | "people" | "sources", slug: string): string {
  return `${mainPath(language, list)}${encodeURIComponent(slug)}/`;
}

/** Returns the path of what tells browsers how to search in a language. */
export function openSearchPath(language: Language): string {
  return `/opensearch-${language}.xml`;
}

/** Returns the interface language of a text: its own if the interface has it, else the site's. */
export function addressLanguage(lang: string | undefined, siteLanguage: string): Language {
  return toLanguage(lang) ?? toLanguage(siteLanguage) ?? "en";
}

/** Returns the path of a post or page in one language: `/sv/2011/slug/`, `/en/pages/slug/`. */
export function postPath(post: Pick<Post, "type" | "id">, language: Language): string {
  const segments = post.id.split("/").map(encodeURIComponent);
  if (post.type === "page") return `${mainPath(language, "pages")}${segments.slice(1).join("/")}/`;
  return `/${language}/${segments.join("/")}/`;
}

/**
 * Returns the paths of a list that runs over several pages: the list's own path, then `…/2/` and so on.
 * Where a post already lives at such a path (a slug may be a number), the page is at `…/page-2/`.
 */
export function listPaths(path: string, pageCount: number, isTaken: (path: string) => boolean): readonly string[] {
  const paths = [path];
  for (let number = 2; number <= pageCount; number++) {
    const plain = `${path}${number}/`;
    paths.push(isTaken(plain) ? `${path}page-${number}/` : plain);
  }
  return paths;
}

/** Returns the file that a path becomes below the output folder: `/sv/2011/` → `sv/2011/index.html`. */
export function pathToFile(path: string): string {
  const decoded = path.includes("%") ? path.split("/").map(decodeURIComponent).join("/") : path;
  return decoded.endsWith("/") ? `${decoded.slice(1)}index.html` : decoded.slice(1);
}
