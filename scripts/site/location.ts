// Where the site will stand: its host and base path, and how a page refers to another from there.

import type { SiteSettings } from "../archive/model.ts";
import type { BuildOptions } from "./options.ts";

/** Where the site will stand. */
export interface SiteLocation {
  /** `https://host`; absent when unknown. */
  readonly origin?: string;
  /** `/base/` with slashes at both ends; absent when unknown: links are relative then. */
  readonly basePath?: string;
}

/** Returns where the site will stand, from the command line first, then from site.json. */
export function locateSite(options: Pick<BuildOptions, "url" | "basePath">, settings: SiteSettings): SiteLocation {
  const url = options.url ?? settings.url;
  const parsed = url === undefined ? undefined : new URL(url);
  const basePath = options.basePath ?? parsed?.pathname;
  return {
    ...(parsed ? { origin: parsed.origin } : {}),
    ...(basePath === undefined ? {} : { basePath: `${basePath.replace(/\/+$/, "")}/` }),
  };
}

/** Returns the href of a path below the base, seen from a page: under the base path when it is known, else relative. */
export function hrefFrom(pagePath: string, target: string, location: SiteLocation): string {
  if (!target.startsWith("/")) return target;
  if (location.basePath !== undefined) return location.basePath + target.slice(1);
  const end = target.search(/[?#]/);
  const path = end === -1 ? target : target.slice(0, end);
  const rest = end === -1 ? "" : target.slice(end);
  if (path === pagePath && rest.startsWith("#")) return rest;
  // The longest folder that both stand in: what they share up to the last slash.
  let shared = 0;
  for (let index = 0; index < path.length && path[index] === pagePath[index]; index++) {
    if (path[index] === "/") shared = index + 1;
  }
  let href = "";
  for (let index = shared; index < pagePath.length; index++) if (pagePath[index] === "/") href += "../";
  href += path.slice(shared);
  return (href === "" ? "./" : href) + rest;
}

/** Returns the absolute address of a path, or undefined when the site's own address is unknown. */
export function absoluteAddress(path: string, location: SiteLocation): string | undefined {
  if (location.origin === undefined) return undefined;
  return `${location.origin}${location.basePath ?? "/"}${path.slice(1)}`;
}
