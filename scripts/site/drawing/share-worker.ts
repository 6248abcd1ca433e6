// What a drawing worker does: answers the calls of crew.ts with a share of its own. worker-code.ts makes one script of it.

import { parentPort, workerData } from "node:worker_threads";
import { createShare, type Share } from "./share.ts";

/** A call of one of a share's functions. */
export interface ShareCall {
  readonly name: keyof Share;
  readonly args: readonly unknown[];
}

const share = createShare((workerData as { readonly number: number }).number);

parentPort?.on("message", ({ name, args }: ShareCall) => {
  const work = share[name] as (...all: readonly unknown[]) => unknown;
  parentPort?.postMessage(work(...args));
});
