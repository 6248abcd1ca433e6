// What becomes of the texts and pictures that Blogger's editors made.

import assert from "node:assert/strict";
import test from "node:test";
import { BLOG, readWhole } from "./blogger-blog.ts";
import { writeClassic } from "./write-blogger.ts";

test("Blogger's HTML becomes plain Markdown", async () => {
  const cases: readonly (readonly [html: string, markdown: string])[] = [
    ["Ett.<br /><br />Två,<br />rad.<br />&nbsp;<br />Tre.", "Ett.\n\nTvå,\\\nrad.\n\nTre."],
    ["<div>Ett.</div><div><br /></div><div>Två.</div>", "Ett.\n\nTvå."],
    [
      '<div class="separator" style="clear: both;"><a href="http://b.example/s1600/a.jpg" imageanchor="1"><img src="http://b.example/s320/a.jpg" /></a></div>Text',
      "[![](http://b.example/s320/a.jpg)](http://b.example/s1600/a.jpg)\n\nText",
    ],
    ['<p class="MsoNormal"><span lang="SV">Hej<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>', "Hej"],
    ["Ett.<br /><a name='more'></a><br />Två.", "Ett.\n\nTvå."],
    ["Ett.<br /><!--more--><br />Två.", "Ett.\n\nTvå."],
    ["Ett\nstycke.\n\nEtt till.", "Ett\\\nstycke.\n\nEtt till."],
    ["<p>Ett\nstycke.</p>\n\n<p>Ett till.</p>", "Ett stycke.\n\nEtt till."],
    [
      "Slut.<div class='blogger-post-footer'><img width='1' height='1' src='https://blogger.googleusercontent.com/tracker/1-2?l=x' alt='' /></div>",
      "Slut.",
    ],
  ];
  for (const [content, markdown] of cases) {
    const blog = { ...BLOG, posts: [{ id: "1", title: "Ett", path: "/2010/01/ett.html", content }] };
    const [post] = await readWhole(writeClassic(blog));
    assert.equal(post?.body.trim(), markdown, content);
  }
});

test("line ends are shown as the blog's setting says", async () => {
  const blog = {
    ...BLOG,
    settings: { BLOG_CONVERT_LINE_BREAKS: "false" },
    posts: [
      {
        id: "1",
        path: "/2010/01/ett.html",
        content: "Ett\nstycke.",
        comments: [{ id: "11", content: "Två\nrader." }],
      },
    ],
  };
  const [post] = await readWhole(writeClassic(blog));
  assert.equal(post?.body.trim(), "Ett stycke.");
  assert.equal(post?.thread[0]?.body.trim(), "Två\\\nrader.");
});

test("a post's picture is kept where its text does not show it", async () => {
  const thumbnail = "http://1.bp.blogspot.com/-a/AAA/s72-c/berg.jpg";
  const shown = '<img src="http://1.bp.blogspot.com/-a/AAA/s320/berg.jpg" />';
  for (const [content, image] of [
    [shown, undefined],
    ["Ingen bild här.", "http://1.bp.blogspot.com/-a/AAA/s1600/berg.jpg"],
  ] as const) {
    const blog = { ...BLOG, posts: [{ id: "1", path: "/2010/01/ett.html", content, thumbnail }] };
    const [post] = await readWhole(writeClassic(blog));
    assert.equal(post?.image, image);
  }
});
