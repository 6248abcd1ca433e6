// Opens the search index of the site: its manifest and table at once, words and texts when they are asked for.

import {
  type ConversationTexts,
  INDEX_FORMAT,
  type IndexManifest,
  textsFile,
} from "../../../scripts/search/index-format.ts";
import { type Dictionary, openDictionary } from "./dictionary.ts";
import { createFetch } from "./fetch-packed.ts";
import { type Members, type RecordTable, readMembers, readTable } from "./record-table.ts";

/** The opened index. */
export interface SearchIndex {
  readonly manifest: IndexManifest;
  readonly table: RecordTable;
  /** In the order of the manifest's languages. */
  readonly dictionaries: readonly Dictionary[];
  /** The topics of conversations. */
  readonly loadTopics: () => Promise<Members>;
  /** The authors of records. */
  readonly loadPeople: () => Promise<Members>;
  /** Fetches what a conversation says, by its number. */
  readonly loadTexts: (conversation: number) => Promise<ConversationTexts>;
}

/**
 * Opens the index in a folder.
 * @param folder absolute address, with a slash at the end
 * @throws when it cannot be fetched, or is of another form than this script reads
 */
export async function openIndex(folder: string): Promise<SearchIndex> {
  // Asked for anew each time: it alone tells which version is there.
  const response = await fetch(`${folder}index.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  const manifest = (await response.json()) as IndexManifest;
  if (manifest.format !== INDEX_FORMAT)
    throw new Error(`The index is of form ${manifest.format}, not ${INDEX_FORMAT}.`);
  const fetchPacked = createFetch(`${folder}${manifest.version}/`);
  const table = readTable(await fetchPacked("table.bin"), manifest);
  const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
    let made: Promise<Value> | undefined;
    return () => {
      made ??= make();
      made.catch(() => {
        made = undefined;
      });
      return made;
    };
  };
  return {
    manifest,
    table,
    dictionaries: manifest.languages.map((language) => openDictionary(language, fetchPacked)),
    loadTopics: once(async () => readMembers(await fetchPacked("topics.bin"), manifest.conversations)),
    loadPeople: once(async () => readMembers(await fetchPacked("people.bin"), manifest.records)),
    loadTexts: async (conversation) => {
      const bytes = await fetchPacked(textsFile(conversation));
      return JSON.parse(new TextDecoder().decode(bytes)) as ConversationTexts;
    },
  };
}
