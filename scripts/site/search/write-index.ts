// Writes the search index of a site below its folder, beside the texts that are there already, and puts it in the old one's place.

import { mkdirSync, writeFileSync } from "node:fs";
import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MANIFEST_FILE, NEXT_FOLDER, SEARCH_FOLDER } from "../../search/index-format.ts";
import type { Site } from "../site.ts";
import type { ReadWords } from "./index-share.ts";
import type { IndexedConversation } from "./list-conversations.ts";
import { makeIndex } from "./make-index.ts";

/**
 * Writes the index to `<siteDir>/search-index/`. What was drawn before may still be asked for by a page that is open under
 * `npm start`: it says that the search could not be loaded, and finds the new index the next time.
 */
export async function writeSearchIndex(
  site: Pick<Site, "catalog">,
  conversations: readonly IndexedConversation[],
  shares: readonly ReadWords[],
  siteDir: string,
): Promise<void> {
  const { files, manifest } = makeIndex(conversations, shares, (id) => site.catalog.sourcesById.get(id)?.title);
  const next = join(siteDir, NEXT_FOLDER);
  mkdirSync(next, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(next, name), content);
  const folder = join(siteDir, SEARCH_FOLDER);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && join(folder, entry.name) !== next)
      await rm(join(folder, entry.name), { recursive: true });
  }
  await rename(next, join(folder, manifest.version));
  await writeFile(join(siteDir, MANIFEST_FILE), JSON.stringify(manifest));
}
