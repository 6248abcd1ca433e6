// Invents posts with trees of comments that are hard to carry over whole; the same ones for the same seed.

import { createRandom } from "../archive/seeded-values.ts";

/** What becomes of a comment at its source: `hidden` was never public, `deleted` was and is not any more. */
export type CommentState = "public" | "hidden" | "deleted";

/** A comment of an invented post. */
export interface InventedComment {
  readonly number: number;
  /** Number of the comment that it answers, which may not be in the export. */
  readonly parent?: number;
  readonly state: CommentState;
  readonly author?: string;
  readonly date: InventedDate;
  /** Paragraphs of words. */
  readonly text: readonly (readonly string[])[];
}

/** An invented post or page. */
export interface InventedPost {
  readonly number: number;
  readonly isPage: boolean;
  readonly title?: string;
  readonly author?: string;
  readonly date: InventedDate;
  readonly text: readonly (readonly string[])[];
  /** In any order. */
  readonly comments: readonly InventedComment[];
}

/** A moment, and the clock that showed it. */
export interface InventedDate {
  readonly ms: number;
  /** Minutes east of Greenwich. */
  readonly offset: number;
}

// Each is one word to a reader, and more than that to Markdown, YAML, XML or a template.
const AWKWARD = [
  "*stars*",
  "**bold**",
  "_lines_",
  "snake_case_word",
  "`code`",
  "#",
  "##",
  "#tag",
  "1.",
  "1)",
  "2007.",
  "-",
  "+",
  "---",
  "===",
  ">",
  ">>",
  "|",
  "a|b",
  "[x]",
  "[a](b)",
  "![a](b)",
  "[^1]",
  "<b>",
  "</p>",
  "<script>",
  "<!--",
  "&",
  "&amp;",
  "&copy;",
  "]]>",
  "\\",
  "\\*",
  "~~gone~~",
  "{{x}}",
  "{%",
  "$1",
  '"quoted"',
  "it's",
  "key:",
  "…",
  "å",
  "a\u030a",
  "語",
  "🎉",
  "שלום",
  "https://x.example/a_b*c",
  "null",
  "2009-11-01",
  "__proto__",
];
const PLAIN = "we talk of snow and ploughs while the town sleeps under its quiet lamps".split(" ");
const NAMES = ["Åsa Öberg", "李雷", 'Bo "B" Ek', "O'Brien", "Son & Co", "<i>Eva</i>", "*Ida*", "#1", "null", "Per: P."];
const OFFSETS = [0, 60, 120, -300, 345, 570, -210];

/** Returns posts; numbers are their own, and no two comments share one. */
export function inventPosts(seed: number, count: number): readonly InventedPost[] {
  const random = createRandom(seed);
  const below = (max: number): number => Math.floor(random() * max);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const inventWords = (): readonly string[] =>
    Array.from({ length: 1 + below(9) }, () => (below(2) === 0 ? pick(AWKWARD) : pick(PLAIN)));
  const inventText = (): readonly (readonly string[])[] => Array.from({ length: 1 + below(3) }, inventWords);
  const inventDate = (): InventedDate => ({
    ms: Date.UTC(2004 + below(10), below(12), 1 + below(28), below(24), below(60), below(60)),
    offset: pick(OFFSETS),
  });
  const inventAuthor = (): { author?: string } => (below(4) === 0 ? {} : { author: pick(NAMES) });
  const inventComments = (post: number): readonly InventedComment[] => {
    const numbers = Array.from({ length: below(9) }, (_, index) => post * 100 + index);
    const isChain = below(4) === 0;
    const comments = numbers.map((number, index): InventedComment => {
      const earlier = isChain ? number - 1 : pick(numbers.slice(0, index));
      const parent = index === 0 || (!isChain && below(3) === 0) ? undefined : below(9) === 0 ? 999_999 : earlier;
      const state = pick(["public", "public", "public", "public", "hidden", "deleted"] as const);
      return {
        number,
        ...(parent !== undefined && { parent }),
        state,
        ...inventAuthor(),
        date: inventDate(),
        text: inventText(),
      };
    });
    return below(2) === 0 ? comments : comments.reverse();
  };
  return Array.from({ length: count }, (_, index): InventedPost => {
    const number = index + 1;
    return {
      number,
      isPage: below(10) === 0,
      ...(below(8) > 0 && { title: inventWords().join(" ") }),
      ...inventAuthor(),
      date: inventDate(),
      text: inventText(),
      comments: inventComments(number),
    };
  });
}
