// What the reader of Disqus exports hands over, as plain values. E-mail, IP number and user name are not even read.

import type { XmlSummary } from "../xml/xml-model.ts";

/** Texts by element name, trimmed. */
export type DisqusFields = ReadonlyMap<string, string>;

/** What every record of the export has. */
interface DisqusRecord {
  /** 1-based line of its start tag. */
  readonly line: number;
  /** Disqus's own number of it, `dsq:id`; where the export has none, what stands in `<id>`. */
  readonly id?: string;
  readonly fields: DisqusFields;
  /** Something of it is lost, or may be: the file is cut off or broken there. */
  readonly isDamaged: boolean;
}

/** A page that had comments, or could have had. */
export interface DisqusThread extends DisqusRecord {
  readonly kind: "thread";
  /** Disqus's number of its category. */
  readonly categoryId?: string;
}

/** A comment; Disqus calls it a post. */
export interface DisqusComment extends DisqusRecord {
  readonly kind: "comment";
  /** As the commenter gave it; empty when there is none. */
  readonly author: string;
  readonly threadId?: string;
  readonly parentId?: string;
}

/** A category that threads are sorted into. */
export interface DisqusCategory extends DisqusRecord {
  readonly kind: "category";
}

/** A record of the export. */
export type DisqusEntry = DisqusThread | DisqusComment | DisqusCategory;

/** The state of a file after its end. */
export interface DisqusSummary extends XmlSummary {
  /** `<post>` tags outside CDATA. */
  readonly commentTags: number;
  /** Comments handed over, damaged ones included. */
  readonly comments: number;
}

/** Elements that are read, by the record that they stand in. */
export const FIELDS: Readonly<Record<DisqusEntry["kind"], ReadonlySet<string>>> = {
  category: new Set(["forum", "title", "isDefault"]),
  thread: new Set(["id", "forum", "link", "title", "createdAt", "isClosed", "isDeleted"]),
  comment: new Set(["id", "forum", "message", "createdAt", "isDeleted", "isSpam", "isApproved"]),
};
