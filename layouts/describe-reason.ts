// Puts into words why an import left something out. Importers make reasons of the words of their sources, so some have none of ours.

import type { Strings } from "../scripts/strings/index.ts";

/** Families of reasons that end in a word of the source: `type-portfolio`, `on-portfolio`, `kind-like`. */
const FAMILIES = { type: "ledger.reasonType", on: "ledger.reasonOn", kind: "ledger.reasonKind" } as const;

/** Returns a reason in words; `name` is the source's own word for the text's placeholder, when there is one. */
export function describeReason(reason: string, t: Strings): { readonly text: string; readonly name?: string } {
  const key = `ledger.reason.${reason}`;
  if (Object.hasOwn(t, key)) return { text: t[key as keyof Strings] };
  const [, family, name] = /^(type|on|kind)-(.+)$/.exec(reason) ?? [];
  if (family === undefined || name === undefined) return { text: "{name}", name: reason };
  return { text: t[FAMILIES[family as keyof typeof FAMILIES]], name };
}
