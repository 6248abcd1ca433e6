// What a drawing worker does: answers the calls of crew.ts with a share of its own. It is run as one bundle.

import { parentPort, workerData } from "node:worker_threads";
import { loadPageTypes } from "../page-types.ts";
import { createShare, type Share } from "./share.ts";

/** A call of one of a share's functions. */
export interface ShareCall {
  readonly name: keyof Share;
  readonly args: readonly unknown[];
}

const share = createShare((workerData as { readonly number: number }).number);

const ready = loadPageTypes();

parentPort?.on("message", async ({ name, args }: ShareCall) => {
  await ready;
  const work = share[name] as (...all: readonly unknown[]) => unknown;
  parentPort?.postMessage(work(...args));
});
