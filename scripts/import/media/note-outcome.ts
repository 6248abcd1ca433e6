// Writes down what became of a wanted file, in the source's list and in the counts of the run.

import type { MediaState } from "../../archive/media-list.ts";
import { hideEmailAddresses } from "../../markdown/email-address.ts";
import type { PutFile } from "./hold-file.ts";
import type { Acquisition } from "./media-session.ts";
import type { Want } from "./media-wants.ts";

/** Notes that a file is held. */
export function noteHeld(acquisition: Acquisition, { post, url }: Want, held: PutFile): void {
  const { isNew, ...place } = held;
  const row = { post, url, state: "held" as const, note: "", ...place };
  if (acquisition.context.isDryRun) acquisition.list.set(row);
  else acquisition.list.note(row);
  if (!isNew) return;
  acquisition.budget -= held.bytes;
  acquisition.added += 1;
}

/** Says why a file cannot be read; the system's own words name folders of this machine. */
export function describeObstacle(error: unknown): string {
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
  return code ?? message;
}

/** Notes why a file is not held. Names of files are no text of the source: e-mail addresses in them are never written. */
export function noteMissing(
  { context, list }: Acquisition,
  { post, url }: Want,
  state: MediaState,
  note: string,
): void {
  const row = { post, url, state, file: "", bytes: 0, sha256: "", note: hideEmailAddresses(note) };
  const standing = list.find(post, url);
  if (standing?.state === state && standing.note === row.note && standing.file === "") return;
  if (context.isDryRun) list.set(row);
  else list.note(row);
}
