// Makes the lines of lists of comments, and names posts where something else is told of them.

import type { Language } from "../strings/index.ts";
import { memberPath } from "./addresses.ts";
import { type Entry, entryFor } from "./catalog.ts";
import type { PlacedComment } from "./placed-comments.ts";
import type { Site } from "./site.ts";
import type { CommentCard, PostName } from "./ways-in/views.ts";

/** Returns the card of a comment. It leads to the original of its post, where the thread stands. */
export function createCommentCard(site: Site, { comment, entry }: PlacedComment, language: Language): CommentCard {
  const person = site.catalog.people.commenterOf(comment, entry.post);
  return {
    path: commentPath({ comment, entry }),
    ...(comment.author === undefined ? {} : { name: comment.author }),
    ...(person === undefined ? {} : { personPath: memberPath(language, "people", person.slug) }),
    ...(comment.date === undefined ? {} : { date: comment.date }),
    lang: comment.lang ?? entry.text.lang ?? "",
    excerpt: site.digests.excerptOf(comment),
    post: { path: entry.path, lang: entry.lang, ...titleOf(entry) },
  };
}

/** Returns the address of a comment on its post's page. */
export function commentPath({ comment, entry }: PlacedComment): string {
  return `${entry.path}#${encodeURIComponent(comment.id)}`;
}

/** Returns a post as a list in one language names it; its translation into that language stands for it. */
export function namePost(site: Site, original: Entry, language: Language): PostName {
  const entry = entryFor(site.catalog, original, language);
  return { path: entry.path, lang: entry.lang, ...titleOf(entry) };
}

function titleOf({ text }: Entry): { readonly title?: string } {
  return text.title === undefined ? {} : { title: text.title };
}
