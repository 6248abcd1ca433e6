// Decides which addresses of an import's texts are files that an archive should hold, and remembers where they stand.

import { createTextMap } from "../../archive/compact/text-map.ts";
import { createTextTable } from "../../archive/compact/text-table.ts";
import { listAddressKeys, readOldAddress } from "../../archive/old-address.ts";
import { openPackedGroups, type RowForm } from "../../archive/packed-groups.ts";
import type { AddressPlace } from "../../archive/record-texts.ts";
import type { AddressKind } from "../../markdown/rewrite-links.ts";
import { namesMedia } from "./file-kind.ts";
import { type MediaAddress, readMediaAddress, toHostAndPath } from "./media-address.ts";
import { isBloggerHost, isMediaHost, type SourceHosts } from "./media-hosts.ts";

/** A file that the blog's export knows as one of its own. */
export interface Upload {
  /** Address of the file. */
  readonly file: string;
  /** Addresses of the page about the file: its permalink, `?attachment_id=12`. */
  readonly pages: readonly string[];
  /** Id of the post that it was uploaded to; absent or `0` for none. */
  readonly parent?: string;
}

/** A file that a post shows or links to. */
export interface Want {
  /** Folder of the post, below content/. */
  readonly post: string;
  /** As the text has it. */
  readonly url: string;
  /** A text shows it as an image. */
  readonly isImage: boolean;
  /** Files of the post that refer to it: `index.md`, `comments/comment-7.md`. */
  readonly records: readonly string[];
}

/** What an import's texts refer to. */
export interface MediaWants {
  /** Takes note of an address, if it is a file's. */
  readonly add: (url: string, kind: AddressKind, at: AddressPlace) => Want | undefined;
  /** Reads a want's address; the file's own, where the text links to a page about the file. Not kept: a large blog has many. */
  readonly addressOf: (want: Want) => MediaAddress;
  /** Returns all, in the order in which they were met. */
  readonly list: () => Iterable<Want>;
  readonly has: (post: string, url: string) => boolean;
  /** Takes back what a record of a post refers to: a person took its text away. Returns the addresses that no other one has. */
  readonly forget: (at: AddressPlace) => readonly string[];
}

interface GrowingWant extends Want {
  isImage: boolean;
  records: string[];
}

const WANT_FORM: RowForm<GrowingWant, readonly [url: string, isImage: boolean, ...records: string[]]> = {
  toValues: ({ url, isImage, records }) => [url, isImage, ...records],
  fromValues: (post, [url, isImage, ...records]) => ({ post, url, isImage, records }),
  keyOf: ({ url }) => url,
};

/** Returns an empty list of wants of a source. */
export function createMediaWants(hosts: SourceHosts, uploads: Iterable<Upload>): MediaWants {
  const filesByPage = createTextMap();
  const originals = createTextTable();
  for (const { file, pages } of uploads) {
    if (URL.canParse(file)) originals.add(toHostAndPath(new URL(file)));
    for (const page of pages)
      for (const key of keysOf(page)) if (filesByPage.get(key) === undefined) filesByPage.set(key, file);
  }
  const isOriginal = (hostAndPath: string): boolean => originals.find(hostAndPath) >= 0;
  const wants = openPackedGroups(WANT_FORM);
  const read = (url: string, kind: AddressKind): MediaAddress | undefined => {
    const address = readMediaAddress(url, isOriginal);
    if (kind === "image" || address === undefined) return address;
    const { hostname, pathname } = address.url;
    // A link is followed to the blog's own files only; others are links like any other.
    if (isMediaHost(hostname, hosts) && (namesMedia(pathname) || isSizedByGoogle(address))) return address;
    const file = keysOf(url)
      .map((key) => filesByPage.get(key))
      .find((found) => found !== undefined);
    return file === undefined ? undefined : readMediaAddress(file, isOriginal);
  };
  return {
    add: (url, kind, { folder, file }) => {
      const group = wants.open(folder);
      const known = group.get(url);
      if (known !== undefined) {
        if (kind === "image") known.isImage = true;
        if (!known.records.includes(file)) known.records.push(file);
        return known;
      }
      if (!/^(?:https?:)?\/\//i.test(url) || read(url, kind) === undefined) return undefined;
      const want: GrowingWant = { post: folder, url, isImage: kind === "image", records: [file] };
      group.set(url, want);
      return want;
    },
    addressOf: ({ url, isImage }) => {
      const address = read(url, isImage ? "image" : "link");
      if (address === undefined) throw new TypeError(`No address of a file: ${url}`);
      return address;
    },
    list: wants.rows,
    has: (post, url) => wants.read(post).has(url),
    forget: ({ folder, file }) => {
      const group = wants.open(folder);
      const lost: string[] = [];
      for (const want of [...group.values()]) {
        if (!want.records.includes(file)) continue;
        want.records = want.records.filter((record) => record !== file);
        if (want.records.length > 0) continue;
        group.delete(want.url);
        lost.push(want.url);
      }
      return lost;
    },
  };
}

// Google's newer addresses tell no name: …/img/a/AVvX…=s1600
function isSizedByGoogle({ url }: MediaAddress): boolean {
  return isBloggerHost(url.hostname) && (/=[swh]\d+/.test(url.pathname) || /^\/img\//.test(url.pathname));
}

function keysOf(address: string): readonly string[] {
  const old = readOldAddress(address);
  if (old === undefined) return [];
  // WordPress's number of a page about a file is the same wherever it stands.
  return old.number === undefined ? listAddressKeys(old) : [`${old.host}?p=${old.number}`];
}
