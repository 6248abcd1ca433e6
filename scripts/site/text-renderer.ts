// Renders one Markdown text of the archive to safe HTML and plain text, and resolves its links from the file that holds it.

import { htmlToText } from "../markdown/html-to-text.ts";
import { isPlainMarkdown, plainTextOf, renderPlain } from "../markdown/plain-markdown.ts";
import { type RenderOptions, renderMarkdown } from "../markdown/render-markdown.ts";
import { toExcerpt } from "./excerpt.ts";
import type { HeldImage } from "./images/held-image.ts";
import { viewImage } from "./images/view-image.ts";
import { hrefFrom, type SiteLocation } from "./location.ts";
import { resolveAddress } from "./resolve-address.ts";

/** A text to render. */
export interface TextJob {
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
  /** Names of what can be scrolled by itself. */
  readonly table: string;
  readonly code: string;
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

/** Tells what is at a folder of content/. */
export type Folders = Pick<ReadonlyMap<string, FolderTarget>, "get">;

/** What all texts have in common. */
export interface TextRendererOptions {
  readonly location: SiteLocation;
  readonly folders: Folders;
  /** Path of the picture shown in place of an image that is not held. */
  readonly placeholderImage: string;
}

/** Returns a function that renders texts. */
export function createTextRenderer(options: TextRendererOptions): (job: TextJob) => RenderedText {
  return (job) => {
    const isPlain = isPlainMarkdown(job.markdown);
    const html = isPlain ? renderPlain(job.markdown) : renderMarkdown(job.markdown, fitToPage(job, options));
    const text = isPlain ? plainTextOf(html) : htmlToText(withoutImages(html));
    return { html, text, excerpt: job.profile === "post" ? toExcerpt(text) : "" };
  };
}

function fitToPage(job: TextJob, { location, folders, placeholderImage }: TextRendererOptions): RenderOptions {
  const href = (path: string): string => hrefFrom(job.pagePath, path, location);
  return {
    profile: job.profile,
    isForPage: true,
    placeholderImage: href(placeholderImage),
    imageLabel: job.imageWords.unnamed,
    tableLabel: job.imageWords.table,
    codeLabel: job.imageWords.code,
    isFirstImageEager: job.isFirstImageEager,
    // Two comments on one page may bring the same id.
    idPrefix: job.profile === "comment" ? `text-${fileStem(job.file)}-` : "text-",
    resolveLink: (address) => {
      const target = resolveAddress(address, job, folders);
      return target === undefined ? undefined : href(target);
    },
    showImage: (address, asked) => viewImage(address, asked, job, folders, href),
  };
}

/** Begins the box of an image that is not held; no text of the archive can bring this class with it. */
const ABSENT_IMAGE = '<span class="image-not-held"';

/** Leaves out what stands on a page for images: it is not what the text says. */
function withoutImages(html: string): string {
  if (!html.includes("<picture") && !html.includes(ABSENT_IMAGE)) return html;
  const span = "<span[^>]*>(?:[^<]|<(?!/?span)[^>]*>)*</span>";
  const box = new RegExp(`${ABSENT_IMAGE}[^>]*>(?:[^<]|<(?!/?span)[^>]*>|${span})*</span>`, "g");
  return html.replace(box, "").replace(/<\/?picture>|<source[^>]*>/g, "");
}

function fileStem(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".md".length);
}
