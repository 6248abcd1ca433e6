// What the shortcodes for pictures, films and sound become: figures, and links to what was played.

import type { Attachment, AttachmentIndex } from "./attachments.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Shortcode } from "./shortcode-parser.ts";

/** What a shortcode may need to know of its post. */
export interface MediaContext {
  readonly attachments: AttachmentIndex;
  /** Id of the post that holds the shortcode. */
  readonly postId: string;
  /** Tells a person that something could not be shown. */
  readonly warn: (what: string) => void;
}

/** Returns the HTML that a shortcode becomes, or undefined when it cannot be understood and must stay visible. */
export type ShortcodeWriter = (shortcode: Shortcode, context: MediaContext) => string | undefined;

// Where a player's number leads.
const PLAYER_ADDRESSES: Readonly<Record<string, string>> = {
  youtube: "https://www.youtube.com/watch?v=",
  vimeo: "https://vimeo.com/",
  dailymotion: "https://www.dailymotion.com/video/",
  googlevideo: "http://video.google.com/videoplay?docid=",
  wpvideo: "https://videopress.com/v/",
  videopress: "https://videopress.com/v/",
  scribd: "https://www.scribd.com/doc/",
  gist: "https://gist.github.com/",
};
const FILE_ATTRIBUTES = "src mp3 m4a ogg wav wma flac mp4 m4v webm ogv wmv flv url href".split(" ");

/** The shortcodes of WordPress itself. */
export const CORE_WRITERS: Readonly<Record<string, ShortcodeWriter>> = {
  caption: writeCaption,
  wp_caption: writeCaption,
  gallery: writeGallery,
  playlist: writePlaylist,
  audio: writePlayer,
  video: writePlayer,
  embed: writePlayer,
};

/** Shortcodes of WordPress.com and of common plugins. */
export const COMMON_WRITERS: Readonly<Record<string, ShortcodeWriter>> = {
  youtube: writePlayer,
  vimeo: writePlayer,
  dailymotion: writePlayer,
  googlevideo: writePlayer,
  wpvideo: writePlayer,
  videopress: writePlayer,
  scribd: writePlayer,
  gist: writePlayer,
  soundcloud: writePlayer,
  spotify: writePlayer,
  slideshare: writePlayer,
  flickr: writePlayer,
  instagram: writePlayer,
  tweet: writePlayer,
  ted: writePlayer,
};

// WordPress 3.4 and later have the caption behind the image, older ones in an attribute.
function writeCaption({ content, attributes }: Shortcode): string | undefined {
  if (content === undefined) return undefined;
  const image = /(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?/i.exec(content);
  const before = image === null ? "" : content.slice(0, image.index).trim();
  const after = image === null ? content : content.slice(image.index + image[0].length);
  const caption = [attributes.named.get("caption") ?? "", before, after.trim()].filter((part) => part !== "").join(" ");
  if (image === null) return `<p>${caption}</p>`;
  return writeFigure(image[0], caption);
}

function writeGallery(shortcode: Shortcode, context: MediaContext): string {
  const { named } = shortcode.attributes;
  const ids = readIds(named.get("ids") ?? named.get("include"));
  const excluded = new Set(readIds(named.get("exclude")));
  const images =
    ids.length > 0
      ? findAttachments(ids, context)
      : context.attachments.imagesOf(named.get("id") ?? context.postId).filter(({ id }) => !excluded.has(id));
  if (images.length === 0) context.warn("a gallery is empty: none of its images is in the export");
  const figures = images.map((image) =>
    writeFigure(`<img src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt)}" />`, image.caption),
  );
  return figures.join("\n");
}

function writePlaylist(shortcode: Shortcode, context: MediaContext): string | undefined {
  const tracks = findAttachments(readIds(shortcode.attributes.named.get("ids")), context);
  if (tracks.length === 0) return undefined;
  const items = tracks.map(
    ({ url, title }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title === "" ? url : title)}</a></li>`,
  );
  return `<ol>${items.join("")}</ol>`;
}

function writePlayer({ name, content, attributes }: Shortcode): string | undefined {
  const { named, positional } = attributes;
  const candidates = [
    ...FILE_ATTRIBUTES.map((key) => named.get(key)),
    positional[0],
    named.get("id") ?? named.get("video"),
    content,
  ];
  for (const candidate of candidates) {
    const value =
      candidate
        ?.replace(/<[^>]*>/g, "")
        .trim()
        .split("|")[0] ?? "";
    const address = toAddress(name, value);
    if (address !== undefined) return `<p><a href="${address}">${address}</a></p>`;
  }
  return undefined;
}

function toAddress(name: string, value: string): string | undefined {
  if (/^https?:\/\/[^\s"<>]+$/i.test(value)) return value;
  if (/^\/\/[^\s"<>]+$/.test(value)) return `https:${value}`;
  const player = PLAYER_ADDRESSES[name];
  return player !== undefined && /^[\w-]{5,64}$/.test(value) ? `${player}${value}` : undefined;
}

function findAttachments(ids: readonly string[], { attachments, warn }: MediaContext): readonly Attachment[] {
  const found = ids.flatMap((id) => attachments.byId.get(id) ?? []);
  if (found.length < ids.length)
    warn(`${ids.length - found.length} of ${ids.length} files of a gallery are not in the export`);
  return found;
}

function readIds(text: string | undefined): readonly string[] {
  return text?.split(/[\s,]+/).filter((id) => /^\d+$/.test(id)) ?? [];
}

function writeFigure(image: string, caption: string): string {
  if (caption === "") return `<p>${image}</p>`;
  return `<figure>${image}<figcaption>${caption}</figcaption></figure>`;
}
