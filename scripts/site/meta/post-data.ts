// Describes a post and its thread in the words of schema.org. What nobody knows is left out; what was removed is not there.

import type { Source } from "../../archive/model.ts";
import type { CommentView, PageContext, PostView } from "../view.ts";
import { toIsoDate } from "./machine-date.ts";
import type { Node } from "./write-json-ld.ts";

/**
 * Returns a BlogPosting (a WebPage for a page of the old blog) with its tree of comments. Comments nest as on the page, to
 * eight levels; `parentItem` names the true parent at any depth. Their words are not repeated: they stand on the page.
 */
export function describePost(
  page: PageContext,
  view: PostView,
  source: Pick<Source, "title" | "url" | "rights"> | undefined,
): Node {
  const { post, text, thread } = view;
  const address = addressOf(page, page.path);
  const author = text.author ?? post.author;
  return {
    "@type": post.type === "page" ? "WebPage" : "BlogPosting",
    "@id": address,
    url: page.absolute(page.path),
    [post.type === "page" ? "name" : "headline"]: text.title,
    author: author === undefined ? undefined : person(author),
    datePublished: toIsoDate(text.date ?? post.date),
    dateModified: toIsoDate(text.updated ?? post.updated),
    inLanguage: view.text.lang,
    keywords: view.topics.length === 0 ? undefined : view.topics.map(({ label }) => label),
    image: view.image?.picture === undefined ? undefined : page.absolute(view.image.picture.path),
    isPartOf: source === undefined ? undefined : { "@type": "Blog", name: source.title, url: webAddress(source.url) },
    isBasedOn: webAddress(text.source_url ?? post.source_url),
    translationOfWork: linksTo(page, view, true)[0],
    workTranslation: orNothing(linksTo(page, view, false)),
    copyrightNotice: source?.rights,
    commentCount: thread?.found,
    comment:
      thread === undefined
        ? undefined
        : orNothing(thread.comments.flatMap((comment) => describeComment(page, comment))),
  };
}

function describeComment(page: PageContext, view: CommentView): readonly Node[] {
  const { comment, inReplyTo } = view;
  // As deep as the view is nested: eight levels.
  const replies = view.replies.flatMap((reply) => describeComment(page, reply));
  // Of one that was removed only its place is told, where somebody answered it.
  if (comment.status !== undefined && replies.length === 0) return [];
  const { author, date, kind, lang } = comment;
  const isKept = comment.status === undefined;
  const fragment = `#${encodeURIComponent(comment.id)}`;
  return [
    {
      "@type": "Comment",
      "@id": fragment,
      parentItem: inReplyTo === undefined ? undefined : { "@id": `#${encodeURIComponent(inReplyTo.id)}` },
      url: isKept ? page.absolute(`${page.path}${fragment}`) : undefined,
      // Who sends a pingback is a page.
      author: isKept && author !== undefined && kind === undefined ? person(author) : undefined,
      datePublished: isKept ? toIsoDate(date) : undefined,
      inLanguage: isKept ? lang : undefined,
      comment: orNothing(replies),
    },
  ];
}

function person(name: string): Node {
  return { "@type": "Person", name };
}

function linksTo(page: PageContext, view: PostView, isOriginal: boolean): readonly Node[] {
  return view.translations
    .filter((translation) => translation.isOriginal === isOriginal)
    .map(({ path }) => ({ "@id": addressOf(page, path) }));
}

function addressOf(page: PageContext, path: string): string {
  return page.absolute(path) ?? page.href(path);
}

function orNothing(nodes: readonly Node[]): readonly Node[] | undefined {
  return nodes.length === 0 ? undefined : nodes;
}

function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}
