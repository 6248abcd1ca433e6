// Writes a page of the invented blog as a browser saved it, for tests.

/** What the page shows. */
export interface PageSpec {
  /** The post's number, where the page tells it. */
  readonly number?: number;
  readonly link?: string;
  readonly words?: string;
  readonly comments?: Readonly<Record<string, string>>;
}

/** Returns the page as HTML; the comment 8 is only there, and in no export. */
export function writePage({
  number,
  link = "https://blog.example/2012/03/one/",
  words = "Some words as the page showed them.",
  comments = { 5: "Well said, on the page.", 8: "Only on the page." },
}: PageSpec): string {
  const items = Object.entries(comments).map(
    ([id, text]) =>
      `<li id="comment-${id}" class="comment"><div class="comment-author vcard"><cite class="fn">Bo</cite></div><div class="comment-content"><p>${text}</p></div></li>`,
  );
  const postId = number === undefined ? "" : ` id="post-${number}"`;
  return `<!doctype html>
<html lang="en"><head><title>One</title><link rel="canonical" href="${link}"><meta name="generator" content="WordPress 3.1"></head>
<body class="single${number === undefined ? "" : ` postid-${number}`}"><div${postId} class="post"><h1 class="entry-title">One</h1>
<div class="entry-content"><p>${words}</p></div></div>
<ol class="commentlist">${items.join("\n")}</ol></body></html>`;
}
