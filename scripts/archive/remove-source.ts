// Removes a whole blog from an archive: its records, its file and lists, and what else names it.

import { rmSync } from "node:fs";
import { toAttachmentListFile } from "./attachment-list.ts";
import { MEDIA_JOURNAL_END } from "./folder-listing.ts";
import { toLinkListFile } from "./link-list.ts";
import { toMediaListFile } from "./media-list.ts";
import type { Archive } from "./model.ts";
import { serializePerson } from "./record-fields.ts";
import { toRecordListFile } from "./record-list.ts";
import { type RedactOptions, type RedactOutcome, redactRecords } from "./redact-records.ts";
import type { RedactionTarget } from "./redaction-target.ts";
import { writeSiteSettings } from "./site-settings.ts";
import { writeFileWhole } from "./write-file.ts";

/** Returns the records of a source: its posts, and its comments below posts of others. */
export function listSourceTargets({ posts }: Archive, source: string): readonly RedactionTarget[] {
  return posts.flatMap((post): readonly RedactionTarget[] =>
    post.source === source
      ? [{ post }]
      : post.thread.flatMap((comment) => (comment.source === source ? [{ post, comment }] : [])),
  );
}

/** Removes a source; the log gets one line for it. Should it be imported again, nothing keeps it away. */
export async function removeSource(
  contentDir: string,
  archive: Archive,
  source: string,
  options: Omit<RedactOptions, "isDelete" | "keepsAddress" | "loggedAs" | "alsoChanged" | "alsoRemoved">,
): Promise<RedactOutcome> {
  const targets = listSourceTargets(archive, source);
  const people = archive.people.filter(({ sources }) => sources?.includes(source));
  const alsoChanged = people.filter(({ sources = [] }) => sources.length > 1).map(({ file }) => file);
  const deletion = { ...options, isDelete: true, keepsAddress: true, loggedAs: `source:${source}`, alsoChanged };
  const outcome = redactRecords(contentDir, archive, targets, deletion);
  const { takesOver } = archive.settings;
  if (takesOver.includes(source)) {
    await writeSiteSettings(contentDir, { takesOver: takesOver.filter((id) => id !== source) });
  }
  for (const { id: _id, file, body, extra, ...fields } of people) {
    const sources = fields.sources?.filter((id) => id !== source) ?? [];
    if (sources.length === 0) rmSync(`${contentDir}/${file}`, { force: true });
    else writeFileWhole(`${contentDir}/${file}`, serializePerson({ ...fields, sources }, body, extra));
  }
  const lists = [toRecordListFile, toMediaListFile, toLinkListFile, toAttachmentListFile].map((toFile) =>
    toFile(source),
  );
  // The source's file last: as long as it stands, the command can be given again.
  for (const file of [...lists, `sources/.${source}${MEDIA_JOURNAL_END}`, `sources/${source}.md`]) {
    rmSync(`${contentDir}/${file}`, { force: true });
  }
  return { ...outcome, excluded: new Map() };
}
