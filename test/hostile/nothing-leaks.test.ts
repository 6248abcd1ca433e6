// Exports full of marked secrets go through import and build; no byte of the archive or the site tells one, in any form.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { type BloggerBlogSpec, writeClassic, writeTakeout } from "../import/write-blogger.ts";
import { writeDisqus } from "../import/write-disqus.ts";
import { writeWxr } from "../import/write-wxr.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { photoWithPlace, SECRET_PLACE } from "../support/images.ts";
import { makeFolder } from "../support/scratch.ts";
import { findSecrets, listForms } from "./find-secrets.ts";

/** What exports hold in fields of their own. The writers of exports put the first of them into each. */
const SECRETS: readonly string[] = [
  ...["commenter@secret.example", "owner@secret.example", "agare@mejl.example", "192.0.2.77", "192.0.2.78"],
  ...["secret_meta", "secret-meta-value", "secret-owner", "secret-user", "hemlig mall"],
  ...["login-7731@secret.example", "login-7731", "password-7731", "hidden-draft-7731", "contact-form-7731"],
  ...["2001:db8::7731", "203.0.113.131", "user-agent-7731", "akismet-7731", "moderators-7731@mejl.example"],
  ...["signer-7731@mail.example", "linked-7731@mail.example", "avatar-7731@mail.example", "typed-7731@mail.example"],
  ...[
    "session-7731",
    "nonce-7731",
    "linked-session-7731",
    "fragment-token-7731",
    "typed-token-7731",
    "draft-text-7731",
    "unapproved-7731",
    "spam-7731",
    "url-password-7731",
    SECRET_PLACE,
  ],
];

/** `8.0` is what a photo's GPS in `photoWithPlace` becomes, and stands in nothing else; the others are searched for as they are. */
const AVATAR = createHash("md5").update("avatar-7731@mail.example").digest("hex");

/** HTML with what old blogs left in their texts. */
const TEXT = `<p>Words. <img src="https://secure.gravatar.com/avatar/${AVATAR}?s=32&amp;d=mm" alt="" class="avatar">
<img src="https://0.gravatar.com/avatar/${createHash("sha256").update("avatar-7731@mail.example").digest("hex")}" alt="Anna">
<a href="mailto:linked-7731@mail.example?subject=Hi">Write to us</a>
<a href="https://user:url-password-7731@files.example/x">a file</a>
<a href="https://forum.example/t?id=7&#038;PHPSESSID=linked-session-7731">a forum</a> <a href='https://app.example/#access_token=fragment-token-7731&amp;state=1'>an app</a>
Look at https://api.example/me?access_token=typed-token-7731&amp;page=2.
<img src="https://blog.example/wp-content/uploads/photo.jpg" alt="A photo"></p>
<!-- moderators-7731@mejl.example --><input type="hidden" name="token" value="nonce-7731"><script>var user = "login-7731";</script>`;

