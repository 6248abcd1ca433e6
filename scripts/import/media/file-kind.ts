// Tells what a file is by its first bytes, never by its name: an error page called photo.jpg is not a photo.

import { type ImageFormat, readBrands, recognizeImage } from "../../archive/image-header.ts";

/** A kind of file that the archive holds. Nothing in it runs when a browser shows it; SVG and HTML are not among them. */
export interface FileKind {
  readonly family: "image" | "audio" | "video" | "document";
  /** With which the file is named, whatever its name was. */
  readonly extension: string;
}

const IMAGES: Readonly<Record<ImageFormat, FileKind>> = {
  jpeg: { family: "image", extension: "jpg" },
  png: { family: "image", extension: "png" },
  gif: { family: "image", extension: "gif" },
  webp: { family: "image", extension: "webp" },
  avif: { family: "image", extension: "avif" },
};
const PDF: FileKind = { family: "document", extension: "pdf" };
const MP3: FileKind = { family: "audio", extension: "mp3" };
const M4A: FileKind = { family: "audio", extension: "m4a" };
const OGG: FileKind = { family: "audio", extension: "ogg" };
const MP4: FileKind = { family: "video", extension: "mp4" };
const WEBM: FileKind = { family: "video", extension: "webm" };

// Readers of PDF find the mark anywhere in the first kilobyte.
const PDF_REACH = 1024;
const WEBM_REACH = 64;

/** Returns the kind of a file; undefined for one that the archive does not hold. */
export function detectKind(bytes: Buffer): FileKind | undefined {
  const image = recognizeImage(bytes);
  if (image !== undefined) return IMAGES[image];
  const head = bytes.toString("latin1", 0, 16);
  if (head.slice(4, 8) === "ftyp") return detectBrand(bytes);
  if (head.startsWith("OggS")) return OGG;
  if (head.startsWith("\u001aE\u00df\u00a3")) {
    return bytes.toString("latin1", 0, WEBM_REACH).includes("webm") ? WEBM : undefined;
  }
  if (head.startsWith("ID3") || isMpegFrame(bytes)) return MP3;
  return bytes.toString("latin1", 0, PDF_REACH).includes("%PDF-") ? PDF : undefined;
}

/** Tells whether something is a web page or nothing at all, as servers send in place of a file that they do not have. */
export function isErrorPage(bytes: Buffer): boolean {
  const head = bytes.toString("latin1", 0, 1024);
  return head.trim() === "" || /<(?:!doctype html|html|head|body|title)\b/i.test(head);
}

/** Tells by its extension whether an address names an image, a film, a sound or a document. */
export function namesMedia(path: string): boolean {
  return MEDIA_EXTENSION.test(path);
}

/** Tells by its extension whether an address names an image. */
export function namesImage(path: string): boolean {
  return /\.(?:jpe?g|jpe|jfif|png|gif|webp|avif|bmp|tiff?|svg|heic|ico)$/i.test(path);
}

/** Tells quickly whether a Markdown text may show or name an image, a film, a sound or a document. */
export function mayNameMedia(text: string): boolean {
  return text.includes("//") && MEDIA_IN_TEXT.test(text);
}

const MEDIA_EXTENSION =
  /\.(?:jpe?g|jpe|jfif|png|gif|webp|avif|bmp|tiff?|svg|heic|pdf|mp3|m4a|m4b|ogg|oga|ogv|opus|wav|wma|aac|flac|aiff?|mp4|m4v|mov|avi|wmv|webm|mkv|mpe?g|3gp|flv|docx?|xlsx?|pptx?|pps|odt|ods|odp|rtf|epub|zip|swf)$/i;
// Google's albums name no kind; what is shown needs none.
const MEDIA_IN_TEXT = new RegExp(
  `!\\[|<(?:img|picture|source|video|audio|embed|object)\\b|googleusercontent|ggpht|${MEDIA_EXTENSION.source.slice(0, -1)}`,
  "i",
);

// https://mp4ra.org/registered-types/brands
function detectBrand(bytes: Buffer): FileKind | undefined {
  const major = readBrands(bytes).slice(0, 4);
  if (/^M4[AB] /.test(major)) return M4A;
  if (/^(?:qt {2}|heic|heix|hevc|mif1|msf1|crx )/.test(major)) return undefined;
  return /^(?:isom|iso[2-9]|mp4[12]|M4V|MSNV|avc1|dash|f4v|3gp|3g2|mmp4|XAVC)/.test(major) ? MP4 : undefined;
}

// Eleven bits of sync, then a version, layer, bit rate and sample rate that exist; two frames where the file is long enough.
function isMpegFrame(bytes: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const isSync = first === 0xff && (second & 0xe0) === 0xe0;
  const layer = (second >> 1) & 3;
  const version = (second >> 3) & 3;
  return isSync && layer === 1 && version !== 1 && third >> 4 !== 15 && third >> 4 !== 0 && ((third >> 2) & 3) !== 3;
}
