// Keeps the reader's place: what was being read stays where it was on the screen while the thread around it changes.

import { isClosedAway, outermostClosed } from "./comments.ts";

/** Returns the comment at the top of the window, or undefined while the reader is not in the thread. */
export function findCurrent(comments: readonly HTMLElement[]): HTMLElement | undefined {
  return comments.find((comment) => {
    const { top, bottom } = comment.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

/** Changes the thread and scrolls so that the comment, or what is left of its branch, stands where it stood. */
export function keepPlace(comment: HTMLElement | undefined, change: () => void): void {
  const before = comment?.getBoundingClientRect().top ?? 0;
  change();
  if (comment === undefined) return;
  const kept = isClosedAway(comment) ? (outermostClosed(comment)?.parentElement ?? comment) : comment;
  // A comment whose branch has closed over it leads to the head of the branch, which must not end up above the window.
  const wanted = kept === comment ? before : Math.max(before, 0);
  // Heights of comments out of sight are estimates: the first step makes the true ones known.
  for (let step = 0; step < 3; step++) {
    const off = kept.getBoundingClientRect().top - wanted;
    if (Math.abs(off) < 1) return;
    scrollBy({ top: off, behavior: "instant" });
  }
}
