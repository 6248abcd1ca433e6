// Changes what the lists of sources say of records that were moved or taken away: links, images and other files, old addresses.

import { type AttachmentRow, readAttachmentList, writeAttachmentList } from "./attachment-list.ts";
import { type LinkList, type ReplacedAddress, readLinkList, writeLinkList } from "./link-list.ts";
import { type MediaRow, openMediaList } from "./media-list.ts";

/** What becomes of each line; undefined takes it away. */
export interface ListChanges {
  readonly link: (file: string, row: ReplacedAddress) => readonly [file: string, row: ReplacedAddress] | undefined;
  readonly media: (row: MediaRow) => MediaRow | undefined;
  readonly attachment: (row: AttachmentRow) => AttachmentRow | undefined;
}

/** Changes the lists of some sources; one that stays as it is is not written. */
export function changeSourceLists(contentDir: string, sources: Iterable<string>, changes: ListChanges): void {
  for (const source of sources) {
    changeLinks(contentDir, source, changes.link);
    changeMedia(contentDir, source, changes.media);
    changeAttachments(contentDir, source, changes.attachment);
  }
}

function changeLinks(contentDir: string, source: string, change: ListChanges["link"]): void {
  const changed: LinkList = new Map();
  for (const [file, rows] of readLinkList(contentDir, source)) {
    for (const row of rows) {
      const kept = change(file, row);
      if (kept !== undefined) changed.set(kept[0], [...(changed.get(kept[0]) ?? []), kept[1]]);
    }
  }
  writeLinkList(contentDir, source, changed);
}

function changeMedia(contentDir: string, source: string, change: ListChanges["media"]): void {
  const list = openMediaList(contentDir, source);
  for (const row of [...list.rows()]) {
    const kept = change(row);
    if (kept === row) continue;
    list.remove(row);
    if (kept !== undefined) list.set(kept);
  }
  list.write();
}

function changeAttachments(contentDir: string, source: string, change: ListChanges["attachment"]): void {
  const rows = [...readAttachmentList(contentDir, source)];
  const kept = rows.flatMap((row) => change(row) ?? []);
  if (kept.length < rows.length || kept.some((row, index) => row !== rows[index])) {
    writeAttachmentList(contentDir, source, kept);
  }
}
