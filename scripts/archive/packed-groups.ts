// Remembers rows of many groups, such as the files that each post refers to, in few bytes each: only one group lies open.

import { createTextMap } from "./compact/text-map.ts";

/** How a row becomes plain values, and back. */
export interface RowForm<Row, Values extends readonly (string | number | boolean)[]> {
  readonly toValues: (row: Row) => Values;
  /** Is given what toValues() returned. */
  readonly fromValues: (group: string, values: Values) => Row;
  /** What tells a row from the others of its group. */
  readonly keyOf: (row: Row) => string;
}

/** Rows by group and key, both in the order in which they came. */
export interface PackedGroups<Row> {
  /** Returns the rows of a group, to be changed until another group is opened. */
  readonly open: (group: string) => Map<string, Row>;
  /** Returns the rows of a group, to be looked at. */
  readonly read: (group: string) => ReadonlyMap<string, Row>;
  readonly groups: () => readonly string[];
  /** Returns all rows; those of a group are read when its turn comes. */
  readonly rows: () => Generator<Row>;
}

/** Opens an empty store. */
export function openPackedGroups<Row, Values extends readonly (string | number | boolean)[]>({
  toValues,
  fromValues,
  keyOf,
}: RowForm<Row, Values>): PackedGroups<Row> {
  // A map and objects for each group would take several times as much.
  const packed = createTextMap();
  let openGroup: string | undefined;
  let opened = new Map<string, Row>();
  let readGroup: string | undefined;
  let lastRead: ReadonlyMap<string, Row> = opened;
  const unpack = (group: string): Map<string, Row> => {
    // Written by close() alone.
    const rows = JSON.parse(packed.get(group) ?? "[]") as readonly Values[];
    return new Map(rows.map((values) => fromValues(group, values)).map((row) => [keyOf(row), row]));
  };
  const close = (): void => {
    if (openGroup === undefined) return;
    if (opened.size > 0) packed.set(openGroup, JSON.stringify([...opened.values()].map(toValues)));
    else packed.delete(openGroup);
  };
  const read = (group: string): ReadonlyMap<string, Row> => {
    if (group === openGroup) return opened;
    if (group !== readGroup) lastRead = unpack(group);
    readGroup = group;
    return lastRead;
  };
  return {
    open: (group) => {
      if (group === openGroup) return opened;
      close();
      opened = unpack(group);
      openGroup = group;
      readGroup = undefined;
      return opened;
    },
    read,
    groups: () => {
      close();
      return [...packed.keys()];
    },
    rows: function* () {
      close();
      for (const group of packed.keys()) yield* [...read(group).values()];
    },
  };
}
