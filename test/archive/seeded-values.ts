// Random values that are the same in every run, for tests of properties.

// Pieces that have broken readers of front matter before.
const PIECES = [
  '"',
  "'",
  ":",
  ": ",
  "#",
  " #",
  "---",
  "\n---\n",
  "\n...\n",
  "\u00a0",
  "🎉",
  "å",
  "a\u030a",
  "\\",
  "\\n",
  "{",
  "}",
  "[",
  "]",
  "&a",
  "*a",
  "!tag",
  "|",
  ">",
  "%",
  "@",
  "`",
  ",",
  "\t",
  " ",
  "\n",
  "- ",
  "? ",
  "null",
  "true",
  "~",
  "1.10",
  "2009-11-01",
  "0x1F",
  "__proto__",
  "constructor",
  "<script>",
  "$" + "{x}",
  "{{ x }}",
  "\u2028",
  "\u0085",
  "\u007f",
  "word",
  "  two",
  "語",
  "\ufeff",
];

/** Returns a function that gives numbers from 0 to below 1; the same seed gives the same numbers (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns a text of at most `length` awkward pieces. */
export function randomText(random: () => number, length: number): string {
  const count = Math.floor(random() * (length + 1));
  return Array.from({ length: count }, () => PIECES[Math.floor(random() * PIECES.length)]).join("");
}

/** Returns a text, number, truth value, list or map, nested a little. */
export function randomValue(random: () => number, depth = 2): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 5 : 3));
  if (kind === 0) return `x${randomText(random, 6)}`;
  if (kind === 1) return Math.floor(random() * 2000) - 1000;
  if (kind === 2) return random() < 0.5;
  const items = Array.from({ length: Math.floor(random() * 4) }, () => randomValue(random, depth - 1));
  return kind === 3 ? items : Object.fromEntries(items.map((item) => [`k${randomText(random, 3)}`, item]));
}
