// Removes the sample archive that comes with the project when somebody's own blog moves in.

import { renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type ArchiveIndex, readIdentity } from "./archive-index.ts";
import { TEMPORARY_SUFFIX } from "./folder-listing.ts";
import { toPostFolder } from "./read-archive.ts";
import { readPeople } from "./read-people.ts";
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

interface SamplePost {
  readonly id: string;
  readonly sourceId: string | undefined;
  /** The post that it translates, which goes after it. */
  readonly original: string | undefined;
}

/** Removes the sample's posts, pages, source and what site.json says of it, if no other source is in the archive; undefined when there is nothing to remove. */
export async function removeSample(
  contentDir: string,
  index: ArchiveIndex,
  isDryRun: boolean,
): Promise<SampleRemoval | undefined> {
  const sources = new Set(readExcludes(contentDir).keys());
  const found: SamplePost[] = [];
  for (const id of index.ids) {
    const { source, source_id, translation_of } = readIdentity(`${contentDir}/${toPostFolder(id)}/index.md`) ?? {};
    if (source !== undefined) sources.add(source);
    if (source === SAMPLE_SOURCE) found.push({ id, sourceId: source_id, original: translation_of });
  }
  const samples = [...found].sort((a, b) => Number(a.original === undefined) - Number(b.original === undefined));
  if (sources.size !== 1 || !sources.has(SAMPLE_SOURCE)) return undefined;
  for (const { id, sourceId } of samples) index.remove(id, SAMPLE_SOURCE, sourceId);
  // Interrupted anywhere, it leaves a sample that check accepts, and its source until the last: the next import goes on.
  if (!isDryRun) {
    for (const { id } of samples) removeWhole(`${contentDir}/${toPostFolder(id)}`);
    for (const file of listSamplePeople(contentDir)) rmSync(`${contentDir}/${file}`, { force: true });
    await removeSiteSettings(contentDir, sampleSettings);
    rmSync(`${contentDir}/sources/${SAMPLE_SOURCE}.md`, { force: true });
  }
  const pages = samples.filter(({ id }) => id.startsWith("pages/")).length;
  return { posts: samples.length - pages, pages };
}

/** Lists the people whose names are meant in the sample only. */
function listSamplePeople(contentDir: string): readonly string[] {
  return readPeople(contentDir, [])
    .filter(({ sources }) => sources?.length === 1 && sources[0] === SAMPLE_SOURCE)
    .map(({ file }) => file);
}

// The folder loses its name first: a process that is killed leaves it whole or hidden, and never half of it.
function removeWhole(folder: string): void {
  const hidden = join(dirname(folder), `.${basename(folder)}${TEMPORARY_SUFFIX}`);
  rmSync(hidden, { recursive: true, force: true });
  renameSync(folder, hidden);
  rmSync(hidden, { recursive: true, force: true });
}
