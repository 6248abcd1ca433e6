// Makes one script of a worker thread. A worker that loads TypeScript by itself starts a second thread for that, which takes a
// second and 40 MB each time; esbuild, which loads our TypeScript anyway, takes a tenth of a second.

import { buildSync } from "esbuild";
import { PROJECT_DIR } from "../project-dir.ts";

const codes = new Map<string, string>();

/** Returns a worker's script, for `new Worker(…, { eval: true })`. `path` is below scripts/import/. */
export function readWorkerCode(path: string): string {
  const code = codes.get(path) ?? bundle(path);
  codes.set(path, code);
  return code;
}

function bundle(path: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${PROJECT_DIR}scripts/import/${path}`],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
