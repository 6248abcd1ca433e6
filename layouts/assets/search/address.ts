// Keeps the query in the page's address, so that a search can be linked to and the browser's back button works.

const KEY = "q";

/** Returns the query that an address holds; empty when it holds none. */
export function readAddress(url: URL): string {
  return (url.searchParams.get(KEY) ?? "").trim();
}

/** Returns the address of a query. */
export function writeAddress(url: URL, query: string): URL {
  const next = new URL(url);
  if (query === "") next.searchParams.delete(KEY);
  else next.searchParams.set(KEY, query);
  return next;
}

/** Follows what the reader does with the field. */
export interface History {
  /** A query while it is typed: one entry for all its letters. */
  readonly type: (query: string) => void;
  /** The reader means it: what is typed next gets an entry of its own. */
  readonly commit: (query: string) => void;
  /** The browser went to another entry. */
  readonly arrive: () => string;
}

/** Ties a search to the window's history. */
export function openHistory(window: Window): History {
  let isTyping = false;
  const write = (query: string, isNew: boolean): void => {
    const url = writeAddress(new URL(window.location.href), query);
    if (url.href === window.location.href) return;
    if (isNew) window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
  };
  return {
    type: (query) => {
      write(query, !isTyping);
      isTyping = true;
    },
    commit: (query) => {
      write(query, !isTyping);
      isTyping = false;
    },
    arrive: () => {
      isTyping = false;
      return readAddress(new URL(window.location.href));
    },
  };
}