function writeExports(folder: string): readonly string[] {
  const blog: BloggerBlogSpec = {
    id: "900100",
    title: "Classic",
    url: "https://classic.example",
    settings: {
      BLOG_ADMIN_PERMISSION: "moderators-7731@mejl.example",
      BLOG_COMMENT_MODERATION_EMAIL: "moderators-7731@mejl.example",
      BLOG_SEND_EMAIL: "moderators-7731@mejl.example",
      BLOG_META_DESCRIPTION: "secret-meta-value",
    },
    posts: [
      {
        id: "1",
        title: "One",
        path: "/2011/01/one.html",
        content: TEXT,
        author: "signer-7731@mail.example",
        comments: [
          { id: "11", author: "signer-7731@mail.example", uri: "mailto:linked-7731@mail.example", content: TEXT },
          {
            id: "12",
            author: "Bo",
            uri: "https://user:url-password-7731@bo.example/#access_token=fragment-token-7731&token_type=bearer",
            content: "Well.",
            status: "LIVE",
          },
          { id: "13", author: "Cy", content: "unapproved-7731", status: "SPAM_COMMENT" },
        ],
      },
      { id: "2", title: "hidden-draft-7731", content: "draft-text-7731", isDraft: true },
    ],
  };
  const wordpress = writeWxr({
    link: "https://blog.example",
    authors: [
      [1, "login-7731", ""],
      [2, "login-7731@secret.example", "signer-7731@mail.example"],
    ],
    channel: "<x:secret xmlns:x='y'>akismet-7731</x:secret>",
    items: [
      {
        id: 1,
        creator: "login-7731",
        slug: "one",
        link: "https://blog.example/2012/one/",
        content: TEXT,
        meta: { _wp_old_slug: "x", _secret: "akismet-7731", enclosure: "session-7731", _edit_last: "user-agent-7731" },
        comments: [
          { id: 5, author: "signer-7731@mail.example", url: "mailto:linked-7731@mail.example", content: TEXT },
          { id: 6, author: "Di", url: "https://user:url-password-7731@di.example/", content: "Yes." },
          { id: 7, content: "unapproved-7731", approved: "0" },
          { id: 8, content: "spam-7731", approved: "spam" },
          { id: 9, content: "akismet-7731", kind: "action_log" },
        ],
      },
      {
        id: 2,
        creator: "login-7731@secret.example",
        slug: "two",
        link: "https://blog.example/two/?PHPSESSID=session-7731",
        content: "Second.",
      },
      { id: 3, title: "hidden-draft-7731", status: "draft", content: "draft-text-7731" },
      { id: 4, title: "Locked", password: "password-7731", content: "draft-text-7731" },
      { id: 6, title: "contact-form-7731", type: "feedback", content: "contact-form-7731\n203.0.113.131" },
      {
        id: 7,
        type: "attachment",
        parent: 1,
        attachmentUrl: "https://blog.example/wp-content/uploads/photo.jpg",
        meta: { _wp_attachment_metadata: SECRET_PLACE },
      },
    ],
  }).replaceAll(
    "<wp:comment_author_IP>",
    "<wp:comment_agent>user-agent-7731</wp:comment_agent><wp:comment_author_IP>2001:db8::7731 203.0.113.131 ",
  );
  const disqus = writeDisqus({
    threads: [{ id: "1", link: "https://blog.example/2012/one/", title: "One" }],
    comments: [
      { id: "1", thread: "1", author: "signer-7731@mail.example", message: TEXT },
      { id: "2", thread: "1", message: "<p>spam-7731</p>", isSpam: true },
    ],
  });
  const page = `<!doctype html><html lang="en"><head><title>Page</title><link rel="canonical" href="https://page.example/2012/03/page/"><meta name="generator" content="WordPress 3.1">
<meta name="csrf-token" content="nonce-7731"><script>var data = {"email":"moderators-7731@mejl.example","nonce":"nonce-7731"};</script>
<script type="application/ld+json">{"@type":"BlogPosting","author":{"name":"Eva","email":"moderators-7731@mejl.example"}}</script></head>
<body class="single postid-9 logged-in"><div id="wpadminbar">Howdy, login-7731</div><div id="post-9" class="post"><h1 class="entry-title">Page</h1><div class="entry-content">${TEXT}</div></div>
<ol class="commentlist"><li id="comment-91" class="comment" data-email="moderators-7731@mejl.example"><div class="comment-author vcard"><img class="avatar" src="https://secure.gravatar.com/avatar/${AVATAR}"><cite class="fn"><a class="url" href="mailto:linked-7731@mail.example">signer-7731@mail.example</a></cite></div><div class="comment-content">${TEXT}</div></li></ol>
<form id="commentform"><input name="author" value="login-7731"><input name="email" value="moderators-7731@mejl.example"><input type="hidden" name="_wpnonce" value="nonce-7731"></form></body></html>`;
  const files: Readonly<Record<string, string | Buffer>> = {
    "wordpress.xml": wordpress,
    "classic.xml.gz": gzipSync(writeClassic(blog)),
    "feed.atom": writeTakeout({ ...blog, id: "900200", url: "https://takeout.example" }),
    "disqus.xml": disqus,
    "page.html": page,
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return Object.keys(files).map((name) => join(folder, name));
}

test("the search finds each secret in each form that it knows", () => {
  const folder = makeFolder();
  for (const [index, [, text]] of listForms("someone@mail.example").entries())
    writeFileSync(join(folder, `${index}.bin`), `x${text}y`);
  writeFileSync(join(folder, "packed.gz"), gzipSync("someone@mail.example"));
  const found = new Set(findSecrets(folder, ["someone@mail.example"]).map(({ file }) => file));
  assert.equal(found.size, listForms("someone@mail.example").length + 1);
  assert.deepEqual(findSecrets(folder, ["nobody@mail.example"]), []);
});

describe("secrets of every platform", () => {
  const [content, site, uploads] = [join(makeFolder(), "content"), join(makeFolder(), "site"), makeFolder()];
  let printed = "";

  before(async () => {
    writeFileSync(join(uploads, "photo.jpg"), await photoWithPlace(60, 40));
    const exports = writeExports(makeFolder());
    const imported = await runOrdskifteHere(["import", ...exports, "--content", content, "--media", uploads]);
    const built = await runOrdskifteHere([
      "build",
      "--content",
      content,
      "--output",
      site,
      "--url",
      "https://archive.example/",
    ]);
    assert.match(imported.stdout, /Written to/, imported.stderr);
    assert.match(built.stdout, /Search finds/, built.stderr);
    printed = [imported.stdout, imported.stderr, built.stdout, built.stderr].join("\n");
  });

  test("stand in no file of the archive", () => {
    assert.deepEqual(findSecrets(content, SECRETS), []);
  });

  test("stand in no file of the site, its search index and its images", () => {
    assert.deepEqual(findSecrets(site, SECRETS), []);
  });

  test("are not printed", () => {
    assert.deepEqual(
      SECRETS.filter((secret) => printed.includes(secret)),
      [],
    );
  });
});
