// Opens everything that the user named: files, folders with all that is in them, and zip archives.

import { stat } from "node:fs/promises";
import { basename } from "node:path";
import {
  type ByteSource,
  type Container,
  type ExportInput,
  InputError,
  openBytes,
  openInput,
  toByteSource,
} from "./open-input.ts";
import { walkFolder } from "./walk-folder.ts";
import { isZip, listZip } from "./zip-archive.ts";

/** A folder or zip archive, after it was opened. */
export interface OpenedContainer extends Container {
  /** Number of pictures, films and the like, which were not opened. */
  readonly media: number;
  /** Number of files without content. */
  readonly empty: number;
}

/** What was opened. */
export interface OpenedInputs {
  /** In the order in which they were named, within a folder or zip archive by name. */
  readonly inputs: readonly ExportInput[];
  readonly containers: readonly OpenedContainer[];
}

/** Opens all paths. @throws InputError when something that was named cannot be read */
export async function openInputs(paths: readonly string[], onProgress: (what: string) => void): Promise<OpenedInputs> {
  const inputs: ExportInput[] = [];
  const containers: OpenedContainer[] = [];
  const openAll = async (container: Container, sources: readonly ByteSource[], media: number): Promise<void> => {
    onProgress(`Opening ${basename(container.path)}`);
    let empty = 0;
    for (const source of sources) {
      const input = await openBytes(source);
      if (input.size === 0) empty += 1;
      else inputs.push(input);
    }
    containers.push({ ...container, media, empty });
  };
  const openZip = async (path: string, size: number): Promise<void> => {
    const { files, media } = await listZip(path, size);
    await openAll({ path, kind: "zip" }, files, media);
  };
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) {
      const { files, media } = await walkFolder(path);
      const container: Container = { path, kind: "folder" };
      const plain: ByteSource[] = [];
      for (const file of files) {
        if (await isReadableZip(file)) await openZip(file, (await stat(file)).size);
        else plain.push(toByteSource(file, container));
      }
      await openAll(container, plain, media);
    } else if (found?.isFile() && (await isReadableZip(path))) {
      await openZip(path, found.size);
    } else {
      onProgress(`Opening ${basename(path)}`);
      inputs.push(await openInput(path));
    }
  }
  return { inputs, containers };
}

async function isReadableZip(path: string): Promise<boolean> {
  try {
    return await isZip(path);
  } catch (error) {
    throw new InputError(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
