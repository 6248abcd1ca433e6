// Filters what was found, and counts the conversations that each further filter would leave.

import { FACET_NAMES, type FacetName, type Filters } from "./address.ts";
import type { Matches } from "./match.ts";
import type { SearchIndex } from "./open-index.ts";
import type { Members, RecordTable } from "./record-table.ts";

/** A facet of the archive's records. */
export interface Facet {
  readonly name: FacetName;
  /** As in addresses, by code. */
  readonly values: readonly string[];
  /** Calls back for each code that a record has. */
  readonly forEachCode: (record: number, visit: (code: number) => void) => void;
}

/** A value of a facet and what it would leave. */
export interface FacetCount {
  readonly value: string;
  /** Conversations that answer the query under the other facets' filters, by records with this value. */
  readonly count: number;
}

/** What is left of the matches. */
export interface Selection {
  /** Conversations of which records pass all filters and together hold all terms, ascending. */
  readonly conversations: readonly number[];
  /** Tells whether a record passes all filters. */
  readonly passes: (record: number) => boolean;
  /** By facet; values that would leave nothing are left out unless they are chosen. */
  readonly counts: ReadonlyMap<FacetName, readonly FacetCount[]>;
}

const KINDS = ["post", "comment"] as const;
const UNKNOWN = ["date", "name"] as const;

/** Returns the facets. That of people is large: it is there once somebody asks for it. */
export async function loadFacets(index: SearchIndex, hasPeople: boolean): Promise<readonly Facet[]> {
  const { manifest, table } = index;
  const [topics, people] = await Promise.all([index.loadTopics(), hasPeople ? index.loadPeople() : undefined]);
  const one = (name: FacetName, values: readonly string[], codeOf: (record: number) => number): Facet => ({
    name,
    values,
    // A value without a name is none: an unknown year, no source.
    forEachCode: (record, visit) => {
      const code = codeOf(record);
      if (values[code]) visit(code);
    },
  });
  return [
    one("kind", KINDS, (record) => (isPost(table, record) ? 0 : 1)),
    one(
      "lang",
      manifest.languages.map(({ code }) => code),
      (record) => table.language[record] ?? 0,
    ),
    one("year", manifest.years, (record) => table.year[record] ?? 0),
    many("topic", topics, (record) => table.conversation[record] ?? 0),
    ...(people === undefined ? [] : [many("person", people, (record) => record)]),
    one(
      "source",
      manifest.sources.map(({ id }) => id),
      (record) => table.source[record] ?? 0,
    ),
    {
      name: "unknown",
      values: UNKNOWN,
      forEachCode: (record, visit) => {
        if (manifest.years[table.year[record] ?? 0] === "") visit(0);
        if (table.unnamed[record] === 1) visit(1);
      },
    },
  ];
}

/** Filters the matches. */
export function select(table: RecordTable, matches: Matches, facets: readonly Facet[], filters: Filters): Selection {
  const { records, held, all } = matches;
  const active = facets.filter(({ name }) => filters[name].length > 0);
  const failed = new Uint32Array(table.size);
  for (const facet of active) {
    const bit = bitOf(facet.name);
    const chosen = new Set(filters[facet.name].map((value) => facet.values.indexOf(value)));
    for (const record of records) {
      let passes = false;
      facet.forEachCode(record, (code) => {
        passes ||= chosen.has(code);
      });
      if (!passes) failed[record] = (failed[record] ?? 0) | bit;
    }
  }
  const conversations: number[] = [];
  forEachConversation(table, records, (conversation, from, to) => {
    let bits = 0;
    let some = false;
    for (let place = from; place < to; place += 1) {
      const record = records[place] ?? 0;
      if (failed[record] !== 0) continue;
      some = true;
      bits |= held[record] ?? 0;
    }
    if (some && bits === all) conversations.push(conversation);
  });
  const counts = new Map(
    facets.map((facet) => [facet.name, countValues(table, matches, facet, failed, filters[facet.name])] as const),
  );
  return { conversations, passes: (record) => failed[record] === 0, counts };
}

function countValues(
  table: RecordTable,
  { records, held, all }: Matches,
  facet: Facet,
  failed: Uint32Array,
  chosen: readonly string[],
): readonly FacetCount[] {
  const others = ~bitOf(facet.name);
  const counts = new Uint32Array(facet.values.length);
  // The terms that the records with each value hold in the conversation at hand, and which values have been met in it.
  const bits = new Uint32Array(facet.values.length);
  const isMet = new Uint8Array(facet.values.length);
  const met: number[] = [];
  let own = 0;
  const visit = (code: number): void => {
    bits[code] = (bits[code] ?? 0) | own;
    if (isMet[code] === 1) return;
    isMet[code] = 1;
    met.push(code);
  };
  forEachConversation(table, records, (_, from, to) => {
    for (let place = from; place < to; place += 1) {
      const record = records[place] ?? 0;
      if (((failed[record] ?? 0) & others) !== 0) continue;
      own = held[record] ?? 0;
      facet.forEachCode(record, visit);
    }
    for (const code of met) {
      if (bits[code] === all) counts[code] = (counts[code] ?? 0) + 1;
      bits[code] = 0;
      isMet[code] = 0;
    }
    met.length = 0;
  });
  return facet.values.flatMap((value, code) => {
    const count = counts[code] ?? 0;
    return value !== "" && (count > 0 || chosen.includes(value)) ? [{ value, count }] : [];
  });
}

/** Calls back for each conversation with the range of its records among those given. */
function forEachConversation(
  { conversation }: RecordTable,
  records: Uint32Array,
  visit: (conversation: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < records.length; ) {
    const number = conversation[records[from] ?? 0] ?? 0;
    let to = from + 1;
    while (to < records.length && conversation[records[to] ?? 0] === number) to += 1;
    visit(number, from, to);
    from = to;
  }
}

function many(name: FacetName, { names, start, codes }: Members, thingOf: (record: number) => number): Facet {
  return {
    name,
    values: names,
    forEachCode: (record, visit) => {
      const thing = thingOf(record);
      for (let place = start[thing] ?? 0; place < (start[thing + 1] ?? 0); place += 1) visit(codes[place] ?? 0);
    },
  };
}

function isPost({ first, conversation }: RecordTable, record: number): boolean {
  return first[conversation[record] ?? 0] === record;
}

function bitOf(name: FacetName): number {
  return 1 << FACET_NAMES.indexOf(name);
}
