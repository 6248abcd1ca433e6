// Leads a reader on to the new place of an address, or names the places between which only they can choose.

import type { Found } from "./find-address.ts";

/**
 * Goes to what was found, keeping the fragment; with several finds it lists them in the list below `main`.
 * Returns false when nothing was found. All paths come from the build's own map, so nothing leads to another site.
 */
export function leadOn(found: Found, base: string, fragment: string): boolean {
  const addresses = found.map((path) => new URL(path.slice(1), new URL(base, location.href)));
  const [first] = addresses;
  if (first === undefined) return false;
  if (addresses.length === 1) location.replace(first.href + fragment);
  else listChoices(addresses, fragment);
  return true;
}

function listChoices(addresses: readonly URL[], fragment: string): void {
  const list = document.createElement("ul");
  list.id = "choices";
  for (const address of addresses) {
    const link = document.createElement("a");
    link.href = address.href + fragment;
    link.textContent = decodeURI(address.pathname);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-old-choice]")) element.hidden = false;
  document.querySelector("main")?.append(list);
}
