// The report of a check as annotations of GitHub Actions.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

import { toVisible } from "../archive/show.ts";
import type { Speaker } from "../strings/messages/index.ts";
import { toCounts } from "./report-text.ts";
import { type CheckReport, type ShownProblem, sortByWeight, toPlace } from "./shown-problem.ts";

/** GitHub shows ten of each level of a step; more hide each other. */
const MAX_ANNOTATIONS = 10;

/** Returns lines for the log of a workflow: the ten worst problems as annotations, the others as plain lines. */
export function toGitHubReport(report: CheckReport, speaker: Speaker): readonly string[] {
  const { fixes, problems } = report;
  const worst = sortByWeight(problems);
  const level = ({ level }: ShownProblem) => speaker.say(`check.${level}`);
  const lines = [
    ...worst.slice(MAX_ANNOTATIONS).map((problem) => `${toPlace(problem)}: ${level(problem)}: ${problem.message}`),
    ...fixes.map(({ path, isLeft, what }) => `${path}: ${speaker.say(isLeft ? "check.left" : "check.fixed")}: ${what}`),
    ...toCounts(report, speaker),
  ];
  return [...worst.slice(0, MAX_ANNOTATIONS).map(toAnnotation), ...lines.map(toLogLine)];
}

/** Returns a problem as an annotation: one line, in which no value ends the command or begins another. */
export function toAnnotation({ level, code, path, line, message }: ShownProblem): string {
  const place = line === undefined ? [] : [`line=${line}`];
  const properties = [`file=${escapeProperty(path)}`, ...place, `title=${escapeProperty(code)}`];
  return `::${level} ${properties.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A line that the runner takes for no command: "::" counts at its start, after blanks; "##[" is taken apart as everywhere. */
function toLogLine(line: string): string {
  return toVisible(line).replace(/^(\s*):(?=:)/, "$1\\:");
}
