// What the user chose about images and other files, and the limits that hold where nothing was chosen.

import type { LookupAll } from "./fetch-file.ts";

/** What --media and --media-limit say. */
export interface MediaSettings {
  /** Folders, tar and zip archives with files, in the order of the command line. */
  readonly paths: readonly string[];
  /** `missing` fetches what is not held, but not again what was told to be gone; `retry` fetches that, too. */
  readonly download: "no" | "missing" | "retry";
  /** Bytes of one file. */
  readonly maxFileSize: number;
  /** Bytes of all files that one run adds. */
  readonly maxTotalSize: number;
  /** How to reach the web; for tests, which have a server of their own. */
  readonly web?: MediaWeb;
}

/** Replacements of what reaches the web. */
export interface MediaWeb {
  readonly lookup: LookupAll;
  readonly isAllowedIp: (ip: string) => boolean;
  /** Milliseconds between attempts. */
  readonly pause: number;
  /** Milliseconds without any progress. */
  readonly idleTimeout: number;
}

const MEGABYTE = 1_000_000;

/** No files, no download. GitHub warns of files above 50 MB and refuses those above 100 MB. */
export const defaultMediaSettings: MediaSettings = {
  paths: [],
  download: "no",
  maxFileSize: 50 * MEGABYTE,
  maxTotalSize: 2000 * MEGABYTE,
};

/** Reads `50` or `50,2000`, in megabytes; undefined for anything else. */
export function readMediaLimit(text: string): Pick<MediaSettings, "maxFileSize" | "maxTotalSize"> | undefined {
  const [, file, total] = /^(\d{1,6}(?:\.\d+)?)(?:,(\d{1,7}(?:\.\d+)?))?$/.exec(text.trim()) ?? [];
  if (file === undefined || Number(file) === 0 || Number(total ?? 1) === 0) return undefined;
  return {
    maxFileSize: Number(file) * MEGABYTE,
    maxTotalSize: total === undefined ? defaultMediaSettings.maxTotalSize : Number(total) * MEGABYTE,
  };
}
