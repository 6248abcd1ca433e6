// Decides what a page shows for an image in a text: its files, or a box that says what is known of it.

import type { ImageView } from "../../markdown/present-image.ts";
import { decodeSafely, findInFolder } from "../resolve-address.ts";
import type { Folders, TextJob } from "../text-renderer.ts";
import { describePicture, writeSrcset } from "./picture.ts";

/** Returns what is shown for an image by its address in a text; undefined for what is no address of an image. */
export function viewImage(
  address: string,
  asked: { readonly width?: number; readonly height?: number },
  job: TextJob,
  folders: Folders,
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
