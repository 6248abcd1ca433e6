// Finds where the old addresses of uploaded files lead: to the file where it is held and shown, else to the post that it was uploaded to.

import { dirname } from "node:path/posix";
import { type AttachmentRow, readAttachmentList, toAttachmentListFile } from "../../archive/attachment-list.ts";
import type { Source } from "../../archive/model.ts";
import { listPublished } from "../attachments.ts";
import type { Entry } from "../catalog.ts";
import { encodePath } from "../images/picture.ts";
import type { Site } from "../site.ts";

/** An uploaded file with an old address. */
export interface OldAttachment {
  readonly source: Source;
  /** Its number at WordPress. */
  readonly number: string;
  /** Old address of the page about it; empty when its number was the only one. */
  readonly page: string;
  /** Path of the file or the post below the base. */
  readonly target: string;
  readonly label: string;
  /** BCP 47 code of the label; empty when unknown. */
  readonly lang: string;
  /** Old address of the text that it leads to; absent when it leads to a file, or when the text had none. */
  readonly parentAddress?: string;
  /** The list that tells of it, below content/. */
  readonly record: string;
}

/** Yields those of all sources, by source and number; none leads to a text that the site does not show. */
export function* listOldAttachments(site: Site): Generator<OldAttachment> {
  const { archive, catalog, options } = site;
  const originals = [...catalog.entriesById.values()].flatMap(([original]) =>
    original === undefined ? [] : [original],
  );
  const byFolder = new Map(originals.map((entry) => [dirname(entry.post.file), entry]));
  const byId = new Map(originals.map((entry) => [`${entry.post.source}\n${entry.post.source_id}`, entry]));
  for (const source of archive.sources) {
    for (const row of readAttachmentList(options.contentDir, source.id)) {
      const { id: number, page, parent } = row;
      const common = { source, number, page, record: toAttachmentListFile(source.id) };
      const file = findFile(site, row, byFolder);
      if (file !== undefined) {
        yield { ...common, ...file, lang: "" };
        continue;
      }
      const entry = parent === "" ? undefined : byId.get(`${source.id}\n${parent}`);
      if (entry === undefined) continue;
      const { title, source_url: parentAddress } = entry.post;
      const [label, lang] = title === undefined ? [entry.path, ""] : [title, entry.lang];
      yield { ...common, target: entry.path, label, lang, ...(parentAddress !== undefined && { parentAddress }) };
    }
  }
}

function findFile(
  site: Site,
  { held }: AttachmentRow,
  byFolder: ReadonlyMap<string, Entry>,
): { readonly target: string; readonly label: string } | undefined {
  if (held === "") return undefined;
  const [entry, name] = [byFolder.get(dirname(held)), held.slice(held.lastIndexOf("/") + 1)];
  if (entry === undefined || !listPublished(site, entry.post).includes(name)) return undefined;
  return { target: entry.path + encodePath(name), label: name };
}
