// Replaces addresses in Markdown in every form that a link can have, and nothing else.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { type MapAddress, rewriteAddresses, rewriteText } from "../../scripts/markdown/rewrite-links.ts";

const OLD = "http://old.example/2011/a_b/";
const NEW = "../../2011/a-b/index.md";

const resolve: MapAddress = (address, kind) => {
  if (address === OLD || address === "http://old.example/?p=1&q=2") return NEW;
  if (address === "http://old.example/a(b)c") return `${NEW}#comment-1`;
  return kind === "image" && address === "http://old.example/photo.jpg" ? "my photo (1).jpg" : undefined;
};

const CASES: readonly (readonly [name: string, before: string, after: string])[] = [
  ["inline link", `See [that *post*](${OLD}) now`, `See [that *post*](${NEW}) now`],
  ["with a title", `[x](${OLD} "A \\" title")`, `[x](${NEW} "A \\" title")`],
  ["in angle brackets", `[x](<${OLD}>)`, `[x](${NEW})`],
  ["with an escape", "[x](http://old.example/2011/a\\_b/)", `[x](${NEW})`],
  ["with an entity", "[x](http://old.example/?p=1&amp;q=2)", `[x](${NEW})`],
  ["with parentheses", "[x](http://old.example/a(b)c)", `[x](${NEW}#comment-1)`],
  ["autolink keeps its text", `<${OLD}>`, `[${OLD}](${NEW})`],
  ["bare address keeps its text", `look: ${OLD}, there`, `look: [${OLD}](${NEW}), there`],
  ["in a list", `- one\n- ${OLD}\n- <${OLD}>`, `- one\n- [${OLD}](${NEW})\n- [${OLD}](${NEW})`],
  ["in a quotation", `> > [x](${OLD})\n> > <${OLD}>`, `> > [x](${NEW})\n> > [${OLD}](${NEW})`],
  ["in a heading", `## [x](${OLD}) ##`, `## [x](${NEW}) ##`],
  [
    "in a table",
    `| a | b |\n| --- | --- |\n| [x](${OLD}) | <${OLD}> |`,
    `| a | b |\n| --- | --- |\n| [x](${NEW}) | [${OLD}](${NEW}) |`,
  ],
  ["definition", `[x][1] and [1]\n\n[1]: ${OLD} "T"`, `[x][1] and [1]\n\n[1]: ${NEW} "T"`],
  ["definition in a quotation", `> [x]\n>\n> [x]: <${OLD}>`, `> [x]\n>\n> [x]: ${NEW}`],
  ["image", "![alt](http://old.example/photo.jpg)", "![alt](my%20photo%20%281%29.jpg)"],
  ["image in a link", `[![a](http://old.example/photo.jpg)](${OLD})`, `[![a](my%20photo%20%281%29.jpg)](${NEW})`],
  ["link to an image file is none", "[a](http://old.example/photo.jpg)", "[a](http://old.example/photo.jpg)"],
  ["raw link", `a <a title="x" href="${OLD}">b</a>`, `a <a title="x" href="${NEW}">b</a>`],
  ["raw link in single quotes", `<A HREF = '${OLD}'>b</A>`, `<A HREF = '${NEW}'>b</A>`],
  ["raw link without quotes", `a <a href=${OLD}>b</a>`, `a <a href=${NEW}>b</a>`],
  ["raw link with entities", `a <a href="http://old.example/?p=1&amp;q=2">b</a>`, `a <a href="${NEW}">b</a>`],
  [
    "raw block",
    `<div>\n<p><a href="${OLD}">b</a> ${OLD}</p>\n<img src="http://old.example/photo.jpg" alt="">\n</div>`,
    `<div>\n<p><a href="${NEW}">b</a> ${OLD}</p>\n<img src="my%20photo%20%281%29.jpg" alt="">\n</div>`,
  ],
  [
    "srcset",
    '<img srcset="http://old.example/photo.jpg 300w, http://else.example/b,c.jpg 2x" src="x.jpg">',
    '<img srcset="my%20photo%20%281%29.jpg 300w, http://else.example/b,c.jpg 2x" src="x.jpg">',
  ],
  ["bare address in emphasis", `*${OLD}* and **${OLD}**`, `*[${OLD}](${NEW})* and **[${OLD}](${NEW})**`],
  ["two texts of one address", `[a](${OLD}) [b](${OLD})`, `[a](${NEW}) [b](${NEW})`],
  ["address with brackets in its text", `[\\[old\\] ${OLD}](${OLD})`, `[\\[old\\] ${OLD}](${NEW})`],
];

