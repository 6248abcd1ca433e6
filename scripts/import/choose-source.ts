// Decides which source of the archive an import writes to, so that two blogs whose names look alike stay apart.

import { isSameBlog, type KnownSource, listSources } from "../archive/find-source.ts";
import { uniqueSlug } from "../archive/slug.ts";
import type { FoundSource } from "./importer.ts";
import { InputError } from "./open-input.ts";

/** Where an import goes. */
export interface ChosenSource {
  readonly id: string;
  /** The source of that id as it stands; absent when there is none yet. */
  readonly standing?: KnownSource;
  /** What a person should know of the choice. */
  readonly note?: string;
}

// The user says where single pages belong, whatever address they were saved from.
const PAGE_FORMATS: ReadonlySet<string> = new Set(["saved-page", "text-capture"]);

/**
 * Chooses the source for what was found.
 * @param wanted the source that the user named
 * @param earlier sources that this run has imported already: a dry run leaves no file of them
 * @throws InputError when the source that the user named is of another blog
 */
export function chooseSource(
  contentDir: string,
  found: Pick<FoundSource, "id" | "format" | "fields">,
  wanted: string | undefined,
  earlier: readonly KnownSource[] = [],
): ChosenSource {
  const { fields } = found;
  const sources = new Map([...earlier, ...listSources(contentDir)].map((source) => [source.id, source]));
  const choose = (id: string, note?: string): ChosenSource => {
    const standing = sources.get(id);
    return { id, ...(standing !== undefined && { standing }), ...(note !== undefined && { note }) };
  };
  if (wanted !== undefined) {
    const standing = sources.get(wanted);
    const isOther = standing !== undefined && !PAGE_FORMATS.has(found.format) && !isSameBlog(standing, fields);
    if (isOther) throw new InputError(describeOther(standing, fields));
    return choose(wanted);
  }
  const isOwn = (source: KnownSource | undefined): boolean => source !== undefined && isSameBlog(source, fields);
  if (isOwn(sources.get(found.id))) return choose(found.id);
  const known = [...sources.values()].find(
    ({ platform, platform_id }) =>
      platform_id !== undefined && platform_id === fields.platform_id && platform === fields.platform,
  );
  if (known !== undefined) return choose(known.id);
  const taken = sources.get(found.id);
  if (taken === undefined) return choose(found.id);
  const id = uniqueSlug(found.id, (name) => sources.has(name) && !isOwn(sources.get(name)));
  if (sources.has(id)) return choose(id);
  return choose(id, `content/sources/${taken.id}.md is of another blog (${describe(taken)}); this one is ${id} here`);
}

function describeOther(standing: KnownSource, fields: FoundSource["fields"]): string {
  return (
    `--source ${standing.id} names a source of another blog: content/sources/${standing.id}.md is of ${describe(standing)}, the export of ${describe(fields)}. ` +
    "Name another source; if the blog has moved, change `url` in that file first."
  );
}

function describe({ url, platform }: Pick<KnownSource, "url" | "platform">): string {
  return [url ?? "an unknown address", platform].filter((word) => word !== undefined).join(", ");
}
