// What all pages of a site have in common, as plain values: with a page's address it makes the context of any page.

import type { SiteSettings } from "../archive/model.ts";
import { getStrings, LANGUAGES, type Language } from "../strings/index.ts";
import { mainPath, mainPaths } from "./addresses.ts";
import { absoluteAddress, hrefFrom, type SiteLocation } from "./location.ts";
import { hasMainPage } from "./page-set.ts";
import type { Alternate, Link, PageContext } from "./view.ts";

/** What all pages have in common; can be handed to a worker. */
export interface SiteFrame {
  readonly settings: SiteSettings;
  readonly location: SiteLocation;
  readonly assets: PageContext["assets"];
  readonly hasSearch: boolean;
  readonly hasDrafts: boolean;
  readonly isDevelopment: boolean;
  readonly isLean: boolean;
  /** Feeds of the whole archive by the language of a page: posts, then comments. */
  readonly feeds: ReadonlyMap<Language, readonly Link[]>;
}

/** The place of a page. */
export interface PageAddress {
  readonly language: Language;
  /** Path below the base. */
  readonly path: string;
  /** The same page in the other languages. */
  readonly alternates: readonly Alternate[];
}

/** Returns the context of a page, but for what machines are told of it. */
export function createContext(frame: SiteFrame, { language, path, alternates }: PageAddress): PageContext {
  const { settings, location } = frame;
  return {
    language,
    t: getStrings(language),
    path,
    href: (target) => hrefFrom(path, target, location),
    absolute: (target) => absoluteAddress(target, location),
    alternates,
    languageSwitch: LANGUAGES.filter((other) => other !== language).map(
      (other) => alternates.find((alternate) => alternate.language === other) ?? homeOf(other),
    ),
    settings,
    siteTitle: settings.title[language] ?? Object.values(settings.title)[0] ?? "Ordskifte",
    has: (page) => hasMainPage(frame, page),
    paths: mainPaths(language),
    assets: frame.assets,
    hasSearch: frame.hasSearch,
    hasDrafts: frame.hasDrafts,
    isDevelopment: frame.isDevelopment,
  };
}

function homeOf(language: Language): Alternate {
  return { language, path: mainPath(language, "home") };
}
