// Shows what is saved while a site is served: the pages of an edited post are drawn at once, or when they are asked for, from
// its folder as it is now and from the surroundings that it had. All else follows: the whole site is drawn aside, again and
// again as long as something is saved, never twice at a time, and takes the place of the old one.

import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { TEMPORARY_SUFFIX } from "../../archive/folder-listing.ts";
import type { Problem } from "../../archive/model.ts";
import { redrawPost } from "../drawing/redraw-post.ts";
import type { DrawingSetting, PostOrder } from "../drawing/share.ts";
import { PROJECT_DIR } from "../options.ts";
import type { PlannedSite } from "./drawing-process.ts";

/** More edited posts than this are drawn when they are asked for. */
const AT_ONCE = 20;
/** Edits are often saved one after the other: lists wait a quarter of what drawing them took, within these. In milliseconds. */
const SHORT_REST = 400;
const LONG_REST = 30_000;
/** What somebody waits for is begun as soon as it is saved. */
const NO_REST = 20;

type PostPlan = Pick<PlannedSite, "orders" | "setting">;

/** The site that is served. */
export interface Served {
  readonly contentDir: string;
  /** The folder whose files are sent. */
  readonly outputDir: string;
  /** Draws the whole site from the archive as it is now and puts it in place. `onPlanned` is told halfway. */
  readonly drawWhole: (onPlanned: (planned: PostPlan) => void) => Promise<void>;
  /** Pages that are open load anew. */
  readonly reload: () => void;
  readonly say: (line: string) => void;
  readonly tellProblems: (problems: readonly Problem[]) => void;
}

/** Follows what is saved. */
export interface LiveEdits {
  /** Draws the whole site for the first time. Resolves once it is planned: from then on posts are shown as they are now. */
  readonly begin: () => Promise<void>;
  /** Takes note of files that were saved, made or taken away; none is missed before the first drawing, which reads all. */
  readonly note: (files: readonly string[]) => void;
  /** Sees to it that a page of a post that is asked for is as its folder is now. Takes its path, decoded. */
  readonly freshen: (path: string) => void;
  /** What has not been drawn yet will be. */
  readonly isComplete: () => boolean;
}

interface Posts {
  readonly byId: ReadonlyMap<string, PostOrder>;
  readonly idByPath: ReadonlyMap<string, string>;
  readonly setting: DrawingSetting;
}

