// Lists the pages of a Hugo site that are no posts: homes, lists and sources, each with the front matter of its `_index.md`.

import type { Archive } from "../archive/model.ts";
import { mainPath, memberPath, yearPath } from "../site/addresses.ts";
import { countedLinks } from "../site/cards.ts";
import type { Catalog } from "../site/catalog.ts";
import { getStrings, LANGUAGES, type Language } from "../strings/index.ts";

/** A page's folder below content/ and its front matter. */
type Section = readonly [folder: string, fields: Readonly<Record<string, unknown>>];

/** Returns the taxonomy of Hugo that lists the posts of each topic or year in a language: the beginning of its addresses. */
export function taxonomyOf(language: Language, list: "topics" | "years"): string {
  return `${language}/${getStrings(language)[`path.${list}`]}`;
}

/** Returns all sections. Lists hold all posts in each language; `other` is the same page in the other one. */
export function listHugoSections({ sources }: Archive, catalog: Catalog): readonly Section[] {
  return [
    ["", { type: "root", lang: "en" }],
    ["posts", { _build: { render: "never" } }],
    ...sources.map(
      ({ id, title, url }): Section => [`posts/${id}`, { id, title, address: url, _build: { render: "never" } }],
    ),
    ...LANGUAGES.flatMap((language) => listInLanguage(language, catalog)),
  ];
}

function listInLanguage(language: Language, catalog: Catalog): readonly Section[] {
  const t = getStrings(language);
  const other = LANGUAGES.find((each) => each !== language) ?? language;
  const main = (type: "home" | "years" | "topics" | "pages" | "accessibility", title?: string): Section => {
    const path = mainPath(language, type);
    return [path.slice(1, -1), { title, type, lang: language, url: path, other: mainPath(other, type) }];
  };
  return [
    main("home"),
    main("pages", t["pagesList.title"]),
    main("accessibility", t["accessibility.title"]),
    main("years", t["years.title"]),
    ...[...catalog.years.keys()].map((year): Section => {
      const fields = {
        title: year,
        type: "years",
        lang: language,
        url: yearPath(language, year),
        other: yearPath(other, year),
      };
      return [`${taxonomyOf(language, "years")}/${year}`, fields];
    }),
    main("topics", t["topics.title"]),
    // In the order of the language's alphabet, which Hugo knows for a site's own language only.
    ...countedLinks(catalog.topics, "topics", language).map(({ label, path }, index): Section => {
      const slug = path.split("/").at(-2) ?? "";
      const fields = {
        title: label,
        type: "topics",
        lang: language,
        url: path,
        other: memberPath(other, "topics", slug),
        weight: index + 1,
      };
      return [path.slice(1, -1), fields];
    }),
  ];
}
