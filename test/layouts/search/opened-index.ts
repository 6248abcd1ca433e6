// Makes an index of invented conversations and opens it as the search page does, without a browser or a disk.

import { openIndex, type SearchIndex } from "../../../layouts/assets/search/open-index.ts";
import type { Comment, Post } from "../../../scripts/archive/model.ts";
import { MANIFEST_FILE, NEXT_FOLDER, SEARCH_FOLDER } from "../../../scripts/search/index-format.ts";
import { createIndexShare } from "../../../scripts/site/search/index-share.ts";
import { type IndexedConversation, placeConversations } from "../../../scripts/site/search/list-conversations.ts";
import { makeIndex } from "../../../scripts/site/search/make-index.ts";
import { listRecords } from "../../../scripts/site/search/records.ts";
import type { RenderedText } from "../../../scripts/site/text-renderer.ts";

const HOME = "https://archive.example/";

/** A text in short. Its year is that of its date. */
export interface TextSketch {
  readonly text: string;
  readonly author?: string;
  readonly lang?: string;
  readonly source?: string;
  /** `2011-01-20`; that of the conversation where absent. */
  readonly date?: string;
}

/** A conversation in short: its post, then its comments. */
export interface Sketch {
  readonly title?: string;
  /** Absent when unknown. */
  readonly date?: string;
  readonly topics?: readonly string[];
  readonly texts: readonly [TextSketch, ...TextSketch[]];
}

/** Opens an index. Paths of the conversations are `/1/`, `/2/` … in the given order. `asked` gets the names of the files that are fetched. */
export async function openSketches(
  sketches: readonly Sketch[],
  options: { readonly asked?: string[]; readonly shares?: number } = {},
): Promise<SearchIndex> {
  const { asked = [], shares: shareCount = 1 } = options;
  const posts = sketches.map(toPost);
  const conversations: readonly IndexedConversation[] = posts
    .map((post, index) => ({
      path: pathOf(index),
      ...(post.date !== undefined && { instant: Date.parse(post.date) }),
      topics: post.topics ?? [],
      records: listRecords(post, post, post.lang ?? "").map((record) => ({
        ...record,
        ...(record.author !== undefined && { person: record.author }),
      })) as unknown as IndexedConversation["records"],
    }))
    .sort((a, b) => (a.instant ?? Number.NEGATIVE_INFINITY) - (b.instant ?? Number.NEGATIVE_INFINITY));
  const files = new Map<string, Uint8Array>();
  const shares = Array.from({ length: shareCount }, () =>
    createIndexShare((path, content) => files.set(path, content)),
  );
  const places = placeConversations(conversations);
  for (const [index, post] of posts.entries()) {
    const byFile = new Map([post, ...post.thread].map(({ file, body }) => [file, toRendered(body)]));
    const place = places.get(pathOf(index));
    const page = { path: pathOf(index), lang: post.lang ?? "" };
    if (place) shares[index % shareCount]?.add(place, page, post, post, { byFile, summaries: new Map() });
  }
  const made = makeIndex(
    conversations,
    shares.map((share) => share.finish()),
    () => undefined,
  );
  for (const [name, content] of made.files) files.set(`${NEXT_FOLDER}/${name}`, content);
  globalThis.fetch = async (address) => {
    const name = String(address).slice(HOME.length);
    asked.push(name);
    if (name === MANIFEST_FILE) return Response.json(made.manifest);
    const file = files.get(name.replace(made.manifest.version, "next"));
    return file === undefined ? new Response("", { status: 404 }) : new Response(Uint8Array.from(file));
  };
  return openIndex(`${HOME}${SEARCH_FOLDER}/`);
}

function pathOf(index: number): string {
  return `/${index + 1}/`;
}

function toPost({ title, date, topics = [], texts }: Sketch, number: number): Post {
  const [{ text: body, ...fields }, ...comments] = texts;
  return {
    type: "post",
    id: String(number),
    file: `${number}.md`,
    attachments: [],
    translations: [],
    topics,
    body,
    ...fields,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    thread: comments.map(
      ({ text, ...known }, index): Comment => ({
        id: `comment-${index + 1}`,
        file: `${number}-${index + 1}.md`,
        body: text,
        ...(date !== undefined && { date }),
        ...known,
      }),
    ),
  };
}

function toRendered(text: string): RenderedText {
  return { html: "", text, excerpt: "" };
}
