// Says what a redaction is about to do, what it has done, and what is left for a person to do.

import type { RedactOutcome } from "../archive/redact-records.ts";
import { toTargetId } from "../archive/redaction-target.ts";
import type { MessageKey, Speaker } from "../strings/messages/index.ts";
import type { AppliedRedaction, RedactRequest } from "./apply-redaction.ts";
import type { RedactionPlan } from "./plan-redaction.ts";

const MAX_LISTED = 50;

/** Returns the lines of a plan: each record that goes, and how. */
export function describePlan(plan: RedactionPlan, request: RedactRequest, speaker: Speaker): readonly string[] {
  const { say, count } = speaker;
  const { source, isDelete } = request;
  const kind = isDelete || source !== undefined ? "deleted" : "redacted";
  const posts = plan.targets.filter(({ comment }) => comment === undefined);
  const below = kind === "deleted" ? posts.reduce((sum, { post }) => sum + post.thread.length, 0) : 0;
  const records = plan.targets.map((target) => {
    const isAgain = (target.comment ?? target.post).status === "redacted";
    return `  ${toTargetId(target)}${isAgain ? ` (${say("redact.again")})` : ""}`;
  });
  const people = plan.people.map(({ file }) => `  content/${file}`);
  return [
    say(`redact.plan.${kind}`, { records: count("redact.records", plan.targets.length) }),
    ...cut([...records, ...people], speaker),
    ...(below === 0 ? [] : [say("redact.below", { comments: count("check.comments", below) })]),
  ];
}

/** Returns the lines of a removal that was interrupted and is completed now. */
export function describeCompleted(outcome: RedactOutcome, speaker: Speaker): readonly string[] {
  return [speaker.say("redact.completed"), ...listDone(outcome, speaker)];
}

/** Returns the lines of what was done and of what is left. */
export function describeOutcome(
  outcome: AppliedRedaction,
  request: RedactRequest,
  speaker: Speaker,
): readonly string[] {
  const { say } = speaker;
  return [
    say("redact.done"),
    ...listDone(outcome, speaker),
    ...list("redact.list.quotes", inContent(outcome.quotes), speaker),
    ...list("redact.list.traces", inContent(outcome.traces), speaker),
    ...list("redact.list.mentions", inContent(outcome.mentions), speaker),
    ...(request.source === undefined ? [] : [say("redact.sourceGone")]),
    say("redact.next"),
    say("redact.history"),
  ];
}

function listDone(outcome: RedactOutcome, speaker: Speaker): readonly string[] {
  const moved = [...outcome.moves].map(([from, to]) => `${from} → ${to}`);
  const kept = [...outcome.kept].map(([file, naming]) => `content/${file} ← content/${naming}`);
  const excluded = [...outcome.excluded].map(([source, ids]) => `${source}: ${ids.join(", ")}`);
  return [
    ...list("redact.list.moved", moved, speaker),
    ...list("redact.list.files", inContent(outcome.files), speaker),
    ...list("redact.list.kept", kept, speaker),
    ...list("redact.list.linking", inContent(outcome.linking), speaker),
    ...list("redact.list.unfollowed", inContent(outcome.unfollowed), speaker),
    ...list("redact.list.excluded", excluded, speaker),
  ];
}

function inContent(files: readonly string[]): readonly string[] {
  return files.map((file) => `content/${file}`);
}

function list(
  text: Extract<MessageKey, `redact.list.${string}`>,
  items: readonly string[],
  speaker: Speaker,
): readonly string[] {
  if (items.length === 0) return [];
  return [
    speaker.say(text),
    ...cut(
      items.map((item) => `  ${item}`),
      speaker,
    ),
  ];
}

function cut(lines: readonly string[], { say }: Speaker): readonly string[] {
  if (lines.length <= MAX_LISTED) return lines;
  return [...lines.slice(0, MAX_LISTED), `  ${say("redact.more", { count: lines.length - MAX_LISTED })}`];
}
