// Remembers a choice of the reader. Storage may be switched off or full: then nothing is remembered.

/** Which of the browser's stores. */
export type StoreName = "localStorage" | "sessionStorage";

/** Remembers that something is switched on, or forgets it. */
export function remember(store: StoreName, key: string, isOn: boolean): void {
  try {
    if (isOn) window[store].setItem(key, "on");
    else window[store].removeItem(key);
  } catch {}
}

/** Tells whether it was switched on. */
export function recall(store: StoreName, key: string): boolean {
  try {
    return window[store].getItem(key) !== null;
  } catch {
    return false;
  }
}
