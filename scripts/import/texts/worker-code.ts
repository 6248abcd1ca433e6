// Makes one script of the converting worker. A worker that loads TypeScript by itself starts a second thread for that, which
// takes a second and 40 MB each time; esbuild, which loads our TypeScript anyway, takes a tenth of a second for all workers.

import { buildSync } from "esbuild";
import { PROJECT_DIR } from "../../project-dir.ts";

let code: string | undefined;

/** Returns the worker's script, for `new Worker(…, { eval: true })`. */
export function readWorkerCode(): string {
  code ??= bundle();
  return code;
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${PROJECT_DIR}scripts/import/texts/text-worker.ts`],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
