// What each element of Blogger's Atom files is, where it stands.

import type { Attributes, Role, XmlElement } from "../xml/xml-model.ts";
import { ENTRY_FIELDS, HEAD_FIELDS } from "./feed-model.ts";

/** What an element of a feed can be. */
export type FeedKind = "feed" | "entry" | "author" | "control" | "field" | "leaf" | "skipped";

const FEED: Role<FeedKind> = { kind: "feed", shape: "root", isWhole: true };
// An entry begins wherever its tag stands, because the element before it may never have been closed.
const ENTRY: Role<FeedKind> = { kind: "entry", shape: "record", within: ["feed", "document"] };
const AUTHOR: Role<FeedKind> = { kind: "author", shape: "container" };
const CONTROL: Role<FeedKind> = { kind: "control", shape: "container" };
const FIELD: Role<FeedKind> = { kind: "field", shape: "text" };
const XHTML: Role<FeedKind> = { kind: "field", shape: "mixed" };
const LEAF: Role<FeedKind> = { kind: "leaf", shape: "leaf" };

// What belongs to the formats and is not read; some of it is private.
const SKIPPED: Role<FeedKind> = { kind: "skipped", shape: "skipped" };
const AUTHOR_REST: ReadonlySet<string> = new Set(["email", "gd:image", "blogger:type"]);

const ENTRY_LEAVES: ReadonlySet<string> = new Set([
  "link",
  "category",
  "thr:in-reply-to",
  "gd:extendedProperty",
  "media:thumbnail",
]);

/** Returns what an element is; undefined for what is not read there. */
export function classifyElement(
  host: XmlElement<FeedKind>,
  name: string,
  readAttributes: () => Attributes,
): Role<FeedKind> | undefined {
  if (name === "entry") return ENTRY;
  if (name === "feed") return FEED;
  switch (host.kind) {
    case "feed":
      if (name === "link") return LEAF;
      return HEAD_FIELDS.has(name) ? FIELD : undefined;
    case "entry":
      if (name === "content" || name === "title") return readAttributes().type === "xhtml" ? XHTML : FIELD;
      if (name === "author") return AUTHOR;
      if (name === "app:control") return CONTROL;
      if (ENTRY_LEAVES.has(name)) return LEAF;
      if (ENTRY_FIELDS.has(name)) return FIELD;
      return name.includes(":") ? SKIPPED : undefined;
    case "author":
      if (name === "name" || name === "uri") return FIELD;
      return AUTHOR_REST.has(name) ? SKIPPED : undefined;
    case "control":
      return name === "app:draft" ? FIELD : undefined;
    default:
      return undefined;
  }
}
