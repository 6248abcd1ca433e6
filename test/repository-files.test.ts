// The files that other programs read of this repository have the shape that those programs ask for: GitHub's issue forms,
// Dependabot, Codespaces, publiccode.yml, CITATION.cff. Each check is the part of the specification that we use.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { PROJECT } from "./support/command-line.ts";
import { listProjectFiles, readProjectFile } from "./support/project-files.ts";

type Data = Readonly<Record<string, unknown>>;

const MANIFEST = JSON.parse(readProjectFile("package.json")) as {
  readonly version: string;
  readonly license: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly description: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

function readYaml(file: string): Data {
  return parse(readProjectFile(file)) as Data;
}

function assertKeys(value: unknown, required: readonly string[], optional: readonly string[], where: string): Data {
  assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), `${where} is a map`);
  const keys = Object.keys(value);
  for (const key of required) assert.ok(keys.includes(key), `${where} has ${key}`);
  const unknown = keys.filter((key) => !required.includes(key) && !optional.includes(key));
  assert.deepEqual(unknown, [], where);
  return value as Data;
}

function assertText(value: unknown, where: string, [min, max] = [1, 100_000]): string {
  assert.ok(typeof value === "string", `${where} is a text`);
  assert.ok(value.trim().length >= min && value.length <= max, `${where} has ${value.length} characters`);
  return value;
}

// https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
describe("issue forms", () => {
  const forms = listProjectFiles(".github/ISSUE_TEMPLATE").filter((file) => !file.endsWith("config.yml"));
  const TEXT = ["description", "placeholder", "value"];
  const ATTRIBUTES: Readonly<Record<string, readonly [required: readonly string[], optional: readonly string[]]>> = {
    markdown: [["value"], []],
    textarea: [["label"], [...TEXT, "render"]],
    input: [["label"], TEXT],
    dropdown: [
      ["label", "options"],
      ["description", "multiple", "default"],
    ],
    checkboxes: [["label", "options"], ["description"]],
  };

  test("no issue begins without one", () => {
    assert.deepEqual(readYaml(".github/ISSUE_TEMPLATE/config.yml"), { blank_issues_enabled: false });
    assert.deepEqual(
      forms.map((file) => file.split("/").at(-1)),
      ["bug.yml", "import-problem.yml", "removal.yml"],
    );
  });

  for (const file of forms) {
    test(`${file} is a form in both languages`, () => {
      const form = assertKeys(readYaml(file), ["name", "description", "body"], ["title", "labels"], file);
      assertText(form.name, "name");
      assert.match(assertText(form.description, "description"), / · /);
      const ids = new Set<unknown>();
      const labels = new Set<unknown>();
      for (const [index, element] of (form.body as readonly unknown[]).entries()) {
        const where = `${file}, element ${index + 1}`;
        const { type, id, attributes, validations } = assertKeys(
          element,
          ["type", "attributes"],
          ["id", "validations"],
          where,
        );
        const [required, optional] = ATTRIBUTES[String(type)] ?? assert.fail(`${where} is of no known type`);
        const found = assertKeys(attributes, required, optional, where);
        if (type === "markdown") {
          assert.ok(id === undefined && validations === undefined, where);
          continue;
        }
        assert.match(assertText(id, `${where}, id`), /^[\w-]+$/);
        assert.ok(!ids.has(id) && !labels.has(found.label), `${where} is the only one of its name`);
        ids.add(id);
        labels.add(found.label);
        if (validations !== undefined) assertKeys(validations, [], ["required"], where);
        if (type === "dropdown")
          assert.equal(new Set(found.options as string[]).size, (found.options as string[]).length);
        if (type === "checkboxes")
          for (const option of found.options as unknown[]) assertKeys(option, ["label"], ["required"], where);
      }
      assert.ok(ids.size > 0, "GitHub wants something to fill in");
    });
  }

  test("the form about removal asks for no text, and names the link that every page has", () => {
    const text = readProjectFile(".github/ISSUE_TEMPLATE/removal.yml");
    assert.doesNotMatch(text, /type: (?:textarea|input)/);
    for (const language of ["en", "sv"]) {
      const link = /"footer\.contact": "([^"]+)"/.exec(readProjectFile(`scripts/strings/${language}.ts`))?.[1] ?? "";
      assert.ok(link !== "" && text.includes(`**${link}**`), link);
    }
  });
});

// https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
describe("Dependabot", () => {
  const { version, updates } = readYaml(".github/dependabot.yml") as { version: number; updates: Data[] };
  interface Ignored {
    readonly "dependency-name": string;
    readonly versions?: readonly string[];
  }

  test("updates npm packages and actions, monthly, when they have been out for a week", () => {
    assert.equal(version, 2);
    assert.deepEqual(
      updates.map((update) => update["package-ecosystem"]),
      ["npm", "github-actions"],
    );
    for (const update of updates) {
      assertKeys(update, ["package-ecosystem", "directory", "schedule", "cooldown"], ["groups", "ignore"], "update");
      assert.deepEqual(update.schedule, { interval: "monthly" });
      assert.ok((update.cooldown as { "default-days": number })["default-days"] >= 7);
    }
  });

  test("passes over what we depend on, in versions that we do not have", () => {
    const have: Readonly<Record<string, string>> = { ...MANIFEST.dependencies, ...MANIFEST.devDependencies };
    for (const { "dependency-name": name, versions = [] } of (updates[0]?.ignore ?? []) as readonly Ignored[]) {
      assert.ok(name in have, name);
      for (const range of versions) assert.notEqual(have[name], range.replace(">=", ""), name);
    }
  });
});

