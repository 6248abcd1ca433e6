// Says how a test run went: a line a file, then every failure with its diff, what was skipped and why, and the counts.

import type { Outcome } from "./test-file.ts";

/** Number of tests named as the slowest. */
const SLOWEST = 5;

/** Tests below this many milliseconds are never called slow. */
const SLOW_FROM = 1000;

/** Returns the line of one file: its mark, its counts, its time. */
export function describeFile(file: string, outcomes: readonly Outcome[], milliseconds: number): string {
  const { failed, skipped } = countResults(outcomes);
  const mark = failed > 0 ? "✖" : "✔";
  const parts = [
    `${outcomes.length} ${outcomes.length === 1 ? "test" : "tests"}`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    formatSeconds(milliseconds),
  ];
  return `${mark} ${file}  ${parts.join(", ")}`;
}

/** Returns the account of the whole run; its last line is `N passed, N failed`, with `, N skipped` where there are any. */
export function describeRun(outcomes: readonly Outcome[], milliseconds: number): string {
  const { passed, failed, skipped } = countResults(outcomes);
  const sections = [
    ...outcomes.filter((outcome) => outcome.result === "failed").map(describeFailure),
    describeSkipped(outcomes),
    describeSlowest(outcomes),
    `Took ${formatSeconds(milliseconds)}.`,
    ...(passed + failed === 0 ? ["No test ran: that is a failure."] : []),
  ];
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n${counts}\n`;
}

/** Counts outcomes by their result. */
export function countResults(outcomes: readonly Outcome[]): Readonly<Record<Outcome["result"], number>> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { result } of outcomes) counts[result] += 1;
  return counts;
}

function describeFailure(outcome: Outcome): string {
  return `✖ ${outcome.file}: ${outcome.name}\n${indent(outcome.text ?? "")}`;
}

function describeSkipped(outcomes: readonly Outcome[]): string {
  const skipped = outcomes.filter((outcome) => outcome.result === "skipped");
  if (skipped.length === 0) return "";
  return ["Skipped:", ...skipped.map(({ file, name, text }) => `  ${file}: ${name}: ${text}`)].join("\n");
}

function describeSlowest(outcomes: readonly Outcome[]): string {
  const slow = outcomes.filter(({ milliseconds }) => milliseconds >= SLOW_FROM);
  if (slow.length === 0) return "";
  const slowest = [...slow].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST);
  return [
    "Slowest:",
    ...slowest.map(({ file, name, milliseconds }) => `  ${formatSeconds(milliseconds)}  ${file}: ${name}`),
  ].join("\n");
}

function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "    ");
}
