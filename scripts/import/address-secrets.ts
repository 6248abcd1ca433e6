// Takes out of the addresses of records what only their visitor should know: names and passwords before the host, and keys of sessions.

import type { CommentDraft, PostDraft } from "../archive/model.ts";
import { withoutUserInfo } from "../markdown/address.ts";
import type { ConvertedComments, ConvertedPost } from "./texts/convert-entries.ts";

/** Keys of a session, or of somebody who may see what others may not, as forums, blogs and servers call them. */
const SECRET_KEY =
  /^(?:php_?sess(?:ion)?_?id|j?session_?(?:id|key|token)?|jsessionid|aspsessionid\w*|asp\.net_sessionid|cf(?:id|token)|sess(?:_?id)?|[a-z_]*(?:access|auth|csrf|login|preview|refresh|security|user)_?(?:token|key|nonce)|_?wpnonce|preview_id|preview_nonce|token|nonce|passw(?:or)?d|pwd|email|e-?mail)$/i;

/** phpBB's key of a session; other programs call harmless things so. */
const FORUM_SESSION = /^[\da-f]{32}$/i;

type Addressed = Readonly<Partial<Record<"source_url" | "author_url" | "image", string>>>;

/** Returns an address without such parts; otherwise as it was written. */
export function withoutSecrets(address: string): string {
  const plain = withoutUserInfo(address).replace(/;jsessionid=[^/?#]*/gi, "");
  const query = /^([^?#]*)\?([^#]*)(.*)$/s.exec(plain);
  if (query === null) return plain;
  const [, before = "", parameters = "", fragment = ""] = query;
  const parts = parameters.split("&");
  const kept = parts.filter((part) => !isSecret(part));
  if (kept.length === parts.length) return plain;
  return before + (kept.length === 0 ? "" : `?${kept.join("&")}`) + fragment;
}

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

function isSecret(part: string): boolean {
  const [name = "", value = ""] = part.split("=");
  return SECRET_KEY.test(name) || (name.toLowerCase() === "sid" && FORUM_SESSION.test(value));
}
