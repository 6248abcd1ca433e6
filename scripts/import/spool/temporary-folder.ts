// One folder for the temporary files of this process, outside content/, that goes when the process ends, however it ends.

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "ordskifte-import-";

let folder: string | undefined;

/** Returns the folder; only this user can look into it. What killed imports left behind is removed. */
export function openTemporaryFolder(): string {
  if (folder !== undefined) return folder;
  removeLeftovers();
  const made = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  folder = made;
  const remove = (): void => rmSync(made, { recursive: true, force: true });
  process.once("exit", remove);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      remove();
      // Nobody listens any more, so the process ends as it would have.
      process.kill(process.pid, signal);
    });
  }
  return made;
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^ordskifte-import-(\d+)-\w+$/.exec(name)?.[1]);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
