// What each element of a WordPress export is, where it stands.

import type { Role, XmlElement } from "../xml/xml-model.ts";
import { AUTHOR_FIELDS, CHANNEL_FIELDS, COMMENT_FIELDS, ITEM_FIELDS } from "./wxr-model.ts";

/** What an element of a WordPress export can be. */
export type WxrKind =
  | "rss"
  | "channel"
  | "item"
  | "comment"
  | "meta"
  | "author"
  | "term"
  | "field"
  | "loose"
  | "skipped";

const RSS: Role<WxrKind> = { kind: "rss", shape: "root", isWhole: true };
const CHANNEL: Role<WxrKind> = { kind: "channel", shape: "container", isWhole: true };
// An item begins wherever its tag stands, because the element before it may never have been closed.
const ITEM: Role<WxrKind> = { kind: "item", shape: "record", within: ["channel", "rss", "document"] };
const COMMENT: Role<WxrKind> = { kind: "comment", shape: "record", within: ["item"] };
const META: Role<WxrKind> = { kind: "meta", shape: "container", within: ["item"] };
const AUTHOR: Role<WxrKind> = { kind: "author", shape: "container" };
const TERM: Role<WxrKind> = { kind: "term", shape: "container" };
const FIELD: Role<WxrKind> = { kind: "field", shape: "text" };
// What belongs to WordPress's format and is not read; much of it is private.
const SKIPPED: Role<WxrKind> = { kind: "skipped", shape: "skipped" };
const LOOSE: Role<WxrKind> = { kind: "loose", shape: "leaf" };

/** Returns what an element is; undefined for what is not read there. */
export function classifyElement(host: XmlElement<WxrKind>, name: string): Role<WxrKind> | undefined {
  if (name === "item") return ITEM;
  if (name === "rss") return RSS;
  const role = classifyIn(host, name);
  return role ?? (isSkipped(host, name) ? SKIPPED : undefined);
}

function isSkipped({ kind }: XmlElement<WxrKind>, name: string): boolean {
  if (kind === "author") return name.startsWith("wp:author_");
  if (kind === "term") return name === "wp:termmeta";
  if (kind === "item" && name === "description") return true;
  return (kind === "item" || kind === "comment" || kind === "channel") && name.startsWith("wp:");
}

function classifyIn(host: XmlElement<WxrKind>, name: string): Role<WxrKind> | undefined {
  switch (host.kind) {
    case "item":
      if (name === "wp:comment") return COMMENT;
      if (name === "wp:postmeta") return META;
      return name === "category" || ITEM_FIELDS.has(name) ? FIELD : undefined;
    case "comment":
      if (name === "wp:comment") return COMMENT;
      return COMMENT_FIELDS.has(name) ? FIELD : undefined;
    case "channel":
      return classifyInChannel(name);
    case "rss":
      return name === "channel" ? CHANNEL : undefined;
    case "meta":
      if (name === "wp:postmeta") return META;
      if (name === "wp:comment") return COMMENT;
      return name === "wp:meta_key" || name === "wp:meta_value" ? FIELD : undefined;
    case "author":
      return AUTHOR_FIELDS.has(name) ? FIELD : undefined;
    case "term":
      return /^wp:(term|cat|category|tag)_/.test(name) ? FIELD : undefined;
    default:
      return undefined;
  }
}

function classifyInChannel(name: string): Role<WxrKind> | undefined {
  if (name === "wp:author") return AUTHOR;
  if (name === "wp:category" || name === "wp:tag" || name === "wp:term") return TERM;
  if (CHANNEL_FIELDS.has(name)) return FIELD;
  // Only an item has such; it has lost its beginning, or its end came too early.
  return name === "wp:comment" || name === "wp:postmeta" || name === "content:encoded" || name.startsWith("wp:post_")
    ? LOOSE
    : undefined;
}
