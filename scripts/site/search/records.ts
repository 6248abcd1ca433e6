// The records of a page: which texts of it can be found one by one, and what is known of each but its words.

import { yearOf } from "../../archive/edtf.ts";
import type { CommentFacts, PostFacts, TranslationFacts } from "../../archive/facts.ts";

/** A text that can be found: a post, or one comment. Absent means unknown. */
export interface SearchRecord {
  /** Id of the comment on the page; absent for the post. */
  readonly id?: string;
  readonly author?: string;
  /** EDTF. */
  readonly date?: string;
  /** BCP 47 code. */
  readonly lang?: string;
  /** Four digits. */
  readonly year?: string;
  readonly source?: string;
}

/** Returns the comments that are found on the page of a text: the thread stands with the original. */
export function listFoundComments<Comment extends CommentFacts>(
  post: { readonly thread: readonly Comment[] },
  text: unknown,
): readonly Comment[] {
  return text === post ? post.thread.filter(({ status }) => status === undefined) : [];
}

/** Returns the records of the page of a text, the post's own first. @param lang of the text; empty when unknown */
export function listRecords(
  post: PostFacts,
  text: PostFacts | TranslationFacts,
  lang: string,
): readonly [SearchRecord, ...SearchRecord[]] {
  const { author, source } = post;
  const own = lang === "" ? undefined : lang;
  return [
    describe({ author, date: text.date ?? post.date, lang: own, source }),
    ...listFoundComments(post, text).map((comment) => ({
      id: comment.id,
      ...describe({ ...comment, lang: comment.lang ?? own, source: comment.source ?? source }),
    })),
  ];
}

function describe({
  author,
  date,
  lang,
  source,
}: { readonly [Key in keyof SearchRecord]: string | undefined }): SearchRecord {
  const year = yearOf(date);
  return {
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(lang !== undefined && { lang }),
    ...(year !== "undated" && { year }),
    ...(source !== undefined && { source }),
  };
}
