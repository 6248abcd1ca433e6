// What the thread does that writes folders: one after the other, and none after one that it could not write.

import { parentPort } from "node:worker_threads";
import { type NewFolder, writeNewFolder } from "../../archive/new-folder.ts";
import type { FolderAnswer } from "./folder-messages.ts";

let failed: FolderAnswer | undefined;

parentPort?.on("message", (folder: NewFolder) => {
  failed ??= write(folder);
  parentPort?.postMessage(failed ?? ({} satisfies FolderAnswer));
});

function write(folder: NewFolder): FolderAnswer | undefined {
  try {
    writeNewFolder(folder);
    return undefined;
  } catch (error) {
    const { message = String(error), code, path } = error as NodeJS.ErrnoException;
    return { error: { message, ...(code !== undefined && { code }), ...(path !== undefined && { path }) } };
  }
}
