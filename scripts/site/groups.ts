// Groups posts under names (topics, authors) and gives every name an address of its own.

import { toSlug } from "../archive/slug.ts";
import type { Entry } from "./catalog.ts";

/** Posts under one name. */
export interface Group {
  readonly label: string;
  /** Unique among the groups made together; never only digits, which would collide with page numbers of lists. */
  readonly slug: string;
  /** In the order given. */
  readonly entries: readonly Entry[];
}

/** Groups entries under the labels that `labelsOf` returns, sorted by label in code-point order. Slugs that are taken are not given again. */
export function createGroups(
  entries: readonly Entry[],
  labelsOf: (entry: Entry) => readonly string[],
  takenSlugs: Iterable<string> = [],
): readonly Group[] {
  const byLabel = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const label of labelsOf(entry)) {
      const group = byLabel.get(label);
      if (group) group.push(entry);
      else byLabel.set(label, [entry]);
    }
  }
  const slugs = new Set(takenSlugs);
  return [...byLabel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, members]) => ({ label, slug: uniqueSlug(label, slugs), entries: members }));
}

/** Returns the slug of a label, before it is told apart from equal ones. */
export function toGroupSlug(label: string): string {
  const plain = toSlug(label) || "unnamed";
  return /^(page-)?\d+$/.test(plain) ? `name-${plain}` : plain;
}

function uniqueSlug(label: string, taken: Set<string>): string {
  const base = toGroupSlug(label);
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
