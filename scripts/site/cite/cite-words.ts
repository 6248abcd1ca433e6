// Picks the words of references out of the interface's texts.

import type { Strings } from "../../strings/index.ts";
import type { CiteWords } from "./citation.ts";

/** Returns the words of references in the language of the texts. */
export function citeWords(t: Strings): CiteWords {
  return {
    locale: t["language.locale"],
    untitled: t["post.untitled"],
    noDate: t["cite.noDate"],
    circa: t["cite.circa"],
    commentOn: t["cite.commentOn"],
    commentOnUntitled: t["cite.commentOnUntitled"],
    post: t["cite.post"],
    page: t["cite.page"],
    original: t["cite.original"],
    kept: t["cite.kept"],
    keptVersion: t["cite.keptVersion"],
  };
}
