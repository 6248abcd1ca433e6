// What the rest of a site shows of a post's texts: beginnings for lists, whole texts for feeds, and what was counted in them.

import type { Post } from "../archive/model.ts";
import { toPostId } from "../archive/read-archive.ts";
import { toExcerpt } from "./excerpt.ts";
import type { SiteFrame } from "./frame.ts";
import { excerptOf, type PostTexts } from "./post-texts.ts";

/** Things in texts that get in somebody's way. */
export interface ImageCounts {
  readonly undescribed: number;
  readonly notHeld: number;
}

/** What is told of one post when it is drawn. */
export interface PostDigest {
  readonly images: ImageCounts;
  /** Beginnings of its texts by file, which lists show. */
  readonly excerpts: Readonly<Record<string, string>>;
  /** DigestTexts, as JSON: of most posts nobody asks for them. */
  readonly texts: Uint8Array;
}

/** What few pages show of a post. */
interface DigestTexts {
  /** Beginnings by file, of published comments. */
  readonly comments: Readonly<Record<string, string>>;
  /** Safe HTML by file, of those texts that were asked for. */
  readonly html: Readonly<Record<string, string>>;
}

/** The digests of all posts. */
export interface DigestBook {
  readonly add: (id: string, digest: PostDigest) => void;
  /** Returns the beginning of a text or comment; empty for a tombstone. */
  readonly excerptOf: (text: { readonly file: string; readonly status?: unknown }) => string;
  /** Returns the safe HTML of a text. @throws Error when nobody asked for it before the posts were drawn. */
  readonly htmlOf: (text: { readonly file: string }) => string;
  readonly images: () => ImageCounts;
}

/** Makes the digest of a post. `asked` names the files whose whole text is wanted elsewhere. A lean site lists no comments. */
export function digestPost(
  post: Post,
  texts: PostTexts,
  asked: readonly string[],
  { isLean, assets }: Pick<SiteFrame, "isLean" | "assets">,
): PostDigest {
  const excerpts: Record<string, string> = {};
  const comments: Record<string, string> = {};
  let undescribed = 0;
  let notHeld = 0;
  const commentFiles = new Set(post.thread.map(({ file }) => file));
  for (const [file, { html, text }] of texts.byFile) {
    if (!commentFiles.has(file)) excerpts[file] = excerptOf(texts, file);
    else if (!isLean) comments[file] = toExcerpt(text);
    if (!html.includes("<img") && !html.includes("image-not-held")) continue;
    notHeld += html.split('class="image-not-held"').length - 1;
    // The icon in the place of an absent image is decoration and needs none.
    for (const [tag] of html.matchAll(/<img\b[^>]*>/g)) {
      if (/\balt=""/.test(tag) && !tag.includes(assets.imageNotHeld.replace(/^\//, ""))) undescribed += 1;
    }
  }
  const html = Object.fromEntries(asked.map((file) => [file, texts.byFile.get(file)?.html ?? ""]));
  const few: DigestTexts = { comments, html };
  return { images: { undescribed, notHeld }, excerpts, texts: Buffer.from(JSON.stringify(few)) };
}

/** Opens an empty book. */
export function createDigestBook(): DigestBook {
  const beginnings = new Map<string, string>();
  const packed = new Map<string, Uint8Array>();
  const opened = new Map<string, DigestTexts>();
  let images: ImageCounts = { undescribed: 0, notHeld: 0 };
  const open = (file: string): DigestTexts | undefined => {
    const id = toPostId(file);
    const bytes = packed.get(id);
    if (bytes !== undefined) {
      opened.set(id, parseBytes(bytes) as DigestTexts);
      packed.delete(id);
    }
    return opened.get(id);
  };
  return {
    add: (id, digest) => {
      for (const [file, excerpt] of Object.entries(digest.excerpts)) beginnings.set(file, excerpt);
      packed.set(id, digest.texts);
      const { undescribed, notHeld } = digest.images;
      images = { undescribed: images.undescribed + undescribed, notHeld: images.notHeld + notHeld };
    },
    excerptOf: ({ file, status }) => {
      const excerpt = beginnings.get(file) ?? open(file)?.comments[file];
      if (excerpt !== undefined || status !== undefined) return excerpt ?? "";
      throw new Error(`The beginning of ${file} was asked for before it was drawn.`);
    },
    htmlOf: ({ file }) => {
      const text = open(file)?.html[file];
      if (text === undefined) throw new Error(`Nobody had asked for the whole text of ${file}.`);
      return text;
    },
    images: () => images,
  };
}

function parseBytes({ buffer, byteOffset, byteLength }: Uint8Array): unknown {
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString());
}
