// Lists the pages that search can find, oldest first, with what they and their records can be filtered by.

import { instantOf } from "../../archive/edtf.ts";
import { type Catalog, type Entry, topicsOf } from "../catalog.ts";
import { listFoundComments, listRecords, type SearchRecord } from "./records.ts";

/** A record and whose it is. */
export interface IndexedRecord extends SearchRecord {
  /** The name that stands for everybody whom an editor recorded to be one person; else the author's. */
  readonly person?: string;
}

/** A page that can be found. */
export interface IndexedConversation {
  readonly path: string;
  /** Milliseconds; absent for a page without a date. */
  readonly instant?: number;
  readonly topics: readonly string[];
  /** The post's own comes first. */
  readonly records: readonly [IndexedRecord, ...IndexedRecord[]];
}

/** Where the records of a page stand among all. */
export interface ConversationPlace {
  /** Number of the conversation. */
  readonly conversation: number;
  /** Number of its first record. */
  readonly record: number;
}

/** Returns all conversations, the oldest first, those without a date before all others. */
export function listConversations(catalog: Catalog): readonly IndexedConversation[] {
  return [...catalog.entriesByPath.values()]
    .map((entry) => toConversation(catalog, entry))
    .sort((a, b) => {
      const [first, second] = [a.instant ?? Number.NEGATIVE_INFINITY, b.instant ?? Number.NEGATIVE_INFINITY];
      return first === second ? (a.path < b.path ? -1 : 1) : first - second;
    });
}

/** Returns the place of each conversation by its path. */
export function placeConversations(
  conversations: readonly IndexedConversation[],
): ReadonlyMap<string, ConversationPlace> {
  let record = 0;
  return new Map(
    conversations.map(({ path, records }, conversation) => {
      const place = { conversation, record };
      record += records.length;
      return [path, place];
    }),
  );
}

function toConversation({ people, topicLabels }: Catalog, entry: Entry): IndexedConversation {
  const { post, text, lang, path } = entry;
  const [own, ...others] = listRecords(post, text, lang);
  const comments = listFoundComments(post, text);
  const instant = own.date === undefined ? undefined : instantOf(own.date);
  return {
    path,
    ...(instant !== undefined && { instant }),
    topics: topicsOf(entry, topicLabels),
    records: [
      withPerson(own, people.authorOf(post)?.label),
      ...others.map((record, index) => {
        const comment = comments[index];
        return withPerson(record, comment && people.commenterOf(comment, post)?.label);
      }),
    ],
  };
}

function withPerson(record: SearchRecord, label: string | undefined): IndexedRecord {
  const person = label ?? record.author;
  return person === undefined ? record : { ...record, person };
}
