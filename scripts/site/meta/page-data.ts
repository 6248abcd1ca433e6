// Describes pages of the interface in the words of schema.org: the site and its search, the way to a page, the data files.

import type { AboutView, Link, PageContext } from "../view.ts";
import type { Node } from "./write-json-ld.ts";

/** Returns the site with its search; undefined where its own address is unknown, without which it says nothing. */
export function describeSite(page: PageContext): Node | undefined {
  const url = page.absolute(page.paths.home);
  const search = page.absolute(page.paths.search);
  if (url === undefined || search === undefined) return undefined;
  return {
    "@type": "WebSite",
    "@id": url,
    url,
    name: page.siteTitle,
    description: page.settings.description[page.language],
    inLanguage: page.language,
    potentialAction: page.hasSearch
      ? {
          "@type": "SearchAction",
          target: { "@type": "EntryPoint", urlTemplate: `${search}?q={search_term_string}` },
          "query-input": "required name=search_term_string",
        }
      : undefined,
  };
}

/** Returns the way from the front page to a page, with the page itself at its end; undefined where addresses are unknown. */
export function describeWay(page: PageContext, steps: readonly Link[]): Node | undefined {
  const way = [{ label: page.siteTitle, path: page.paths.home }, ...steps];
  if (page.absolute(page.path) === undefined || way.length < 2) return undefined;
  return {
    "@type": "BreadcrumbList",
    itemListElement: way.map(({ label, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: page.absolute(path),
    })),
  };
}

/** Returns the data files as a data set. */
export function describeDataSet(page: PageContext, view: AboutView): Node | undefined {
  const url = page.absolute(`${page.path}#data`);
  if (url === undefined) return undefined;
  return {
    "@type": "Dataset",
    "@id": url,
    url,
    name: page.siteTitle,
    description: `${page.settings.description[page.language] ?? page.siteTitle} – ${page.t["about.dataText"]}`,
    isAccessibleForFree: true,
    distribution: view.dataFiles.flatMap(({ label, path }) => {
      const format = /\.ndjson$/.test(label) ? "application/x-ndjson" : /\.csv$/.test(label) ? "text/csv" : undefined;
      return format === undefined
        ? []
        : [{ "@type": "DataDownload", name: label, encodingFormat: format, contentUrl: page.absolute(path) }];
    }),
  };
}
