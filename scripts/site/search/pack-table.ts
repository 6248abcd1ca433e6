// Packs what each record is: its conversation, language, source and year, and whether its author is known; topics and people beside it.

import type { NamedSource } from "../../search/index-format.ts";
import { PackedWriter } from "../../search/packed-numbers.ts";
import { indexLanguage } from "../../search/stem-key.ts";
import type { IndexedConversation, IndexedRecord } from "./list-conversations.ts";

/** What stands in `table.bin`, and the names of the codes in it. */
export interface PackedTable {
  readonly bytes: Uint8Array;
  readonly years: readonly string[];
  readonly sourceIds: readonly NamedSource["id"][];
}

/**
 * Packs the table: how many records each conversation has; three attributes; the records without a name.
 * @param languages codes of the indexes, in the manifest's order
 */
export function packTable(conversations: readonly IndexedConversation[], languages: readonly string[]): PackedTable {
  const records = conversations.flatMap((conversation) => conversation.records);
  const years = ["", ...unique(records.map(({ year }) => year))];
  const sourceIds = unique(records.map(({ source = "" }) => source));
  const writer = new PackedWriter(conversations.length * 8);
  for (const conversation of conversations) writer.number(conversation.records.length);
  packAttribute(writer, conversations, codesOf(languages), ({ lang }) => indexLanguage(lang));
  packAttribute(writer, conversations, codesOf(sourceIds), ({ source = "" }) => source);
  packAttribute(writer, conversations, codesOf(years), ({ year = "" }) => year);
  writer.ascending(recordsWhere(records, ({ author }) => author === undefined));
  return { bytes: writer.take(), years, sourceIds };
}

/** Packs names with the numbers of what bears each: topics with conversations, people with records. */
export function packMembers(members: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const writer = new PackedWriter(1024);
  writer.number(members.size);
  for (const [name, numbers] of [...members].sort(([a], [b]) => (a < b ? -1 : 1))) {
    writer.text(name);
    writer.ascending(numbers);
  }
  return writer.take();
}

/** Returns the numbers of items by the names that each of them has. */
export function groupNumbers<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [number, item] of items.entries()) {
    for (const name of namesOf(item)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [number]);
      else group.push(number);
    }
  }
  return groups;
}

/** Writes the code of each conversation's post, then the records that differ from their post, with theirs. */
function packAttribute(
  writer: PackedWriter,
  conversations: readonly IndexedConversation[],
  codes: ReadonlyMap<string, number>,
  nameOf: (record: IndexedRecord) => string,
): void {
  const codeOf = (one: IndexedRecord): number => codes.get(nameOf(one)) ?? 0;
  const different: number[] = [];
  const theirs: number[] = [];
  let record = 0;
  for (const { records } of conversations) {
    const [post] = records;
    const usual = codeOf(post);
    writer.number(usual);
    for (const one of records) {
      const code = codeOf(one);
      if (code !== usual) {
        different.push(record);
        theirs.push(code);
      }
      record += 1;
    }
  }
  writer.ascending(different);
  for (const code of theirs) writer.number(code);
}

function recordsWhere(records: readonly IndexedRecord[], isOne: (record: IndexedRecord) => boolean): readonly number[] {
  return records.flatMap((one, record) => (isOne(one) ? [record] : []));
}

function codesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, code) => [name, code]));
}

function unique(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
