// What each element of a Disqus export is, where it stands.

import type { Role, XmlElement } from "../xml/xml-model.ts";
import { type DisqusEntry, FIELDS } from "./disqus-model.ts";

/** What an element of a Disqus export can be. */
export type DisqusKind = DisqusEntry["kind"] | "disqus" | "author" | "field" | "reference" | "skipped";

const ROOT: Role<DisqusKind> = { kind: "disqus", shape: "root", isWhole: true };
// A comment begins wherever its tag stands, because the element before it may never have been closed.
const COMMENT: Role<DisqusKind> = { kind: "comment", shape: "record", within: ["disqus", "document"] };
const THREAD: Role<DisqusKind> = { kind: "thread", shape: "record", within: ["disqus", "document"] };
const CATEGORY: Role<DisqusKind> = { kind: "category", shape: "record", within: ["disqus", "document"] };
const AUTHOR: Role<DisqusKind> = { kind: "author", shape: "container" };
const FIELD: Role<DisqusKind> = { kind: "field", shape: "text" };
const MESSAGE: Role<DisqusKind> = { kind: "field", shape: "mixed" };
const REFERENCE: Role<DisqusKind> = { kind: "reference", shape: "leaf" };

// What belongs to the format and is not read; much of it is private.
const SKIPPED: Role<DisqusKind> = { kind: "skipped", shape: "skipped" };
const AUTHOR_REST: ReadonlySet<string> = new Set(["email", "username", "isAnonymous"]);
const RECORD_REST: ReadonlySet<string> = new Set(["message", "ipAddress", "slug", "isLocked", "isApproved", "author"]);

/** Returns what an element is; undefined for what is not read there. */
export function classifyElement(host: XmlElement<DisqusKind>, name: string): Role<DisqusKind> | undefined {
  if (name === "post") return COMMENT;
  if (name === "disqus") return ROOT;
  const role = classifyIn(host, name);
  if (role !== undefined || host.kind === "document" || host.kind === "disqus") return role;
  return (host.kind === "author" ? AUTHOR_REST : RECORD_REST).has(name) ? SKIPPED : undefined;
}

function classifyIn(host: XmlElement<DisqusKind>, name: string): Role<DisqusKind> | undefined {
  switch (host.kind) {
    case "disqus":
      if (name === "thread") return THREAD;
      return name === "category" ? CATEGORY : undefined;
    case "category":
      if (name === "thread") return THREAD;
      if (name === "category") return CATEGORY;
      return FIELDS.category.has(name) ? FIELD : undefined;
    case "thread":
      if (name === "thread") return THREAD;
      if (name === "category") return REFERENCE;
      if (name === "author") return AUTHOR;
      return FIELDS.thread.has(name) ? FIELD : undefined;
    case "comment":
      if (name === "thread" || name === "parent") return REFERENCE;
      if (name === "author") return AUTHOR;
      if (name === "message") return MESSAGE;
      return FIELDS.comment.has(name) ? FIELD : undefined;
    case "author":
      return name === "name" ? FIELD : undefined;
    default:
      return undefined;
  }
}
