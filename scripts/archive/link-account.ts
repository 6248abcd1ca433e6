// Counts what became of the links in an import's texts that led to the blog itself.

import { hideEmailAddresses } from "../markdown/email-address.ts";
import { classifyAddress } from "./address-book.ts";
import type { LinkAccount, UnresolvedLink } from "./ledger-model.ts";
import { readOldAddress } from "./old-address.ts";

const MAX_EXAMPLES = 20;

/** What became of a link. */
export type LinkOutcome = "rewritten" | "ambiguous" | "unresolved";

/** Counts links. */
export interface LinkCounter {
  /** `item` is the id of the record that holds the link. */
  readonly add: (item: string, address: string, outcome: LinkOutcome) => void;
  /** Undefined when there were none. */
  readonly finish: () => LinkAccount | undefined;
}

/** Opens an account of the links to a blog. `homes` are its hosts, with the path below which it lies: `/` for all. */
export function createLinkCounter(homes: ReadonlyMap<string, string>): LinkCounter {
  const counts = { rewritten: 0, unresolved: 0, ambiguous: 0, lists: 0, files: 0 };
  const examples: UnresolvedLink[] = [];
  return {
    add: (item, address, outcome) => {
      const old = readOldAddress(address);
      if (old === undefined || !isBelow(old.path, homes.get(old.host))) return;
      const home = homes.get(old.host) === old.path ? { ...old, path: "/" } : old;
      const kind = outcome === "unresolved" ? classifyAddress(home) : "other";
      if (kind === "list") counts.lists++;
      else if (kind === "file") counts.files++;
      else {
        counts[outcome]++;
        if (outcome !== "rewritten") examples.push({ item, address: hideEmailAddresses(address) });
      }
    },
    finish: () => {
      if (Object.values(counts).every((count) => count === 0)) return undefined;
      const sorted = examples.sort((a, b) => compare(a.item, b.item) || compare(a.address, b.address));
      return { ...counts, examples: sorted.slice(0, MAX_EXAMPLES) };
    },
  };
}

function isBelow(path: string, home: string | undefined): boolean {
  return home !== undefined && (home === "/" || path === home || path.startsWith(`${home}/`));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
