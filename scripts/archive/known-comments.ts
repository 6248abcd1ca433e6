// Recognises comments that stand in a post already because another source brought them: the same words, once from the
// blog's own export and once from the comment service that it used.

import { instantOf } from "./edtf.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { CommentDraft } from "./model.ts";
import type { StandingComment } from "./plan-comments.ts";

/** Drafts of one source, parted. */
export interface SortedDrafts {
  /** Ids of drafts that stand already. */
  readonly known: readonly string[];
  /** All others; where they answer one that stands, they name it as it is called there. */
  readonly others: readonly CommentDraft[];
}

interface Facts {
  readonly author: unknown;
  /** Letters and digits of the text. */
  readonly words: string;
}

// Letters and digits that make a text one person's.
const MIN_WORDS = 20;
// Time zones have been mistaken for one another by exports of both kinds.
const MAX_SHIFT = 26 * 60 * 60 * 1000;

/** Parts the drafts that another source brought from those that are new or this source's own. */
export function setAsideKnown(drafts: readonly CommentDraft[], standing: readonly StandingComment[]): SortedDrafts {
  const source = drafts[0]?.source;
  const foreign = standing.filter(({ identity }) => identity.source !== undefined && identity.source !== source);
  if (foreign.length === 0) return { known: [], others: drafts };
  const byId = new Map(foreign.map((comment) => [comment.identity.id ?? "", comment]));
  const byInstant = new Map<number, StandingComment[]>();
  for (const comment of foreign) {
    const instant = instantOf(comment.identity.date ?? "");
    if (instant !== undefined) byInstant.set(instant, [...(byInstant.get(instant) ?? []), comment]);
  }
  const claimed = new Set<StandingComment>();
  const standingIds = new Map<string, string>();
  const claim = (draft: CommentDraft, found: StandingComment | undefined): void => {
    if (found === undefined || claimed.has(found)) return;
    claimed.add(found);
    standingIds.set(draft.id, found.identity.id ?? draft.id);
  };
  // What this source has written itself needs no other proof.
  const own = new Set(
    standing.filter(({ identity }) => identity.source === source).map(({ identity }) => identity.source_id),
  );
  const unsettled = drafts.filter(({ source_id }) => !own.has(source_id));
  for (const draft of unsettled) {
    const named = byId.get(draft.id);
    if (named !== undefined && isSameId(draft, named)) claim(draft, named);
  }
  for (const draft of unsettled) {
    const instant = instantOf(draft.date ?? "");
    if (instant === undefined || standingIds.has(draft.id)) continue;
    const twins = byInstant.get(instant) ?? [];
    claim(
      draft,
      twins.find((twin) => !claimed.has(twin) && isSameMoment(draft, twin)),
    );
  }
  const others = drafts
    .filter(({ id }) => !standingIds.has(id))
    .map((draft) => {
      const parent = standingIds.get(draft.parent ?? "");
      return parent === undefined ? draft : { ...draft, parent };
    });
  return { known: [...standingIds.keys()], others };
}

// An id alone could be chance: the two services number their comments apart.
function isSameId(draft: CommentDraft, standing: StandingComment): boolean {
  const { status, date } = standing.identity;
  if (status !== undefined || draft.status !== undefined) return true;
  const first = instantOf(draft.date ?? "");
  const second = instantOf(date ?? "");
  if (first !== undefined && first === second) return true;
  const { author, words } = readFacts(standing);
  if (words !== "" && words === toWords(draft.body)) return true;
  const isNear = first === undefined || second === undefined || Math.abs(first - second) <= MAX_SHIFT;
  return isNear && author !== undefined && author === draft.author;
}

// Nobody writes twice in one second. A tombstone says nothing, and what was redacted must not come back by another way.
function isSameMoment(draft: CommentDraft, standing: StandingComment): boolean {
  if (standing.identity.status !== undefined) return true;
  if (draft.status !== undefined) return false;
  const { author, words } = readFacts(standing);
  // Two people may say "Thank you!" in one second, but nothing longer.
  return (
    (author !== undefined && author === draft.author) || (words.length >= MIN_WORDS && words === toWords(draft.body))
  );
}

function readFacts({ text }: StandingComment): Facts {
  const end = text.indexOf("\n---\n", 3);
  return { author: parseFrontMatter(text).fields.get("author"), words: toWords(end < 0 ? text : text.slice(end + 5)) };
}

function toWords(markdown: string): string {
  return markdown.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
