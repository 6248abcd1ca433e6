// Joins the threads of one page: Disqus opened a new one for each way in which its address was written.

import { compareNaturally } from "../../archive/natural-order.ts";
import { toOneLine, toPlainText } from "../wordpress/plain-text.ts";
import type { DisqusThread } from "./disqus-model.ts";
import { type PageAddress, readPageAddress } from "./page-address.ts";

/** A page, with all its threads. */
export interface DisqusPage {
  /** At least one; oldest first. */
  readonly threads: readonly ThreadRecord[];
  /** Number of its oldest thread that was not deleted. */
  readonly id: string;
  /** Plain text. */
  readonly title?: string;
  /** As the export has it. */
  readonly url?: string;
  readonly addresses: readonly PageAddress[];
}

/** A thread with its number. */
export interface ThreadRecord extends DisqusThread {
  readonly id: string;
}

/** Returns the pages of the threads, in the order of their first threads. */
export function joinThreads(threads: readonly ThreadRecord[]): readonly DisqusPage[] {
  // Each thread points to one that it shares a page with, and in the end to the first of them.
  const leads = Int32Array.from(threads, (_, position) => position);
  const findLead = (position: number): number => {
    let at = position;
    for (let next = leads[at] ?? at; next !== at; next = leads[at] ?? at) {
      leads[at] = leads[next] ?? next;
      at = leads[at] ?? at;
    }
    return at;
  };
  const positionByKey = new Map<string, number>();
  for (const [position, thread] of threads.entries()) {
    for (const key of keysOf(thread)) {
      const other = positionByKey.get(key);
      if (other === undefined) positionByKey.set(key, position);
      else joinPositions(leads, findLead(position), findLead(other));
    }
  }
  const groups = new Map<number, ThreadRecord[]>();
  for (const [position, thread] of threads.entries()) {
    const lead = findLead(position);
    const group = groups.get(lead);
    if (group === undefined) groups.set(lead, [thread]);
    else group.push(thread);
  }
  return [...groups.values()].map(toPage);
}

function joinPositions(leads: Int32Array, a: number, b: number): void {
  leads[Math.max(a, b)] = Math.min(a, b);
}

/** Returns the addresses that a thread tells, its link first. A path alone is on the link's host. */
export function addressesOf({ fields }: DisqusThread): readonly PageAddress[] {
  const link = readPageAddress(fields.get("link") ?? "");
  const identifier = readPageAddress(fields.get("id") ?? "");
  const host = link?.host;
  return [
    ...(link === undefined ? [] : [link]),
    ...(identifier === undefined ? [] : [{ ...(host !== undefined && { host }), ...identifier }]),
  ];
}

// A path without any host is Disqus's `identifier`, which a site gives to one thread only. The front page is no key:
// threads end up there by mistake.
function keysOf(thread: ThreadRecord): readonly string[] {
  return addressesOf(thread)
    .filter(({ host, path }) => host !== undefined && path !== "/")
    .flatMap(({ host, path, postNumber }) => [
      `${host}${path}`,
      ...(postNumber === undefined ? [] : [`${host}?p=${postNumber}`]),
    ]);
}

function toPage(group: readonly ThreadRecord[]): DisqusPage {
  const threads = [...group].sort((a, b) => compareNaturally(a.id, b.id));
  const shown = threads.filter((thread) => !isDeleted(thread));
  const lead = shown[0] ?? threads[0];
  const tellers = shown.length > 0 ? shown : threads;
  const url = tellers.map(urlOf).find((address) => address !== undefined);
  const title = tellers.map(titleOf).find((text) => text !== undefined);
  return {
    threads,
    id: lead?.id ?? "",
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    addresses: tellers.flatMap(addressesOf),
  };
}

/** Tells whether a thread was deleted at Disqus. */
export function isDeleted({ fields }: DisqusThread): boolean {
  return /^(?:true|1)$/i.test(fields.get("isDeleted") ?? "");
}

function urlOf({ fields }: DisqusThread): string | undefined {
  for (const text of [fields.get("link") ?? "", fields.get("id") ?? ""]) {
    const address = /https?:\/\/[^\s<>"]+/i.exec(text)?.[0];
    if (address !== undefined && URL.canParse(address)) return address;
  }
  return undefined;
}

// Disqus put the address where it found no title.
function titleOf({ fields }: DisqusThread): string | undefined {
  const title = toOneLine(toPlainText(fields.get("title") ?? ""));
  return title === "" || /^https?:\/\/\S+$/i.test(title) ? undefined : title;
}