const UNCHANGED: readonly (readonly [name: string, text: string])[] = [
  ["code span", `\`${OLD}\` and \`[x](${OLD})\``],
  ["code span of two ticks", `\`\` \` <${OLD}> \`\``],
  ["fence", `~~~\n[x](${OLD})\n${OLD}\n~~~`],
  ["fence in a list", `- a\n\n  \`\`\`\n  <${OLD}>\n  \`\`\``],
  ["indented code", `a\n\n    [x](${OLD})`],
  ["comment", `<!-- <a href="${OLD}">b</a> -->`],
  ["escaped link", `\\[x\\](${OLD.slice(7)})`],
  ["escaped autolink", `\\<x ${OLD.slice(7)}>`],
  ["title and description", `![${OLD.slice(7)}](x.jpg "${OLD}")`],
  ["another address", "[x](http://old.example/2012/) <http://else.example/> http://old.example/2011/a_b/c"],
  ["unused definition", `[x]: ${OLD.replace("a_b", "z")}`],
];

describe("rewriteAddresses", () => {
  for (const [name, before, after] of CASES) {
    test(name, () => {
      assert.equal(rewriteAddresses(before, resolve), after);
      assert.equal(rewriteAddresses(after, resolve), after, "a second time");
    });
  }
  for (const [name, text] of UNCHANGED)
    test(`leaves ${name}`, () => assert.equal(rewriteAddresses(text, resolve), text));

  test("brings back the addresses that stood there", () => {
    for (const [name, before, after] of CASES.slice(0, 13)) {
      if (/angle|escape|entity|parentheses|bare|heading|list/.test(name)) continue;
      assert.equal(
        rewriteAddresses(after, (address) => (address === NEW ? OLD : undefined)),
        before,
        name,
      );
    }
  });

  test("tells of every address what became of it", () => {
    const { addresses } = rewriteText(
      `[a](${OLD}) <http://else.example/> ![b](http://old.example/photo.jpg) \`${OLD}\``,
      resolve,
    );
    assert.deepEqual(addresses, [
      { address: OLD, kind: "link", newAddress: NEW },
      { address: "http://else.example/", kind: "link" },
      { address: "http://old.example/photo.jpg", kind: "image", newAddress: "my%20photo%20%281%29.jpg" },
    ]);
  });

  test("shows what was shown, with other addresses", () => {
    for (const [name, before, after] of CASES) {
      const html = (text: string) =>
        renderMarkdown(text, { profile: "post" }).replace(
          / (?:href|src|rel|alt)="[^"]*"| class="(?:embed|image-not-held)"| (?:loading|decoding)="[^"]*"/g,
          "",
        );
      if (!/photo\.jpg/.test(before)) assert.equal(html(after), html(before), name);
    }
  });

  test("reads a long text with many links in linear time", () => {
    const link = `text \`code\` [x](${OLD}) <${OLD}> [ open ![ `;
    const measure = (count: number): number => {
      const text = `${link.repeat(20)}\n\n`.repeat(count);
      const begin = process.cpuUsage();
      assert.ok(!rewriteAddresses(text, resolve).includes("<http://old"));
      const { user, system } = process.cpuUsage(begin);
      return user + system;
    };
    measure(5);
    const [small, large] = [measure(10), measure(80)];
    assert.ok(large < small * 32 + 50_000, `${small} µs, eight times as much ${large} µs`);
  });
});
