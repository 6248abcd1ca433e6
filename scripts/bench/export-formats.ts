// How each platform writes a blog down: WordPress each post with its comments, the others all posts and then all comments.

import { BLOG_URL, type InventedComment, type InventedPost } from "./invented-blog.ts";

/** A platform's export. */
export type ExportFormat = "wxr" | "blogger" | "takeout" | "disqus";

/** Writes the parts of an export. */
export interface ExportWriter {
  readonly head: string;
  readonly writePost: (post: InventedPost) => string;
  /** Absent where comments stand in their posts. */
  readonly writeComment?: (post: InventedPost, comment: InventedComment) => string;
  readonly tail: string;
}

const BLOG_ID = "4242424242";
const KIND = "http://schemas.google.com/g/2005#kind";
const ATOM = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://www.w3.org/2007/app' xmlns:blogger='http://schemas.google.com/blogger/2018'>`;
const AUTHOR = "<email>noreply@blogger.example</email>";

const wxr: ExportWriter = {
  head: `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.1" created="2023-01-02 03:04" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
	<title>An invented blog</title>
	<link>${BLOG_URL}</link>
	<description></description>
	<language>en-US</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>${BLOG_URL}</wp:base_site_url>
	<wp:base_blog_url>${BLOG_URL}</wp:base_blog_url>
`,
  writePost: (post) => `	<item>
		<title>${cdata(post.title)}</title>
		<link>${addressOf(post)}</link>
		<pubDate>${new Date(post.instant).toUTCString().replace("GMT", "+0000")}</pubDate>
		<dc:creator>${cdata(post.author)}</dc:creator>
		<guid isPermaLink="false">${BLOG_URL}/?p=${post.number}</guid>
		<description></description>
		<content:encoded>${cdata(post.text)}</content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>${post.number}</wp:post_id>
		<wp:post_date>${cdata(sqlTime(post.instant + 3_600_000))}</wp:post_date>
		<wp:post_date_gmt>${cdata(sqlTime(post.instant))}</wp:post_date_gmt>
		<wp:comment_status>open</wp:comment_status>
		<wp:ping_status>open</wp:ping_status>
		<wp:post_name>${post.slug}</wp:post_name>
		<wp:status>publish</wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type>post</wp:post_type>
		<wp:post_password></wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
${post.topics.map((topic) => `		<category domain="post_tag" nicename="${topic}">${cdata(topic)}</category>\n`).join("")}${post.comments.map(writeWxrComment).join("")}	</item>
`,
  tail: "</channel>\n</rss>\n",
};

const blogger: ExportWriter = {
  head: `${ATOM}<id>tag:blogger.com,1999:blog-${BLOG_ID}.archive</id><title type='text'>An invented blog</title><link rel='alternate' type='text/html' href='${BLOG_URL}/'/>`,
  writePost: (post) =>
    `<entry><id>tag:blogger.com,1999:blog-${BLOG_ID}.post-${postId(post)}</id><published>${atomTime(post.instant)}</published><updated>${atomTime(post.instant)}</updated><category scheme='${KIND}' term='http://schemas.google.com/blogger/2008/kind#post'/>${post.topics.map((topic) => `<category scheme='http://www.blogger.com/atom/ns#' term='${topic}'/>`).join("")}<title type='text'>${escapeXml(post.title)}</title><content type='html'>${escapeXml(toHtml(post.text))}</content><link rel='alternate' type='text/html' href='${addressOf(post)}' title='${escapeXml(post.title)}'/><author><name>${post.author}</name>${AUTHOR}</author><thr:total>${post.comments.length}</thr:total></entry>`,
  writeComment: (post, comment) =>
    `<entry><id>tag:blogger.com,1999:blog-${BLOG_ID}.post-${commentId(comment.number)}</id><published>${atomTime(comment.instant)}</published><updated>${atomTime(comment.instant)}</updated><category scheme='${KIND}' term='http://schemas.google.com/blogger/2008/kind#comment'/><title type='text'>${escapeXml(comment.text.slice(0, 40))}</title><content type='html'>${escapeXml(toHtml(comment.text))}</content><link rel='alternate' type='text/html' href='${addressOf(post)}?showComment=${comment.instant}#c${commentId(comment.number)}'/>${comment.parent === undefined ? "" : `<link rel='related' type='application/atom+xml' href='https://www.blogger.com/feeds/${BLOG_ID}/${postId(post)}/comments/default/${commentId(comment.parent)}'/>`}<author><name>${comment.author}</name><uri>${comment.url}</uri>${AUTHOR}</author><thr:in-reply-to ref='tag:blogger.com,1999:blog-${BLOG_ID}.post-${postId(post)}' href='${addressOf(post)}' source='https://www.blogger.com/feeds/${BLOG_ID}/posts/default/${postId(post)}' type='text/html'/></entry>`,
  tail: "</feed>",
};