/** Opens the book on what has to be drawn. */
export function createLiveEdits(served: Served): LiveEdits {
  const { contentDir, outputDir, drawWhole, reload, say, tellProblems } = served;
  let posts: Posts | undefined;
  /** Posts whose pages are older than their folder. */
  let stale = new Set<string>();
  /** Posts saved since the drawing under way began: it may have read them before. */
  const late = new Set<string>();
  let isDrawing = false;
  let isComplete = false;
  let lastTook = 0;
  let next: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined;
  /** What somebody waits for until the whole site is drawn. */
  let awaited: string[] = [];
  let isWanted = false;
  let onFirstPlanned: (() => void) | undefined;

  const redraw = (id: string): boolean => {
    const order = posts?.byId.get(id);
    if (posts === undefined || order === undefined) return false;
    stale.delete(id);
    try {
      const { isDrawn, problems } = redrawPost(contentDir, order, posts.setting);
      tellProblems(problems);
      return isDrawn;
    } catch (error) {
      say(`${id} could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  };

  const takeOver = ({ orders, setting }: PostPlan): void => {
    const idByPath = new Map(
      orders.flatMap(({ id, pages }) => pages.map(({ path }) => [decodeURIComponent(path), id] as const)),
    );
    // What stands there from an earlier start may be old.
    if (posts === undefined) stale = new Set(orders.map(({ id }) => id));
    posts = { byId: new Map(orders.map((order) => [order.id, order])), idByPath, setting: { ...setting, outputDir } };
  };

  const drawAll = async (): Promise<void> => {
    const started = performance.now();
    isDrawing = true;
    isWanted = false;
    late.clear();
    const waiting = awaited;
    awaited = [];
    if (waiting.length > 0) say(`Drawing the whole site, because of ${nameFiles(waiting)} …`);
    try {
      await drawWhole((planned) => {
        const isFirst = posts === undefined;
        takeOver(planned);
        onFirstPlanned?.();
        // A new post can be looked at from now on; at first, any.
        if (waiting.length > 0 || isFirst) reload();
      });
      lastTook = performance.now() - started;
      stale = new Set(late);
      isComplete = true;
      say(
        `${waiting.length > 0 ? "The whole site is drawn" : "Lists, data and search are drawn"} (${seconds(lastTook)}).`,
      );
      reload();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`The site could not be drawn: ${reason} It is tried again when a file is saved.`);
    }
    isDrawing = false;
    if (isWanted) plan(rest());
  };

  const rest = (): number => (awaited.length > 0 ? NO_REST : Math.min(LONG_REST, Math.max(SHORT_REST, lastTook / 4)));
  const plan = (delay: number): void => {
    isWanted = true;
    if (isDrawing) return;
    const at = performance.now() + delay;
    // The first edit counts: whoever saves every other second would wait for lists for ever.
    if (next !== undefined && next.at <= at) return;
    clearTimeout(next?.timer);
    const timer = setTimeout(() => {
      next = undefined;
      void drawAll();
    }, delay);
    next = { timer, at };
  };

  const showPosts = (ids: ReadonlySet<string>): void => {
    for (const id of ids) {
      stale.add(id);
      late.add(id);
    }
    if (ids.size > AT_ONCE) say(`${ids.size} posts have changed. Each is drawn when you look at it.`);
    else {
      for (const id of ids) {
        const started = performance.now();
        if (redraw(id)) say(`${id} is shown (${Math.round(performance.now() - started)} ms). Lists and search follow.`);
        else if (posts !== undefined) awaited.push(id);
      }
    }
    if (posts !== undefined) reload();
  };

  return {
    begin: () =>
      new Promise((resolve) => {
        onFirstPlanned = resolve;
        void drawAll();
      }),
    note: (files) => {
      if (onFirstPlanned === undefined) return;
      const shown = files.filter((file) => !isScratch(file));
      const ids = new Set<string>();
      for (const file of shown) {
        const id = findPost(contentDir, file);
        if (id === undefined) awaited.push(relative(file.startsWith(contentDir) ? contentDir : PROJECT_DIR, file));
        else ids.add(id);
      }
      if (ids.size > 0) showPosts(ids);
      if (shown.length > 0) plan(rest());
    },
    freshen: (path) => {
      const id = posts?.idByPath.get(path);
      if (id !== undefined && (stale.has(id) || !existsSync(join(outputDir, path, "index.html")))) redraw(id);
    },
    isComplete: () => isComplete,
  };
}

/** Returns the id of the post or page whose text or comment a file holds; undefined for any other file. */
export function findPost(contentDir: string, file: string): string | undefined {
  const path = relative(contentDir, resolve(file)).split(sep).join("/");
  const match = /^(?:posts\/(\d{4}|undated)|(pages))\/([^/]+)\/(?:index(?:\.[A-Za-z0-9-]+)?|comments\/[^/]+)\.md$/.exec(
    path,
  );
  return match === null ? undefined : `${match[1] ?? match[2]}/${match[3]}`;
}

/** Tells files that editors and our own commands write on the way to another. Vim tries whether it may write with 4913. */
function isScratch(file: string): boolean {
  return /(?:~|\.tmp|\.sw[a-p]|[\\/]4913)$/.test(file) || file.endsWith(TEMPORARY_SUFFIX);
}

function nameFiles(files: readonly string[]): string {
  const [first] = files;
  return files.length > 1 ? `${first} and ${files.length - 1} more` : `${first}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
