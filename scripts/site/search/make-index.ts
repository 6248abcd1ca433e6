// Makes the files of the search index from the pages that can be found and the words that were read of them.

import { createHash } from "node:crypto";
import { INDEX_FORMAT, type IndexedLanguage, type IndexManifest } from "../../search/index-format.ts";
import { compress } from "./compress.ts";
import type { ReadWords } from "./index-share.ts";
import { joinWords } from "./join-words.ts";
import type { IndexedConversation } from "./list-conversations.ts";
import { groupNumbers, packMembers, packTable } from "./pack-table.ts";
import { packWords } from "./pack-words.ts";

/** An index before it is written; the files of texts are written already. */
export interface MadeIndex {
  /** Compressed content by name below the version's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: IndexManifest;
}

/** Makes the index of conversations that are in the order of their dates, those without one first. */
export function makeIndex(
  conversations: readonly IndexedConversation[],
  shares: readonly ReadWords[],
  titleOfSource: (id: string) => string | undefined,
): MadeIndex {
  const files = new Map<string, Uint8Array>();
  const languages = addWords(shares, files);
  const table = packTable(
    conversations,
    languages.map(({ code }) => code),
  );
  const records = conversations.flatMap((conversation) => conversation.records);
  const topics = groupNumbers(conversations, (conversation) => conversation.topics);
  const people = groupNumbers(records, ({ person }) => (person === undefined ? [] : [person]));
  files.set("table.bin", compress(table.bytes));
  files.set("topics.bin", compress(packMembers(topics)));
  files.set("people.bin", compress(packMembers(people)));
  const content = {
    format: INDEX_FORMAT,
    conversations: conversations.length,
    undated: conversations.filter(({ instant }) => instant === undefined).length,
    records: records.length,
    languages,
    years: table.years,
    sources: table.sourceIds.map((id) => ({ id, label: titleOfSource(id) ?? id })),
  } as const;
  const sums = shares.flatMap((share) => share.sums).sort(([a], [b]) => a - b);
  return { files, manifest: { ...content, version: hash(JSON.stringify([content, sums]), files) } };
}

function addWords(shares: readonly ReadWords[], files: Map<string, Uint8Array>): readonly IndexedLanguage[] {
  return joinWords(shares.flatMap(({ rows }) => rows)).map((dictionary) => {
    const packed = packWords(dictionary);
    for (const [number, { words, places }] of packed.files.entries()) {
      files.set(`${dictionary.language}-${number}.words.bin`, compress(words));
      files.set(`${dictionary.language}-${number}.places.bin`, compress(places));
    }
    return { code: dictionary.language, records: dictionary.records, starts: packed.starts };
  });
}

function hash(head: string, files: ReadonlyMap<string, Uint8Array>): string {
  const sum = createHash("sha256").update(head);
  for (const [name, content] of files) sum.update(name).update(content);
  return sum.digest("hex").slice(0, 12);
}
