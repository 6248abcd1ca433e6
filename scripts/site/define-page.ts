// Ties a page type's drawing function to Eleventy: pagination over ids, size 1, and a look-up in the planned site.

import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { DescribePage } from "./meta/describe-page.ts";
import type { PlannedPage } from "./plan.ts";
import type { PageContext, PageType, ViewByType } from "./view.ts";

/** What Eleventy calls: the data of the template, and its rendering. */
export interface PageTemplate {
  readonly data: () => object;
  readonly render: (data: {
    readonly id: string;
    readonly findPage: (id: string) => PlannedPage;
    /** Absent where nobody asks what machines are told. */
    readonly describePage?: DescribePage;
  }) => string;
}

/** Returns the Eleventy template of a page type. `draw` gets the page and its view and returns the whole document. */
export function definePage<Type extends PageType>(
  type: Type,
  draw: (page: PageContext, view: ViewByType[Type]) => VNode,
): PageTemplate {
  return {
    data: () => ({
      pagination: { data: `pageIds.${type}`, size: 1, alias: "id" },
      // The id of a page is the file that it becomes: "en/2011/index.html".
      permalink: (data: { readonly id: string }) => data.id,
      eleventyExcludeFromCollections: true,
    }),
    render: ({ id, findPage, describePage }) => {
      const { context, view: found } = findPage(id);
      const view = found as ViewByType[Type];
      const meta = describePage?.(type, context, view);
      return `<!doctype html>\n${renderToString(draw(meta === undefined ? context : { ...context, meta }, view))}\n`;
    },
  };
}
