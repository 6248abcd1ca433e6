// Measures a finished site, and tells it beside what GitHub Pages takes.
// https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits

import { readdirSync, statSync } from "node:fs";

/** What a site takes on a disk. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
}

/** Bytes that GitHub Pages takes: "published sites may be no larger than 1 GB". */
const MAX_BYTES = 1e9;
/** From this part of the limit on, the owner should know what to do. */
const NEAR = 0.8;
/** A deployment is given ten minutes, and each file takes some of them. How many fit is not told: this is a guess on the safe side. */
const MANY_FILES = 60_000;

/** Counts the files of a folder and their bytes. */
export function measureSite(folder: string): SiteSize {
  let files = 0;
  let bytes = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = `${next}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else {
        files += 1;
        bytes += statSync(path).size;
      }
    }
  }
  return { files, bytes };
}

/** Returns what to print of a site: its size beside the limits, and what to do where it comes near them. */
export function describeSize({ files, bytes }: SiteSize): readonly string[] {
  const share = bytes / MAX_BYTES;
  const size = `The site is ${formatSize(bytes)} in ${files.toLocaleString("en")} files`;
  const limit = "GitHub Pages takes 1 GB, and a deployment of ten minutes";
  const lines = [`${size}, ${Math.ceil(share * 100)} % of what fits: ${limit}.`];
  if (share >= NEAR) {
    const state = share > 1 ? "That is too large for GitHub Pages." : "That is near the limit.";
    lines.push(
      `${state} These make it smaller: --lean (no people, sources, months, data files and old addresses), --no-search, ` +
        "no --avif, large files kept elsewhere, or a site of its own for each source. Another host has other limits: docs/deploying.md.",
    );
  } else if (files >= MANY_FILES) {
    lines.push(
      "So many files may take longer than that to deploy: --lean makes fewer. Another host has other limits: docs/deploying.md.",
    );
  }
  return lines;
}

function formatSize(bytes: number): string {
  return bytes >= 1e9
    ? `${(bytes / 1e9).toFixed(2)} GB`
    : bytes >= 1e6
      ? `${Math.round(bytes / 1e6)} MB`
      : `${Math.ceil(bytes / 1e3)} kB`;
}
