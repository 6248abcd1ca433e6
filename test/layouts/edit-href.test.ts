import assert from "node:assert/strict";
import { test } from "node:test";
import { contactHref } from "../../layouts/contact-href.ts";
import { editPlace } from "../../layouts/edit-href.ts";

const FILE = "posts/2011/å b/comments/c#1.md";
const PATH = "content/posts/2011/%C3%A5%20b/comments/c%231.md";

test("a text is edited at its host, on the branch that is named or the default one", () => {
  const cases = [
    ["https://github.com/owner/name", undefined, `https://github.com/owner/name/edit/HEAD/${PATH}`],
    ["https://www.github.com/owner/name.git/", "draft/one", `https://github.com/owner/name/edit/draft/one/${PATH}`],
    ["https://gitlab.com/group/sub/name", "main", `https://gitlab.com/group/sub/name/-/edit/main/${PATH}`],
    ["https://codeberg.org/owner/name", "main", `https://codeberg.org/owner/name/_edit/main/${PATH}`],
    ["https://github.com/owner", "main", undefined],
    ["https://git.example/owner/name", "main", undefined],
    ["nowhere", "main", undefined],
    [undefined, "main", undefined],
  ] as const;
  for (const [repository, branch, href] of cases) {
    const settings = { ...(repository && { repository }), ...(branch && { branch }) };
    assert.equal(editPlace(settings, FILE)?.href, href, repository ?? "none");
  }
});

test("a letter says what it is about; an address of the web stays as it is", () => {
  assert.equal(contactHref("a@b.example", "About 2011/å#c1"), "mailto:a@b.example?subject=About%202011%2F%C3%A5%23c1");
  assert.equal(contactHref("https://b.example/form", "About"), "https://b.example/form");
  assert.equal(contactHref("javascript:alert(1)", "About"), undefined);
});
