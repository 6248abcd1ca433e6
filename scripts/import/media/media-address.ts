// Reads the address of an image or another file: which file it shows, and under which addresses that file lies in its best
// version. Sizes that WordPress, Photon, Blogger and Google put into addresses are seen through.

import { namesMedia } from "./file-kind.ts";
import { isBloggerHost, isPhotonHost } from "./media-hosts.ts";

/** The address of a file, understood. */
export interface MediaAddress {
  /** Absolute, without fragment, as the text has it. */
  readonly url: URL;
  /** Host on which the file lies: for a resizer, the one it took the file from. */
  readonly host: string;
  /** What the file was called, decoded; empty where only a number names it. */
  readonly name: string;
  /** Paths that it may have there, decoded, best version first. */
  readonly paths: readonly (readonly string[])[];
  /** Addresses to fetch it from, best version first. */
  readonly sources: readonly string[];
  /** Equal for addresses of one file in different sizes. */
  readonly identity: string;
}

const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d{1,14}(?:[a-z]{2}_)?\/(https?:.*)$/is;
// photo-300x200.jpg, photo-scaled.jpg
const WORDPRESS_SIZE = /-\d{1,5}x\d{1,5}(?=\.\w+$)/;
const SCALED = /-scaled(?=\.\w+$)/;
// /s320/, /s1600-h/, /w400-h300-no/, /s72-c/ as a folder of its own, =s320 at the end of an address without a name.
const GOOGLE_SIZE = /^(?:[swh]\d{1,5}|s0|d)(?:-[a-z]{1,4}\d{0,5})*$/;
const GOOGLE_SUFFIX = /=(?:[swh]\d{1,5}|d)(?:-[a-z]{1,4}\d{0,5})*$/;
// photos1.blogger.com/blogger/1234/567/320/photo.jpg
const OLD_BLOGGER_SIZE = /^(?:72|75|100|144|160|200|220|256|288|320|400|512|576|640|720|800|1024|1152|1280|1440|1600)$/;

/** Tells of a host and path that a file was uploaded so: photo-300x200.jpg may be the name of an original. */
export type IsOriginal = (hostAndPath: string) => boolean;

/** Reads an address; undefined for one that is not of the web or names no file. */
export function readMediaAddress(address: string, isOriginal: IsOriginal = () => false): MediaAddress | undefined {
  const original = ARCHIVED.exec(address.trim())?.[1] ?? address.trim();
  const absolute = original.startsWith("//") ? `https:${original}` : original;
  if (!/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  url.hash = "";
  if (url.username !== "" || url.password !== "" || url.pathname === "/") return undefined;
  if (isPhotonHost(url.hostname)) return readPhoton(url, isOriginal);
  return isBloggerHost(url.hostname) ? readBlogger(url) : readPlain(url, isOriginal);
}

// https://i0.wp.com/my-blog.example/wp-content/uploads/2011/01/photo.jpg?resize=300%2C200
function readPhoton(url: URL, isOriginal: IsOriginal): MediaAddress | undefined {
  const inner = `${url.searchParams.has("ssl") ? "https" : "http"}:/${url.pathname}`;
  if (!URL.canParse(inner)) return undefined;
  const original = new URL(inner);
  if (!original.hostname.includes(".") || original.pathname === "/") return undefined;
  const file = readPlain(original, isOriginal);
  const unsized = `${url.origin}${url.pathname}`;
  return { ...file, url, sources: [...new Set([...file.sources.slice(0, 2), unsized])] };
}

function readPlain(url: URL, isOriginal: IsOriginal): MediaAddress {
  const segments = toSegments(url.pathname);
  const name = segments.at(-1) ?? "";
  const folder = segments.slice(0, -1);
  const isSized = WORDPRESS_SIZE.test(name) && !isOriginal(toHostAndPath(url));
  const full = isSized ? name.replace(WORDPRESS_SIZE, "") : name;
  const base = full.replace(SCALED, "");
  const scaled = base.replace(/(?=\.\w+$)/, "-scaled");
  // WordPress names sizes by the original, and shows the scaled version in full.
  const names = isSized ? [scaled, base, name] : [name, scaled, base];
  const paths = [...new Set(names)].filter((other) => other !== "").map((other) => [...folder, other]);
  // What is asked for in a query is a size; only where the path names no file is it what names it.
  const isNamed = namesMedia(name);
  const unsized = `${url.origin}${url.pathname}`;
  const best = isSized ? unsized.replace(WORDPRESS_SIZE, "") : unsized;
  return {
    url,
    host: url.hostname,
    name: isNamed ? full : "",
    paths,
    sources: isNamed ? [...new Set([best, unsized])] : [url.href],
    identity: `${trim(url.host)}/${[...folder, base].join("/")}${isNamed ? "" : url.search}`,
  };
}

function readBlogger(url: URL): MediaAddress {
  const segments = toSegments(url.pathname);
  const size = segments.length - 2;
  const folder = segments[size] ?? "";
  const isOld = /^photos/.test(url.hostname) && OLD_BLOGGER_SIZE.test(folder);
  const isSized = segments.length > 2 && (isOld || GOOGLE_SIZE.test(folder));
  if (isSized) {
    const best = toAddress(url, replaceAt(url.pathname.split("/"), -2, isOld ? "1600" : "s0"));
    const rest = segments.filter((_segment, index) => index !== size);
    return {
      url,
      host: url.hostname,
      name: segments.at(-1) ?? "",
      paths: [segments],
      sources: [...new Set([best, toAddress(url, url.pathname.replace(/-h(?=\/[^/]*$)/, ""))])],
      identity: `${url.hostname.replace(/^\w+(?=\.bp\.)/, "")}/${rest.join("/")}`,
    };
  }
  const bare = url.pathname.replace(GOOGLE_SUFFIX, "");
  const isSuffixed = bare !== url.pathname;
  const sources = isSuffixed ? [`${url.origin}${bare}=s0`, url.href] : [url.href];
  const name = namesMedia(bare) ? (segments.at(-1) ?? "") : "";
  return { url, host: url.hostname, name, paths: [segments], sources, identity: `${url.hostname}${bare}` };
}

function replaceAt(parts: readonly string[], index: number, part: string): string {
  return parts.with(index, part).join("/");
}

function toAddress(url: URL, path: string): string {
  return `${url.origin}${path}`;
}

/** Returns a host without `www.`, and a path as it is written, for IsOriginal. */
export function toHostAndPath({ host, pathname }: URL): string {
  return trim(host) + pathname;
}

function trim(host: string): string {
  return host.toLowerCase().replace(/^www\./, "");
}

function toSegments(path: string): readonly string[] {
  return path
    .split("/")
    .filter((part) => part !== "")
    .map(decodeSegment);
}

// Old servers wrote Latin-1 into addresses.
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize("NFC");
  } catch {
    return segment.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
