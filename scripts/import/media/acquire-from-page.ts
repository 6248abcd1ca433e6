// Brings pictures that lie in the folder beside a saved page.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { holdForAll } from "./acquire-from-files.ts";
import type { Acquisition } from "./media-session.ts";
import type { Want } from "./media-wants.ts";
import { describeObstacle, noteHeld, noteMissing } from "./note-outcome.ts";

/** Holds those of the wanted files that were saved with their page. They come last: other ways may bring a better version. */
export function acquireFromPages(acquisition: Acquisition, wants: readonly Want[]): void {
  const { context, list } = acquisition;
  for (const want of wants) {
    const path = context.savedFiles?.get(want.url);
    if (path === undefined || list.find(want.post, want.url)?.state === "held") continue;
    try {
      const content = readFileSync(path);
      if (content.length > context.settings.maxFileSize)
        noteMissing(acquisition, want, "too-large", `${content.length} bytes`);
      else if (context.isDryRun)
        noteHeld(acquisition, want, { file: basename(path), bytes: content.length, sha256: "", isNew: true });
      else holdForAll(acquisition, [want], content, basename(path));
    } catch (error) {
      noteMissing(acquisition, want, "failed", describeObstacle(error));
    }
  }
}
