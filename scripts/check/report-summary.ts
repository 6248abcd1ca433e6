// The report of a check as Markdown, for the summary page of a workflow or a comment below a pull request.

import type { Speaker } from "../strings/messages/index.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { toCounts } from "./report-text.ts";
import { type CheckReport, type ShownProblem, sortByWeight } from "./shown-problem.ts";

/** A comment on GitHub may hold 65,536 characters. */
const MAX_ROWS = 100;

/** Returns a report as Markdown. Whatever stands in a file's name or value is shown, and does nothing: no link, no mention, no markup. */
export function toSummary(report: CheckReport, speaker: Speaker): string {
  const { count, say } = speaker;
  const worst = sortByWeight(report.problems);
  const rows = worst.slice(0, MAX_ROWS).map((problem) => toRow(problem, speaker));
  const more = worst.length - rows.length;
  const hasErrors = worst[0]?.level === "error";
  const advice = worst.length === 0 ? "check.fine" : hasErrors ? "check.mustMend" : "check.mayMend";
  const parts = [
    `## ${say("check.title")}`,
    toCounts(report, speaker).join(" "),
    say(advice),
    ...(rows.length === 0
      ? []
      : [
          [
            `| ${say("check.level")} | ${say("check.place")} | ${say("check.problem")} |`,
            "|---|---|---|",
            ...rows,
          ].join("\n"),
        ]),
    ...(more === 0 ? [] : [count("check.more", more)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function toRow({ level, path, line, message }: ShownProblem, { say }: Speaker): string {
  const place = line === undefined ? "" : `, ${say("check.line", { line })}`;
  return `| ${say(`check.${level}`)} | ${escapeMarkdown(path)}${place} | ${escapeMarkdown(message)} |`;
}
