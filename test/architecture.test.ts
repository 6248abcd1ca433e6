// Enforces the way data flows (docs/architecture.md) by reading import lines, and the habits of the repository.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { describe, test } from "node:test";
import { foldName } from "../scripts/archive/slug.ts";
import { PROJECT } from "./support/command-line.ts";
import { listProjectFiles, readProjectFile } from "./support/project-files.ts";

/** One import of one file. */
interface ImportLine {
  /** Path below the project. */
  readonly from: string;
  readonly specifier: string;
  /** Path below the project, or the name of the package. */
  readonly to: string;
  /** Only types come in, so that nothing of it runs. */
  readonly isTypeOnly: boolean;
}

/** An arrow that must not be drawn. */
interface Rule {
  readonly name: string;
  readonly from: RegExp;
  readonly to: RegExp;
  /** Types alone may come in. */
  readonly mayUseTypes?: boolean;
  readonly except?: RegExp;
}

const RULES: readonly Rule[] = [
  { name: "import/ knows nothing of the site", from: /^scripts\/import\//, to: /^(scripts\/site\/|layouts\/)/ },
  { name: "site/ knows nothing of the importers", from: /^scripts\/site\//, to: /^scripts\/import\// },
  {
    name: "archive/ is the waist: it depends on neither side",
    from: /^scripts\/archive\//,
    to: /^(scripts\/(import|site)\/|layouts\/|@11ty\/|preact)/,
  },
  {
    name: "markdown/ depends on no other folder",
    from: /^scripts\/markdown\//,
    to: /^(scripts\/(?!markdown\/)|layouts\/|@11ty\/|preact)/,
  },
  {
    name: "media/ depends on neither side",
    from: /^scripts\/media\//,
    to: /^(scripts\/(?!media\/|archive\/)|layouts\/|@11ty\/|preact)/,
  },
  {
    name: "strings/ depends on no other folder",
    from: /^scripts\/strings\//,
    to: /^(scripts\/(?!strings\/)|layouts\/|@11ty\/|preact)/,
  },
  { name: "guard/ knows nothing of the site", from: /^scripts\/guard\//, to: /^(scripts\/site\/|layouts\/)/ },
  {
    name: "search/ depends on no other folder",
    from: /^scripts\/search\//,
    to: /^(scripts\/(?!search\/)|layouts\/|@11ty\/|preact|node:)/,
  },
  { name: "layouts/ never imports an importer", from: /^layouts\//, to: /^scripts\/import\// },
  {
    name: "layouts/ draws what it is given and does not read the archive",
    from: /^layouts\//,
    to: /^scripts\/archive\//,
    mayUseTypes: true,
    // Dates and old addresses are read in browsers too.
    except: /^scripts\/archive\/(edtf|old-address)\.ts$/,
  },
  { name: "layouts/ reads no file", from: /^layouts\//, to: /^node:(fs|child_process|http|net)/ },
  { name: "only site/ and .eleventy.ts know Eleventy", from: /^scripts\/(?!site\/)/, to: /^@11ty\// },
  { name: "the product never imports its tests", from: /^(scripts|layouts)\/|^\.eleventy\.ts$/, to: /^test\// },
  {
    name: "commands are called by cli.ts alone",
    from: /^(?!scripts\/cli\.ts$)(scripts|layouts)\//,
    to: /^scripts\/[^/]+-command\.ts$/,
  },
  {
    name: "folders never import a command or the command line",
    from: /^(scripts\/[^/]+|layouts)\/.+/,
    to: /^scripts\/[^/]+\.ts$/,
    // What commands and folders have in common: wrong use, printing, memory, the version, and where the project lies.
    except: /^scripts\/(command|keep-memory-small|print|project-dir|version)\.ts$/,
  },
];

/** What the lockfile says of a package. */
interface LockedPackage {
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const MAX_LINES = 400;

/** Tables and cases make tests longer. */
const MAX_TEST_LINES = 600;

/** Files that are lists of data and may therefore be long. */
const DATA_FILES = [/^scripts\/strings\/[a-z]{2}\.ts$/];

/** `.eleventy.ts` composes; anything longer holds logic. */
const MAX_ELEVENTY_LINES = 40;

const NAMELESS = /(^|[-./])(utils?|helpers?|common|misc|shared|stuff)([-./]|$)/;

const SOURCES = [
  ".eleventy.ts",
  ...listProjectFiles("scripts"),
  ...listProjectFiles("layouts"),
  ...listProjectFiles("test"),
].filter((file) => /\.(tsx?|js)$/.test(file) && !file.includes("/fixtures/"));
// This file quotes imports that are none.
const IMPORTS = SOURCES.filter((file) => file !== "test/architecture.test.ts").flatMap(readImports);

test("no two files of the project are one on a file system that does not tell letter case", () => {
  const seen = new Map<string, string>();
  const twins = ["docs", "scripts", "layouts", "test", ".github", "content"]
    .flatMap(listProjectFiles)
    .filter((file) => {
      const other = seen.get(foldName(file));
      seen.set(foldName(file), file);
      return other !== undefined;
    });
  assert.deepEqual(twins, []);
});

describe("the way data flows", () => {
  const lines = [
    ['import type { A } from "./a.ts";', "./a.ts", true],
    ['import { type A, type B } from "./a.ts";', "./a.ts", true],
    ['import { type A, b } from "./a.ts";', "./a.ts", false],
    ['import {\n  a,\n  b,\n} from "./a.ts";', "./a.ts", false],
    ['import * as a from "a";', "a", false],
    ['import a, { type B } from "a";', "a", false],
    ['import "./a.ts";', "./a.ts", false],
    ['export { a } from "./a.ts";', "./a.ts", false],
    ['const a = await import("./a.ts");', "./a.ts", false],
  ] as const;
  for (const [line, specifier, isTypeOnly] of lines) {
    test(`this test can read: ${line.replaceAll("\n", " ")}`, () => {
      assert.deepEqual(parseImports(line), [{ specifier, isTypeOnly }]);
    });
  }

  for (const rule of RULES) {
    test(rule.name, () => {
      const wrong = IMPORTS.filter(
        (line) =>
          rule.from.test(line.from) &&
          rule.to.test(line.to) &&
          !(rule.mayUseTypes && line.isTypeOnly) &&
          !rule.except?.test(line.to),
      );
      assert.deepEqual(
        wrong.map(({ from, to }) => `${from} imports ${to}`),
        [],
      );
    });
  }

  test(".eleventy.ts composes and holds no logic", () => {
    const text = readProjectFile(".eleventy.ts");
    assert.ok(countLines(text) <= MAX_ELEVENTY_LINES, `${countLines(text)} lines`);
    assert.doesNotMatch(text, /\b(if|for|while|switch)\s*\(/);
  });
});

describe("habits", () => {
  test("relative imports carry the name of a file that exists", () => {
    const wrong = IMPORTS.filter(
      ({ specifier, to }) => specifier.startsWith(".") && (extname(specifier) === "" || !existsSync(join(PROJECT, to))),
    );
    assert.deepEqual(
      wrong.map(({ from, specifier }) => `${from}: ${specifier}`),
      [],
    );
  });

  test("no file is too long for one subject", () => {
    const long = SOURCES.filter((file) => !DATA_FILES.some((pattern) => pattern.test(file)))
      .map((file) => ({ file, lines: countLines(readProjectFile(file)) }))
      .filter(({ file, lines }) => lines > (file.startsWith("test/") ? MAX_TEST_LINES : MAX_LINES));
    assert.deepEqual(long, []);
  });

  test("every file name says its subject", () => {
    assert.deepEqual(
      SOURCES.filter((file) => NAMELESS.test(file)),
      [],
    );
  });

  test("every file opens with what it is for", () => {
    // A test is named for its module, which says it.
    const silent = SOURCES.filter((file) => !file.includes(".test.")).filter(
      (file) => !/^(#!.*\n)?(\/\/ [A-Z.0-9`]|\/\*\*? )/.test(readProjectFile(file)),
    );
    assert.deepEqual(silent, []);
  });

  test("no default export, except where Eleventy or node:test asks for one", () => {
    const allowed = /^(\.eleventy\.ts|layouts\/pages\/.+|test\/runner\/record-reporter\.ts)$/;
    const wrong = SOURCES.filter((file) => !allowed.test(file) && /^export default /m.test(readProjectFile(file)));
    assert.deepEqual(wrong, []);
  });
});

describe("the package", () => {
  const manifest = JSON.parse(readProjectFile("package.json")) as {
    readonly scripts: Readonly<Record<string, string>>;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };

  const { packages: lock } = JSON.parse(readProjectFile("package-lock.json")) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };

  test("dependencies are pinned exactly", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    assert.deepEqual(loose, []);
  });

  test("what runs at build time is no development dependency", () => {
    const wrong = IMPORTS.filter(
      ({ from, to, isTypeOnly }) =>
        !isTypeOnly && !from.startsWith("test/") && Object.keys(manifest.devDependencies).includes(packageOf(to)),
    );
    assert.deepEqual(
      wrong.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  test("the lockfile names no registry, so that any may be used, and proves every package by its hash", () => {
    const text = readProjectFile("package-lock.json");
    assert.doesNotMatch(text, /"resolved":|registry|npmjs/);
    const unproved = Object.entries(lock).filter(
      ([path, { integrity = "" }]) => path !== "" && !/^sha512-/.test(integrity),
    );
    assert.deepEqual(
      unproved.map(([path]) => path),
      [],
    );
  });

  test("every package has its reason in docs/security.md, and nothing else stands there", () => {
    const table = readProjectFile("docs/security.md");
    const section = table.slice(table.indexOf("## What others' code is in it"), table.indexOf("## What is left"));
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    const named = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
    assert.deepEqual(
      rows.flatMap((row) => named(row.split("|")[1] ?? "")).sort(),
      Object.keys(manifest.dependencies).sort(),
    );
    const tools = named(section.slice(section.indexOf("For development only")));
    const isNamed = (name: string): boolean =>
      tools.includes(name) || (tools.includes("@types/*") && name.startsWith("@types/"));
    assert.deepEqual(
      Object.keys(manifest.devDependencies).filter((name) => !isNamed(name)),
      [],
    );
  });

  test("the lockfile is whole, builds for other systems included: npm ci refuses it otherwise", () => {
    const missing = Object.entries(lock).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !(`node_modules/${name}` in lock || `${path}/node_modules/${name}` in lock))
        .map((name) => `${path} may use ${name}`),
    );
    assert.deepEqual(missing, []);
  });
});

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

function readImports(file: string): ImportLine[] {
  return parseImports(readProjectFile(file)).map(({ specifier, isTypeOnly }) => ({
    from: file,
    specifier,
    isTypeOnly,
    to: specifier.startsWith(".")
      ? relative(PROJECT, join(PROJECT, dirname(file), specifier)).replaceAll("\\", "/")
      : specifier,
  }));
}

function parseImports(text: string): Pick<ImportLine, "specifier" | "isTypeOnly">[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?((?:[^"';]|\n)*?\bfrom\s+)?"([^"]+)"/gm);
  const calls = text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g);
  const fromStatements = [...statements].map((match) => {
    const names = match[2] ?? "";
    const isEachAType = /^\{\s*type\b/.test(names) && !/[{,]\s*(?!type\b)\w/.test(names);
    return { specifier: match[3] ?? "", isTypeOnly: match[1] !== undefined || isEachAType };
  });
  return [...fromStatements, ...[...calls].map((match) => ({ specifier: match[1] ?? "", isTypeOnly: false }))];
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