const takeout: ExportWriter = {
  head: `${ATOM}\n<id>tag:blogger.com,1999:blog-${BLOG_ID}</id>\n<title>An invented blog</title>\n`,
  writePost: (post) => `<entry>
  <id>tag:blogger.com,1999:blog-${BLOG_ID}.post-${postId(post)}</id>
  <blogger:type>POST</blogger:type>
  <blogger:status>LIVE</blogger:status>
  <author><name>${post.author}</name><uri></uri><blogger:type>BLOGGER</blogger:type></author>
  <title>${escapeXml(post.title)}</title>
  <content type='html'>${escapeXml(toHtml(post.text))}</content>
  <blogger:created>${atomTime(post.instant)}</blogger:created>
  <published>${atomTime(post.instant)}</published>
  <updated>${atomTime(post.instant)}</updated>
${post.topics.map((topic) => `  <category scheme='tag:blogger.com,1999:blog-${BLOG_ID}' term='${topic}'/>\n`).join("")}  <blogger:filename>${addressOf(post).slice(BLOG_URL.length)}</blogger:filename>
</entry>
`,
  writeComment: (post, comment) => `<entry>
  <id>tag:blogger.com,1999:blog-${BLOG_ID}.post-${commentId(comment.number)}</id>
  <blogger:parent>tag:blogger.com,1999:blog-${BLOG_ID}.post-${postId(post)}</blogger:parent>
${comment.parent === undefined ? "" : `  <blogger:inReplyTo>tag:blogger.com,1999:blog-${BLOG_ID}.post-${commentId(comment.parent)}</blogger:inReplyTo>\n`}  <blogger:type>COMMENT</blogger:type>
  <blogger:status>LIVE</blogger:status>
  <author><name>${comment.author}</name><uri>${comment.url}</uri><blogger:type>BLOGGER</blogger:type></author>
  <title></title>
  <content type='html'>${escapeXml(toHtml(comment.text))}</content>
  <blogger:created>${atomTime(comment.instant)}</blogger:created>
  <published>${atomTime(comment.instant)}</published>
  <updated>${atomTime(comment.instant)}</updated>
</entry>
`,
  tail: "</feed>\n",
};

const disqus: ExportWriter = {
  head: `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>invented</forum><title>General</title><isDefault>true</isDefault></category>
`,
  writePost: (post) => `<thread dsq:id="${post.number}"><id></id><forum>invented</forum><category dsq:id="1"/>
<link>${addressOf(post)}</link><title>${escapeXml(post.title)}</title><message/>
<createdAt>${atomTime(post.instant)}</createdAt>
<author><email>owner@secret.example</email><name>${post.author}</name><isAnonymous>false</isAnonymous><username>owner</username></author>
<ipAddress>192.0.2.77</ipAddress><isClosed>false</isClosed><isDeleted>false</isDeleted></thread>
`,
  writeComment: (
    post,
    comment,
  ) => `<post dsq:id="${commentId(comment.number)}"><id></id><message>${cdata(toHtml(comment.text))}</message>
<createdAt>${atomTime(comment.instant)}</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><email>commenter@secret.example</email><name>${comment.author}</name><isAnonymous>true</isAnonymous></author>
<ipAddress>192.0.2.77</ipAddress><thread dsq:id="${post.number}"/>${comment.parent === undefined ? "" : `<parent dsq:id="${commentId(comment.parent)}"/>`}</post>
`,
  tail: "</disqus>\n",
};

/** The writers by their formats. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, ExportWriter>> = { wxr, blogger, takeout, disqus };

function writeWxrComment(comment: InventedComment): string {
  return `		<wp:comment>
			<wp:comment_id>${comment.number}</wp:comment_id>
			<wp:comment_author>${cdata(comment.author)}</wp:comment_author>
			<wp:comment_author_email>commenter@secret.example</wp:comment_author_email>
			<wp:comment_author_url>${comment.url}</wp:comment_author_url>
			<wp:comment_author_IP>192.0.2.77</wp:comment_author_IP>
			<wp:comment_date>${cdata(sqlTime(comment.instant + 3_600_000))}</wp:comment_date>
			<wp:comment_date_gmt>${cdata(sqlTime(comment.instant))}</wp:comment_date_gmt>
			<wp:comment_content>${cdata(comment.text)}</wp:comment_content>
			<wp:comment_approved>1</wp:comment_approved>
			<wp:comment_type>comment</wp:comment_type>
			<wp:comment_parent>${comment.parent ?? 0}</wp:comment_parent>
			<wp:comment_user_id>0</wp:comment_user_id>
		</wp:comment>
`;
}

function addressOf({ instant, slug }: InventedPost): string {
  return `${BLOG_URL}/${new Date(instant).toISOString().slice(0, 7).replace("-", "/")}/${slug}.html`;
}

// Numbers as long as Blogger's, apart for posts and comments.
function postId({ number }: InventedPost): string {
  return `6${String(number).padStart(18, "0")}`;
}

function commentId(number: number): string {
  return `7${String(number).padStart(18, "0")}`;
}

function sqlTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace("T", " ");
}

function atomTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function toHtml(text: string): string {
  return text
    .split("\n\n")
    .map((block) => (/^<(?:h2|ul|blockquote)/.test(block) ? block.replaceAll("\n", "") : `<p>${block}</p>`))
    .join("");
}

function cdata(text: string): string {
  return `<![CDATA[${text}]]>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("'", "&#39;");
}
