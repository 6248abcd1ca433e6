// The columns of the data files and what they mean: the one place that files, README and docs/data-files.md are made from.

/** A column. */
export interface DataColumn {
  readonly name: string;
  /** Kind of value, as Frictionless Table Schema calls it. */
  readonly type: "string" | "integer" | "list";
  /** One or two sentences of Markdown. */
  readonly meaning: string;
}

const EDTF = "EDTF: `2011-01-19T10:12:00+01:00`, `2009-11`, `2011-07~` (approximate)";

/** Columns of posts.ndjson and posts.csv, in order. */
export const POST_COLUMNS: readonly DataColumn[] = [
  text("id", "the post's folder, `2011/slug`; `pages/slug` for a page. Stable"),
  text("type", "`post` or `page`"),
  text("status", "`published` or `redacted`"),
  text("title", "plain text"),
  text("lang", "BCP 47 code of the text's language"),
  text("author", "name as the source showed it, with hidden characters as `‹U+200B›`"),
  text("date", EDTF),
  { name: "topics", type: "list", meaning: "list of the source's categories and tags" },
  text("url", "path of the page below the site's base"),
  text("source", "id of the source, the name of its file in `content/sources/`"),
  text("source_id", "the post's id at the source"),
  text("source_url", "absolute address of the original"),
  {
    name: "comments",
    type: "integer",
    meaning: "number of published comments, pingbacks and trackbacks in the archive",
  },
  { name: "declared", type: "integer", meaning: "number of comments that the source claimed" },
  text("text", "plain text; `null` for a redacted post"),
];

/** Columns of comments.ndjson and comments.csv, in order. */
export const COMMENT_COLUMNS: readonly DataColumn[] = [
  text(
    "id",
    "id within its post, the anchor of the original page: `comment-1234`. `post` and `id` together are unique and stable",
  ),
  text("post", "id of the post"),
  text(
    "parent",
    "id of the comment that it answers, as the source has it, also when that comment is not in the archive",
  ),
  text("parent_state", "why the parent is not here: `unpublished`, `deleted`, `missing`"),
  text("author", "name as the source showed it, with hidden characters as `‹U+200B›`"),
  text("author_url", "address that the author gave"),
  text("date", "EDTF, as above"),
  text("lang", "language of the comment, else that of the post"),
  text("kind", "`comment`, `pingback` or `trackback`"),
  text("status", "`published`, `redacted` or `deleted`"),
  text("url", "path of the comment below the site's base"),
  text("source", "id of the source, as above"),
  text("source_id", "the comment's id at the source"),
  text("source_url", "absolute address of the original"),
  text("text", "plain text; `null` for a redacted or deleted comment"),
];

function text(name: string, meaning: string): DataColumn {
  return { name, type: "string", meaning };
}
