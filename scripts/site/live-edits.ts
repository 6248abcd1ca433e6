// Shows a saved edit of a post at once under `npm start`: its own page is drawn from its folder as it is now and from the
// surroundings that it had, whatever the size of the archive. Lists, feeds, data and search follow in the background.

import { relative, resolve, sep } from "node:path";
import { printError } from "../print.ts";
import type { SiteDrawing } from "./drawing/draw-site.ts";
import { PROJECT_DIR } from "./options.ts";

/** Edits are often saved one after the other. In milliseconds. */
const CALM = 400;

/** Follows what is saved while a site is served. */
export interface LiveEdits {
  /** Takes over a site that has just been drawn whole. */
  readonly remember: (drawing: SiteDrawing) => void;
  /** Draws the pages of edited posts. False when the change is of another kind: then the site must be drawn whole. */
  readonly show: (files: readonly string[]) => boolean;
  /** Waits for what is drawn in the background, and keeps more from being begun. */
  readonly settle: () => Promise<void>;
}

/** @param drawWhole draws the site anew, into the same folder; `onCaughtUp` is told when lists are as they should be again */
export function createLiveEdits(
  contentDir: string,
  drawWhole: () => Promise<SiteDrawing>,
  onCaughtUp: () => void,
): LiveEdits {
  let last: SiteDrawing | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** Posts that were edited while the site was being drawn: it may have read them before. */
  const late = new Set<string>();

  const catchUp = async (): Promise<void> => {
    late.clear();
    try {
      last = await drawWhole();
      const hadLate = [...late];
      for (const id of hadLate) last.redraw(id);
      if (hadLate.length > 0) plan();
      onCaughtUp();
    } catch (error) {
      printError(`Lists could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
    }
    running = undefined;
  };
  const plan = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One at a time; what came meanwhile is planned again at its end.
      running ??= catchUp();
    }, CALM);
  };

  return {
    remember: (drawing) => {
      last = drawing;
    },
    show: (files) => {
      const ids = new Set(files.map((file) => findPost(contentDir, file)));
      if (last === undefined || ids.size === 0) return false;
      for (const id of ids) {
        if (id === undefined || !last.redraw(id)) return false;
        late.add(id);
      }
      plan();
      return true;
    },
    settle: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
}

/** Returns the id of the post or page whose text or comment a file holds; undefined for any other file. */
export function findPost(contentDir: string, file: string): string | undefined {
  const path = relative(contentDir, resolve(PROJECT_DIR, file)).split(sep).join("/");
  const match = /^(?:posts\/(\d{4}|undated)|(pages))\/([^/]+)\/(?:index(?:\.[A-Za-z0-9-]+)?|comments\/[^/]+)\.md$/.exec(
    path,
  );
  return match === null ? undefined : `${match[1] ?? match[2]}/${match[3]}`;
}
