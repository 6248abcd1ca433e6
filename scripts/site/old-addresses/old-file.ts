// Decides which file of the site answers at an old path, on a server that knows files only.

import { isSafePath } from "../../archive/slug.ts";

/** An old path that a file can answer. */
export interface OldFile {
  /** File below the folder of the old host, decoded, with `/`. */
  readonly file: string;
  /** Path of that file, encoded, as a browser asks for it. */
  readonly path: string;
}

/**
 * Returns the file for the path of an old address: `/2011/01/slug/` and `/2011/01/slug` → `2011/01/slug/index.html`,
 * `/2011/01/slug.html` → that file. Returns undefined where no file may have such a name: the page for missing
 * addresses leads on from there. Nothing that it returns leaves the folder.
 */
export function toOldFile(pathname: string): OldFile | undefined {
  const isFolder = pathname.endsWith("/");
  const encoded = pathname.replace(/^\//, "").replace(/\/$/, "").split("/");
  if (encoded.length === 1 && encoded[0] === "") return { file: "index.html", path: "/" };
  const segments = encoded.map(decodeSegment);
  if (!segments.every((segment) => segment !== undefined) || !isSafePath(segments)) return undefined;
  const name = segments.join("/");
  const path = `/${segments.map(encodeURIComponent).join("/")}`;
  // Of all endings only this one is served as a page; `view.php` would be offered for download.
  if (!isFolder && /\.html?$/i.test(segments.at(-1) ?? "")) return { file: name, path };
  return { file: `${name}/index.html`, path: `${path}/` };
}

/** Returns the folders that a file lies in: `a/b/c.html` → `a`, `a/b`. */
export function foldersOf(file: string): readonly string[] {
  const folders: string[] = [];
  for (let end = file.indexOf("/"); end !== -1; end = file.indexOf("/", end + 1)) folders.push(file.slice(0, end));
  return folders;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
