// What those who read and draw posts do for the search index: they write the texts of each page for its hits, and keep the words.

import { createHash } from "node:crypto";
import type { Post, Translation } from "../../archive/model.ts";
import { type ConversationTexts, NEXT_FOLDER, textsFile } from "../../search/index-format.ts";
import type { PostTexts } from "../post-texts.ts";
import { compress } from "./compress.ts";
import type { ConversationPlace } from "./list-conversations.ts";
import { listFoundComments, listRecords } from "./records.ts";
import { createWordRows, type WordRow } from "./word-row.ts";

/** What was read of a share of the posts; plain, so that it can be handed over. */
export interface ReadWords {
  readonly rows: readonly WordRow[];
  /** A checksum of each file of texts, by number of the conversation. */
  readonly sums: readonly (readonly [conversation: number, sum: string])[];
}

/** Reads the words of a share. */
export interface IndexShare {
  /** Takes the page of a text. @param lang of the text; empty when unknown */
  readonly add: (
    place: ConversationPlace,
    page: { readonly path: string; readonly lang: string },
    post: Post,
    text: Post | Translation,
    texts: PostTexts,
  ) => void;
  readonly finish: () => ReadWords;
}

/** Opens a share. `write` gets files by their path below the site's folder. */
export function createIndexShare(write: (path: string, content: Uint8Array) => void): IndexShare {
  const rows = createWordRows();
  const sums: (readonly [number, string])[] = [];
  return {
    add: ({ conversation, record }, { path, lang }, post, text, texts) => {
      const own = [texts.summaries.get(text.file)?.text, texts.byFile.get(text.file)?.text];
      const words = [
        own.filter(Boolean).join("\n\n"),
        ...listFoundComments(post, text).map(({ file }) => texts.byFile.get(file)?.text ?? ""),
      ];
      const { title } = text;
      const found: ConversationTexts["texts"] = listRecords(post, text, lang).map(
        ({ id, author, date, lang: own }, index) => ({
          ...(id !== undefined && { id }),
          ...(author !== undefined && { author }),
          ...(date !== undefined && { date }),
          ...(own !== undefined && { lang: own }),
          text: words[index] ?? "",
        }),
      );
      for (const [index, { id, author = "", lang: own, text: said }] of found.entries()) {
        rows.add(record + index, own, id === undefined ? `${title ?? ""}\n${author}` : author, said);
      }
      const shown: ConversationTexts = { path, ...(title !== undefined && { title }), texts: found };
      const content = compress(Buffer.from(JSON.stringify(shown)));
      write(`${NEXT_FOLDER}/${textsFile(conversation)}`, content);
      sums.push([conversation, createHash("sha1").update(content).digest("base64")]);
    },
    finish: () => ({ rows: rows.finish(), sums }),
  };
}
