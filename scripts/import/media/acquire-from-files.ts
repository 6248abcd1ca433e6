// Brings wanted files from the folders and archives that --media names.

import { checkFile, holdFile } from "./hold-file.ts";
import type { MediaFile } from "./media-library.ts";
import type { Acquisition } from "./media-session.ts";
import type { Want } from "./media-wants.ts";
import { describeObstacle, noteHeld, noteMissing } from "./note-outcome.ts";
import type { OpenedMedia } from "./open-media.ts";

interface Found {
  readonly wants: Want[];
  /** What the addresses that were led to the file by its name alone have in common; two are one too many. */
  readonly namedBy: Set<string>;
}

/** Returns what is not among the files. */
export async function acquireFromFiles(
  acquisition: Acquisition,
  opened: OpenedMedia,
  wants: readonly Want[],
): Promise<readonly Want[]> {
  const { context, hosts, wants: known } = acquisition;
  const left: Want[] = [];
  const found = new Map<MediaFile, Found>();
  for (const want of wants) {
    const address = known.addressOf(want);
    const match = opened.library.find(address, hosts);
    if (match.kind === "none") left.push(want);
    else if (match.kind === "ambiguous") noteMissing(acquisition, want, "ambiguous", listNames(match.files));
    else {
      const group = found.get(match.file) ?? { wants: [], namedBy: new Set() };
      found.set(match.file, group);
      group.wants.push(want);
      if (match.isByName) group.namedBy.add(address.identity);
    }
  }
  for (const [file, { wants: group, namedBy }] of found) {
    const obstacle = findObstacle(acquisition, file, namedBy.size);
    if (obstacle === undefined) continue;
    for (const want of group) noteMissing(acquisition, want, ...obstacle);
    found.delete(file);
  }
  if (context.isDryRun) {
    for (const [file, { wants: group }] of found) pretendToHold(acquisition, file, group);
    return left;
  }
  let done = 0;
  for await (const { file, content } of opened.read(new Set(found.keys()))) {
    const group = found.get(file)?.wants ?? [];
    done += 1;
    if (done % 20 === 0) acquisition.onProgress(`${done} of ${found.size} files`);
    if (content instanceof Error) {
      for (const want of group) noteMissing(acquisition, want, "failed", `${file.path}: ${describeObstacle(content)}`);
    } else {
      holdForAll(acquisition, group, content, nameOf(file));
    }
  }
  return left;
}

/** Puts a file beside every post that wants it. `name` is the one that it had. */
export function holdForAll(acquisition: Acquisition, wants: readonly Want[], content: Buffer, name: string): void {
  const { contentDir, settings } = acquisition.context;
  for (const isImage of [true, false]) {
    const group = wants.filter((want) => want.isImage === isImage);
    if (group.length === 0) continue;
    const checked = checkFile(content, isImage);
    for (const want of group) {
      if ("state" in checked) noteMissing(acquisition, want, checked.state, checked.note);
      else if (checked.bytes.length > acquisition.budget) {
        const limit = Math.round(settings.maxTotalSize / 1_000_000);
        noteMissing(acquisition, want, "too-large", `all files together would be more than ${limit} MB`);
      } else noteHeld(acquisition, want, holdFile(`${contentDir}/${want.post}`, name, checked));
    }
  }
}

function findObstacle(
  { context: { settings } }: Acquisition,
  { size }: MediaFile,
  names: number,
): readonly ["too-large" | "ambiguous", string] | undefined {
  if (size > settings.maxFileSize) return ["too-large", `${size} bytes`];
  return names > 1
    ? ["ambiguous", `${names} different addresses have this name, and there is one such file`]
    : undefined;
}

// A dry run knows no content, so files that would turn out to be equal count as several.
function pretendToHold(acquisition: Acquisition, { path, size }: MediaFile, wants: readonly Want[]): void {
  const posts = new Set<string>();
  const file = path.slice(path.lastIndexOf("/") + 1);
  for (const want of wants) {
    noteHeld(acquisition, want, { file, bytes: size, sha256: "", isNew: !posts.has(want.post) });
    posts.add(want.post);
  }
}

function nameOf({ title, path }: MediaFile): string {
  return title ?? path.slice(path.lastIndexOf("/") + 1);
}

function listNames(files: readonly MediaFile[]): string {
  const names = files.map(({ path }) => path).sort();
  return names.length > 4 ? `${names.slice(0, 4).join(" | ")} | …` : names.join(" | ");
}
