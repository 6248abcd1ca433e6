// Tells in a line what became of the links inside texts.

import type { LinkAccount } from "../archive/ledger-model.ts";

/** Returns the line of an import's account about links that led to the blog itself; none where there were none. */
export function describeLinks(links: LinkAccount | undefined): readonly string[] {
  if (links === undefined) return [];
  const { rewritten, unresolved, ambiguous, lists, files } = links;
  const others = [
    [unresolved, "to what is not in the archive"],
    [ambiguous, "to what several records claim"],
    [lists, "to the home page and lists"],
    [files, "to files that are not held"],
  ] as const;
  const kept = others.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  const end = kept.length === 0 ? "" : `; as they were: ${kept.join(", ")}`;
  return [`  links    ${rewritten} inside the blog lead to their new place${end}`];
}
