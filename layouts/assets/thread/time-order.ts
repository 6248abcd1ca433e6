// Shows a thread in order of time: one flat list, which the page brings along as positions. The choice lasts while the window does.

import { recall, remember } from "../storage.ts";
import { findByFragment, reveal } from "./comments.ts";
import { findCurrent, keepPlace } from "./place.ts";

const KEY = "ordskifte.order";

/** The order in which a thread is shown. */
export interface Order {
  readonly isInTime: () => boolean;
  readonly show: (isInTime: boolean) => void;
}

/** Wires the button; returns undefined where the thread stands in order of time anyway. */
export function watchOrder(thread: HTMLElement): Order | undefined {
  const button = thread.querySelector<HTMLButtonElement>("[data-tool=time]");
  const list = thread.querySelector<HTMLOListElement>("ol[data-time-order]");
  if (button === null || list === null) return undefined;
  const note = thread.querySelector<HTMLElement>(".thread-said");
  const all = thread.querySelector<HTMLButtonElement>("[data-tool=branches]");
  const comments = [...list.querySelectorAll<HTMLElement>(".comment")];
  const homes = comments.map((comment) => comment.parentElement as HTMLElement);
  const flat = document.createElement("ol");
  flat.className = "comments in-time";
  const show = (isInTime: boolean): void => {
    // Moved while none of it is on the page, the comments cost the browser nothing until they are back.
    const place = document.createComment("");
    (isInTime ? list : flat).replaceWith(place);
    if (isInTime) {
      for (const position of (list.dataset.timeOrder ?? "").split(" ")) {
        const item = document.createElement("li");
        item.append(comments[Number(position)] ?? "");
        flat.append(item);
      }
      place.replaceWith(flat);
    } else {
      for (const [position, home] of homes.entries()) home.prepend(comments[position] ?? "");
      flat.replaceChildren();
      place.replaceWith(list);
    }
    button.setAttribute("aria-pressed", String(isInTime));
    if (all !== null) all.hidden = isInTime;
    if (note !== null) note.textContent = isInTime ? (note.dataset.inTime ?? "") : "";
  };
  const order = { isInTime: () => flat.isConnected, show };
  button.addEventListener("click", () => {
    const current = findCurrent(thread);
    keepPlace(current, () => {
      show(!order.isInTime());
      if (current !== undefined) reveal(current);
    });
    remember("sessionStorage", KEY, order.isInTime());
  });
  if (recall("sessionStorage", KEY)) {
    show(true);
    findByFragment(location.hash)?.scrollIntoView();
  }
  return order;
}