// https://containers.dev/implementors/json_reference/
test("the container for Codespaces has a pinned image with a Node.js that we support, and installs", () => {
  const json = readProjectFile(".devcontainer/devcontainer.json").replaceAll(/^\/\/.*$/gm, "");
  const container = assertKeys(
    JSON.parse(json),
    ["name", "image", "postCreateCommand"],
    ["forwardPorts", "portsAttributes", "customizations"],
    "devcontainer.json",
  );
  const node = /^mcr\.microsoft\.com\/devcontainers\/javascript-node:\d+\.\d+\.\d+-(\d+)-[a-z]+$/.exec(
    String(container.image),
  )?.[1];
  const oldest = Number(/\d+/.exec(MANIFEST.engines.node)?.[0]);
  assert.ok(Number(node) >= oldest, String(container.image));
  assert.equal(container.postCreateCommand, "npm ci");
  const { codespaces } = container.customizations as { readonly codespaces: { readonly openFiles: readonly string[] } };
  for (const file of codespaces.openFiles) assert.ok(existsSync(join(PROJECT, file)), file);
});

// In an archive of one's own these two are deleted: docs/first-steps.md.
const ABSENT = (file: string) => !existsSync(join(PROJECT, file)) && "this repository is an archive of its own";

// https://yml.publiccode.tools/schema.core.html
test("publiccode.yml", { skip: ABSENT("publiccode.yml") }, () => {
  const file = readYaml("publiccode.yml");
  assertKeys(
    file,
    [
      "publiccodeYmlVersion",
      "name",
      "url",
      "platforms",
      "categories",
      "developmentStatus",
      "softwareType",
      "description",
      "legal",
      "maintenance",
      "localisation",
    ],
    ["softwareVersion", "releaseDate", "landingURL", "intendedAudience"],
    "publiccode.yml",
  );
  assert.equal(file.publiccodeYmlVersion, "0.4");
  assert.equal(file.softwareVersion, MANIFEST.version);
  assert.ok(URL.canParse(String(file.url)));
  for (const platform of file.platforms as string[]) assert.match(platform, /^(?:web|windows|mac|linux|ios|android)$/);
  assert.match(String(file.developmentStatus), /^(?:concept|development|beta|stable|obsolete)$/);
  assert.match(
    String(file.softwareType),
    /^(?:standalone\/(?:mobile|iot|desktop|web|backend|other)|addon|library|configurationFiles)$/,
  );
  for (const [lang, description] of Object.entries(file.description as Data)) {
    const texts = assertKeys(description, ["shortDescription", "longDescription", "features"], ["localisedName"], lang);
    assertText(texts.shortDescription, lang, [1, 150]);
    assertText(texts.longDescription, lang, [150, 10_000]);
    assert.ok((texts.features as string[]).every((feature) => feature.length > 0));
  }
  assert.equal(assertKeys(file.legal, ["license"], [], "legal").license, MANIFEST.license);
  const { type, contacts } = assertKeys(file.maintenance, ["type", "contacts"], [], "maintenance");
  assert.equal(type, "community");
  for (const contact of contacts as unknown[]) assertKeys(contact, ["name"], [], "contact");
  assert.deepEqual(file.localisation, { localisationReady: true, availableLanguages: ["en", "sv"] });
});

// https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
test("CITATION.cff", { skip: ABSENT("CITATION.cff") }, () => {
  const file = assertKeys(
    readYaml("CITATION.cff"),
    ["authors", "cff-version", "message", "title"],
    ["abstract", "type", "version", "license", "keywords", "repository-code", "url", "date-released"],
    "CITATION.cff",
  );
  assert.equal(file["cff-version"], "1.2.0");
  assert.match(String(file.type), /^(?:software|dataset)$/);
  assert.equal(file.version, MANIFEST.version);
  assert.equal(file.license, MANIFEST.license);
  assert.equal(file.abstract, MANIFEST.description);
  for (const author of file.authors as unknown[]) assertKeys(author, ["name"], [], "author");
});

// npm runs "preview" before "view" and "poststart" after "start", whatever they mean to us.
test("no npm script runs before or after another by its name", () => {
  const names = Object.keys(MANIFEST.scripts);
  const hooks = names.filter((name) => /^(?:pre|post)/.test(name) && names.includes(name.replace(/^(?:pre|post)/, "")));
  assert.deepEqual(hooks, []);
});
