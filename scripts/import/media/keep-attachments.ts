// Decides which of a blog's uploaded files are listed with their old addresses: those of public posts, and those that are
// held. What was uploaded to a draft is not named.

import type { ArchiveWriter } from "../../archive/archive-writer.ts";
import {
  type AttachmentRow,
  isAttachmentNumber,
  readAttachmentList,
  toListedAddress,
  writeAttachmentList,
} from "../../archive/attachment-list.ts";
import { openMediaList } from "../../archive/media-list.ts";
import { readOldAddress } from "../../archive/old-address.ts";
import { isPublicFolder } from "../../archive/standing-posts.ts";
import { holdsEmailAddress } from "../../markdown/email-address.ts";
import { readMediaAddress, toHostAndPath } from "./media-address.ts";

/** An uploaded file as an export tells of it. */
export interface ExportedAttachment extends Omit<AttachmentRow, "held"> {
  /** It is not public by itself. */
  readonly isHidden: boolean;
}

/** What an import knows. */
export interface AttachmentContext {
  readonly contentDir: string;
  /** Source id. */
  readonly source: string;
  readonly writer: Pick<ArchiveWriter, "isPublic" | "isExcluded">;
  /** Addresses with an e-mail address in them are left out. */
  readonly hasMask: boolean;
}

/** Writes the list anew: what the exports tell, and what earlier ones told of other files. To be called when all files are held. */
export function keepAttachments(exported: Iterable<ExportedAttachment>, context: AttachmentContext): void {
  const { contentDir, source, writer, hasMask } = context;
  const found = new Map<string, Omit<AttachmentRow, "held"> | undefined>();
  for (const { isHidden, ...row } of exported) {
    // Of two files with one number the first counts, as for galleries.
    if (isAttachmentNumber(row.id) && !found.has(row.id)) found.set(row.id, isHidden ? undefined : row);
  }
  for (const row of readAttachmentList(contentDir, source)) if (!found.has(row.id)) found.set(row.id, row);
  const isPublic = remember(writer.isPublic);
  const clean = (address: string): string => (hasMask && holdsEmailAddress(address) ? "" : toListedAddress(address));
  const findHeld = found.size === 0 ? () => "" : openHeld(context, found.values());
  const rows: AttachmentRow[] = [];
  for (const row of found.values()) {
    if (row === undefined || writer.isExcluded(row.id)) continue;
    const hasParent = isAttachmentNumber(row.parent);
    const parent = hasParent && isPublic(row.parent) ? row.parent : "";
    const held = findHeld(row.file);
    if (parent === "" && held === "") continue;
    // The address of the page begins with the name of the post, which may be a draft's.
    const page = hasParent && parent === "" ? "" : clean(row.page);
    const isNumber = readOldAddress(page)?.number === row.id;
    rows.push({ id: row.id, page: isNumber ? "" : page, file: clean(row.file), parent, held });
  }
  writeAttachmentList(contentDir, source, rows);
}

/** Returns a function that finds where a file is held: with the first of the public posts that show it. */
function openHeld(
  { contentDir, source }: AttachmentContext,
  rows: Iterable<Omit<AttachmentRow, "held"> | undefined>,
): (file: string) => string {
  const originals = new Set<string>();
  const heldBy = new Map<string, string>();
  const isOriginal = (hostAndPath: string): boolean => originals.has(hostAndPath);
  const identify = (url: string): string => readMediaAddress(url, isOriginal)?.identity ?? "";
  for (const row of rows)
    if (row !== undefined && URL.canParse(row.file)) originals.add(toHostAndPath(new URL(row.file)));
  const isPublic = remember((folder) => isPublicFolder(contentDir, folder));
  for (const { post, state, file, url } of openMediaList(contentDir, source).rows()) {
    if (state !== "held" || file === "" || !isPublic(post)) continue;
    const [identity, path] = [identify(url), `${post}/${file}`];
    const known = heldBy.get(identity);
    if (identity !== "" && (known === undefined || path < known)) heldBy.set(identity, path);
  }
  return (file) => (heldBy.size === 0 ? "" : (heldBy.get(identify(file)) ?? ""));
}

function remember(ask: (key: string) => boolean): (key: string) => boolean {
  const answers = new Map<string, boolean>();
  return (key) => {
    const known = answers.get(key) ?? ask(key);
    answers.set(key, known);
    return known;
  };
}
