// Says in an import's account which images and other files are held, and how to get those that are not.

import type { MediaAccount } from "../archive/ledger-model.ts";
import { toVisible } from "../archive/show.ts";

const MAX_HOSTS = 3;

// In words what the list in content/sources/ says in one.
const REASONS: Readonly<Record<string, string>> = {
  "not-held": "not given or fetched",
  ambiguous: "of a name that several files have",
  gone: "gone from the web",
  refused: "refused by their server",
  failed: "that could not be fetched or read this time",
  "too-large": "too large",
  "wrong-content": "with something else in their place",
  "unsupported-kind": "of a kind that is not held",
  "foreign-host": "on hosts that are not the blog's",
  "post-edited": "in texts that were edited here",
  removed: "removed here",
};

/** Returns lines for a terminal; none where the texts refer to no file. */
export function describeMedia(account: MediaAccount | undefined, source: string, added: number): readonly string[] {
  if (account === undefined) return [];
  const { held, missing, reasons, hosts } = account;
  const fresh = added > 0 ? ` (${added} new)` : "";
  const lines = [`  media    ${held} held${fresh}, ${missing} not held`];
  if (missing === 0) return lines;
  const names = Object.entries(hosts);
  const shown = names.slice(0, MAX_HOSTS).map(([host, number]) => `${number} on ${toVisible(host)}`);
  const rest = names.slice(MAX_HOSTS).reduce((sum, [, number]) => sum + number, 0);
  lines.push(`    ${[...shown, ...(rest > 0 ? [`${rest} elsewhere`] : [])].join(", ")}`);
  const words = Object.entries(reasons).map(([reason, number]) => `${number} ${REASONS[reason] ?? reason}`);
  lines.push(`    ${words.join(", ")}; content/sources/${source}.media.csv lists each`);
  const [open, settled] = [
    (reasons["not-held"] ?? 0) + (reasons.failed ?? 0),
    (reasons.gone ?? 0) + (reasons.refused ?? 0),
  ];
  if (open > 0) {
    lines.push(
      "    To hold them, import again with --media and a folder, tar or zip of the blog's files, or --media download.",
    );
  } else if (settled > 0) {
    lines.push("    What was gone is not asked for again, but with --media retry.");
  }
  return lines;
}
