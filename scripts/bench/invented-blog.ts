// Invents the posts and comments of a blog, each by its number alone: an export of any size needs none of the others in memory.

import { toSlug } from "../archive/slug.ts";
import {
  createDice,
  type Dice,
  type InventedLanguage,
  inventName,
  inventParagraph,
  inventSentence,
  inventWord,
} from "./invented-text.ts";

/** A comment, as its blog's software keeps it. */
export interface InventedComment {
  /** Unique in the blog. */
  readonly number: number;
  /** Number of the comment that it answers. */
  readonly parent?: number;
  readonly author: string;
  readonly url: string;
  /** Milliseconds. */
  readonly instant: number;
  /** HTML whose paragraphs are parted by empty lines. */
  readonly text: string;
}

/** A post, as its blog's software keeps it. */
export interface InventedPost {
  readonly number: number;
  readonly title: string;
  readonly slug: string;
  readonly author: string;
  /** Milliseconds. */
  readonly instant: number;
  readonly topics: readonly string[];
  /** HTML whose paragraphs are parted by empty lines. */
  readonly text: string;
  readonly comments: readonly InventedComment[];
}

/** Address of the invented blog. */
export const BLOG_URL = "https://invented.example";

const FIRST_DAY = Date.UTC(2007, 0, 1);
const DAYS = 2920;
const DAY = 86_400_000;
const AUTHORS = 20;
const COMMENTERS = 3000;

/** Returns post `number`, counted from 1, with so many comments. */
export function inventPost(number: number, commentCount: number): InventedPost {
  const dice = createDice(number);
  const language: InventedLanguage = dice.chance(0.5) ? "sv" : "en";
  const instant = FIRST_DAY + dice.below(DAYS) * DAY + dice.below(DAY / 1000) * 1000;
  const title = inventSentence(dice, language, 3 + dice.below(5))
    .slice(0, -1)
    .replace(",", "");
  const first = (number - 1) * commentCount + 1;
  return {
    number,
    title,
    slug: `${toSlug(title)}-${number}`,
    author: inventName(dice.below(AUTHORS)),
    instant,
    topics: [...new Set([inventWord(dice, language), inventWord(dice, language)])],
    text: inventBody(dice, language),
    comments: Array.from({ length: commentCount }, (_, index) => inventComment(dice, language, instant, first, index)),
  };
}

function inventBody(dice: Dice, language: InventedLanguage): string {
  const blocks: string[] = [];
  const sections = 2 + dice.below(3);
  for (let section = 0; section < sections; section++) {
    if (section > 0) blocks.push(`<h2>${inventSentence(dice, language, 3).slice(0, -1)}</h2>`);
    blocks.push(inventParagraph(dice, language, 50 + dice.below(60)));
    blocks.push(inventBlock(dice, language));
    blocks.push(inventParagraph(dice, language, 30 + dice.below(40)));
  }
  return blocks.join("\n\n");
}

function inventBlock(dice: Dice, language: InventedLanguage): string {
  const kind = dice.below(4);
  if (kind === 0) {
    return `<ul>\n${[1, 2, 3].map(() => `<li>${inventSentence(dice, language, 6)}</li>`).join("\n")}\n</ul>`;
  }
  if (kind === 1) return `<blockquote>${inventParagraph(dice, language, 25)}</blockquote>`;
  if (kind === 2) {
    const name = `${inventWord(dice, language)}-${dice.below(1000)}.jpg`;
    return `<img src="${BLOG_URL}/files/${name}" alt="${inventWord(dice, language)}" width="400" height="300" />`;
  }
  const link = `<a href="https://link.example/${dice.below(1000)}">${inventWord(dice, language)}</a>`;
  return `${inventParagraph(dice, language, 10)} ${link} <em>${inventWord(dice, language)}</em> &amp; <strong>${inventWord(dice, language)}</strong>.`;
}

function inventComment(
  dice: Dice,
  language: InventedLanguage,
  postInstant: number,
  first: number,
  index: number,
): InventedComment {
  const isAnswer = index > 0 && dice.chance(0.5);
  const paragraphs = [inventParagraph(dice, language, 15 + dice.below(60))];
  if (dice.chance(0.3)) paragraphs.push(inventSentence(dice, language, 5 + dice.below(10)));
  if (dice.chance(0.1))
    paragraphs.push(`<i>${inventSentence(dice, language, 4)}</i> https://link.example/${dice.below(100)}`);
  return {
    number: first + index,
    ...(isAnswer && { parent: first + index - 1 - dice.below(Math.min(index, 3)) }),
    author: inventName(1000 + dice.below(COMMENTERS)),
    url: dice.chance(0.2) ? `https://writer.example/${dice.below(COMMENTERS)}` : "",
    instant: postInstant + (index * 5 + 1 + dice.below(5)) * 600_000,
    text: paragraphs.join("\n\n"),
  };
}
