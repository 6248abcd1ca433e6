// Plans every page of the site: its file, its page type, and how to make its view when it is drawn.

import { readAlias } from "../archive/alias.ts";
import { foldName } from "../archive/slug.ts";
import { getStrings, LANGUAGES, type Language } from "../strings/index.ts";
import { mainPath, mainPaths, pathToFile } from "./addresses.ts";
import { absoluteAddress, hrefFrom } from "./location.ts";
import { foldersOf } from "./old-addresses/old-file.ts";
import { planLists } from "./plan-lists.ts";
import { planPosts } from "./plan-posts.ts";
import type { Site } from "./site.ts";
import type { PublicPage } from "./sitemap.ts";
import type { Alternate, PageContext, PageType, ViewByType } from "./view.ts";

/** A page before it has a context. Its view is made only when it is drawn. */
export interface PageDraft<Type extends PageType = PageType> {
  readonly type: Type;
  readonly language: Language;
  /** Path below the base. */
  readonly path: string;
  /** The same page in the other languages. */
  readonly alternates: readonly Alternate[];
  /** Search engines are asked to leave the page out, though its type may be listed. */
  readonly isHidden?: boolean;
  readonly makeView: () => ViewByType[Type];
}

/** A page as its page type draws it. */
export interface PlannedPage {
  readonly context: PageContext;
  readonly view: ViewByType[PageType];
}

/** All pages of a site. Ids are the files that pages become below the output folder. */
export interface SitePlan {
  readonly ids: Readonly<Record<PageType, readonly string[]>>;
  /** Pages that search engines may list, in order. */
  readonly publicPages: readonly PublicPage[];
  /** Returns a page. Throws when there is none: ids come from this plan. */
  readonly findPage: (id: string) => PlannedPage;
}

/** Plans the site. Where two pages claim one address, the first keeps it: posts before lists, lists before redirects. */
export function planSite(site: Site): SitePlan {
  const drafts = new Map<string, PageDraft>();
  for (const draft of [...planPosts(site), ...planLists(site)]) {
    const id = pathToFile(draft.path);
    if (!drafts.has(id)) drafts.set(id, draft);
  }
  addRedirects(site, drafts);
  const ids = emptyIds();
  for (const [id, draft] of drafts) ids[draft.type].push(id);
  const hidden = new Set<PageType>(["redirect", "not-found"]);
  return {
    ids,
    publicPages: [...drafts.values()]
      .filter(({ type, isHidden }) => !isHidden && !hidden.has(type))
      .map(({ language, path, alternates }) => ({ language, path, alternates })),
    findPage: (id) => {
      const draft = drafts.get(id);
      if (!draft) throw new Error(`No page is planned for ${id}.`);
      return { context: createContext(site, draft), view: draft.makeView() };
    },
  };
}

function emptyIds(): Record<PageType, string[]> {
  return {
    root: [],
    home: [],
    post: [],
    years: [],
    year: [],
    month: [],
    topics: [],
    topic: [],
    people: [],
    person: [],
    statistics: [],
    comments: [],
    missing: [],
    sources: [],
    source: [],
    pages: [],
    about: [],
    accessibility: [],
    search: [],
    "not-found": [],
    redirect: [],
  };
}

/** Adds redirects where nothing else is: no page, on any file system, and no folder of a text, where its images lie. */
function addRedirects(site: Site, drafts: Map<string, PageDraft>): void {
  const taken = new Set([...drafts.keys()].map(foldName));
  const texts = new Set(
    [...site.catalog.entriesByPath.keys()].map((path) => foldName(pathToFile(path).replace(/\/index\.html$/, ""))),
  );
  for (const { text, language, path } of site.catalog.entriesByPath.values()) {
    for (const alias of text.aliases ?? []) {
      const address = readAlias(alias);
      if (address === undefined) continue;
      const file = foldName(address.file);
      if (taken.has(file) || foldersOf(file).some((folder) => texts.has(folder))) continue;
      taken.add(file);
      const makeView = (): ViewByType["redirect"] => ({ target: path });
      drafts.set(address.file, { type: "redirect", language, path: address.path, alternates: [], makeView });
    }
  }
}

function createContext(site: Site, { language, path, alternates }: PageDraft): PageContext {
  const { settings } = site.archive;
  return {
    language,
    t: getStrings(language),
    path,
    href: (target) => hrefFrom(path, target, site.location),
    absolute: (target) => absoluteAddress(target, site.location),
    alternates,
    languageSwitch: LANGUAGES.filter((other) => other !== language).map(
      (other) => alternates.find((alternate) => alternate.language === other) ?? homeOf(other),
    ),
    settings,
    siteTitle: settings.title[language] ?? Object.values(settings.title)[0] ?? "Ordskifte",
    paths: mainPaths(language),
    assets: site.assets,
    hasSearch: site.options.search,
    hasDrafts: site.options.drafts,
    isDevelopment: site.options.isDevelopment,
  };
}

function homeOf(language: Language): Alternate {
  return { language, path: mainPath(language, "home") };
}
