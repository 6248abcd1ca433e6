// Draws conversations as list items. All texts of the archive go in as text nodes, never as HTML.

import { fill, fillCount, nameLanguage } from "../../../scripts/strings/fill.ts";
import { getStrings, type Language } from "../../../scripts/strings/index.ts";
import { formatDate } from "../../format-date.ts";
import type { Conversation, Hit } from "./conversation.ts";
import { cutExcerpt } from "./excerpt.ts";

/** What drawing needs to know of the page. */
export interface DrawingPage {
  readonly language: Language;
  /** Absolute address of the site's home. */
  readonly base: string;
}

/** Further places of a conversation that stand in sight; the rest opens on request. */
const SHOWN_PLACES = 2;
/** Places of one conversation that are drawn at most; the thread itself holds the others. */
const MAX_PLACES = 100;

/** Draws a conversation: its best place first, the others within it. */
export function drawConversation(page: DrawingPage, conversation: Conversation): HTMLLIElement {
  const t = getStrings(page.language);
  const [best, ...others] = conversation.hits;
  const item = create("li", "search-result");
  if (best === undefined) return item;
  const { title, lang } = conversation;
  const link = create("a", title === undefined ? "is-untitled" : "", title ?? t["post.untitled"]);
  link.href = addressOf(page, conversation, best);
  if (title !== undefined) link.lang = lang;
  const heading = create("h2", "search-title");
  heading.append(link);
  item.append(heading, drawAbout(page, best, true), drawExcerpt(conversation, best));
  if (others.length > 0) item.append(...drawPlaces(page, conversation, others));
  return item;
}

function drawPlaces(page: DrawingPage, conversation: Conversation, hits: readonly Hit[]): readonly HTMLElement[] {
  const draw = (hit: Hit): HTMLLIElement => drawPlace(page, conversation, hit);
  const shown = create("ol", "search-places");
  shown.append(...hits.slice(0, SHOWN_PLACES).map(draw));
  const hidden = hits.slice(SHOWN_PLACES);
  if (hidden.length === 0) return [shown];
  const details = create("details", "search-more-places");
  const summary = fillCount(getStrings(page.language), page.language, "search.inThread", hidden.length);
  details.append(create("summary", "", summary));
  const list = create("ol", "search-places");
  details.append(list);
  details.addEventListener("toggle", () => list.append(...hidden.slice(0, MAX_PLACES).map(draw)), { once: true });
  return [shown, details];
}

function drawPlace(page: DrawingPage, conversation: Conversation, hit: Hit): HTMLLIElement {
  const t = getStrings(page.language);
  const item = create("li", "search-place");
  const about = drawAbout(page, hit, false);
  const link = create(
    "a",
    "",
    hit.id === undefined ? (conversation.title ?? t["post.untitled"]) : nameSpeaker(page, hit),
  );
  link.href = addressOf(page, conversation, hit);
  about.prepend(link);
  item.append(about, drawExcerpt(conversation, hit));
  return item;
}

/** Speaker, date and language, each when known. */
function drawAbout(page: DrawingPage, hit: Hit, hasSpeaker: boolean): HTMLParagraphElement {
  const about = create("p", "search-about");
  if (hasSpeaker && hit.id !== undefined) about.append(create("span", "search-speaker", nameSpeaker(page, hit)));
  if (hasSpeaker && hit.id === undefined && hit.author !== undefined) {
    about.append(create("span", "search-speaker", hit.author));
  }
  about.append(create("span", "search-date", formatDate(hit.date, page.language, "day")));
  about.append(create("span", "search-language", nameLanguage(hit.lang, page.language)));
  return about;
}

function nameSpeaker(page: DrawingPage, hit: Hit): string {
  const t = getStrings(page.language);
  return fill(t["comment.searchTitle"], { name: hit.author ?? t["comment.nameUnknown"] });
}

function drawExcerpt(conversation: Conversation, hit: Hit): HTMLParagraphElement {
  const excerpt = create("p", "search-excerpt");
  excerpt.lang = hit.lang;
  for (const { text, isMarked } of cutExcerpt(conversation.words, hit.start, hit.end, hit.found)) {
    excerpt.append(isMarked ? create("mark", "", text) : text);
  }
  return excerpt;
}

function addressOf(page: DrawingPage, conversation: Conversation, hit: Hit): string {
  const address = new URL(conversation.path.replace(/^\/+/, ""), page.base);
  if (hit.id !== undefined) address.hash = encodeURIComponent(hit.id);
  return `${address.pathname}${address.hash}`;
}

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  if (text !== "") element.textContent = text;
  return element;
}
