// Makes random HTML from a seed: trees as editors write them, and soup as blogs hold it.

/** Returns numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS = [
  "kommunen",
  "Åsa",
  "snake_case_name",
  "*stjärna*",
  "**",
  "1.",
  "2)",
  "#tagg",
  "-",
  "+",
  "---",
  "===",
  "_under_",
  "`kod`",
  "&lt;script&gt;",
  "&amp;amp;",
  "a|b",
  "~~nej~~",
  "[länk](x)",
  "[ref]: y",
  "![bild](z)",
  "http://example.org/a_b_c?d=1&amp;e=2",
  "e&nbsp;f",
  "\\",
  "ord\\",
  "“citat”",
  "中文，",
  "한국어",
  "«mot»",
  "&#8203;",
  "&gt;",
  "!",
  "(par)",
  "&nbsp;",
  "— ",
  "…",
  "a@example.org",
  "<!-- c -->",
  "&copy;",
  "$1",
  ":",
  "|",
  "😀",
];
const INLINE = [
  "b",
  "i",
  "em",
  "strong",
  "a",
  "code",
  "del",
  "span",
  "sup",
  "u",
  "q",
  "kbd",
  "font",
  "s",
  "ins",
  "small",
];
const BLOCKS = [
  "p",
  "p",
  "p",
  "div",
  "ul",
  "ol",
  "blockquote",
  "pre",
  "table",
  "h2",
  "h3",
  "hr",
  "dl",
  "figure",
  "details",
];

/** Returns a random HTML text. */
export function generateHtml(random: () => number, options: { readonly isSoup: boolean }): string {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const times = (max: number): number => Math.floor(random() * (max + 1));
  const close = (name: string): string => (options.isSoup && random() < 0.2 ? "" : `</${name}>`);
  const list = (count: number, make: () => string, glue = ""): string => Array.from({ length: count }, make).join(glue);

  const text = (): string => list(1 + times(4), () => pick(WORDS), pick([" ", " ", " ", "", "\n"]));
  const inline = (depth: number): string => {
    if (depth > 3 || random() < 0.55) return text();
    if (random() < 0.12) return pick(["<br>", "<br/>\n", `<img src="/i.png" alt="${pick(["x", "", "a]b*c"])}">`, " "]);
    const name = pick(INLINE);
    const attributes =
      name === "a"
        ? ` href="${pick(["http://example.org/", "/x_y(z)", "#h", "a b.html", "mailto:a@example.org"])}"`
        : "";
    return `<${name}${attributes}>${list(1 + times(1), () => inline(depth + 1), pick(["", " "]))}${close(name)}`;
  };
  const run = (): string => list(1 + times(3), () => inline(0), pick(["", " ", " "]));
  const block = (depth: number): string => {
    const name = depth > 3 ? "p" : pick(BLOCKS);
    const inner = (): string => (random() < 0.5 ? run() : list(1 + times(2), () => block(depth + 1)));
    switch (name) {
      case "ul":
      case "ol":
        return `<${name}${random() < 0.1 ? ' start="7"' : ""}>${list(1 + times(3), () => `<li>${inner()}${close("li")}`)}${close(name)}`;
      case "table":
        return `<table>${list(1 + times(2), () => `<tr>${list(2, () => `<${pick(["td", "th", "td"])}>${inner()}`)}`)}</table>`;
      case "hr":
        return "<hr>";
      case "pre":
        return `<pre>${random() < 0.5 ? `<code class="language-js">${text()}\n  ${text()}</code>` : `${run()}\n\n${text()}`}${close("pre")}`;
      case "dl":
        return `<dl><dt>${run()}</dt><dd>${inner()}</dd></dl>`;
      case "figure":
        return `<figure><img src="a.png" alt="${pick(["x", ""])}"><figcaption>${run()}</figcaption></figure>`;
      case "details":
        return `<details><summary>${run()}</summary>${inner()}</details>`;
      case "div":
      case "blockquote":
        return `<${name}>${inner()}${close(name)}`;
      default:
        return options.isSoup && random() < 0.1 ? `<${name}>${inner()}` : `<${name}>${run()}${close(name)}`;
    }
  };
  return list(1 + times(4), () => (random() < 0.15 ? run() : block(0)), "\n");
}
