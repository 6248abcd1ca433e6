// Resolves paths as the person typed them: npm runs scripts in the project's folder, wherever npm was started.

import { resolve } from "node:path";
import { PROJECT_DIR } from "./project-dir.ts";

const OWN_SCRIPTS: ReadonlySet<string> = new Set([
  "import",
  "build",
  "check",
  "start",
  "bench",
  "new",
  "redact",
  "preview",
  "serve",
]);

/** Returns the absolute form of a path that is relative to where the person stood. */
export function resolveUserPath(path: string): string {
  return resolve(userFolder(), path);
}

/** INIT_CWD is inherited by every child of npm, so it counts only where npm itself runs one of our commands. */
function userFolder(): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  const isOwnScript = npm_lifecycle_event !== undefined && OWN_SCRIPTS.has(npm_lifecycle_event);
  return INIT_CWD !== undefined && isOwnScript && process.cwd() === resolve(PROJECT_DIR) ? INIT_CWD : process.cwd();
}
