// Gathers what a reference to a post, page or translation tells.

import { dirname } from "node:path/posix";
import type { Entry } from "../catalog.ts";
import { absoluteAddress } from "../location.ts";
import { toWebAddress } from "../original-address.ts";
import type { Site } from "../site.ts";
import type { Citation } from "./citation.ts";

/** Returns the citation of an entry. The address is the archive's where that is known, else the original. */
export function citePost(site: Site, { post, text, path, language, lang }: Entry): Citation {
  const { settings } = site.archive;
  const author = text.author ?? post.author;
  const date = text.date ?? post.date;
  const container = post.source === undefined ? undefined : site.catalog.sourcesById.get(post.source)?.title;
  const originalUrl = toWebAddress(text.source_url ?? post.source_url);
  const url = absoluteAddress(path, site.location) ?? originalUrl;
  const version = site.version.byFolder.get(dirname(post.file));
  return {
    kind: post.type,
    id: text === post ? post.id : `${post.id}/${language}`,
    ...(author !== undefined && { author }),
    ...(text.title !== undefined && { title: text.title }),
    ...(date !== undefined && { date }),
    ...(container !== undefined && { container }),
    ...(url !== undefined && { url }),
    ...(originalUrl !== undefined && { originalUrl }),
    archive: settings.title[language] ?? Object.values(settings.title)[0] ?? "Ordskifte",
    ...(version !== undefined && { version }),
    ...(lang !== "" && { lang }),
  };
}
