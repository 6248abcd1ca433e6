// Gives the files of a post's images their names beside the post: the full size keeps its own, for good.

import type { EncodedImage, ImageFile } from "./encoded-image.ts";
import type { HeldImage, ImageCandidate } from "./held-image.ts";

/** An image under the names of its files. */
export interface NamedImage {
  readonly held: HeldImage;
  /** Name in the cache by path in the post's folder. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Names the files of all images of one post. `photo.jpg` has copies such as `photo-720w.webp`; where another image of the
 * post has the same name but for its extension, `photo.jpg-720w.webp`; a name that any file of the post has is not given.
 * @param files paths of everything that lies beside the post
 */
export function nameImages(
  images: ReadonlyMap<string, EncodedImage>,
  files: readonly string[],
): ReadonlyMap<string, NamedImage> {
  // Hosts that do not tell upper from lower case must not lose a file either. Folders are names as well.
  const taken = new Set(files.flatMap(withFolders).map(foldName));
  const stems = new Map<string, number>();
  for (const name of images.keys()) stems.set(foldName(stemOf(name)), (stems.get(foldName(stemOf(name))) ?? 0) + 1);
  const named = new Map<string, NamedImage>();
  for (const [name, image] of [...images].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const stem = stems.get(foldName(stemOf(name))) === 1 ? stemOf(name) : name;
    named.set(name, nameFiles(name, stem, image, taken));
  }
  return named;
}

function nameFiles(name: string, stem: string, image: EncodedImage, taken: Set<string>): NamedImage {
  const pathByFile = new Map([[image.full.name, name]]);
  const locate = (file: ImageFile): ImageCandidate => {
    let path = pathByFile.get(file.name);
    if (path === undefined) {
      path = chooseFree(stem, file.name, taken);
      pathByFile.set(file.name, path);
    }
    return { file: path, width: file.width };
  };
  const { width, height } = image;
  const candidates = image.own.map(locate);
  const sources = image.sources.map(({ type, files }) => ({ type, candidates: files.map(locate) }));
  return {
    held: { file: name, width, height, candidates, sources },
    files: new Map([...pathByFile].map(([file, path]) => [path, file])),
  };
}

function chooseFree(stem: string, addition: string, taken: Set<string>): string {
  let path = `${stem}-${addition}`;
  for (let number = 2; taken.has(foldName(path)); number++) path = `${stem}-${number}-${addition}`;
  taken.add(foldName(path));
  return path;
}

function withFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, "");
}

function foldName(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
