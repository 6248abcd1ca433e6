// Draws the pages of one post anew, and nothing else that tells of it.

import type { Problem } from "../../archive/model.ts";
import { openFindings } from "./find-post.ts";
import { createShare, type DrawingSetting, type PostOrder } from "./share.ts";

/** What came of it. */
export interface RedrawnPost {
  /** False when nothing was written: other texts stand in the folder than its pages show, so pages come or go. */
  readonly isDrawn: boolean;
  /** What is wrong in the folder. */
  readonly problems: readonly Problem[];
}

/** Draws and writes them, from the folder as it is now. Page types must be loaded. */
export function redrawPost(contentDir: string, order: PostOrder, setting: DrawingSetting): RedrawnPost {
  const share = createShare(0);
  const [found] = share.readPosts(contentDir, [{ id: order.id }], false);
  const { post, problems } = found === undefined ? { problems: [] } : openFindings(found);
  if (post === undefined || (post.status !== undefined && !setting.frame.hasDrafts))
    return { isDrawn: false, problems };
  const texts = [post, ...post.translations].map(({ file }) => file);
  const shown = order.pages.map(({ file }) => file);
  if (texts.length !== shown.length || !shown.every((file) => texts.includes(file)))
    return { isDrawn: false, problems };
  share.begin({ ...setting, hasData: false });
  share.drawPosts([{ ...order, places: [], asked: [] }]);
  return { isDrawn: true, problems };
}
