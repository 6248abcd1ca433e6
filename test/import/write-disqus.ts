// Writes Disqus exports for tests.

/** A thread to export. */
export interface DisqusThreadSpec {
  readonly id: string;
  readonly link?: string;
  readonly title?: string;
  /** What stands in `<id>`. */
  readonly identifier?: string;
  readonly date?: string;
  readonly isClosed?: boolean;
  readonly isDeleted?: boolean;
  readonly category?: string;
}

/** A comment to export. */
export interface DisqusCommentSpec {
  /** Left out when empty. */
  readonly id: string;
  readonly thread: string;
  readonly parent?: string;
  readonly identifier?: string;
  readonly author?: string;
  readonly message?: string;
  readonly date?: string;
  readonly isDeleted?: boolean;
  readonly isSpam?: boolean;
}

/** An export. */
export interface DisqusSpec {
  readonly forum?: string;
  readonly threads: readonly DisqusThreadSpec[];
  readonly comments: readonly DisqusCommentSpec[];
  /** XML after the categories. */
  readonly extra?: string;
}

const DATE = "2012-03-17T06:30:00Z";

/** Returns an export. Names and addresses are hung with secrets that no archive may show. */
export function writeDisqus({ forum = "ourforum", threads, comments, extra = "" }: DisqusSpec): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<category dsq:id="1"><forum>${forum}</forum><title>General</title><isDefault>true</isDefault></category>
<category dsq:id="2"><forum>${forum}</forum><title>Harvest &amp; home</title><isDefault>false</isDefault></category>
${extra}
${threads.map((thread) => writeThread(thread, forum)).join("\n")}
${comments.map(writeComment).join("\n")}
</disqus>
`;
}

function writeThread(thread: DisqusThreadSpec, forum: string): string {
  return `<thread dsq:id="${thread.id}"><id>${escapeXml(thread.identifier ?? "")}</id><forum>${forum}</forum><category dsq:id="${thread.category ?? "1"}"/>
  <link>${escapeXml(thread.link ?? "")}</link><title>${escapeXml(thread.title ?? "")}</title><message/>
  <createdAt>${thread.date ?? "2012-03-17T06:00:00Z"}</createdAt>
  <author><email>owner@secret.example</email><name>The owner</name><isAnonymous>false</isAnonymous><username>secret-owner</username></author>
  <ipAddress>192.0.2.77</ipAddress><isClosed>${thread.isClosed === true}</isClosed><isDeleted>${thread.isDeleted === true}</isDeleted></thread>`;
}

function writeComment(comment: DisqusCommentSpec): string {
  const message = (comment.message ?? "<p>Well said.</p>").replaceAll("]]>", "]]]]><![CDATA[>");
  return `<post${comment.id === "" ? "" : ` dsq:id="${comment.id}"`}><id>${comment.identifier ?? ""}</id>
  <message><![CDATA[${message}]]></message><createdAt>${comment.date ?? DATE}</createdAt>
  <isDeleted>${comment.isDeleted === true}</isDeleted><isSpam>${comment.isSpam === true}</isSpam>
  <author><email>commenter@secret.example</email><name>${escapeXml(comment.author ?? "Somebody")}</name><isAnonymous>true</isAnonymous><username>secret-user</username></author>
  <ipAddress>192.0.2.78</ipAddress><thread dsq:id="${comment.thread}"/>${comment.parent === undefined ? "" : `<parent dsq:id="${comment.parent}"/>`}</post>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
