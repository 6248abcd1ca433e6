// Finds the pictures that a browser saved into the folder beside a page.

import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { checkFile } from "../media/hold-file.ts";
import { defaultMediaSettings } from "../media/media-settings.ts";
import type { NamedInput } from "./page-source.ts";

/**
 * Takes the address of a picture beside the page, as the page has it, and the address in the web that it had, where the page
 * tells it. Returns the address by which the archive knows the picture; undefined when there is none that can be held.
 */
export type FindPart = (path: string, original: string | undefined) => string | undefined;

// A name that no host will ever have (RFC 2606): nobody knows where such a picture was in the web.
const NOWHERE = "https://saved-page.invalid";

/** Returns the finder for a page. Each picture found is added to `files`, by its address, with its place on the disk. */
export function createPartFinder({ input, name }: NamedInput, files: Map<string, string>): FindPart {
  const folder = dirname(input.path);
  return (path, original) => {
    const place = input.container?.kind === "zip" ? undefined : findPicture(folder, path);
    if (place === undefined) return undefined;
    const address = original ?? new URL(`${NOWHERE}/${name}/${path.replace(/^\.\//, "")}`).href;
    files.set(address, place);
    return address;
  };
}

function findPicture(folder: string, path: string): string | undefined {
  try {
    const home = realpathSync(folder);
    const place = realpathSync(join(home, decodeURIComponent(path)));
    // A page may name any file of the computer.
    if (!place.startsWith(home + sep) || statSync(place).size > defaultMediaSettings.maxFileSize) return undefined;
    return "kind" in checkFile(readFileSync(place), true) ? place : undefined;
  } catch {
    return undefined;
  }
}
