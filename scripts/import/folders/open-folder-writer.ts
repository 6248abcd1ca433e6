// Writes the folders of new posts in a thread of its own while the import goes on, where there are many: making and writing
// files takes as long as reading an export. They come to the disk in the order in which they were given.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type FolderWriter, writeFoldersHere } from "../../archive/new-folder.ts";
import { readWorkerCode } from "../worker-code.ts";
import type { FolderAnswer } from "./folder-messages.ts";

/** Writes folders, and must be closed. */
export interface OpenFolderWriter extends FolderWriter {
  /** Waits until all that were given lie on the disk or one could not be written, and ends the thread. Never rejects. */
  readonly close: () => Promise<void>;
}

// Below it the thread costs more than it saves.
const THRESHOLD = 3_000_000;
/** Characters that may wait to be written. */
const MAX_WAITING = 1_000_000;
const YOUNG_GENERATION_MB = 2;

/** Opens a writer for an import of exports of so many bytes. */
export function openFolderWriter(size: number): OpenFolderWriter {
  return size < THRESHOLD || availableParallelism() < 2
    ? { ...writeFoldersHere, close: async () => {} }
    : writeFoldersBehind();
}

/** Returns a writer with a thread, which starts with the first folder. `code` is its script. */
export function writeFoldersBehind(code?: string): OpenFolderWriter {
  let thread: Worker | undefined;
  // Characters of each folder that was given and is not answered for.
  const waiting: number[] = [];
  let waitingSize = 0;
  let failure: Error | undefined;
  let wake = (): void => {};
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  const start = (): Worker => {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
    const worker = new Worker(code ?? readWorkerCode("folders/folder-worker.ts"), { eval: true, resourceLimits });
    worker.on("message", ({ error }: FolderAnswer) => {
      waitingSize -= waiting.shift() ?? 0;
      if (error === undefined) wake();
      else fail(Object.assign(new Error(error.message), error));
    });
    worker.on("error", fail);
    worker.on("exit", () => fail(new Error("the thread that writes files ended")));
    return worker;
  };
  const waitFor = async (isEnough: () => boolean): Promise<void> => {
    while (!isEnough() && failure === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== undefined) throw failure;
  };
  return {
    write: async (folder) => {
      thread ??= start();
      const size = folder.files.reduce((sum, [, text]) => sum + text.length, 0);
      waiting.push(size);
      waitingSize += size;
      thread.postMessage(folder);
      await waitFor(() => waitingSize <= MAX_WAITING);
    },
    settle: () => waitFor(() => waiting.length === 0),
    close: async () => {
      await waitFor(() => waiting.length === 0).catch(() => {});
      thread?.removeAllListeners("exit");
      await thread?.terminate();
    },
  };
}
