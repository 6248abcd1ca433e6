// The headers of a site: one definition, told to each host in its own words, and never less strict than the pages need.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { toApacheDirectives, toHeadersFile, toNginxDirectives } from "../../scripts/site/header-files.ts";
import { SITE_HEADERS, writePolicy } from "../../scripts/site/security-policy.ts";
import { PROJECT } from "../support/command-line.ts";

const POLICIES = [writePolicy("page"), writePolicy("redirect")];
const HEADER = SITE_HEADERS["Content-Security-Policy"] ?? "";

/** Returns the sources of each directive. */
function readPolicy(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}

test("no policy allows anything inline, evaluated, or from elsewhere", () => {
  for (const policy of [...POLICIES, HEADER]) {
    const directives = readPolicy(policy);
    assert.deepEqual(directives.get("default-src"), ["'none'"]);
    assert.deepEqual(directives.get("base-uri"), ["'none'"]);
    assert.ok(directives.has("form-action"));
    for (const sources of directives.values())
      for (const source of sources) assert.match(source, /^'(?:self|none)'$/, policy);
  }
});

test("the header forbids nothing that a page's own policy allows", () => {
  const ceiling = readPolicy(HEADER);
  for (const policy of POLICIES)
    for (const [name, sources] of readPolicy(policy))
      for (const source of sources)
        assert.ok(source === "'none'" || ceiling.get(name)?.includes(source), `${name} ${source}`);
});

test("_headers has one rule for all files below the base", () => {
  const lines = toHeadersFile({ basePath: "/archive/" }).trimEnd().split("\n");
  assert.equal(lines[0], "/archive/*");
  assert.equal(toHeadersFile({}).split("\n")[0], "/*");
  assert.deepEqual(
    lines.slice(1),
    Object.entries(SITE_HEADERS).map(([name, value]) => `  ${name}: ${value}`),
  );
  // Cloudflare Pages takes no longer lines.
  assert.ok(lines.every((line) => line.length < 2000));
});

test("no value ends the quotes that nginx and Apache put around it", () => {
  for (const value of Object.values(SITE_HEADERS)) assert.doesNotMatch(value, /["\\$%\n]/);
});

for (const page of ["docs/deploying.md", "docs/sv/deploying.md"]) {
  test(`${page} gives the same headers (UPDATE=1 rewrites them)`, () => {
    const file = join(PROJECT, page);
    let text = readFileSync(file, "utf8");
    for (const [server, directives] of Object.entries({ nginx: toNginxDirectives(), Apache: toApacheDirectives() })) {
      const mark = `<!-- ${server} headers: made by UPDATE=1 npm test -- header-files -->\n`;
      const begin = text.indexOf(mark) + mark.length;
      assert.ok(begin >= mark.length, mark);
      const block = `\n\`\`\`${server.toLowerCase()}\n${directives}\n\`\`\`\n`;
      const standing = /^\n```\w+\n[\s\S]*?\n```\n/.exec(text.slice(begin))?.[0] ?? "";
      if (process.env.UPDATE === "1") text = text.slice(0, begin) + block + text.slice(begin + standing.length);
      else assert.equal(standing, block);
    }
    if (process.env.UPDATE === "1") writeFileSync(file, text);
  });
}
