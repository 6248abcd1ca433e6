// Finds the source that an archive keeps for a blog, when an export names the blog by its id and not by its address.

import { listFolder } from "./folder-listing.ts";
import type { Problem, Source } from "./model.ts";
import { readArchiveFile } from "./read-file.ts";
import { readSourceFields } from "./record-fields.ts";

/** What an import needs of a source that stands. */
export type KnownSource = Pick<Source, "id" | "url" | "timezone">;

/**
 * Returns the source of a platform's blog; undefined when the archive has none.
 * @param preferredId the source to return if the archive keeps the blog under several
 */
export function findSourceOfBlog(
  contentDir: string,
  blog: { readonly platform?: string; readonly platform_id?: string },
  preferredId: string,
): KnownSource | undefined {
  if (blog.platform === undefined || blog.platform_id === undefined) return undefined;
  const ignored: Problem[] = [];
  const found: KnownSource[] = [];
  for (const name of listFolder(contentDir, "sources", ignored).files) {
    if (!name.endsWith(".md")) continue;
    const file = readArchiveFile(contentDir, `sources/${name}`, ignored);
    if (file === undefined) continue;
    const { platform, platform_id, url, timezone } = readSourceFields(file.fields).fields;
    if (platform !== blog.platform || platform_id !== blog.platform_id) continue;
    found.push({
      id: name.slice(0, -3),
      ...(url !== undefined && { url }),
      ...(timezone !== undefined && { timezone }),
    });
  }
  return found.find(({ id }) => id === preferredId) ?? found[0];
}
