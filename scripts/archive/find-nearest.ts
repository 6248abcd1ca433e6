// Finds what somebody who mistyped an id or a name may have meant.

/** Returns the candidates that take the fewest changes of letters, nearest first; none that would take more than a third of them. */
export function findNearest(typed: string, candidates: readonly string[], limit: number): readonly string[] {
  const wanted = fold(typed);
  const most = Math.max(2, Math.floor(wanted.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: measure(wanted, fold(candidate), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The Levenshtein distance, or more than `most` when it is more. What holds the typed text whole is as near as can be. */
function measure(a: string, b: string, most: number): number {
  if (a.length > 3 && b.includes(a)) return 1;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
