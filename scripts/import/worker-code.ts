// Makes one script of a worker thread. A worker that loads TypeScript by itself starts a second thread for that, which takes a
// second and 40 MB each time.

import { bundleScript } from "../run-bundled.js";

/** Returns a worker's script, for `new Worker(…, { eval: true })`. `path` is below scripts/import/. */
export function readWorkerCode(path: string): string {
  return bundleScript(`import/${path}`);
}
