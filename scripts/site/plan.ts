// Plans every page of the site: its file, its page type, and how to make its view when it is drawn.

import { readAlias } from "../archive/alias.ts";
import { foldName } from "../archive/slug.ts";
import { pathToFile } from "./addresses.ts";
import type { PageAddress } from "./frame.ts";
import { foldersOf } from "./old-addresses/old-file.ts";
import { planLists } from "./plan-lists.ts";
import { type PostPageDraft, planPosts } from "./plan-posts.ts";
import type { Site } from "./site.ts";
import type { PublicPage } from "./sitemap.ts";
import type { PageType, ViewByType } from "./view.ts";

/** Page types whose views are made of the whole archive; that of a post is made of its folder and surroundings. */
export type ListType = Exclude<PageType, "post">;

/** A page of the interface. Its view is made only when it is drawn. */
export interface PageDraft<Type extends ListType = ListType> extends PageAddress {
  readonly type: Type;
  /** Search engines are asked to leave the page out, though its type may be listed. */
  readonly isHidden?: boolean;
  readonly makeView: () => ViewByType[Type];
}

/** All pages of a site. */
export interface SitePlan {
  /** Files that pages become, below the output folder. */
  readonly files: readonly string[];
  /** Pages that search engines may list, in order. */
  readonly publicPages: readonly PublicPage[];
  /** Pages of posts, pages and translations. */
  readonly posts: readonly PostPageDraft[];
  /** Types of the other pages. */
  readonly types: readonly ListType[];
  readonly pagesOf: <Type extends ListType>(type: Type) => readonly PageDraft<Type>[];
}

/** Plans the site. Where two pages claim one address, the first keeps it: posts before lists, lists before redirects. */
export function planSite(site: Site): SitePlan {
  const drafts = new Map<string, PageDraft | PostPageDraft>();
  for (const draft of [...planPosts(site), ...planLists(site)]) {
    const id = pathToFile(draft.path);
    if (!drafts.has(id)) drafts.set(id, draft);
  }
  addRedirects(site, drafts);
  const all = [...drafts.values()];
  const hidden = new Set<PageType>(["redirect", "not-found"]);
  return {
    files: [...drafts.keys()],
    publicPages: all
      .filter((draft) => !("isHidden" in draft && draft.isHidden) && !hidden.has(draft.type))
      .map(({ language, path, alternates }) => ({ language, path, alternates })),
    posts: all.filter((draft) => draft.type === "post"),
    types: [...new Set(all.flatMap(({ type }) => (type === "post" ? [] : [type])))],
    pagesOf: <Type extends ListType>(type: Type) =>
      all.filter((draft): draft is PageDraft<Type> => draft.type === type),
  };
}

/** Adds redirects where nothing else is: no page, on any file system, and no folder of a text, where its images lie. */
function addRedirects(site: Site, drafts: Map<string, PageDraft | PostPageDraft>): void {
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
