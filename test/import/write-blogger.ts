// Writes one invented blog as Blogger's classic export and as a Takeout feed, for tests.

/** A comment to export. */
export interface BloggerCommentSpec {
  readonly id: string;
  /** Number of the comment that it answers. */
  readonly parent?: string;
  readonly author?: string;
  readonly uri?: string;
  /** Local time with offset: `2011-01-19T10:12:00.123+01:00`. */
  readonly date?: string;
  readonly content?: string;
  readonly isRemoved?: boolean;
  /** Of the Takeout feed, which alone has comments that were never public. `LIVE` when absent. */
  readonly status?: string;
  readonly hasNoInReplyTo?: boolean;
}

/** A post or page to export. */
export interface BloggerPostSpec {
  readonly id: string;
  readonly title?: string;
  readonly content?: string;
  readonly date?: string;
  readonly updated?: string;
  /** `/2011/01/slug.html`; absent for a draft. */
  readonly path?: string;
  readonly author?: string;
  readonly uri?: string;
  readonly labels?: readonly string[];
  readonly isPage?: boolean;
  readonly isDraft?: boolean;
  readonly thumbnail?: string;
  readonly comments?: readonly BloggerCommentSpec[];
}

/** A blog to export. */
export interface BloggerBlogSpec {
  readonly id: string;
  readonly title: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly posts: readonly BloggerPostSpec[];
}

/** How the classic export is written; the years and tools differ. */
export interface ClassicStyle {
  readonly quote?: '"' | "'";
  readonly isPretty?: boolean;
  /** As in 2008: no pictures of authors, no extended properties, no totals. */
  readonly isOld?: boolean;
}

const ENTRY_AUTHOR = "Åsa Öberg";
const ENTRY_URI = "https://www.blogger.com/profile/111";
const KIND = "http://schemas.google.com/g/2005#kind";

/** Escapes a text for XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Writes the classic export. */
export function writeClassic(blog: BloggerBlogSpec, style: ClassicStyle = {}): string {
  const feeds = `https://www.blogger.com/feeds/${blog.id}`;
  const entries = [
    ...Object.entries({ BLOG_COMMENT_EMAIL: "agare@mejl.example", ...blog.settings }).map(([name, value]) => [
      el("id", {}, `tag:blogger.com,1999:blog-${blog.id}.settings.${name}`),
      el("category", { scheme: KIND, term: "http://schemas.google.com/blogger/2008/kind#settings" }),
      el("title", { type: "text" }, "A setting"),
      el("content", { type: "text" }, escapeXml(value)),
      writeAuthor(ENTRY_AUTHOR, ENTRY_URI, style, "agare@mejl.example"),
    ]),
    [
      el("id", {}, `tag:blogger.com,1999:blog-${blog.id}.layout`),
      el("category", { scheme: KIND, term: "http://schemas.google.com/blogger/2008/kind#template" }),
      el("title", { type: "text" }, "Template: hemlig mall"),
      el("content", { type: "text" }, escapeXml("<html><body>hemlig mall</body></html>")),
    ],
    // Blogger writes comments after posts, newest first.
    ...blog.posts.map((post) => writeClassicPost(blog, post, style)),
    ...blog.posts.flatMap((post) =>
      (post.comments ?? [])
        .filter(({ status }) => status === undefined || status === "LIVE")
        .map((comment) => writeClassicComment(blog, post, comment, style))
        .reverse(),
    ),
  ];
  const head = [
    el("id", {}, `tag:blogger.com,1999:blog-${blog.id}.archive`),
    el("updated", {}, "2014-01-01T10:00:00.000+01:00"),
    el("title", { type: "text" }, escapeXml(blog.title)),
    el("link", { rel: "self", type: "application/atom+xml", href: `${feeds}/archive` }),
    el("link", { rel: "alternate", type: "text/html", href: `${blog.url}/` }),
    writeAuthor(ENTRY_AUTHOR, ENTRY_URI, style, "agare@mejl.example"),
    el("generator", { version: "7.00", uri: "http://www.blogger.com" }, "Blogger"),
  ];
  const namespaces = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:openSearch": "http://a9.com/-/spec/opensearchrss/1.0/",
    "xmlns:gd": "http://schemas.google.com/g/2005",
    "xmlns:thr": "http://purl.org/syndication/thread/1.0",
  };
  const body = [...head, ...entries.map((parts) => el("entry", {}, join(parts, style)))];
  const text = `<?xml version='1.0' encoding='UTF-8'?>${style.isPretty ? "\n" : ""}${el("feed", namespaces, join(body, style))}`;
  return style.quote === '"' ? text.replaceAll("'", '"') : text;
}

