// Finds comments of a thread as they stand on the page now, whichever order and whatever branches are closed.

/** Returns the comments that can be seen, from top to bottom. */
export function listOpen(thread: HTMLElement): readonly HTMLElement[] {
  return [...thread.querySelectorAll<HTMLElement>(".comments .comment")].filter((comment) => !isClosedAway(comment));
}

/** Tells whether a closed branch hides an element. */
export function isClosedAway(element: Element): boolean {
  return element.closest("details.branch:not([open])") !== null;
}

/** Returns the outermost closed branch that hides an element. */
export function outermostClosed(element: Element): HTMLDetailsElement | undefined {
  let found: HTMLDetailsElement | undefined;
  let branch = element.parentElement?.closest<HTMLDetailsElement>("details.branch");
  while (branch) {
    if (!branch.open) found = branch;
    branch = branch.parentElement?.closest<HTMLDetailsElement>("details.branch");
  }
  return found;
}

/** Opens every branch that hides an element. */
export function reveal(element: Element): void {
  for (let branch = outermostClosed(element); branch !== undefined; branch = outermostClosed(element))
    branch.open = true;
}

/** Returns the fragment of what a comment answers; empty for one on the post. */
export function parentOf(comment: Element): string {
  return comment.querySelector(":scope > header .u-in-reply-to")?.getAttribute("href") ?? "";
}

/** Returns the element that a fragment such as `#comment-12` names. */
export function findByFragment(fragment: string): HTMLElement | null {
  if (fragment.length < 2) return null;
  try {
    return document.getElementById(decodeURIComponent(fragment.slice(1)));
  } catch {
    return null;
  }
}

/** Returns the branch of a comment's replies. */
export function branchOf(comment: Element): HTMLDetailsElement | null {
  return comment.parentElement?.querySelector<HTMLDetailsElement>(":scope > details.branch") ?? null;
}
