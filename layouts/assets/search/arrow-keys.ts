// Moves from the search field to the hits and among them with the arrow keys; Tab does as everywhere.

/** Wires the keys. */
export function watchArrows(field: HTMLInputElement, list: HTMLElement): void {
  const move = (event: KeyboardEvent): void => moveByArrow(event, field, list);
  field.addEventListener("keydown", move);
  list.addEventListener("keydown", move);
}

function moveByArrow(event: KeyboardEvent, field: HTMLInputElement, list: HTMLElement): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const target = event.target;
  if (step === 0 || !(target instanceof HTMLElement)) return;
  const links = [...list.querySelectorAll<HTMLElement>("a, summary")].filter(
    (link) => link.getClientRects().length > 0,
  );
  const place = links.indexOf(target);
  if (target !== field && place === -1) return;
  const next =
    target === field ? (step === 1 ? links[0] : undefined) : (links[place + step] ?? (step === -1 ? field : undefined));
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
