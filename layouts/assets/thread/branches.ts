// Closes and opens branches: all at once by a button, one by a click on its rail; and opens all of them for print.

import { findCurrent, keepPlace } from "./place.ts";
import type { Order } from "./time-order.ts";

/** Wires the button and the rails. */
export function watchBranches(thread: HTMLElement): void {
  const button = thread.querySelector<HTMLButtonElement>("[data-tool=branches]");
  if (button !== null) watchButton(thread, button);
  thread.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLOListElement) || !target.matches("details.branch > .replies")) return;
    const branch = target.parentElement as HTMLDetailsElement;
    keepPlace(branch.parentElement?.querySelector<HTMLElement>(".comment") ?? undefined, () => {
      branch.open = false;
    });
    branch.querySelector("summary")?.scrollIntoView({ block: "nearest" });
  });
}

/** Opens all branches, in the thread's own order, while the page is printed. */
export function openForPrint(thread: HTMLElement, order: Order | undefined): void {
  let closed: readonly HTMLDetailsElement[] = [];
  let wasInTime = false;
  addEventListener("beforeprint", () => {
    wasInTime = order?.isInTime() === true;
    if (wasInTime) order?.show(false);
    closed = listBranches(thread).filter(({ open }) => !open);
    setOpen(closed, true);
  });
  addEventListener("afterprint", () => {
    setOpen(closed, false);
    if (wasInTime) order?.show(true);
  });
}

function watchButton(thread: HTMLElement, button: HTMLButtonElement): void {
  const whenOpen = button.textContent ?? "";
  const whenClosed = button.dataset.whenClosed ?? "";
  button.addEventListener("click", () => {
    const branches = listBranches(thread);
    const isClosing = button.textContent === whenOpen;
    keepPlace(findCurrent(thread), () => {
      // What lies within a closed branch is as it was when it is opened alone.
      setOpen(
        isClosing ? branches.filter((branch) => branch.matches(".comments > li > details")) : branches,
        !isClosing,
      );
    });
    button.textContent = isClosing ? whenClosed : whenOpen;
  });
}

function listBranches(thread: HTMLElement): readonly HTMLDetailsElement[] {
  return [...thread.querySelectorAll<HTMLDetailsElement>("details.branch")];
}

function setOpen(branches: readonly HTMLDetailsElement[], isOpen: boolean): void {
  for (const branch of branches) branch.open = isOpen;
}
