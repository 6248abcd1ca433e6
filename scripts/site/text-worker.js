// Entry of a rendering worker: registers the TypeScript loader, which a worker does not inherit, and renders its share.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { createTextRenderer } = await import("./text-renderer.ts");
const render = createTextRenderer(workerData.options);
parentPort.postMessage(new Map(workerData.jobs.map((job) => [job.key ?? job.file, render(job)])));
