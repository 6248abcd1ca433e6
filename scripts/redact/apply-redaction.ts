// Carries out a plan, and finds out what it does not reach.

import type { Archive } from "../archive/model.ts";
import { type RedactOutcome, redactRecords } from "../archive/redact-records.ts";
import { removeSource } from "../archive/remove-source.ts";
import { findRemains, type Remains } from "./find-remains.ts";
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
export interface AppliedRedaction extends RedactOutcome, Remains {
  readonly plan: RedactionPlan;
}

/** Carries out a plan. */
export async function applyRedaction(
  archive: Archive,
  plan: RedactionPlan,
  request: RedactRequest,
): Promise<AppliedRedaction> {
  const { contentDir, source, keepsAddress } = request;
  const { targets, people, names } = plan;
  const outcome =
    source === undefined
      ? redactRecords(contentDir, archive, targets, { ...request, alsoRemoved: people.map(({ file }) => file) })
      : await removeSource(contentDir, archive, source, request);
  return { ...outcome, plan, ...findRemains(contentDir, { archive, targets, names, keepsAddress }) };
}
