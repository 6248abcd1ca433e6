// What a converting worker does: converts the texts that it is given. ../worker-code.ts makes one script of this file and all that it needs.

import { parentPort, workerData } from "node:worker_threads";
import { convertText } from "./convert-text.ts";
import type { WorkerAnswer, WorkerReady, WorkerSettings, WorkerTask } from "./worker-messages.ts";

// Given by text-converter.ts alone.
const { maskEmails } = workerData as WorkerSettings;

parentPort?.on("message", ({ id, jobs }: WorkerTask) => {
  const answer: WorkerAnswer = { id, texts: jobs.map((job) => convertText(job, maskEmails)) };
  parentPort?.postMessage(answer);
});

parentPort?.postMessage({ isReady: true } satisfies WorkerReady);
