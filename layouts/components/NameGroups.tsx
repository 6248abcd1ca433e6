// Names under their first letters, in the order of the page's language.

import type { ComponentChildren } from "preact";
import type { Language } from "../../scripts/strings/index.ts";
import { groupByInitial } from "../group-by-initial.ts";

interface NameGroupsProps<Item> {
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  readonly draw: (item: Item) => ComponentChildren;
  readonly language: Language;
  /** Heading of names that begin with no letter. */
  readonly otherLabel: string;
  /** Gives the headings ids that links to letters lead to. Only one list of a page may have them. */
  readonly hasAnchors?: boolean;
}

/** Draws one list a letter. The items come sorted. */
export function NameGroups<Item>({ items, nameOf, draw, language, otherLabel, hasAnchors }: NameGroupsProps<Item>) {
  return (
    <div class="name-groups">
      {groupByInitial(items, nameOf, language).map((group) => (
        <section key={group.initial} class="name-group">
          <h3 id={hasAnchors ? letterId(group.initial) : undefined}>{group.initial || otherLabel}</h3>
          <ul>
            {group.items.map((item, index) => (
              <li key={index}>{draw(item)}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Returns the id of the heading of a letter; "" is that of names without one. */
export function letterId(initial: string): string {
  return `letter-${initial === "" ? "other" : initial}`;
}
