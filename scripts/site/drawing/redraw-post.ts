// Draws the pages of one post anew, and nothing else that tells of it.

import { openFindings } from "./find-post.ts";
import { createShare, type DrawingSetting, type PostOrder } from "./share.ts";

/** Draws and writes them. Returns false, and writes nothing, when other texts stand in the folder than its pages show. */
export function redrawPost(contentDir: string, order: PostOrder, setting: DrawingSetting): boolean {
  const share = createShare(0);
  const [found] = share.readPosts(contentDir, [{ id: order.id }], false);
  const { post } = found === undefined ? {} : openFindings(found);
  if (post === undefined || (post.status !== undefined && !setting.frame.hasDrafts)) return false;
  const texts = [post, ...post.translations].map(({ file }) => file);
  const shown = order.pages.map(({ file }) => file);
  if (texts.length !== shown.length || !shown.every((file) => texts.includes(file))) return false;
  share.begin({ ...setting, hasData: false });
  share.drawPosts([{ ...order, places: [], asked: [] }]);
  return true;
}
