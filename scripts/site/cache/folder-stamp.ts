// Tells one state of a post's folder from every other without reading its texts.

import { createHash } from "node:crypto";
import { type Dirent, readdirSync } from "node:fs";
import { isSettled, stampFile } from "./file-stamp.ts";

/**
 * Returns what tells the state of a folder from every other: the names in it and below it, and the state of each text; undefined
 * when something was changed a moment ago, so that the state of a file says nothing.
 */
export function stampFolder(folder: string): string | undefined {
  const now = Date.now();
  const found: string[] = [];
  return collect(folder, "", now, found) ? createHash("sha256").update(found.join("\0")).digest("base64") : undefined;
}

/** Returns false as soon as something has not settled. */
function collect(folder: string, below: string, now: number, found: string[]): boolean {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder + below, { withFileTypes: true });
  } catch (error) {
    found.push(below, String(error));
    return true;
  }
  for (const entry of entries) {
    const name = `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      found.push(`${name}/`);
      if (!collect(folder, name, now, found)) return false;
    } else if (entry.isFile() && name.endsWith(".md")) {
      const stamp = stampFile(folder + name);
      if (stamp === undefined || !isSettled(stamp, now)) return false;
      found.push(name, stamp.content, String(stamp.change));
    } else {
      // Of other files the reader tells the names only.
      found.push(name, entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other");
    }
  }
  return true;
}
