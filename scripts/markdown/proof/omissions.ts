// What an archived text leaves out, or shows in another way than a browser showed its source, on purpose: the one
// description that the proof goes by and that docs/importing.md tells people of. Whatever else differs is a fault.

/** Elements whose content a browser never shows, or only where it cannot show the element itself. */
export const NEVER_SHOWN: ReadonlySet<string> = new Set(
  (
    "script style title noembed noframes iframe video audio canvas template datalist meter progress " +
    "annotation annotation-xml desc metadata"
  ).split(" "),
);

/** Schemes of links that are kept; of another link the text stays. A relative address is kept. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "ftp:", "tel:"]);

/** Schemes of images that are kept; other images are left out. */
export const IMAGE_SCHEMES: ReadonlySet<string> = new Set(["http:", "https:"]);

/** Pages that take the place of a player's own address: the pattern finds the film's name, `page` is put before it. */
export const WATCH_PAGES: readonly { readonly player: RegExp; readonly page: string }[] = [
  {
    player: /^https?:\/\/(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|e)\/(?!videoseries(?![\w-]))([\w-]{6,})/i,
    page: "https://www.youtube.com/watch?v=",
  },
  { player: /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i, page: "https://vimeo.com/" },
];

/** Nesting of lists, quotations and tables beyond which only words, links and images are kept in their order. */
export const PROVEN_DEPTH = 60;

/** Returns the address of an image; scripts that load images late put a blank into `src`, and the address elsewhere. */
export function findImageAddress(attributes: Readonly<Record<string, string>>): string | undefined {
  const { src = "" } = attributes;
  const late = attributes["data-src"] ?? attributes["data-lazy-src"] ?? attributes["data-original"];
  return late !== undefined && (src === "" || /^data:/i.test(src)) ? late : src;
}

/** Returns true for images that stand for a character; the character, their `alt`, stays in the text. */
export function isSmiley(className: string | undefined): boolean {
  return className !== undefined && /(?:^|\s)(?:wp-smiley|emoji)(?:\s|$)/.test(className);
}

/** Returns true for pictures of a person that are found by the person's e-mail address: they are left out. */
export function isPersonalPicture(address: string): boolean {
  return /^(?:https?:)?\/\/(?:[\w-]+\.)*gravatar\.com\//i.test(address);
}

/** Returns true for images of a single pixel, which count readers and show nothing: they are left out. */
export function isCountingPixel(width: string | undefined, height: string | undefined): boolean {
  return (
    width !== undefined &&
    height !== undefined &&
    /^\s*[01](?:px)?\s*$/.test(width) &&
    /^\s*[01](?:px)?\s*$/.test(height)
  );
}

/** Returns true for an element that its own attributes hide from readers, for good unless a script shows it. */
export function isHiddenByAttributes(hidden: string | undefined, style: string | undefined): boolean {
  return hidden !== undefined || (style !== undefined && /(?:^|[;\s])display\s*:\s*none\b/i.test(style));
}

/** Returns true when a click may open what a text hides: then hidden parts are a part of the text, and stay. */
export function canOpenHidden(html: string): boolean {
  return /\son[a-z]+\s*=|javascript:|<summary/i.test(html);
}

/** Blogger's table around an image and its caption: it is shown as a figure. */
export function isCaptionTable(className: string | undefined): boolean {
  return className !== undefined && /(?:^|\s)tr-caption-container(?:\s|$)/.test(className);
}

/** Characters that no browser shows and no file should hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is described
export const CONTROLS: RegExp = /[\0-\x08\x0b\x0e-\x1f\x7f]/g;

/** Text made of nothing but these shows nothing: a line of it is left out. */
export const BLANK: RegExp = /^[\s\u200b\ufeff]*$/;
