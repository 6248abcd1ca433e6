// Renders every text of the archive once, in worker threads when there are many: safe HTML and plain text by file.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createTextRenderer, type RenderedText, type TextJob, type TextRendererOptions } from "./text-renderer.ts";

/** Starting a worker costs as much as rendering some thousand texts. */
const WORKER_THRESHOLD = 3000;
const MAX_WORKERS = 4;

/** The rendered texts by file path below content/, or by the key that a job has instead. */
export type RenderedTexts = ReadonlyMap<string, RenderedText>;

/** Renders all texts. Throws what a worker throws. */
export async function renderTexts(jobs: readonly TextJob[], options: TextRendererOptions): Promise<RenderedTexts> {
  const workerCount = Math.min(MAX_WORKERS, availableParallelism());
  if (jobs.length < WORKER_THRESHOLD || workerCount < 2) {
    const render = createTextRenderer(options);
    return new Map(jobs.map((job) => [job.key ?? job.file, render(job)]));
  }
  const size = Math.ceil(jobs.length / workerCount);
  const parts = await Promise.all(
    Array.from({ length: workerCount }, (_, index) =>
      renderInWorker(jobs.slice(index * size, (index + 1) * size), options),
    ),
  );
  return new Map(parts.flatMap((part) => [...part]));
}

function renderInWorker(jobs: readonly TextJob[], options: TextRendererOptions): Promise<Map<string, RenderedText>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./text-worker.js", import.meta.url), { workerData: { jobs, options } });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code !== 0) reject(new Error(`A rendering worker stopped with code ${code}.`));
    });
  });
}
