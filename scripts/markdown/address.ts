// Judges and mends the addresses of links and images: which schemes are allowed, what a relative one means.

import { trimCharacters } from "./white-space.ts";

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const LINK_SCHEMES = new Set(["http", "https", "ftp", "tel"]);
const IMAGE_SCHEMES = new Set(["http", "https"]);

/**
 * Returns an address that is safe to write into an attribute, or undefined when its scheme is not allowed.
 * Relative addresses and fragments pass. Characters that no address may hold are percent-encoded.
 */
export function toSafeAddress(address: string, kind: "link" | "image"): string | undefined {
  const trimmed = trimAddress(address);
  if (trimmed === "") return undefined;
  const scheme = SCHEME.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && !(kind === "link" ? LINK_SCHEMES : IMAGE_SCHEMES).has(scheme)) return undefined;
  // A colon before any slash that is not a scheme of the allowed ones could still be read as one by lax readers.
  if (scheme === undefined && /^[^/?#]*:/.test(trimmed)) return undefined;
  return withoutUserInfo(trimmed).replace(/[\s<>"`{}|\\^]/g, encodeCharacter);
}

/** Returns an address without the name and password before its host: they are nobody's business, and disguise where it leads. */
export function withoutUserInfo(address: string): string {
  return address.includes("@") ? address.replace(/^((?:(?:https?|ftp):)?[/\\]{2,})[^/?#\\]*@/i, "$1") : address;
}

/** Returns true for an address that leads to another host. */
export function isExternal(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\|\/\\|\\\/)/i.test(address);
}

/** Returns the address made absolute by the base; unchanged when it is a fragment, has a scheme, or cannot be resolved. */
export function resolveAddress(address: string, baseUrl: string | undefined): string {
  const trimmed = straightenSlashes(trimAddress(address));
  if (trimmed.startsWith("//")) return `${baseUrl?.startsWith("http:") ? "http:" : "https:"}${trimmed}`;
  if (baseUrl === undefined || trimmed === "" || trimmed.startsWith("#") || SCHEME.test(trimmed)) return trimmed;
  try {
    return new URL(trimmed, baseUrl).href;
  } catch {
    return trimmed;
  }
}

/** Returns the page of a player's address, so that a link to it shows what the player showed. */
export function toWatchAddress(address: string): string {
  const youTube = /^https?:\/\/(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|e)\/([\w-]{6,})/i.exec(
    address,
  )?.[1];
  if (youTube !== undefined && youTube !== "videoseries") return `https://www.youtube.com/watch?v=${youTube}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i.exec(address)?.[1];
  if (vimeo !== undefined) return `https://vimeo.com/${vimeo}`;
  return address;
}

// Browsers read a backslash in the path as a slash.
function straightenSlashes(address: string): string {
  if (!address.includes("\\")) return address;
  const path = /^[^?#]*/.exec(address)?.[0] ?? "";
  return path.replaceAll("\\", "/") + address.slice(path.length);
}

// Browsers drop tabs and line ends anywhere in an address, and controls and spaces at its ends; we drop all controls.
function trimAddress(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  return trimCharacters(address.replace(/[\0-\x1f\x7f]/g, ""), " ");
}

function encodeCharacter(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    return "";
  }
}
