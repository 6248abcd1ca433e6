// Renders one Markdown text of the archive to safe HTML and plain text, and resolves its links from the file that holds it.

import { htmlToText } from "../markdown/html-to-text.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { toExcerpt } from "./excerpt.ts";
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
  /** Words for an image without a description that is not held. */
  readonly imageLabel: string;
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
      imageLabel: job.imageLabel,
      // Two comments on one page may bring the same id.
      idPrefix: job.profile === "comment" ? `text-${fileStem(job.file)}-` : "text-",
      resolveLink: (address) => {
        const target = resolveAddress(address, job, options.folders);
        return target === undefined ? undefined : href(target);
      },
    });
    const text = htmlToText(html);
    return { html, text, excerpt: job.profile === "post" ? toExcerpt(text) : "" };
  };
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
  const [, relative = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const parts = file.split("/").slice(0, -1);
  for (const segment of decodeSafely(relative).split("/")) {
    if (segment === "..") parts.pop();
    else if (segment !== "." && segment !== "") parts.push(segment);
  }
  // The folder of a post, and what is named inside it: `posts/2011/slug` and `comments/comment-3.md`.
  for (let length = parts.length; length > 1; length--) {
    const target = folders.get(parts.slice(0, length).join("/"));
    if (target) return resolveInFolder(target, parts.slice(length), rest);
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
  if (!target.attachments.includes(inside.join("/"))) return undefined;
  return target.path + inside.map(encodeURIComponent).join("/");
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
