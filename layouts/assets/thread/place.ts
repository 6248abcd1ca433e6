// Keeps the reader's place: what was being read stays where it was on the screen while the thread around it changes.

import { isClosedAway, outermostClosed } from "./comments.ts";

/** Distance in pixels between the places in the window where a comment is looked for: less than one line of a comment. */
const STEP = 20;

/**
 * Returns the uppermost comment in the window, or undefined while the reader is not in the thread.
 * Looks at the window, not at the comments: to ask five thousand for their place lays out each that was put off, for a minute.
 */
export function findCurrent(thread: HTMLElement): HTMLElement | undefined {
  const list = thread.querySelector(".comments")?.getBoundingClientRect();
  if (list === undefined) return undefined;
  const middle = (list.left + list.right) / 2;
  for (let y = Math.max(list.top, 0) + 1; y < Math.min(list.bottom, innerHeight); y += STEP) {
    const found = document.elementFromPoint(middle, y)?.closest<HTMLElement>(".comments .comment");
    if (found) return found;
  }
  return undefined;
}

/** Tells whether any part of an element is in the window. */
export function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
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
