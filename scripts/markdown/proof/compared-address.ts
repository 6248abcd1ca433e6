// Brings the addresses of links and images into one form in which equal ones are equal, whatever way they were written.

import { CONTROLS } from "./omissions.ts";

// Where a relative address leads is not known then; that it leads to the same place can still be seen.
const UNKNOWN_BASE = "https://unknown.invalid/";

/** Returns the address as it is compared, or undefined when it has none of the schemes, or is empty. */
export function normalizeAddress(
  raw: string,
  baseUrl: string | undefined,
  schemes: ReadonlySet<string>,
): string | undefined {
  if (isNormal(raw)) return raw;
  const address = raw
    .replace(/[\t\r\n]/g, "")
    .replace(CONTROLS, "")
    .trim();
  if (address === "") return undefined;
  if (address.startsWith("#")) return normalizeFragment(address);
  const url = parse(address, baseUrl) ?? parse(address, undefined);
  if (url === undefined)
    return schemes.has(`${/^[a-z][a-z\d+.-]*:/i.exec(address)?.[0]?.toLowerCase() ?? "http:"}`)
      ? encodeRest(address)
      : undefined;
  if (!schemes.has(url.protocol)) return undefined;
  // No text carries a password on.
  url.username = url.password = "";
  return encodeRest(url.href);
}

/** Returns the address of what a player shows as it is written out in a text: in full, else as it was typed. */
export function spellAddress(raw: string | undefined, baseUrl: string | undefined): string | undefined {
  const address = (raw ?? "")
    .replace(/[\t\r\n]/g, "")
    .replace(CONTROLS, "")
    .trim();
  if (address === "" || address.startsWith("#")) return undefined;
  if (/^https?:\/\/./i.test(address)) return encodeRest(address);
  if (address.startsWith("//")) return encodeRest(`${baseUrl?.startsWith("http:") ? "http:" : "https:"}${address}`);
  const url = baseUrl === undefined ? undefined : parse(address, baseUrl);
  return url !== undefined && /^https?:$/.test(url.protocol) ? encodeRest(url.href) : undefined;
}

// A web address that parsing would not change, as most are; parsing takes longer than all else that is done with them.
function isNormal(address: string): boolean {
  return (
    /^https?:\/\/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+\/[\w\-./?=&#+~,;:@!$()*]*$/.test(address) &&
    !address.includes("/.")
  );
}

function parse(address: string, baseUrl: string | undefined): URL | undefined {
  try {
    return new URL(address, baseUrl ?? UNKNOWN_BASE);
  } catch {
    return undefined;
  }
}

function normalizeFragment(address: string): string {
  let fragment = address.slice(1);
  try {
    fragment = decodeURIComponent(fragment);
  } catch {
    // Compared as it is.
  }
  // Ids are written with these characters only.
  return `#${fragment.replace(/[^\p{L}\p{N}_-]/gu, "-")}`;
}

function encodeRest(address: string): string {
  return address.replace(/[\s<>"`{}|\\^]/g, (character) => encodeURIComponent(character));
}
