// Draws the conversations that were found as list items: the best text of each first, the others within it.

import type { RecordText } from "../../../scripts/search/index-format.ts";
import { fill, fillCount, nameLanguage } from "../../../scripts/strings/fill.ts";
import { getStrings, type Language } from "../../../scripts/strings/index.ts";
import { formatDate } from "../../format-date.ts";
import { create } from "./create-element.ts";
import { cutExcerpt, type ExcerptPiece, markText } from "./excerpt.ts";
import type { FoundConversation } from "./find.ts";
import type { MarkedRun } from "./find-marks.ts";

/** What drawing needs to know. */
export interface Drawing {
  readonly language: Language;
  /** Absolute address of the site's home. */
  readonly base: string;
  /** What was searched for. */
  readonly marks: readonly MarkedRun[];
}

/** Further texts of a conversation that stand in sight; the rest opens on request. */
const SHOWN_PLACES = 2;
/** Texts of one conversation that are drawn at most; the thread itself holds the others. */
const MAX_PLACES = 100;

/** Draws a conversation. */
export function drawConversation(drawing: Drawing, { texts, hits }: FoundConversation): HTMLLIElement {
  const t = getStrings(drawing.language);
  const [best, ...others] = hits.flatMap((number) => texts.texts[number] ?? []);
  const item = create("li", "search-result");
  if (best === undefined) return item;
  const { title } = texts;
  const link = create(
    "a",
    title === undefined ? "is-untitled" : "",
    ...drawTitle(drawing, title ?? t["post.untitled"]),
  );
  link.href = addressOf(drawing, texts.path, best);
  const lang = texts.texts[0]?.lang;
  if (title !== undefined && lang !== undefined) link.lang = lang;
  item.append(create("h2", "search-title", link), drawAbout(drawing, best, true), drawExcerpt(drawing, best));
  if (others.length > 0) item.append(...drawPlaces(drawing, texts.path, title ?? t["post.untitled"], others));
  return item;
}

function drawPlaces(
  drawing: Drawing,
  path: string,
  title: string,
  texts: readonly RecordText[],
): readonly HTMLElement[] {
  const draw = (text: RecordText): HTMLLIElement => {
    const about = drawAbout(drawing, text, false);
    const link = create("a", "", text.id === undefined ? title : nameSpeaker(drawing, text));
    link.href = addressOf(drawing, path, text);
    about.prepend(link);
    return create("li", "search-place", about, drawExcerpt(drawing, text));
  };
  const shown = create("ol", "search-places", ...texts.slice(0, SHOWN_PLACES).map(draw));
  const hidden = texts.slice(SHOWN_PLACES);
  if (hidden.length === 0) return [shown];
  const words = fillCount(getStrings(drawing.language), drawing.language, "search.inThread", hidden.length);
  const list = create("ol", "search-places");
  const details = create("details", "search-more-places", create("summary", "", words), list);
  details.addEventListener("toggle", () => list.append(...hidden.slice(0, MAX_PLACES).map(draw)), { once: true });
  return [shown, details];
}

/** Speaker, date and language, each when known. */
function drawAbout(drawing: Drawing, text: RecordText, hasSpeaker: boolean): HTMLParagraphElement {
  const about = create("p", "search-about");
  const speaker = text.id === undefined ? text.author : nameSpeaker(drawing, text);
  if (hasSpeaker && speaker !== undefined) {
    about.append(create("span", "search-speaker", ...drawPieces(markText(speaker, drawing.marks))));
  }
  about.append(create("span", "search-date", formatDate(text.date, drawing.language, "day")));
  if (text.lang !== undefined)
    about.append(create("span", "search-language", nameLanguage(text.lang, drawing.language)));
  return about;
}

function nameSpeaker({ language }: Drawing, { author }: RecordText): string {
  const t = getStrings(language);
  return fill(t["comment.searchTitle"], { name: author ?? t["comment.nameUnknown"] });
}

function drawTitle({ marks }: Drawing, title: string): readonly (Node | string)[] {
  return drawPieces(markText(title, marks));
}

function drawExcerpt({ marks }: Drawing, { text, lang }: RecordText): HTMLParagraphElement {
  const excerpt = create("p", "search-excerpt", ...drawPieces(cutExcerpt(text, marks)));
  // Empty where unknown: the page's own language is not the text's.
  excerpt.lang = lang ?? "";
  excerpt.dir = "auto";
  return excerpt;
}

function drawPieces(pieces: readonly ExcerptPiece[]): readonly (Node | string)[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? create("mark", "", text) : text));
}

function addressOf({ base }: Drawing, path: string, { id }: RecordText): string {
  const address = new URL(path.replace(/^\/+/, ""), base);
  if (id !== undefined) address.hash = encodeURIComponent(id);
  return `${address.pathname}${address.hash}`;
}
