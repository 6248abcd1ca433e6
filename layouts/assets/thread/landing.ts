// Links within a thread: what they lead to comes into view from a closed branch too, and is marked while a link is pointed at.

import { findByFragment, reveal } from "./comments.ts";
import { isInWindow } from "./place.ts";

/** Wires the links of a thread, and addresses that name a comment. */
export function watchLinks(thread: HTMLElement): void {
  let asked: HTMLElement | null = null;
  const mark = (target: EventTarget | null): void => {
    asked?.classList.remove("is-asked");
    const link = target instanceof Element ? target.closest("a:is(.u-in-reply-to, .to-next, .to-previous)") : null;
    asked = link === null ? null : findByFragment(link.getAttribute("href") ?? "");
    asked?.classList.add("is-asked");
  };
  thread.addEventListener("pointerover", ({ target }) => mark(target));
  thread.addEventListener("pointerleave", () => mark(null));
  thread.addEventListener("focusin", ({ target }) => mark(target));
  // Before the browser looks for the place: not every browser opens a branch for it.
  thread.addEventListener("click", ({ target }) => {
    const href = target instanceof Element ? target.closest("a")?.getAttribute("href") : undefined;
    const place = href?.startsWith("#") ? findByFragment(href) : null;
    if (place !== null) reveal(place);
  });
  addEventListener("hashchange", () => land(thread));
  land(thread);
}

function land(thread: HTMLElement): void {
  const place = findByFragment(location.hash);
  if (place === null || !thread.contains(place)) return;
  reveal(place);
  if (!isInWindow(place)) place.scrollIntoView({ behavior: "instant" });
}
