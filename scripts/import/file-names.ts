// Tells by names which files of a folder or zip archive are nothing to read: hidden ones, pictures, films, parts of saved pages.

import { toSlug } from "../archive/slug.ts";

const MEDIA = new Set(
  `3gp aac ai apk avi avif bmp css doc docx eot epub exe flac flv gif heic heif ico jpeg jpg js m4a m4v map mid mjs mkv mov mp3 mp4
   mpeg mpg odp ods odt ogg ogv opus otf pdf png ppt pptx psd rtf svg svgz swf tif tiff ttf wav webm webmanifest webp wma wmv woff
   woff2 xls xlsx`.split(/\s+/),
);
const SYSTEM_NAMES = new Set(["__macosx", "desktop.ini", "thumbs.db"]);
const SAVED_PAGE = /\.(?:html?|xhtml)$/i;
// Browsers name the folder of a saved page's parts by the page, in their user's language: "page_files", "page-filer".
const PARTS_FOLDER = /^(.+)[_-](?:files|filer|dateien|fichiers|archivos|bestanden|tiedostot)$/i;

/** Tells whether a file or folder is hidden, or one that an operating system keeps for itself. */
export function isHiddenName(name: string): boolean {
  return name.startsWith(".") || SYSTEM_NAMES.has(name.toLowerCase());
}

/** Tells whether a file is a picture, a film, a font, a document of an office and so on, by its extension. */
export function isMediaName(name: string): boolean {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? "";
  return MEDIA.has(extension.toLowerCase());
}

/** Returns what names the saved pages among the files of a folder, for isPartsFolder. */
export function listSavedPages(fileNames: readonly string[]): ReadonlySet<string> {
  return new Set(fileNames.filter((name) => SAVED_PAGE.test(name)).map((name) => toSlug(name.replace(SAVED_PAGE, ""))));
}

/** Tells whether a folder holds the parts of a page that a browser saved beside it. */
export function isPartsFolder(name: string, savedPages: ReadonlySet<string>): boolean {
  const page = PARTS_FOLDER.exec(name)?.[1];
  return page !== undefined && savedPages.has(toSlug(page));
}
