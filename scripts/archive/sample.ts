// Removes the sample archive that comes with the project when somebody's own blog moves in.

import { rmSync } from "node:fs";
import { type ArchiveIndex, readIdentity } from "./archive-index.ts";
import { toPostFolder } from "./read-archive.ts";
import { sampleSettings } from "./sample-settings.ts";
import { removeSiteSettings } from "./site-settings.ts";
import { readExcludes } from "./source-file.ts";

/** Id of the source that the sample's records name. */
export const SAMPLE_SOURCE = "sample";

/** What was removed. */
export interface SampleRemoval {
  readonly posts: number;
  readonly pages: number;
}

/** Removes the sample's posts, pages, source and what site.json says of it, if no other source is in the archive; undefined when there is nothing to remove. */
export async function removeSample(
  contentDir: string,
  index: ArchiveIndex,
  isDryRun: boolean,
): Promise<SampleRemoval | undefined> {
  const sources = new Set(readExcludes(contentDir).keys());
  const samples: { readonly id: string; readonly sourceId: string | undefined }[] = [];
  for (const id of index.ids) {
    const { source, source_id } = readIdentity(`${contentDir}/${toPostFolder(id)}/index.md`) ?? {};
    if (source !== undefined) sources.add(source);
    if (source === SAMPLE_SOURCE) samples.push({ id, sourceId: source_id });
  }
  if (sources.size !== 1 || !sources.has(SAMPLE_SOURCE)) return undefined;
  for (const { id, sourceId } of samples) {
    index.remove(id, SAMPLE_SOURCE, sourceId);
    if (!isDryRun) rmSync(`${contentDir}/${toPostFolder(id)}`, { recursive: true, force: true });
  }
  if (!isDryRun) {
    rmSync(`${contentDir}/sources/${SAMPLE_SOURCE}.md`, { force: true });
    await removeSiteSettings(contentDir, sampleSettings);
  }
  const pages = samples.filter(({ id }) => id.startsWith("pages/")).length;
  return { posts: samples.length - pages, pages };
}
