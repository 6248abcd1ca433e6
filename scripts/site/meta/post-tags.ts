// Dublin Core and OpenGraph of a post, in the form that reference managers read.

import type { PageContext, PostView } from "../view.ts";
import { toIsoDay } from "./machine-date.ts";
import type { MetaTag } from "./page-meta.ts";

/**
 * Returns the tags of a post. They are chosen for Zotero's "Embedded Metadata" translator: `dcterms.type` makes a blog post
 * of it, `dcterms.source` is the blog. There is no identifier: Zotero would look for an ISSN in an address.
 */
export function tagPost(page: PageContext, view: PostView): readonly MetaTag[] {
  const { post, text } = view;
  const author = text.author ?? post.author;
  const date = text.date ?? post.date;
  const updated = text.updated ?? post.updated;
  const original = text.source_url ?? post.source_url;
  const hasOtherDates =
    updated !== undefined || post.thread.some((comment) => comment.date !== undefined && !comment.status);
  return [
    dublinCore("type", post.type === "page" ? "webpage" : "blogPost"),
    dublinCore("title", text.title),
    dublinCore("creator", author),
    // Without a word here, Zotero would take the first date on the page, that of a comment.
    dublinCore("issued", date ?? (hasOtherDates ? page.t["cite.noDate"] : undefined)),
    // Likewise the language: it would take the interface's.
    dublinCore("language", view.text.lang ?? "und"),
    dublinCore("source", view.source?.label),
    dublinCore("isVersionOf", original !== undefined && /^https?:\/\//i.test(original) ? original : undefined),
    ...view.topics.map(({ label }) => dublinCore("subject", label)),
    property("article:published_time", toIsoDay(date)),
    property("article:modified_time", toIsoDay(updated)),
  ].flat();
}

function dublinCore(term: string, content: string | undefined): readonly MetaTag[] {
  return content === undefined || content === "" ? [] : [{ by: "name", key: `dcterms.${term}`, content }];
}

function property(key: string, content: string | undefined): readonly MetaTag[] {
  return content === undefined ? [] : [{ by: "property", key, content }];
}
