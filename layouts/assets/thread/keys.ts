// Moves through a thread by single keys. Off until the reader switches it on (WCAG 2.1.4), and then remembered.

import { recall, remember } from "../storage.ts";
import { branchOf, findByFragment, listOpen, parentOf, reveal } from "./comments.ts";
import { findCurrent, isInWindow, keepPlace } from "./place.ts";
import { type Action, readKey } from "./read-key.ts";

const KEY = "ordskifte.keys";

/** Wires the switch, the list of keys and the keyboard. */
export function watchKeys(thread: HTMLElement): void {
  const box = thread.querySelector<HTMLInputElement>("[data-tool=keys]");
  const dialog = thread.querySelector<HTMLDialogElement>("dialog.thread-keys");
  if (box === null) return;
  box.checked = recall("localStorage", KEY);
  box.addEventListener("change", () => remember("localStorage", KEY, box.checked));
  thread.querySelector("[data-tool=help]")?.addEventListener("click", () => dialog?.showModal());
  document.addEventListener("keydown", (event) => {
    const action = box.checked && !isTyping(event.target) ? readKey(event) : undefined;
    if (action === undefined || document.querySelector("dialog[open]") !== null) return;
    if (action === "help") dialog?.showModal();
    else if (action === "branch") toggle(thread);
    else if (!move(thread, action)) return;
    event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

function move(thread: HTMLElement, action: Exclude<Action, "help" | "branch">): boolean {
  const comments = listOpen(thread);
  const here = findFocused(comments);
  const to = here === undefined ? findFirst(thread, comments, action) : findTarget(comments, here, action);
  if (to === undefined) return false;
  reveal(to);
  focus(to);
  return true;
}

/** The comment that has the focus, as long as the reader has not scrolled away from it. */
function findFocused(comments: readonly HTMLElement[]): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>(".comment") ?? undefined;
  return focused !== undefined && comments.includes(focused) && isInWindow(focused) ? focused : undefined;
}

/** With no comment in focus the first step is to the one that is being read; above the thread, to its first. */
function findFirst(thread: HTMLElement, comments: readonly HTMLElement[], action: Action): HTMLElement | undefined {
  const current = findCurrent(thread);
  if (action === "next" || action === "sibling") return current ?? comments[0];
  return current === undefined ? undefined : findTarget(comments, current, action);
}

function findTarget(comments: readonly HTMLElement[], here: HTMLElement, action: Action): HTMLElement | undefined {
  const place = comments.indexOf(here);
  if (action === "next") return comments[place + 1];
  if (action === "previous") return comments[place - 1];
  if (action === "parent") return findByFragment(parentOf(here)) ?? undefined;
  // Where no sibling follows, one of the parent's does, and so on up.
  for (let from: HTMLElement | null = here; from !== null; from = findByFragment(parentOf(from))) {
    const parent = parentOf(from);
    const sibling = comments.find((comment, other) => other > place && parentOf(comment) === parent);
    if (sibling !== undefined) return sibling;
  }
  return undefined;
}

function toggle(thread: HTMLElement): void {
  const comment = findFocused(listOpen(thread)) ?? findCurrent(thread);
  if (comment === undefined) return;
  // A comment without replies closes the branch that it stands in.
  const branch = branchOf(comment) ?? comment.parentElement?.closest<HTMLDetailsElement>("details.branch");
  const head = branch?.parentElement?.querySelector<HTMLElement>(".comment");
  if (!branch || !head) return;
  keepPlace(head, () => {
    branch.open = !branch.open;
  });
  focus(head);
}

function focus(comment: HTMLElement): void {
  comment.tabIndex = -1;
  // Without a name of its own, a screen reader would read the whole comment as its name, or nothing.
  const parts = [...comment.querySelectorAll("h3, .permalink time, .permalink .date-unknown")];
  comment.setAttribute("aria-label", parts.map(({ textContent }) => textContent?.trim()).join(", "));
  comment.focus({ preventScroll: true });
  const { top, bottom } = comment.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) comment.scrollIntoView({ block: "start" });
}
