// Takes the lines of a post apart: title, line of date and author, text, buttons and lists of topics below it.

import { readPageDate } from "../saved-page/page-date.ts";
import { isShareButton, startsForm, startsShare, toSpaces } from "./phrases.ts";
import type { TextLine } from "./text-lines.ts";

/** What stands above a post's text. */
export interface PostHead {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly rest: readonly TextLine[];
}

/** A post's text without what stands below it. */
export interface PostBody {
  readonly body: readonly TextLine[];
  readonly author?: string;
  readonly topics: readonly string[];
}

const MAX_TITLE_LENGTH = 150;
const BYLINE =
  /^(?:(?:posted|published|written|publicera[dt]|postat|skrivet|inlagt|upplag[dt])\s+)?(?:(?:on|den)\s+)?(?<date>.{6,60}?)\s+(?:by|av)\s+(?<name>\S.{0,60})$/iu;
const BYLINE_NAME_FIRST =
  /^(?:(?:posted|published|written|publicera[dt]|postat|skrivet|inlagt|upplag[dt])\s+)?(?:by|av)\s+(?<name>\S.{0,60}?),?\s+(?:(?:on|den)\s+)?(?<date>.{6,60})$/iu;
// Blogger's line below a post has the time of day, and the date elsewhere.
const BLOGGER_BYLINE =
  /^(?:posted by|upplagd av|inlagd av)\s+(?<name>\S.{0,60}?)\s+(?:at|kl\.?|@)\s+[0-2]?\d[:.][0-5]\d(?:\s*[ap]\.?m\.?)?$/iu;
const TOPICS = /^(?:labels|etiketter)\s*:\s*(?<topics>\S.{0,300})$/iu;
const FOOTER: readonly RegExp[] = [
  /^this entry was posted (?:in|on|by) .{1,300}$/iu,
  /^(?:det här|detta) inlägg(?:et)? (?:postades|publicerades|är publicerat) .{1,300}$/iu,
  /^(?:posted|filed|publicera[dt]|postat) (?:in|under|i) .{1,200}\|.{1,200}$/iu,
  /^bookmark the permalink\.?$|^bokmärk permalänken\.?$/iu,
];

/** Parts the title and the line of date and author from a post's lines. `quoted` is the title that the comments' heading quotes. */
export function splitHead(lines: readonly TextLine[], quoted?: string): PostHead {
  const first = lines.findIndex(({ isBlank }) => !isBlank);
  if (first === -1) return { rest: lines };
  const line = lines[first] as TextLine;
  const next = lines[first + 1];
  const isQuoted = quoted !== undefined && quoted.length > 2 && toSpaces(line.text).startsWith(toSpaces(quoted));
  const hasMore = lines.slice(first + 1).some(({ isBlank }) => !isBlank);
  const isTitle =
    (next === undefined || next.isBlank || isDateLine(lines, first + 1)) &&
    (isQuoted || (hasMore && readsLikeTitle(line.text)));
  const rest = isTitle ? lines.slice(first + 1) : lines.slice(first);
  return { ...(isTitle && { title: line.text.replace(/[ \t]+/g, " ") }), ...readByline(rest) };
}

// Some themes show the date right below the title.
function isDateLine(lines: readonly TextLine[], at: number): boolean {
  return readPageDate(lines[at]?.text ?? "") !== undefined && lines[at + 1]?.isBlank === true;
}

// A title is short, one sentence at most, and is no part of what follows.
function readsLikeTitle(text: string): boolean {
  if (text.length > MAX_TITLE_LENGTH || !/\p{L}|\p{N}/u.test(text)) return false;
  if (/[,;:]$/.test(text) || /^https?:\/\/\S+$/.test(text) || readPageDate(text) !== undefined) return false;
  if (/[^.]\.$/.test(text)) return false;
  return !/\p{L}{2}[.!?]["”’)]?\s+\p{Lu}.*\p{L}{2}[.!?]["”’)]?\s+\p{Lu}/u.test(text);
}

function readByline(lines: readonly TextLine[]): Omit<PostHead, "title"> {
  const first = lines.findIndex(({ isBlank }) => !isBlank);
  const text = toSpaces(lines[first]?.text ?? "");
  const rest = lines.slice(first + 1);
  const isAlone = rest[0] === undefined || rest[0].isBlank;
  if (first === -1 || !isAlone || text.length > 120) return { rest: lines };
  if (startsForm(text)) return readByline(rest);
  const date = readPageDate(text);
  if (date !== undefined) return { date, rest };
  const groups = (BYLINE.exec(text) ?? BYLINE_NAME_FIRST.exec(text))?.groups;
  const when = readPageDate(groups?.date ?? "");
  const name = groups?.name;
  return name === undefined || when === undefined ? { rest: lines } : { author: name, date: when, rest };
}

/** Parts buttons, author's line and topics below a post from its text. */
export function splitFooter(lines: readonly TextLine[]): PostBody {
  let body = lines;
  let author: string | undefined;
  const topics: string[] = [];
  while (true) {
    const last = body.findLastIndex(({ isBlank }) => !isBlank);
    const text = toSpaces(body[last]?.text ?? "");
    const named = BLOGGER_BYLINE.exec(text)?.groups?.name;
    const labels = TOPICS.exec(text)?.groups?.topics;
    const share = findShareStart(body, last);
    if (last === -1) break;
    if (share !== undefined) body = body.slice(0, share);
    else if (labels !== undefined) {
      topics.unshift(
        ...labels
          .split(",")
          .map((topic) => topic.trim())
          .filter((topic) => topic !== ""),
      );
      body = body.slice(0, last);
    } else if (named !== undefined) {
      author = named;
      body = body.slice(0, last);
    } else if (FOOTER.some((pattern) => pattern.test(text))) body = body.slice(0, last);
    else break;
  }
  return { body, ...(author !== undefined && { author }), topics: [...new Set(topics)] };
}

// Share buttons begin with their heading; a word such as "Facebook" alone at the end is the author's.
function findShareStart(lines: readonly TextLine[], last: number): number | undefined {
  for (let at = last; at >= 0; at -= 1) {
    const { text, isBlank } = lines[at] as TextLine;
    if (isBlank) continue;
    if (startsShare(text)) return at;
    if (!isShareButton(text)) return undefined;
  }
  return undefined;
}
