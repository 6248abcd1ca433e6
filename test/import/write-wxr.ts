// Writes WordPress exports for tests, the way WordPress 6 does; every text in them is invented.

/** A comment to export. */
export interface WxrCommentSpec {
  readonly id: number;
  readonly parent?: number;
  readonly author?: string;
  readonly url?: string;
  /** `2012-03-17 16:27:50` */
  readonly date?: string;
  readonly dateGmt?: string;
  readonly content?: string;
  /** `1` when absent. */
  readonly approved?: string;
  readonly kind?: string;
  readonly userId?: number;
}

/** An item to export. */
export interface WxrItemSpec {
  readonly id: number;
  readonly title?: string;
  readonly creator?: string;
  readonly date?: string;
  readonly dateGmt?: string;
  readonly modifiedGmt?: string;
  readonly content?: string;
  readonly excerpt?: string;
  readonly slug?: string;
  readonly status?: string;
  readonly type?: string;
  readonly parent?: number;
  readonly password?: string;
  readonly isSticky?: boolean;
  readonly attachmentUrl?: string;
  readonly link?: string;
  readonly guid?: string;
  /** `[domain, nicename, label]` */
  readonly terms?: readonly (readonly [string, string, string])[];
  readonly meta?: Readonly<Record<string, string>>;
  readonly comments?: readonly WxrCommentSpec[];
}

/** An export. */
export interface WxrSpec {
  readonly version?: string;
  readonly title?: string;
  readonly link?: string;
  readonly language?: string;
  /** When the export was made: `Mon, 02 Jan 2023 03:04:05 +0000`. */
  readonly exported?: string;
  /** `[id, login, display name]` */
  readonly authors?: readonly (readonly [number, string, string])[];
  /** Further elements of the channel, as XML. */
  readonly channel?: string;
  readonly items: readonly WxrItemSpec[];
}

const DATE = "2012-03-17 16:27:50";

/** Returns the export as XML. */
export function writeWxr(spec: WxrSpec): string {
  const { version = "1.2", title = "A blog", link = "https://blog.example", language = "en-US" } = spec;
  const authors = (spec.authors ?? []).map(
    ([id, login, name]) =>
      `<wp:author><wp:author_id>${id}</wp:author_id><wp:author_login>${cdata(login)}</wp:author_login><wp:author_email>${cdata(`${login}@secret.example`)}</wp:author_email><wp:author_display_name>${cdata(name)}</wp:author_display_name></wp:author>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.1" created="2023-01-02 03:04" -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/${version}/">
<channel>
	<title>${escapeXml(title)}</title>
	<link>${link}</link>
	<description></description>
	<pubDate>${spec.exported ?? "Mon, 02 Jan 2023 03:04:05 +0000"}</pubDate>
	<language>${language}</language>
	<wp:wxr_version>${version}</wp:wxr_version>
	<wp:base_site_url>${link}</wp:base_site_url>
	<wp:base_blog_url>${link}</wp:base_blog_url>
	${authors.join("\n\t")}
	${spec.channel ?? ""}
${spec.items.map((item) => writeItem(item, link)).join("\n")}
</channel>
</rss>
`;
}

function writeItem(item: WxrItemSpec, blog: string): string {
  const { date = DATE, dateGmt = date } = item;
  const terms = (item.terms ?? []).map(
    ([domain, nicename, label]) => `<category domain="${domain}" nicename="${nicename}">${cdata(label)}</category>`,
  );
  const meta = Object.entries(item.meta ?? {}).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  );
  return `	<item>
		<title>${cdata(item.title ?? `Post ${item.id}`)}</title>
		<link>${escapeXml(item.link ?? `${blog}/?p=${item.id}`)}</link>
		<pubDate>Sat, 17 Mar 2012 06:27:50 +0000</pubDate>
		<dc:creator>${cdata(item.creator ?? "")}</dc:creator>
		<guid isPermaLink="false">${escapeXml(item.guid ?? `${blog}/?p=${item.id}`)}</guid>
		<description></description>
		<content:encoded>${cdata(item.content ?? "Some words.")}</content:encoded>
		<excerpt:encoded>${cdata(item.excerpt ?? "")}</excerpt:encoded>
		<wp:post_id>${item.id}</wp:post_id>
		<wp:post_date>${cdata(date)}</wp:post_date>
		<wp:post_date_gmt>${cdata(dateGmt)}</wp:post_date_gmt>
		${item.modifiedGmt === undefined ? "" : `<wp:post_modified_gmt>${cdata(item.modifiedGmt)}</wp:post_modified_gmt>`}
		<wp:comment_status>${cdata("open")}</wp:comment_status>
		<wp:post_name>${cdata(item.slug ?? `post-${item.id}`)}</wp:post_name>
		<wp:status>${cdata(item.status ?? "publish")}</wp:status>
		<wp:post_parent>${item.parent ?? 0}</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type>${cdata(item.type ?? "post")}</wp:post_type>
		<wp:post_password>${cdata(item.password ?? "")}</wp:post_password>
		<wp:is_sticky>${item.isSticky === true ? 1 : 0}</wp:is_sticky>
		${item.attachmentUrl === undefined ? "" : `<wp:attachment_url>${cdata(item.attachmentUrl)}</wp:attachment_url>`}
		${[...terms, ...meta, ...(item.comments ?? []).map(writeComment)].join("\n\t\t")}
	</item>`;
}

function writeComment(comment: WxrCommentSpec): string {
  const { date = DATE, dateGmt = date } = comment;
  return `<wp:comment>
			<wp:comment_id>${comment.id}</wp:comment_id>
			<wp:comment_author>${cdata(comment.author ?? "Somebody")}</wp:comment_author>
			<wp:comment_author_email>${cdata("commenter@secret.example")}</wp:comment_author_email>
			<wp:comment_author_url>${comment.url ?? ""}</wp:comment_author_url>
			<wp:comment_author_IP>${cdata("192.0.2.77")}</wp:comment_author_IP>
			<wp:comment_date>${cdata(date)}</wp:comment_date>
			<wp:comment_date_gmt>${cdata(dateGmt)}</wp:comment_date_gmt>
			<wp:comment_content>${cdata(comment.content ?? "Well said.")}</wp:comment_content>
			<wp:comment_approved>${cdata(comment.approved ?? "1")}</wp:comment_approved>
			<wp:comment_type>${cdata(comment.kind ?? "comment")}</wp:comment_type>
			<wp:comment_parent>${comment.parent ?? 0}</wp:comment_parent>
			<wp:comment_user_id>${comment.userId ?? 0}</wp:comment_user_id>
			<wp:commentmeta><wp:meta_key>${cdata("secret_meta")}</wp:meta_key><wp:meta_value>${cdata("secret-meta-value")}</wp:meta_value></wp:commentmeta>
		</wp:comment>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
