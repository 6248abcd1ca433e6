// Script of the page for missing addresses: looks the address up among the old ones and leads on, else offers to search for its words.

import { findAddress, loadMap, readReply } from "./old-addresses/find-address.ts";
import { leadOn } from "./old-addresses/lead-on.ts";
import { readWords } from "./old-addresses/read-words.ts";

const main = document.querySelector<HTMLElement>("main");
const data = document.querySelector<HTMLElement>("[data-old-places]")?.dataset ?? {};
const base = new URL(data.base ?? "", location.href);

// Behind another host's 404 handling the address may lie outside the site.
if (location.pathname.startsWith(base.pathname)) await look(location.pathname.slice(base.pathname.length - 1));

async function look(path: string): Promise<void> {
  // Nothing to see until it is known: a page that flashes up and goes away confuses.
  const place = readPlaces().find(({ prefix }) => path.startsWith(prefix));
  if (place !== undefined) {
    setLooking(true);
    const map = await loadMap(new URL(place.map.slice(1), base).href);
    const found = map === undefined ? [] : findAddress(map, path.slice(place.prefix.length - 1) + location.search);
    if (leadOn(found, base.href, location.hash || (readReply(location.search) ?? ""))) {
      if (found.length === 1) return;
    }
    setLooking(false);
  }
  offerSearch(readWords(path.slice((place?.prefix.length ?? 1) - 1)));
}

/** The longest prefix first: `/` fits every path. */
function readPlaces(): readonly { readonly prefix: string; readonly map: string }[] {
  const pairs = (data.oldPlaces ?? "").split(" ").filter((pair) => pair !== "");
  return pairs
    .map((pair) => pair.split("|"))
    .map(([prefix = "", map = ""]) => ({ prefix, map }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
}

function setLooking(isLooking: boolean): void {
  main?.toggleAttribute("aria-busy", isLooking);
  for (const element of document.querySelectorAll<HTMLElement>("[data-old-looking]")) element.hidden = !isLooking;
}

function offerSearch(words: string): void {
  if (words === "") return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-search]")) {
    const address = new URL(link.href);
    address.searchParams.set("q", words);
    link.href = address.href;
    link.textContent = (link.dataset.search ?? "").replace("…", () => words);
    link.parentElement?.removeAttribute("hidden");
  }
}
