// Script of a page at an old address: goes on to the new one and keeps the fragment, which a meta refresh would drop.

import { findAddress, loadMap, readReply } from "./old-addresses/find-address.ts";
import { findShownComment } from "./old-addresses/find-comment.ts";
import { leadOn } from "./old-addresses/lead-on.ts";

const link = document.querySelector<HTMLAnchorElement>("a[data-redirect]");
const place = document.querySelector<HTMLElement>("[data-map]");

// What the query names lies in a map, which is loaded only then.
const isLedOn = place !== null && location.search !== "" && (await leadByQuery(place));
if (!isLedOn && link !== null) location.replace(link.href + (await chooseFragment(link)));

async function leadByQuery({ dataset }: HTMLElement): Promise<boolean> {
  const address = new URL(dataset.map ?? "", location.href);
  const map = await loadMap(address.href);
  // The map lies in the folder of the old host, which is no part of the old address.
  const folder = address.pathname.slice(0, address.pathname.lastIndexOf("/"));
  const base = new URL(dataset.base ?? "", location.href);
  const prefix = folder === `${base.pathname}old` ? base.pathname.slice(0, -1) : folder;
  if (map === undefined) return false;
  const found = findAddress(map, location.pathname.slice(prefix.length) + location.search);
  return leadOn(found, base.href, location.hash || (readReply(location.search) ?? ""));
}

// The target is a link that the build wrote; only the fragment comes from the address.
async function chooseFragment({ hash, href }: HTMLAnchorElement): Promise<string> {
  if (hash !== "") return "";
  if (location.hash !== "" || location.search === "") return location.hash;
  return readReply(location.search) ?? (await findShownComment(location.search, href)) ?? "";
}
