// Carries out a plan, and finds out what it does not reach.

import { rmSync } from "node:fs";
import type { Archive } from "../archive/model.ts";
import { type RedactOutcome, redactRecords } from "../archive/redact-records.ts";
import { withoutTargets } from "../archive/redaction-target.ts";
import { removeSource } from "../archive/remove-source.ts";
import { findMentions } from "./find-person.ts";
import { findQuotes } from "./find-quotes.ts";
import type { RedactionPlan } from "./plan-redaction.ts";

/** What somebody asked for; one of ids, person and source. */
export interface RedactRequest {
  readonly contentDir: string;
  readonly ids: readonly string[];
  readonly person?: string;
  readonly source?: string;
  readonly reason: string;
  readonly authority: string;
  /** `2026-11-30`. */
  readonly day: string;
  readonly isDelete: boolean;
  readonly keepsAddress: boolean;
}

/** What was done, and what is left for a person. */
export interface AppliedRedaction extends RedactOutcome {
  readonly plan: RedactionPlan;
  /** Files of others that share many words in a row with what was taken away. */
  readonly quotes: readonly string[];
  /** Files of others that hold the person's name. */
  readonly mentions: readonly string[];
}

/** Carries out a plan. */
export async function applyRedaction(
  archive: Archive,
  plan: RedactionPlan,
  request: RedactRequest,
): Promise<AppliedRedaction> {
  const { contentDir, source } = request;
  const left = withoutTargets(archive, plan.targets);
  const quotes = findQuotes(left, plan.targets);
  const mentions = plan.names.length === 0 ? [] : findMentions(left, plan.names);
  const outcome =
    source === undefined
      ? redactRecords(contentDir, archive, plan.targets, request)
      : await removeSource(contentDir, archive, source, request);
  for (const { file } of plan.people) rmSync(`${contentDir}/${file}`, { force: true });
  // Of a whole blog nothing is left that could quote it; of others only what their posts hold.
  const isGone = (file: string) =>
    plan.targets.some(
      ({ post, comment }) =>
        comment === undefined && (request.isDelete || source !== undefined) && isIn(file, post.file),
    );
  const rename = (file: string) => {
    for (const [from, to] of outcome.moves) {
      if (file.startsWith(`posts/${from}/`)) return `posts/${to}${file.slice(`posts/${from}`.length)}`;
      if (file.startsWith(`${from}/`)) return `${to}${file.slice(from.length)}`;
    }
    return file;
  };
  const keep = (files: readonly string[]) => files.filter((file) => !isGone(file)).map(rename);
  return { ...outcome, plan, quotes: keep(quotes), mentions: keep(mentions) };
}

function isIn(file: string, index: string): boolean {
  return file.startsWith(index.slice(0, -"index.md".length));
}
