// Ties a page type's drawing function to Eleventy, which finds the page types and calls each once, and to whoever draws pages.

import type { VNode } from "preact";
import type { PageContext, PageType, ViewByType } from "./view.ts";
import { writeJsx } from "./write-jsx.ts";

/** What Eleventy calls: the data of the template, and its rendering. */
export interface PageTemplate {
  readonly data: () => object;
  /** Has all pages of the type drawn, here or by workers, who write them; nothing of them comes back to Eleventy. */
  readonly render: (data: { readonly drawPages: (type: PageType) => Promise<void> }) => Promise<string>;
}

type Draw = (page: PageContext, view: ViewByType[PageType]) => VNode;

/** The page types that have been loaded. */
const drawings = new Map<PageType, Draw>();

/** Returns the Eleventy template of a page type. `draw` gets the page and its view and returns the whole document. */
export function definePage<Type extends PageType>(
  type: Type,
  draw: (page: PageContext, view: ViewByType[Type]) => VNode,
): PageTemplate {
  // Only views of this type come with its name: drawPage sees to that.
  drawings.set(type, draw as Draw);
  return {
    // Eleventy would keep every page in memory until the last is written: docs/decisions/2026-11-30-build-speed.md.
    data: () => ({ permalink: false, eleventyExcludeFromCollections: true }),
    render: async ({ drawPages }) => {
      await drawPages(type);
      return "";
    },
  };
}

/** Returns the whole document of a page. @throws Error when its page type has not been loaded. */
export function drawPage<Type extends PageType>(type: Type, page: PageContext, view: ViewByType[Type]): string {
  const draw = drawings.get(type);
  if (draw === undefined) throw new Error(`The page type ${type} has not been loaded.`);
  return `<!doctype html>\n${writeJsx(draw(page, view))}\n`;
}
