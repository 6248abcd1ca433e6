// Notes which folders the links of a text ask for, so that it is rendered anew when something else stands there.

import type { Folders } from "../text-renderer.ts";

/** Folders that note who was asked for. */
export interface AskedFolders extends Folders {
  /** Returns what was asked for since the last time, whether it was there or not. */
  readonly take: () => readonly string[];
}

/** Notes what is asked of a map of folders. */
export function noteAsked(folders: Folders): AskedFolders {
  const asked = new Set<string>();
  return {
    get: (folder) => {
      asked.add(folder);
      return folders.get(folder);
    },
    take: () => {
      const taken = [...asked];
      asked.clear();
      return taken;
    },
  };
}
