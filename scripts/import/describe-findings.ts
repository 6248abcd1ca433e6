// Says what was found in the files, folders and zip archives that the user named, before anything is imported.

import { toVisible } from "../archive/show.ts";
import type { OpenedContainer } from "./open-inputs.ts";
import type { Findings } from "./recognize.ts";

const MAX_NAMES = 8;
const MAX_STRANGERS = 10;

/** Returns lines for the terminal: what each file is, and what was passed over. */
export function describeFindings(
  { recognized, strangers }: Findings,
  containers: readonly OpenedContainer[],
): readonly string[] {
  const lines: string[] = [];
  for (const importer of new Set(recognized.map((choice) => choice.importer))) {
    const paths = recognized.filter((choice) => choice.importer === importer).map(({ input }) => toVisible(input.path));
    const rest = paths.length - MAX_NAMES;
    const shown = `${paths.slice(0, MAX_NAMES).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
    lines.push(`Found ${importer.name}: ${shown}`);
  }
  for (const { input, what } of strangers.slice(0, MAX_STRANGERS)) {
    lines.push(`Passed over: ${toVisible(input.path)} ${what}`);
  }
  const rest = strangers.length - MAX_STRANGERS;
  if (rest > 0) lines.push(`Passed over: ${rest} more files`);
  for (const { path, media, empty } of containers) {
    const counts = [
      ...(media > 0 ? [`${media} pictures, films and other files that hold no posts`] : []),
      ...(empty > 0 ? [`${empty} files without content`] : []),
    ];
    if (counts.length > 0) lines.push(`Passed over in ${toVisible(path)}: ${counts.join(", ")}`);
  }
  return [...lines, ""];
}
