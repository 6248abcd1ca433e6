// Exports overlap: an item that is read twice is written once, with the comments of both readings.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import type { WxrComment, WxrItem } from "../wxr/wxr-model.ts";
import { readTime } from "./clock.ts";
import { commentIdOf } from "./comments.ts";
import { groupOf } from "./posts.ts";

/** Joins the readings of repeated items. */
export interface RepeatedItems {
  /** Returns the items that are to be converted now: none while further ones of this key are to come. `file` numbers the export. */
  readonly add: (key: string, item: WxrItem, file: number) => readonly WxrItem[];
}

interface Reading {
  readonly item: WxrItem;
  readonly file: number;
}

/** Returns what joins items whose keys occur more than once; how often is known from the first pass. */
export function joinRepeatedItems(counts: ReadonlyMap<string, number>, ledger: LedgerBuilder): RepeatedItems {
  const waiting = new Map<string, Reading[]>();
  return {
    add: (key, item, file) => {
      const count = counts.get(key);
      if (count === undefined) return [item];
      const readings = [...(waiting.get(key) ?? []), { item, file }];
      if (readings.length < count) {
        waiting.set(key, readings);
        return [];
      }
      waiting.delete(key);
      const posts = groupReadings(readings);
      ledger.skipped(groupOf(item), "duplicate", count - posts.length);
      return posts.map((group) => joinReadings(group, ledger));
    },
  };
}

// A real export holds different posts with one id and one address. Within a file only equal titles and slugs make
// a double; in another file, an older or newer export, the post may have been given a new title since.
function groupReadings(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const groups: Reading[][] = [];
  for (const reading of readings) {
    const group =
      groups.find((others) => others.some((other) => hasSameName(other.item, reading.item))) ??
      groups.find((others) => others.every((other) => other.file !== reading.file));
    if (group === undefined) groups.push([reading]);
    else group.push(reading);
  }
  return groups;
}

// The reading that was changed last is the item; of equally old ones that of the newest export, which comes first.
function joinReadings(readings: readonly Reading[], ledger: LedgerBuilder): WxrItem {
  const items = readings.map(({ item }) => item);
  const newest = items.reduce((best, item) => (modifiedAt(item) > modifiedAt(best) ? item : best));
  return { ...newest, comments: joinComments(readings, ledger) };
}

// Of a comment the newest export tells what became of it: approved since, edited, or taken away.
function joinComments(readings: readonly Reading[], ledger: LedgerBuilder): readonly WxrComment[] {
  const files = new Map<string, number>();
  return readings.flatMap(({ item, file }) =>
    item.comments.filter((comment) => {
      const id = comment.isDamaged ? undefined : commentIdOf(comment);
      if (id === undefined) return true;
      const firstFile = files.get(id) ?? file;
      files.set(id, firstFile);
      if (firstFile !== file) ledger.skipped("comments", "duplicate");
      return firstFile === file;
    }),
  );
}

function hasSameName({ fields: a }: WxrItem, { fields: b }: WxrItem): boolean {
  return a.get("title") === b.get("title") && a.get("wp:post_name") === b.get("wp:post_name");
}

function modifiedAt({ fields }: WxrItem): number {
  return readTime(fields.get("wp:post_modified_gmt")) ?? readTime(fields.get("wp:post_modified")) ?? 0;
}
