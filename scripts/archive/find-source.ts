// Lists the sources that an archive keeps, and tells whether one of them is the blog of an export.

import { listFolder } from "./folder-listing.ts";
import type { Problem, Source } from "./model.ts";
import { readArchiveFile } from "./read-file.ts";
import { readSourceFields } from "./record-fields.ts";

/** What tells a source from others, and what an import of it need not ask again. */
export type KnownSource = Pick<Source, "id" | "url" | "platform" | "platform_id" | "timezone">;

// Single pages and texts do not tell what their blog was made with.
const UNKNOWN_PLATFORMS: ReadonlySet<string | undefined> = new Set([undefined, "page"]);

/** Returns the sources of the archive; those whose file cannot be read have their id only. */
export function listSources(contentDir: string): readonly KnownSource[] {
  const ignored: Problem[] = [];
  const names = listFolder(contentDir, "sources", ignored).files.filter((name) => name.endsWith(".md"));
  return names.map((name) => {
    const id = name.slice(0, -3);
    const file = readArchiveFile(contentDir, `sources/${name}`, ignored);
    if (file === undefined) return { id };
    const { url, platform, platform_id, timezone } = readSourceFields(file.fields).fields;
    return {
      id,
      ...(url !== undefined && { url }),
      ...(platform !== undefined && { platform }),
      ...(platform_id !== undefined && { platform_id }),
      ...(timezone !== undefined && { timezone }),
    };
  });
}

/** Tells whether two sources may be one blog: what only one of them tells does not part them. */
export function isSameBlog(a: Omit<KnownSource, "id">, b: Omit<KnownSource, "id">): boolean {
  const isKnown = !UNKNOWN_PLATFORMS.has(a.platform) && !UNKNOWN_PLATFORMS.has(b.platform);
  if (isKnown && a.platform !== b.platform) return false;
  // A blog may move; its number stays.
  if (isKnown && a.platform_id !== undefined && b.platform_id !== undefined) return a.platform_id === b.platform_id;
  return a.url === undefined || b.url === undefined || toAddressKey(a.url) === toAddressKey(b.url);
}

/** Returns what is left of a blog's address when it does not matter how it is written: `blog.example/path`. */
export function toAddressKey(url: string): string {
  return url
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}
