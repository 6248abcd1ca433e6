// Exports overlap: an item that is read twice is written once, with the comments of both readings.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import type { WxrComment, WxrItem } from "../wxr/wxr-model.ts";
import { readTime } from "./clock.ts";
import { groupOf } from "./posts.ts";

/** Joins the readings of repeated items. */
export interface RepeatedItems {
  /** Returns the item that is to be converted now, or undefined while further readings of it are to come. */
  readonly add: (key: string, item: WxrItem) => WxrItem | undefined;
}

/** Returns what joins items whose keys occur more than once; how often is known from the first pass. */
export function joinRepeatedItems(counts: ReadonlyMap<string, number>, ledger: LedgerBuilder): RepeatedItems {
  const waiting = new Map<string, WxrItem[]>();
  return {
    add: (key, item) => {
      const count = counts.get(key);
      if (count === undefined) return item;
      const readings = [...(waiting.get(key) ?? []), item];
      if (readings.length < count) {
        waiting.set(key, readings);
        return undefined;
      }
      waiting.delete(key);
      ledger.skipped(groupOf(item), "duplicate", count - 1);
      return joinReadings(readings);
    },
  };
}

// The reading that was changed last is the item; of equally old ones the first.
function joinReadings(readings: readonly WxrItem[]): WxrItem {
  const newest = readings.reduce((best, item) => (modifiedAt(item) > modifiedAt(best) ? item : best));
  const others = readings.filter((item) => item !== newest);
  const comments: WxrComment[] = [...newest.comments, ...others.flatMap((item) => item.comments)];
  return { ...newest, comments };
}

function modifiedAt({ fields }: WxrItem): number {
  return readTime(fields.get("wp:post_modified_gmt")) ?? readTime(fields.get("wp:post_modified")) ?? 0;
}
