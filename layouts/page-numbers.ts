// Chooses which pages of a long list get a link.

/** Returns the numbers to show, ascending: the first, the last, and those around the current one. */
export function pickPageNumbers(current: number, total: number): readonly number[] {
  const wanted = [1, current - 2, current - 1, current, current + 1, current + 2, total];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= total).sort((a, b) => a - b);
}