function writeClassicPost(blog: BloggerBlogSpec, post: BloggerPostSpec, style: ClassicStyle): readonly string[] {
  const kind = post.isPage ? "page" : "post";
  const self = `https://www.blogger.com/feeds/${blog.id}/${kind}s/default/${post.id}`;
  const date = post.date ?? "2011-01-19T10:12:00.000+01:00";
  return [
    el("id", {}, `tag:blogger.com,1999:blog-${blog.id}.${kind}-${post.id}`),
    el("published", {}, date),
    el("updated", {}, post.updated ?? date),
    ...(post.isDraft
      ? [el("app:control", { "xmlns:app": "http://purl.org/atom/app#" }, el("app:draft", {}, "yes"))]
      : []),
    el("category", { scheme: KIND, term: `http://schemas.google.com/blogger/2008/kind#${kind}` }),
    ...(post.labels ?? []).map((label) =>
      el("category", { scheme: "http://www.blogger.com/atom/ns#", term: escapeXml(label) }),
    ),
    el("title", { type: "text" }, escapeXml(post.title ?? "")),
    el("content", { type: "html" }, escapeXml(post.content ?? "")),
    el("link", { rel: "edit", type: "application/atom+xml", href: self }),
    el("link", { rel: "self", type: "application/atom+xml", href: self }),
    ...(post.path === undefined
      ? []
      : [el("link", { rel: "alternate", type: "text/html", href: `${blog.url}${post.path}`, title: "" })]),
    writeAuthor(post.author ?? ENTRY_AUTHOR, post.uri ?? ENTRY_URI, style),
    ...(post.thumbnail === undefined
      ? []
      : [el("media:thumbnail", { "xmlns:media": "http://search.yahoo.com/mrss/", url: escapeXml(post.thumbnail) })]),
    ...(style.isOld ? [] : [el("thr:total", {}, String(post.comments?.length ?? 0))]),
  ];
}

function writeClassicComment(
  blog: BloggerBlogSpec,
  post: BloggerPostSpec,
  comment: BloggerCommentSpec,
  style: ClassicStyle,
): readonly string[] {
  const comments = `https://www.blogger.com/feeds/${blog.id}/${post.id}/comments/default`;
  const date = comment.date ?? "2011-01-20T12:00:00.000+01:00";
  const content = comment.isRemoved ? "Den här kommentaren har tagits bort av författaren." : (comment.content ?? "");
  const address = `${blog.url}${post.path}?showComment=${Date.parse(date)}#c${comment.id}`;
  return [
    el("id", {}, `tag:blogger.com,1999:blog-${blog.id}.post-${comment.id}`),
    el("published", {}, date),
    el("updated", {}, date),
    el("category", { scheme: KIND, term: "http://schemas.google.com/blogger/2008/kind#comment" }),
    el(
      "title",
      { type: "text" },
      comment.isRemoved ? "" : escapeXml(`${content.replace(/<[^>]*>/g, "").slice(0, 30)}...`),
    ),
    el("content", { type: "html" }, escapeXml(content)),
    el("link", { rel: "edit", type: "application/atom+xml", href: `${comments}/${comment.id}` }),
    el("link", { rel: "self", type: "application/atom+xml", href: `${comments}/${comment.id}` }),
    ...(comment.isRemoved ? [] : [el("link", { rel: "alternate", type: "text/html", href: address, title: "" })]),
    ...(comment.parent === undefined
      ? []
      : [el("link", { rel: "related", type: "application/atom+xml", href: `${comments}/${comment.parent}` })]),
    writeAuthor(comment.author ?? "Anonym", comment.uri, style),
    ...(comment.hasNoInReplyTo
      ? []
      : [
          el("thr:in-reply-to", {
            href: `${blog.url}${post.path}`,
            ref: `tag:blogger.com,1999:blog-${blog.id}.post-${post.id}`,
            source: `https://www.blogger.com/feeds/${blog.id}/posts/default/${post.id}`,
            type: "text/html",
          }),
        ]),
    ...(style.isOld
      ? []
      : [el("gd:extendedProperty", { name: "blogger.displayTime", value: "20 januari 2011 12:00" })]),
    ...(comment.isRemoved ? [el("gd:extendedProperty", { name: "blogger.contentRemoved", value: "true" })] : []),
  ];
}

