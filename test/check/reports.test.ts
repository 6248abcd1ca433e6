import assert from "node:assert/strict";
import { test } from "node:test";
import { toGitHubReport } from "../../scripts/check/report-github.ts";
import { toSummary } from "../../scripts/check/report-summary.ts";
import { toJsonReport, toTextReport } from "../../scripts/check/report-text.ts";
import type { CheckReport, ShownProblem } from "../../scripts/check/shown-problem.ts";
import { speak } from "../../scripts/strings/messages/index.ts";

const [en, sv] = [speak("en"), speak("sv")];

function makeReport(problems: readonly ShownProblem[], more: Partial<CheckReport> = {}): CheckReport {
  const records = { posts: 1, pages: 0, comments: 2, sources: 1 };
  return { records, problems, fixes: [], isFixing: false, unchanged: 0, ...more };
}

function problem(more: Partial<ShownProblem> = {}): ShownProblem {
  return { level: "warning", code: "x", path: "content/a.md", line: 3, message: "is odd", ...more };
}

test("the counts are in the language's own words and forms", () => {
  const report = makeReport([problem({ level: "error" }), problem()], { unchanged: 1, isFixing: true });
  assert.deepEqual(toTextReport(report, en), [
    "content/a.md:3: error: is odd",
    "content/a.md:3: warning: is odd",
    "Checked 1 post, 0 pages, 2 comments, 1 source: 1 error, 1 warning, 0 fixed.",
    "1 warning about lines that were not changed is not shown.",
  ]);
  assert.equal(
    toTextReport(report, sv)[2],
    "Kontrollerade 1 inlägg, 0 sidor, 2 kommentarer, 1 källa: 1 fel, 1 varning, 0 rättade.",
  );
});

test("annotations are the ten worst: errors come first, the others are plain lines", () => {
  const problems = Array.from({ length: 12 }, (_, index) => problem({ line: index + 1 }));
  const lines = toGitHubReport(makeReport([...problems, problem({ level: "error", line: 99 })]), en);
  assert.equal(lines[0], "::error file=content/a.md,line=99,title=x::is odd");
  assert.equal(lines.filter((line) => line.startsWith("::")).length, 10);
  assert.ok(lines.includes("content/a.md:12: warning: is odd"));
});

test("no name and no value can give the runner a command", () => {
  const path = "::add-mask::x, line=1\r\n::set-output name=a::b%0A##[add-path]/x";
  const hostile = problem({ path, message: "bad\n::stop-commands::y\r##[add-path]/y" });
  const lines = toGitHubReport(makeReport(Array.from({ length: 12 }, () => hostile)), en);
  for (const line of lines) {
    assert.doesNotMatch(line, /[\r\n]/);
    if (line.startsWith("::")) {
      // https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts escapes the same characters.
      assert.match(line, /^::warning file=[^:,]*,line=3,title=x::[^\r\n]*$/);
      assert.ok(line.includes("%250A"));
    } else {
      assert.doesNotMatch(line, /^\s*::/);
      assert.ok(!line.includes("##["));
    }
  }
});

test("the summary shows what strangers wrote, and nothing of it acts", () => {
  const hostile = "x|y<img src=x>[a](b)`c`@someone #12 \n## z &amp; www.a.example";
  const summary = toSummary(makeReport([problem({ level: "error", path: hostile, message: hostile })]), en);
  const row = summary.split("\n").find((line) => line.startsWith("| error"));
  assert.ok(row !== undefined && row.split("|").length === 5);
  for (const raw of ["<img", "[a]", "`c`", "@someone", "&#64;someone", " #12", "&amp;", "www."])
    assert.ok(!row.includes(raw), raw);
  assert.match(summary, /Errors must be mended/);
  assert.match(toSummary(makeReport([]), sv), /Allt stämmer\./);
  const many = Array.from({ length: 150 }, () => problem());
  assert.match(toSummary(makeReport(many), en), /… and 50 more/);
});

test("JSON holds everything", () => {
  const report = makeReport([problem()], { unchanged: 2 });
  const { errors, warnings, unchanged, problems } = JSON.parse(toJsonReport(report));
  assert.deepEqual([errors, warnings, unchanged, problems], [0, 1, 2, report.problems]);
});
