// Writes an archive of any size with invented bilingual text: the same files for the same options. For bench and tests.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatEdtf } from "../archive/edtf.ts";
import { createLedger } from "../archive/ledger.ts";
import type { CommentFields, PostFields } from "../archive/model.ts";
import { serializeComment, serializePost, serializeSource } from "../archive/record-fields.ts";
import { toSlug } from "../archive/slug.ts";
import {
  createDice,
  type Dice,
  type InventedLanguage,
  inventName,
  inventParagraph,
  inventRareWord,
  inventSentence,
  inventWord,
} from "./invented-text.ts";

/** Size of the archive. */
export interface GenerateOptions {
  readonly posts: number;
  readonly commentsPerPost: number;
  /** Another seed gives other texts. */
  readonly seed: number;
}

const SOURCES = ["north-example", "south-example", "east-example"] as const;
const TOPICS_PER_LANGUAGE = 30;
const AUTHORS = 60;
const COMMENTERS = 3000;
const FIRST_DAY = Date.UTC(2007, 0, 1);
const DAYS = 2920;
const DAY = 86_400_000;

/**
 * Writes an archive into a folder that is made when missing. Half of the posts are Swedish. Each comment holds
 * `inventRareWord(its number)`, its number being that in its id, counted from 1 through the whole archive.
 */
export async function generateArchive(folder: string, options: GenerateOptions): Promise<void> {
  const { posts, commentsPerPost, seed } = options;
  const dice = createDice(seed);
  mkdirSync(join(folder, "sources"), { recursive: true });
  const settings = {
    title: { en: "Generated archive", sv: "Framställt arkiv" },
    description: { en: "Invented text to measure with.", sv: "Påhittad text att mäta med." },
    language: "en",
  };
  writeFileSync(join(folder, "site.json"), `${JSON.stringify(settings, null, 2)}\n`);
  const topics = { en: inventTopics(dice, "en"), sv: inventTopics(dice, "sv") };
  for (let number = 1; number <= posts; number++) writePost(folder, dice, number, commentsPerPost, topics);
  for (const [index, id] of SOURCES.entries()) {
    const count = Math.floor(posts / SOURCES.length) + (index < posts % SOURCES.length ? 1 : 0);
    writeSource(folder, id, count, count * commentsPerPost);
  }
}

function writePost(
  folder: string,
  dice: Dice,
  number: number,
  commentCount: number,
  topics: Readonly<Record<InventedLanguage, readonly string[]>>,
): void {
  const lang: InventedLanguage = dice.chance(0.5) ? "sv" : "en";
  const source = SOURCES[(number - 1) % SOURCES.length] ?? SOURCES[0];
  const instant = FIRST_DAY + dice.below(DAYS) * DAY + dice.below(DAY / 1000) * 1000;
  const title = inventSentence(dice, lang, 3 + dice.below(5))
    .slice(0, -1)
    .replace(",", "");
  const year = String(new Date(instant).getUTCFullYear());
  // The number keeps slugs apart without a list of them.
  const slug = `${toSlug(title)}-${number}`;
  const fields: PostFields = {
    title,
    lang,
    author: inventName(dice.below(AUTHORS)),
    date: formatEdtf(instant, 0),
    topics: [...new Set([dice.pick(topics[lang]), dice.pick(topics[lang])])],
    comments: { state: dice.chance(0.3) ? "closed" : "open", declared: commentCount },
    source,
    source_id: String(number),
    source_url: `https://${source.replace("-", ".")}/${year}/${slug}/`,
  };
  const place = join(folder, "posts", year, slug);
  mkdirSync(commentCount > 0 ? join(place, "comments") : place, { recursive: true });
  writeFileSync(join(place, "index.md"), serializePost(fields, inventBody(dice, lang)));
  for (let index = 0; index < commentCount; index++) {
    const comment = inventComment(dice, fields, instant, (number - 1) * commentCount + index + 1, index);
    const text = inventParagraph(dice, lang, 15 + dice.below(60));
    const body = `${text}\n\n${inventSentence(dice, lang, 4).slice(0, -1)} ${inventRareWord(commentNumber(comment))}.`;
    writeFileSync(join(place, "comments", `${comment.id}.md`), serializeComment(comment, body));
  }
}

function inventBody(dice: Dice, lang: InventedLanguage): string {
  const blocks: string[] = [];
  const sections = 2 + dice.below(3);
  for (let section = 0; section < sections; section++) {
    if (section > 0) blocks.push(`## ${inventSentence(dice, lang, 3).slice(0, -1)}`);
    blocks.push(inventParagraph(dice, lang, 50 + dice.below(60)));
    const kind = dice.below(5);
    if (kind === 0) blocks.push([1, 2, 3].map(() => `- ${inventSentence(dice, lang, 6)}`).join("\n"));
    if (kind === 1) blocks.push(`> ${inventParagraph(dice, lang, 25)}`);
    if (kind === 2)
      blocks.push(
        `See [${inventWord(dice, lang)}](https://link.example/${dice.below(1000)}) and *${inventWord(dice, lang)}*.`,
      );
    blocks.push(inventParagraph(dice, lang, 30 + dice.below(40)));
  }
  return blocks.join("\n\n");
}

function inventComment(
  dice: Dice,
  post: PostFields,
  postInstant: number,
  number: number,
  index: number,
): CommentFields {
  const isAnswer = index > 0 && dice.chance(0.5);
  const isPing = !isAnswer && dice.chance(0.03);
  const isByAuthor = !isPing && dice.chance(0.1);
  const hasName = !dice.chance(0.02);
  const source = post.source ?? SOURCES[0];
  return {
    id: `comment-${number}`,
    // An earlier comment, more often one of the last: so threads grow deep as well as broad.
    ...(isAnswer ? { parent: `comment-${number - 1 - dice.below(Math.min(index, 3))}` } : {}),
    ...(isPing ? { kind: "pingback" as const } : {}),
    ...(hasName ? { author: isByAuthor ? (post.author ?? "") : inventName(1000 + dice.below(COMMENTERS)) } : {}),
    ...(isPing || dice.chance(0.2) ? { author_url: `https://writer.example/${dice.below(COMMENTERS)}` } : {}),
    ...(isByAuthor && hasName ? { by_post_author: true as const } : {}),
    date: formatEdtf(postInstant + (index * 5 + 1 + dice.below(5)) * 600_000, 0),
    source,
    source_id: String(number),
    source_url: `${post.source_url}#comment-${number}`,
  };
}

function commentNumber(comment: CommentFields): number {
  return Number(comment.id.slice("comment-".length));
}

function inventTopics(dice: Dice, lang: InventedLanguage): readonly string[] {
  return Array.from({ length: TOPICS_PER_LANGUAGE }, () => inventWord(dice, lang));
}

function writeSource(folder: string, id: string, posts: number, comments: number): void {
  const ledger = createLedger("generated");
  ledger.read("posts", posts);
  ledger.written("posts", posts);
  ledger.read("comments", comments);
  ledger.written("comments", comments);
  const host = id.replace("-", ".");
  const fields = { title: host, url: `https://${host}/`, platform: "generated", ledger: ledger.finish() };
  writeFileSync(join(folder, "sources", `${id}.md`), serializeSource(fields, "Invented text to measure with."));
}
