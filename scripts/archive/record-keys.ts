// The keys of each kind of record in their fixed order on disk, and the shape that each value must have.

/** What a value must be. `choice` is one of `values` (two or more), of which `ordinary` is the same as leaving the key out. */
export type KeyRule =
  | { readonly shape: "text" | "texts" | "lang" | "flag" | "truth" | "comments" | "exports" | "ledger" }
  | { readonly shape: "choice"; readonly values: readonly string[]; readonly ordinary?: string };

/** Rules by key, in the order in which the keys are written. */
export type KeyRules = Readonly<Record<string, KeyRule>>;

const TEXT: KeyRule = { shape: "text" };
const TEXTS: KeyRule = { shape: "texts" };
const LANG: KeyRule = { shape: "lang" };
const FLAG: KeyRule = { shape: "flag" };

const PROVENANCE: KeyRules = { source: TEXT, source_id: TEXT, source_url: TEXT, imported: TEXT };

/** Keys of posts, pages and their translations. */
export const POST_KEYS: KeyRules = {
  title: TEXT,
  lang: LANG,
  author: TEXT,
  date: TEXT,
  updated: TEXT,
  topics: TEXTS,
  excerpt: TEXT,
  sticky: FLAG,
  image: TEXT,
  image_alt: TEXT,
  image_caption: TEXT,
  comments: { shape: "comments" },
  translation_of: TEXT,
  status: { shape: "choice", values: ["draft", "private", "pending", "future", "redacted"], ordinary: "published" },
  redacted: TEXT,
  noindex: FLAG,
  ...PROVENANCE,
  aliases: TEXTS,
};

/** Keys of comments. */
export const COMMENT_KEYS: KeyRules = {
  id: TEXT,
  parent: TEXT,
  parent_state: { shape: "choice", values: ["unpublished", "deleted", "missing"] },
  kind: { shape: "choice", values: ["pingback", "trackback"], ordinary: "comment" },
  status: { shape: "choice", values: ["redacted", "deleted"], ordinary: "published" },
  redacted: TEXT,
  noindex: FLAG,
  lang: LANG,
  author: TEXT,
  author_url: TEXT,
  by_post_author: FLAG,
  date: TEXT,
  ...PROVENANCE,
};

/** Keys of sources. */
export const SOURCE_KEYS: KeyRules = {
  title: TEXT,
  url: TEXT,
  platform: TEXT,
  platform_id: TEXT,
  lang: LANG,
  timezone: TEXT,
  rights: TEXT,
  exports: { shape: "exports" },
  importer: TEXT,
  exclude: TEXTS,
  ledger: { shape: "ledger" },
};

/** Keys of people. */
export const PERSON_KEYS: KeyRules = {
  name: TEXT,
  names: TEXTS,
  sources: TEXTS,
  url: TEXT,
  lang: LANG,
  noindex: { shape: "truth" },
};
