// Adds to a thread what HTML alone cannot: closing all branches, order of time, moving by keyboard. Reading needs none of it.

import { openForPrint, watchBranches } from "./thread/branches.ts";
import { watchKeys } from "./thread/keys.ts";
import { watchLinks } from "./thread/landing.ts";
import { watchOrder } from "./thread/time-order.ts";

const thread = document.querySelector<HTMLElement>(".thread");

if (thread !== null) {
  watchBranches(thread);
  const order = watchOrder(thread);
  openForPrint(thread, order);
  watchLinks(thread);
  watchKeys(thread);
  thread.querySelector(".thread-tools")?.classList.add("is-ready");
}
