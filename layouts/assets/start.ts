// Script of the chooser at `/`: remembers the reader's language and takes a returning reader there. `/#choose` always shows the choice.
// Where the site stands in the place of an old blog, `/?p=12` leads to that blog's text and `/?s=words` to the search.

import { findAddress, loadMap, readReply } from "./old-addresses/find-address.ts";
import { leadOn } from "./old-addresses/lead-on.ts";
import { namesText, readSearch } from "./old-addresses/old-query.ts";

const KEY = "ordskifte.language";

const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-choice]")];
const place = document.querySelector<HTMLElement>("[data-map]");

for (const link of links) {
  link.addEventListener("click", () => remember(link.getAttribute("data-choice") ?? ""));
}

if (place !== null && namesText(location.search)) await leadByNumber(place);
else if (place?.dataset.search !== undefined && readSearch(location.search) !== undefined) search(place.dataset.search);
else {
  const remembered = links.find((link) => link.getAttribute("data-choice") === recall());
  if (remembered !== undefined && location.hash !== "#choose") location.replace(remembered.href);
}

async function leadByNumber({ dataset }: HTMLElement): Promise<void> {
  const map = await loadMap(dataset.map ?? "");
  const found = map === undefined ? [] : findAddress(map, `/${location.search}`);
  if (leadOn(found, dataset.base ?? "", location.hash || (readReply(location.search) ?? ""))) return;
  for (const element of document.querySelectorAll<HTMLElement>("[data-old-unknown]")) element.hidden = false;
}

function search(page: string): void {
  const address = new URL(page, location.href);
  address.searchParams.set("q", readSearch(location.search) ?? "");
  location.replace(address);
}

// Storage may be switched off or full: then the chooser simply stays.
function remember(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {}
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
