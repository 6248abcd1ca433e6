// Takes what was searched for from the search page along to the page that a hit opens, in this tab or in another.

import type { MarkedRun } from "./search/find-marks.ts";

const KEY = "ordskifte.found";
/** Milliseconds for which an opened hit is waited for: it may be opened from the menu of its link. */
const WAIT = 60_000;

interface Note {
  readonly path: string;
  readonly runs: readonly (readonly string[])[][];
  readonly at: number;
}

/** Leaves a note for the page at an address. Where nothing can be stored, nothing is marked there. */
export function leaveNote(address: string, marks: readonly MarkedRun[]): void {
  const runs = marks.map((run) => run.map((forms) => [...forms]));
  const note: Note = { path: new URL(address, location.href).pathname, runs, at: Date.now() };
  try {
    localStorage.setItem(KEY, JSON.stringify(note));
  } catch {}
}

/**
 * Returns what to mark on this page; none when the reader comes from elsewhere. It is kept with this entry of the history,
 * so that the marks are there again when the reader comes back.
 */
export function takeNote(): readonly MarkedRun[] {
  const note = readNote();
  if (note?.path === location.pathname && Date.now() - note.at < WAIT) {
    localStorage.removeItem(KEY);
    history.replaceState({ ...history.state, found: note.runs }, "");
  }
  const runs: unknown = history.state?.found;
  return Array.isArray(runs) ? (runs as Note["runs"]).map((run) => run.map((forms) => new Set(forms))) : [];
}

/** Forgets what was to be marked on this page. */
export function dropNote(): void {
  const { found: _, ...state } = history.state ?? {};
  history.replaceState(state, "");
}

function readNote(): Note | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
