// Keeps two programs from writing into one archive at a time: a hidden file that says who is at it.

import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { ArchiveError } from "./archive-error.ts";
import { TEMPORARY_SUFFIX } from "./folder-listing.ts";
import { readIfThere } from "./read-if-there.ts";
import { show } from "./show.ts";

/** An archive that nobody else writes into. */
export interface Lock {
  /** What a person should know: that an earlier run left its lock behind. */
  readonly note?: string;
  /** Gives the archive free. */
  readonly release: () => void;
}

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** What the process was begun for: `import`. */
  readonly command: string;
  /** When the process began, in the system's own count; numbers of processes are given again. */
  readonly start?: string;
}

/** Name of the file in content/. */
export const LOCK_FILE = ".import.lock";

/**
 * Takes the archive's lock. One that a process which has ended left behind is taken over.
 * @throws ArchiveError when another process holds it
 */
export function takeLock(contentDir: string, command: string): Lock {
  const path = `${contentDir}/${LOCK_FILE}`;
  const madeFolder = mkdirSync(contentDir, { recursive: true }) !== undefined;
  const start = readProcessStart(process.pid);
  const holder: Holder = { pid: process.pid, host: hostname(), command, ...(start !== undefined && { start }) };
  const text = `${JSON.stringify(holder)}\n`;
  const own = `${path}.${process.pid}${TEMPORARY_SUFFIX}`;
  // Written whole before it gets its name, so that nobody reads half of it.
  let note: string | undefined;
  try {
    writeFileSync(own, text);
    if (!hasLinked(own, path)) {
      note = takeOver(path, own, contentDir);
      if (!hasLinked(own, path)) throw new ArchiveError(describeHolder(path, readIfThere(path)));
    }
  } finally {
    rmSync(own, { force: true });
  }
  const release = (): void => {
    try {
      if (readIfThere(path) === text) rmSync(path, { force: true });
      if (madeFolder) rmdirSync(contentDir);
    } catch {
      // Something was written, so the folder stays; a lock that cannot be removed is taken over by the next run.
    }
  };
  return { ...(note !== undefined && { note }), release };
}

function hasLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // Gone: whoever holds the lock has tidied up.
    if (code === "EEXIST" || code === "ENOENT") return false;
    // Some network disks and FAT know no links.
    if (code === "EPERM" || code === "ENOTSUP" || code === "ENOSYS" || code === "EOPNOTSUPP")
      return hasWritten(from, to);
    throw error;
  }
}

function hasWritten(from: string, to: string): boolean {
  try {
    writeFileSync(to, readFileSync(from), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

// Moved away first and looked at again: of two that find it, only one has it then.
function takeOver(path: string, own: string, contentDir: string): string {
  const found = readIfThere(path);
  if (found !== undefined && !isLeftBehind(found)) throw new ArchiveError(describeHolder(path, found));
  const old = `${own}.old`;
  try {
    renameSync(path, old);
    if (readIfThere(old) !== found) {
      hasLinked(old, path);
      throw new ArchiveError(describeHolder(path, readIfThere(path)));
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  } finally {
    rmSync(old, { force: true });
  }
  const holder = found === undefined ? undefined : readHolder(found);
  const who = holder === undefined ? "An earlier run" : `An earlier ${holder.command} (process ${holder.pid})`;
  return `${who} did not come to its end in ${contentDir}; this one goes on where it stopped.`;
}

function isLeftBehind(text: string): boolean {
  const holder = readHolder(text);
  // The disk was full when it was written.
  if (holder === undefined) return text.trim() === "";
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  const start = readProcessStart(holder.pid);
  return holder.start !== undefined && start !== undefined && holder.start !== start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else's.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

// Linux tells; elsewhere the number of the process must do. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
function readProcessStart(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function readHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, host, command, start } = value as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== "number" || !(pid > 0) || typeof host !== "string" || typeof command !== "string")
      return undefined;
    return { pid, host, command, ...(typeof start === "string" && { start }) };
  } catch {
    return undefined;
  }
}

function describeHolder(path: string, text: string | undefined): string {
  const holder = readHolder(text ?? "");
  const advice = `If no other run is at it, remove ${path} and try again. Nothing was written.`;
  if (holder === undefined) return `${path}: another run writes into this archive. ${advice}`;
  const where = holder.host === hostname() ? "" : ` on ${show(holder.host)}`;
  return `${path}: another ${show(holder.command)} (process ${holder.pid}${where}) writes into this archive. Wait until it has ended. ${advice}`;
}
