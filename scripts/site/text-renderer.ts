// Renders one Markdown text of the archive to safe HTML and plain text, and resolves its links from the file that holds it.

import { htmlToText } from "../markdown/html-to-text.ts";
import type { ImageView } from "../markdown/present-image.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { toExcerpt } from "./excerpt.ts";
import type { HeldImage } from "./images/held-image.ts";
import { describePicture, encodePath, writeSrcset } from "./images/picture.ts";
import { hrefFrom, type SiteLocation } from "./location.ts";

/** A text to render. */
export interface TextJob {
  /** Name of the result; the file where absent. */
  readonly key?: string;
  /** Path below content/: links are resolved from here, as on GitHub. */
  readonly file: string;
  readonly markdown: string;
  readonly profile: "post" | "comment";
  /** Path of the page that shows the text. */
  readonly pagePath: string;
  /** Ids on that page that `#…` links may lead to; given only where the text has such a link. */
  readonly anchors?: readonly string[];
  /** Address of the original, for `#…` links that lead to something the archive does not hold. */
  readonly sourceUrl?: string;
  readonly imageWords: ImageWords;
  /** The first image of the text is loaded at once: it stands at the head of a page. */
  readonly isFirstImageEager?: boolean;
}

/** What a page says of images, in its language. */
export interface ImageWords {
  /** For an image without a description. */
  readonly unnamed: string;
  readonly notHeld: string;
  /** For a file that is held, but is no image that a browser shows. */
  readonly notShown: string;
}

/** What became of a text. */
export interface RenderedText {
  readonly html: string;
  readonly text: string;
  /** Beginning of the text, for lists and descriptions; empty for a comment. */
  readonly excerpt: string;
}

/** Where a folder of content/ (`posts/2011/slug`) is shown, and the files beside its text. */
export interface FolderTarget {
  readonly path: string;
  /** Paths in the folder of the files that are published with the text. */
  readonly attachments: readonly string[];
  /** Those among them that are images, by their path. */
  readonly images: ReadonlyMap<string, HeldImage>;
  /** Paths of files that lie there and are not published. */
  readonly unshown: readonly string[];
  /** Ids of the comments by the name of their file, without `.md`. */
  readonly comments: ReadonlyMap<string, string>;
}

/** What all texts have in common; plain data, so that it can be handed to a worker. */
export interface TextRendererOptions {
  readonly location: SiteLocation;
  readonly folders: ReadonlyMap<string, FolderTarget>;
  /** Path of the picture shown in place of an image that is not held. */
  readonly placeholderImage: string;
}

/** Returns a function that renders texts. */
export function createTextRenderer(options: TextRendererOptions): (job: TextJob) => RenderedText {
  return (job) => {
    const href = (path: string): string => hrefFrom(job.pagePath, path, options.location);
    const html = renderMarkdown(job.markdown, {
      profile: job.profile,
      placeholderImage: href(options.placeholderImage),
      imageLabel: job.imageWords.unnamed,
      isFirstImageEager: job.isFirstImageEager,
      // Two comments on one page may bring the same id.
      idPrefix: job.profile === "comment" ? `text-${fileStem(job.file)}-` : "text-",
      resolveLink: (address) => {
        const target = resolveAddress(address, job, options.folders);
        return target === undefined ? undefined : href(target);
      },
      showImage: (address, asked) => viewImage(address, asked, job, options.folders, href),
    });
    const text = htmlToText(html.includes("<picture") || html.includes(ABSENT_IMAGE) ? withoutImages(html) : html);
    return { html, text, excerpt: job.profile === "post" ? toExcerpt(text) : "" };
  };
}

/** Begins the box of an image that is not held; no text of the archive can bring this class with it. */
const ABSENT_IMAGE = '<span class="image-not-held"';

/** Leaves out what stands on a page for images: it is not what the text says. */
function withoutImages(html: string): string {
  const span = "<span[^>]*>(?:[^<]|<(?!/?span)[^>]*>)*</span>";
  const box = new RegExp(`${ABSENT_IMAGE}[^>]*>(?:[^<]|<(?!/?span)[^>]*>|${span})*</span>`, "g");
  return html.replace(box, "").replace(/<\/?picture>|<source[^>]*>/g, "");
}

