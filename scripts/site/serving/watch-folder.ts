// Watches a folder with all below it, and tells of every file that is saved, made or taken away once it says that it is ready.
// A watch stands on each folder, not on each file: an archive has ten times as many of these, and systems allow only so many.

import { type FSWatcher, lstatSync, readdirSync, type Stats, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";

/** An editor saves in several steps, a person several files at once; they count as one change. In milliseconds. */
const REST = 30;
const LONGEST = 200;
/** Between so many folders other work gets its turn. */
const FOLDERS_PER_TURN = 100;

/** Watches and where they stand. */
interface Watched {
  readonly watcher: FSWatcher;
  /** Another folder of the same name needs a watch of its own. */
  readonly inode: number;
}

/** A folder under watch. */
export interface WatchedFolder {
  /** Folders that the system refuses to watch: it allows so many watches, or none may read them. */
  readonly unwatched: () => number;
  readonly close: () => void;
}

/**
 * Watches from the moment that it resolves: whoever reads the folder afterwards is told of all that he did not read.
 * `onChange` gets absolute paths, each once a time; none whose name begins with a dot, which the archive does not hold. A
 * folder that is not there yet may come later.
 */
export async function watchFolder(
  folder: string,
  onChange: (files: readonly string[]) => void,
): Promise<WatchedFolder> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  const tell = (): void => {
    const files = [...changed].sort();
    changed.clear();
    timer = undefined;
    onChange(files);
  };
  const add = (path: string): void => {
    const now = performance.now();
    if (timer === undefined) latest = now + LONGEST;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(REST, latest - now)));
  };
  // Elsewhere one watch of the system covers all that is below a folder.
  const tree = process.platform === "linux" ? await watchEachFolder(folder, add) : watchWhole(folder, add);
  return {
    unwatched: tree.unwatched,
    close: () => {
      clearTimeout(timer);
      tree.close();
    },
  };
}

function watchWhole(folder: string, add: (path: string) => void): WatchedFolder {
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && !/(?:^|[\\/])\./.test(name)) add(join(folder, name));
  });
  watcher.on("error", () => watcher.close());
  return { unwatched: () => 0, close: () => watcher.close() };
}

async function watchEachFolder(root: string, add: (path: string) => void): Promise<WatchedFolder> {
  const watched = new Map<string, Watched>();
  let refused = 0;

  const forget = (path: string): void => {
    if (!watched.has(path)) return;
    for (const [folder, { watcher }] of watched) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      watcher.close();
      watched.delete(folder);
    }
  };
  const onEvent = (path: string): void => {
    if (basename(path).startsWith(".")) return;
    const info = lookAt(path);
    if (!info?.isDirectory()) {
      forget(path);
      add(path);
    } else if (watched.get(path)?.inode !== info.ino) {
      forget(path);
      for (const file of cover(path, info)) if (file !== undefined) add(file);
    }
  };
  const watchOne = (path: string, inode: number, onName: (name: string) => void): void => {
    try {
      const watcher = watch(path, (_, name) => {
        if (name !== null) onName(name);
      });
      // A folder that goes away while it is watched: the one above tells of it.
      watcher.on("error", () => watcher.close());
      watched.set(path, { watcher, inode });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") refused += 1;
    }
  };
  /** Watches a folder, then what it holds: nothing is made in between unseen. Yields the files, and nothing for a folder. */
  const cover = function* (path: string, info: Stats): Generator<string | undefined> {
    watchOne(path, info.ino, (name) => onEvent(join(path, name)));
    yield undefined;
    for (const entry of readIfThere(path)) {
      const inside = join(path, entry.name);
      if (entry.name.startsWith(".")) continue;
      const below = entry.isDirectory() ? lookAt(inside) : undefined;
      if (below !== undefined) yield* cover(inside, below);
      else yield inside;
    }
  };
  // A link leads out of the archive, but for that to the archive itself.
  const lookAt = (path: string): Stats | undefined => {
    try {
      return (path === root ? statSync : lstatSync)(path, { throwIfNoEntry: false });
    } catch {
      // Nobody may look into the folder above.
      return undefined;
    }
  };

  const above = dirname(root);
  watchOne(above, 0, (name) => {
    if (join(above, name) === root) onEvent(root);
  });
  const info = lookAt(root);
  let folders = 0;
  for (const file of info?.isDirectory() ? cover(root, info) : []) {
    if (file === undefined && ++folders % FOLDERS_PER_TURN === 0) await setImmediate();
  }
  return {
    unwatched: () => refused,
    close: () => {
      for (const { watcher } of watched.values()) watcher.close();
      watched.clear();
    },
  };
}

function readIfThere(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    // It went away meanwhile; the folder above tells of it.
    return [];
  }
}
