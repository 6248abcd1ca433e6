// Says what a redaction is about to do, what it has done, and what is left for a person to do.

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

/** Returns the lines of what was done and of what is left. */
export function describeOutcome(
  outcome: AppliedRedaction,
  request: RedactRequest,
  speaker: Speaker,
): readonly string[] {
  const { say } = speaker;
  const list = (text: Extract<MessageKey, `redact.list.${string}`>, items: readonly string[]): readonly string[] =>
    items.length === 0
      ? []
      : [
          say(text),
          ...cut(
            items.map((item) => `  ${item}`),
            speaker,
          ),
        ];
  const inContent = (files: readonly string[]) => files.map((file) => `content/${file}`);
  const excluded = [...outcome.excluded].map(([source, ids]) => `${source}: ${ids.join(", ")}`);
  return [
    say("redact.done"),
    ...list(
      "redact.list.moved",
      [...outcome.moves].map(([from, to]) => `${from} → ${to}`),
    ),
    ...list("redact.list.files", inContent(outcome.files)),
    ...list(
      "redact.list.kept",
      [...outcome.kept].map(([file, naming]) => `content/${file} ← content/${naming}`),
    ),
    ...list("redact.list.linking", inContent(outcome.linking)),
    ...list("redact.list.unfollowed", inContent(outcome.unfollowed)),
    ...list("redact.list.excluded", excluded),
    ...list("redact.list.quotes", inContent(outcome.quotes)),
    ...list("redact.list.traces", inContent(outcome.traces)),
    ...list("redact.list.mentions", inContent(outcome.mentions)),
    ...(request.source === undefined ? [] : [say("redact.sourceGone")]),
    say("redact.next"),
    say("redact.history"),
  ];
}

function cut(lines: readonly string[], { say }: Speaker): readonly string[] {
  if (lines.length <= MAX_LISTED) return lines;
  return [...lines.slice(0, MAX_LISTED), `  ${say("redact.more", { count: lines.length - MAX_LISTED })}`];
}
