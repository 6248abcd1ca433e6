// The report of a check for a terminal, and the same as data for programs.

import { toVisible } from "../archive/show.ts";
import type { Speaker } from "../strings/messages/index.ts";
import { type CheckReport, toPlace } from "./shown-problem.ts";

/** Returns the lines of a report: what was mended, each problem, the counts. Nothing in it is obeyed by a terminal. */
export function toTextReport(report: CheckReport, speaker: Speaker): readonly string[] {
  const { fixes, problems } = report;
  return [
    ...fixes.map(({ path, isLeft, what }) => `${path}: ${speaker.say(isLeft ? "check.left" : "check.fixed")}: ${what}`),
    ...problems.map((problem) => `${toPlace(problem)}: ${speaker.say(`check.${problem.level}`)}: ${problem.message}`),
    ...toCounts(report, speaker),
  ].map(toVisible);
}

/** Returns the last lines of a report: how much was checked, how much is wrong. */
export function toCounts({ records, problems, fixes, isFixing, unchanged }: CheckReport, speaker: Speaker): string[] {
  const { count, say } = speaker;
  const counted = (["posts", "pages", "comments", "sources"] as const).map((kind) =>
    count(`check.${kind}`, records[kind]),
  );
  const errors = problems.filter(({ level }) => level === "error").length;
  const fixed = isFixing ? [count("check.fixes", fixes.filter(({ isLeft }) => !isLeft).length)] : [];
  const found = [count("check.errors", errors), count("check.warnings", problems.length - errors), ...fixed];
  const checked = say("check.checked", { records: counted.join(", "), found: found.join(", ") });
  return unchanged === 0 ? [checked] : [checked, count("check.unchanged", unchanged)];
}

/** Returns a report as JSON: `{records, errors, warnings, unchanged, fixes, problems}`, the same in every language but for the words. */
export function toJsonReport({ records, problems, fixes, unchanged }: CheckReport): string {
  const errors = problems.filter(({ level }) => level === "error").length;
  const report = { records, errors, warnings: problems.length - errors, unchanged, fixes, problems };
  return JSON.stringify(report, null, 2);
}
