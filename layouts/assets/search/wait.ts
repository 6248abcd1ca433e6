// Says that a search is under way, to the eye only, and not before it has become noticeable.

/** Milliseconds after which a wait is told of. */
const NOTICEABLE = 400;

/** Returns how to begin and end a wait. */
export function createWait(
  region: HTMLElement,
  words: string,
): { readonly begin: () => void; readonly end: () => void } {
  const note = document.createElement("p");
  note.className = "search-loading";
  note.textContent = words;
  note.hidden = true;
  region.prepend(note);
  let timer: number | undefined;
  const end = (): void => {
    window.clearTimeout(timer);
    note.hidden = true;
  };
  const begin = (): void => {
    end();
    timer = window.setTimeout(() => {
      note.hidden = false;
    }, NOTICEABLE);
  };
  return { begin, end };
}