function viewImage(
  address: string,
  asked: { readonly width?: number; readonly height?: number },
  job: TextJob,
  folders: ReadonlyMap<string, FolderTarget>,
  href: (path: string) => string,
): ImageView | undefined {
  const { notHeld: label, notShown } = job.imageWords;
  const absolute = address.startsWith("//") ? `https:${address}` : address;
  if (/^https?:\/\//i.test(absolute)) return { kind: "absent", label, address: absolute, href: absolute };
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address === "") return undefined;
  if (address.startsWith("/")) {
    // From the root of the old site.
    const old = job.sourceUrl !== undefined && URL.canParse(address, job.sourceUrl);
    return { kind: "absent", label, address, ...(old ? { href: new URL(address, job.sourceUrl).href } : {}) };
  }
  const place = findInFolder(address, job.file, folders);
  const path = place?.inside.join("/") ?? "";
  const image = place?.target.images.get(path) ?? place?.target.images.get(path.normalize("NFC"));
  if (place === undefined || image === undefined) {
    const isThere = place?.target.unshown.includes(path) === true;
    return { kind: "absent", label: isThere ? notShown : label, address: nameOf(address) };
  }
  const picture = describePicture(image, place.target.path, job.profile, asked);
  return {
    kind: "picture",
    src: href(picture.path),
    width: picture.width,
    height: picture.height,
    ...(picture.sizes === undefined ? {} : { sizes: picture.sizes }),
    ...(picture.files.length === 0 ? {} : { srcset: writeSrcset(picture.files, href) }),
    sources: picture.sources.map(({ type, files }) => ({ type, srcset: writeSrcset(files, href) })),
  };
}

/** The file's name only: the folders before it may be those of a text that is not shown. */
function nameOf(address: string): string {
  return (
    decodeSafely(address.replace(/[?#].*$/s, ""))
      .split("/")
      .pop() ?? address
  );
}

/** Returns a path below the base or an absolute address, or undefined when the archive has nothing there. */
function resolveAddress(address: string, job: TextJob, folders: ReadonlyMap<string, FolderTarget>): string | undefined {
  if (/^https?:\/\//i.test(address)) return address;
  if (address.startsWith("#")) return resolveFragment(address, job);
  if (address.startsWith("//")) return `https:${address}`;
  // Other schemes are not for links; a path from the root means nothing on GitHub.
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("/")) return undefined;
  return resolveRelative(address, job.file, folders);
}

function resolveFragment(fragment: string, job: TextJob): string | undefined {
  if (job.anchors?.includes(decodeSafely(fragment.slice(1)))) return fragment;
  return job.sourceUrl === undefined ? undefined : job.sourceUrl.replace(/#.*$/s, "") + fragment;
}

function resolveRelative(
  address: string,
  file: string,
  folders: ReadonlyMap<string, FolderTarget>,
): string | undefined {
  const place = findInFolder(address, file, folders);
  return place && resolveInFolder(place.target, place.inside, /[?#].*$/s.exec(address)?.[0] ?? "");
}

/** Returns the post whose folder a relative address leads into, and what it names there. */
function findInFolder(
  address: string,
  file: string,
  folders: ReadonlyMap<string, FolderTarget>,
): { readonly target: FolderTarget; readonly inside: readonly string[] } | undefined {
  const relative = address.replace(/[?#].*$/s, "");
  const parts = file.split("/").slice(0, -1);
  for (const segment of decodeSafely(relative).split("/")) {
    if (segment === "..") parts.pop();
    else if (segment !== "." && segment !== "") parts.push(segment);
  }
  // The folder of a post, and what is named inside it: `posts/2011/slug` and `comments/comment-3.md`.
  for (let length = parts.length; length > 1; length--) {
    const target = folders.get(parts.slice(0, length).join("/"));
    if (target) return { target, inside: parts.slice(length) };
  }
  return undefined;
}

function resolveInFolder(target: FolderTarget, inside: readonly string[], rest: string): string | undefined {
  const [first = "", second = ""] = inside;
  if (inside.length === 0 || (inside.length === 1 && /^index(\.[\w-]+)?\.md$/.test(first))) return target.path + rest;
  if (inside.length === 2 && first === "comments" && second.endsWith(".md")) {
    const id = target.comments.get(second.slice(0, -".md".length));
    return id && `${target.path}#${encodeURIComponent(id)}`;
  }
  const path = inside.join("/");
  return target.attachments.includes(path) ? target.path + encodePath(path) : undefined;
}

function fileStem(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".md".length);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
