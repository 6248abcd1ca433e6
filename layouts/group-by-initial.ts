// Puts sorted names under their first letters. In Swedish å, ä and ö are letters of their own, é is an e; in English all are accents.

import { createCollator, findInitial } from "../scripts/strings/alphabet.ts";
import type { Language } from "../scripts/strings/index.ts";

/** Names that begin with the same letter; `initial` is empty for those that begin with none. */
export interface InitialGroup<Item> {
  readonly initial: string;
  readonly items: readonly Item[];
}

/** Groups items by the initials of their names; the groups stand in the language's alphabet, names without a letter last. */
export function groupByInitial<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  language: Language,
): readonly InitialGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const initial = findInitial(nameOf(item), language);
    const group = groups.get(initial);
    if (group) group.push(item);
    else groups.set(initial, [item]);
  }
  const collator = createCollator(language);
  return [...groups]
    .map(([initial, members]) => ({ initial, items: members }))
    .sort((a, b) => Number(a.initial === "") - Number(b.initial === "") || collator.compare(a.initial, b.initial));
}
