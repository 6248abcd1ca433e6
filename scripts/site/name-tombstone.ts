// How the site treats posts that say nothing any more, or that are to stay out of search engines.

import type { PostFacts } from "../archive/facts.ts";
import { getStrings, type Language } from "../strings/index.ts";

/** Returns a redacted post as the site names it, in the interface's own words; any other post as it is. Its language stays the text's. */
export function nameTombstone<Facts extends PostFacts>(post: Facts, language: Language): Facts {
  if (post.status !== "redacted") return post;
  return { ...post, title: getStrings(language)["post.redacted"] };
}

/** Tells whether search engines are asked to leave the page of a post out: for its text, or for a comment below it. */
export function isUnlisted({ noindex, status, thread }: PostFacts): boolean {
  return noindex === true || status === "redacted" || thread.some((comment) => comment.noindex === true);
}
