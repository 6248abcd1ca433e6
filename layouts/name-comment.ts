// Names a comment in running words of the interface: by its speaker, or by what is known of it instead.

import type { CommentLink } from "../scripts/site/view.ts";
import type { Strings } from "../scripts/strings/index.ts";

/** Returns the speaker's name, or words such as "a comment without a name". */
export function nameComment({ author, status }: Omit<CommentLink, "id">, t: Strings): string {
  if (status !== undefined) return t[`comment.${status}Inline`];
  return author ?? t["comment.nameUnknownInline"];
}

/** Returns a text that does not turn the words around it, whatever its own direction; for attributes, where `bdi` cannot stand. */
export function isolate(text: string): string {
  // U+2068 and U+2069: first strong isolate, and the end of it.
  return /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}]*$/u.test(text) ? text : `\u2068${text}\u2069`;
}
