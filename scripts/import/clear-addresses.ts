// Takes keys of sessions and the like out of the addresses that records have in fields of their own.

import type { CommentDraft, PostDraft } from "../archive/model.ts";
import { withoutSecrets } from "./address-secrets.ts";
import type { ConvertedComments, ConvertedPost } from "./texts/convert-entries.ts";

type Addressed = Readonly<Partial<Record<"source_url" | "author_url" | "image", string>>>;

/** Returns a converted record with the addresses of its fields cleared. */
export function clearAddresses<Entry extends ConvertedPost | ConvertedComments>(entry: Entry): Entry {
  if ("comments" in entry)
    return { ...entry, comments: { ...entry.comments, thread: entry.comments.thread.map(clearFields) } };
  const draft: PostDraft = entry.draft;
  return { ...entry, draft: { ...clearFields(draft), thread: draft.thread.map(clearFields) } };
}

function clearFields<Draft extends PostDraft | CommentDraft>(draft: Draft): Draft {
  const { source_url, author_url, image }: Addressed = draft;
  return {
    ...draft,
    ...(source_url !== undefined && { source_url: withoutSecrets(source_url) }),
    ...(author_url !== undefined && { author_url: withoutSecrets(author_url) }),
    ...(image !== undefined && { image: withoutSecrets(image) }),
  };
}
