// Joins the saved pages of one post: a long thread stands on several, and a page may be saved twice.

import type { SavedComment, SavedPage } from "./read-page.ts";

/** A post that one or several saved pages show. */
export interface JoinedPage extends Omit<SavedPage, "commentPage" | "comments" | "declared"> {
  readonly comments: readonly JoinedComment[];
  readonly declared?: number;
  /** Comments that several of the pages hold. */
  readonly doubles: number;
}

/** A comment with its place in the whole thread. */
export interface JoinedComment extends Omit<SavedComment, "id" | "parent" | "parentId"> {
  readonly id: string;
  readonly parent?: string;
}

/** Joins pages of one post, in the order of their numbers. @throws TypeError for no page at all */
export function joinPages(pages: readonly SavedPage[]): JoinedPage {
  const sorted = [...pages].sort((a, b) => (a.commentPage ?? 1) - (b.commentPage ?? 1));
  const [first] = sorted;
  if (first === undefined) throw new TypeError("There is no page to join.");
  // The page with the text is the first, unless a theme shows the text only there.
  const main = sorted.find(({ html }) => html.trim() !== "") ?? first;
  const comments = new Map<string, JoinedComment>();
  const seen = new Set<string>();
  const tops = { count: 0 };
  let doubles = 0;
  const width = Math.max(2, String(sorted.reduce((sum, page) => sum + page.comments.length, 0)).length);
  for (const page of sorted) {
    const ids: string[] = [];
    const children = new Map<string, number>();
    for (const [index, comment] of page.comments.entries()) {
      const parent = comment.parent === undefined ? comment.parentId : ids[comment.parent];
      const { id: anchor, parent: _position, parentId: _parentId, ...fields } = comment;
      // Without anchors, only equal words on another page make a double.
      const key = `${comment.author ?? ""}\n${comment.date ?? ""}\n${comment.html}`;
      const id = anchor ?? number(parent, children, tops, width);
      ids[index] = id;
      const isDouble = anchor === undefined ? page !== first && seen.has(key) : comments.has(id);
      seen.add(key);
      if (isDouble) doubles += 1;
      else comments.set(id, { id, ...(parent !== undefined && { parent }), ...fields });
    }
  }
  const { commentPage: _page, declared: _declared, ...rest } = main;
  const declared = sorted.reduce<number | undefined>(
    (most, page) => (page.declared === undefined ? most : Math.max(most ?? 0, page.declared)),
    undefined,
  );
  const state = sorted.find((page) => page.state !== "unknown")?.state ?? "unknown";
  return {
    ...rest,
    state,
    comments: [...comments.values()],
    ...(declared !== undefined && { declared }),
    doubles,
    localImages: sorted.reduce((sum, page) => sum + page.localImages, 0),
    isComplete: sorted.every(({ isComplete }) => isComplete),
  };
}

function number(
  parent: string | undefined,
  children: Map<string, number>,
  tops: { count: number },
  width: number,
): string {
  const place = (count: number): string => String(count).padStart(width, "0");
  if (parent === undefined) {
    tops.count += 1;
    return `comment-${place(tops.count)}`;
  }
  const count = (children.get(parent) ?? 0) + 1;
  children.set(parent, count);
  return `${parent}-${place(count)}`;
}