function writeAuthor(
  name: string,
  uri: string | undefined,
  style: ClassicStyle,
  email = "noreply@blogger.com",
): string {
  const image = { rel: "http://schemas.google.com/g/2005#thumbnail", src: "//img1.blogblog.com/img/blank.gif" };
  const parts = [
    el("name", {}, escapeXml(name)),
    ...(uri === undefined ? [] : [el("uri", {}, escapeXml(uri))]),
    el("email", {}, email),
    ...(style.isOld ? [] : [el("gd:image", image)]),
  ];
  return el("author", {}, join(parts, style));
}

/** Writes the Takeout feed, in which every entry has every element and all times are UTC. */
export function writeTakeout(blog: BloggerBlogSpec): string {
  const id = (number: string): string => `tag:blogger.com,1999:blog-${blog.id}.post-${number}`;
  const toUtc = (date: string): string => new Date(date).toISOString();
  const entries = blog.posts.flatMap((post) => [
    ...(post.comments ?? []).map((comment) => {
      const date = toUtc(comment.date ?? "2011-01-20T12:00:00.000+01:00");
      return [
        el("id", {}, id(comment.id)),
        el("blogger:parent", {}, id(post.id)),
        el("blogger:inReplyTo", {}, comment.parent === undefined ? undefined : id(comment.parent)),
        el("blogger:type", {}, "COMMENT"),
        el("blogger:status", {}, comment.isRemoved ? "DELETED" : (comment.status ?? "LIVE")),
        writeTakeoutAuthor(comment.author ?? "Anonym", comment.uri),
        el("title", {}),
        el("content", { type: "html" }, escapeXml(comment.content ?? "")),
        el("blogger:created", {}, date),
        el("published", {}, date),
        el("updated", {}, date),
        el("blogger:trashed", {}),
      ];
    }),
    [
      el("id", {}, id(post.id)),
      el("blogger:type", {}, post.isPage ? "PAGE" : "POST"),
      el("blogger:status", {}, post.isDraft ? "DRAFT" : "LIVE"),
      writeTakeoutAuthor(post.author ?? ENTRY_AUTHOR, post.uri ?? ENTRY_URI),
      el("title", {}, post.title === undefined ? undefined : escapeXml(post.title)),
      el("content", { type: "html" }, escapeXml(post.content ?? "")),
      el("blogger:metaDescription", {}),
      el("blogger:created", {}, toUtc(post.date ?? "2011-01-19T10:12:00.000+01:00")),
      el("published", {}, toUtc(post.date ?? "2011-01-19T10:12:00.000+01:00")),
      el("updated", {}, toUtc(post.updated ?? post.date ?? "2011-01-19T10:12:00.000+01:00")),
      el("blogger:location", {}),
      ...(post.labels ?? []).map((label) =>
        el("category", { scheme: `tag:blogger.com,1999:blog-${blog.id}`, term: escapeXml(label) }),
      ),
      ...(post.labels === undefined ? [el("category", {})] : []),
      el("blogger:filename", {}, post.path),
      el("link", {}),
      el("enclosure", {}),
      el("blogger:trashed", {}),
    ],
  ]);
  const namespaces = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:blogger": "http://schemas.google.com/blogger/2018",
  };
  const body = [
    el("id", {}, `tag:blogger.com,1999:blog-${blog.id}`),
    el("title", {}, escapeXml(blog.title)),
    ...entries.map((parts) => el("entry", {}, `\n    ${parts.join("\n    ")}\n  `)),
  ];
  return `<?xml version='1.0' encoding='UTF-8'?>\n${el("feed", namespaces, `\n  ${body.join("\n  ")}\n`)}\n`;
}

function writeTakeoutAuthor(name: string, uri: string | undefined): string {
  const type = uri === undefined ? "ANONYMOUS" : "BLOGGER";
  return el("author", {}, el("name", {}, escapeXml(name)) + el("uri", {}, uri) + el("blogger:type", {}, type));
}

function join(parts: readonly string[], { isPretty }: ClassicStyle): string {
  return isPretty ? `\n  ${parts.join("\n  ")}\n` : parts.join("");
}

function el(name: string, attributes: Readonly<Record<string, string>>, content?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}='${value}'`);
  const tag = `<${name}${written.join("")}`;
  return content === undefined ? `${tag}/>` : `${tag}>${content}</${name}>`;
}
