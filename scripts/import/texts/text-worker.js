// Entry of a converting worker: registers the TypeScript loader, which a worker does not inherit, and converts what it is given.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { convertText } = await import("./convert-text.ts");
parentPort.on("message", ({ id, jobs }) => {
  parentPort.postMessage({ id, texts: jobs.map((job) => convertText(job, workerData.maskEmails)) });
});
