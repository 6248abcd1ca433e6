// Reads what a page says of itself in JSON-LD (https://schema.org/BlogPosting): fields that its markup may not show.

import { optional } from "../optional.ts";
import { type Document, findAll, isText } from "./dom.ts";

/** What JSON-LD says of a post. */
export interface LinkedData {
  readonly url?: string;
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly commentCount?: number;
  readonly comments: readonly LinkedComment[];
}

/** A comment in JSON-LD. */
export interface LinkedComment {
  readonly url?: string;
  readonly author?: string;
  readonly authorUrl?: string;
  readonly date?: string;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

const POST_TYPES = /^(?:\w*Posting|\w*Article|Report|WebPage)$/;
const MAX_DEPTH = 20;

/** Returns what the page's JSON-LD says of the post; nothing where it is broken. */
export function readLinkedData(document: Document): LinkedData {
  const things = findAll(document, "script[type=application/ld+json]").flatMap((script) => {
    const text = script.children.map((node) => (isText(node) ? node.data : "")).join("");
    return listThings(parseJson(text), 0);
  });
  const posts = things.filter((thing) => typesOf(thing).some((type) => POST_TYPES.test(type)));
  const post = posts.find((thing) => !typesOf(thing).includes("WebPage")) ?? posts[0];
  if (post === undefined) return { comments: [] };
  const byId = new Map(things.map((thing) => [thing["@id"], thing]));
  const count = Number(post.commentCount);
  const main = listThings(post.mainEntityOfPage, 0)[0]?.["@id"];
  return {
    ...optional("url", toText(post.url) ?? toText(post.mainEntityOfPage) ?? toText(main)),
    ...optional("title", toText(post.headline) ?? toText(post.name)),
    ...optional("author", readPerson(post.author, byId)?.name),
    ...optional("published", toText(post.datePublished)),
    ...optional("modified", toText(post.dateModified)),
    ...(post.commentCount !== undefined && Number.isInteger(count) && { commentCount: count }),
    comments: listThings(post.comment, 0)
      .filter((thing) => typesOf(thing).includes("Comment"))
      .map((thing) => {
        const person = readPerson(thing.author ?? thing.creator, byId);
        return {
          ...optional("url", toText(thing.url) ?? toText(thing["@id"])),
          ...optional("author", person?.name),
          ...optional("authorUrl", person?.url),
          ...optional("date", toText(thing.dateCreated) ?? toText(thing.datePublished)),
          text: toText(thing.text) ?? toText(thing.description) ?? "",
        };
      })
      .filter(({ text }) => text !== ""),
  };
}

function listThings(value: unknown, depth: number): readonly Fields[] {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => listThings(one, depth + 1));
  const thing = value as Fields;
  return [thing, ...listThings(thing["@graph"], depth + 1), ...listThings(thing.mainEntity, depth + 1)];
}

function typesOf(thing: Fields): readonly string[] {
  return [thing["@type"]].flat().filter((type) => typeof type === "string");
}

function readPerson(value: unknown, byId: ReadonlyMap<unknown, Fields>): { name?: string; url?: string } | undefined {
  if (typeof value === "string") return { name: value };
  const [thing] = listThings(value, 0);
  const whole = thing?.name === undefined ? (byId.get(thing?.["@id"]) ?? thing) : thing;
  return whole === undefined
    ? undefined
    : { ...optional("name", toText(whole.name)), ...optional("url", toText(whole.url)) };
}

function toText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
