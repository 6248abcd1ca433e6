import assert from "node:assert/strict";
import test from "node:test";
import { addParagraphs } from "../../../scripts/import/wordpress/paragraphs.ts";

// [what it shows, as typed, as shown]; line ends between blocks do not count.
const CASES: readonly (readonly [string, string, string])[] = [
  ["a blank line parts paragraphs", "a\n\nb", "<p>a</p><p>b</p>"],
  ["a line end is a line break", "a\nb", "<p>a<br />b</p>"],
  ["Windows line ends count once", "a\r\nb\r\n\r\nc", "<p>a<br />b</p><p>c</p>"],
  ["a blank line may hold spaces", "a\n  \t\nb", "<p>a</p><p>b</p>"],
  ["many blank lines are one", "a\n\n\n\nb\n", "<p>a</p><p>b</p>"],
  ["two <br> in a row part paragraphs", "a<br /> <br>b", "<p>a</p><p>b</p>"],
  ["a line end behind <br> adds none", "a<br />\nb", "<p>a<br />b</p>"],
  ["text inside a block stays bare", "<div>a</div>", "<div>a</div>"],
  ["a block's second paragraph is one", "<div>a\n\nb</div>", "<div>a<p>b</p></div>"],
  [
    "quotations hold paragraphs",
    "<blockquote>a\n\nb</blockquote>c",
    "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
  ],
  ["a quotation that has its own", "<blockquote><p>a</p></blockquote>", "<blockquote><p>a</p></blockquote>"],
  ["lists stay lists", "<ul>\n\t<li>a</li>\n\t<li>b\nc</li>\n</ul>", "<ul><li>a</li><li>b<br />c</li></ul>"],
  ["headings stand alone", "<h2>a</h2>\nb", "<h2>a</h2><p>b</p>"],
  ["<p> that was typed stays", "<p>a\nb</p>\nc", "<p>a<br />b</p><p>c</p>"],
  ["<p> that was never closed", "<p>a\n\nb", "<p>a</p><p>b</p>"],
  ["preformatted text is untouched", "a\n<pre>x\n\ny\nz</pre>\nb", "<p>a</p><pre>x\n\ny\nz</pre><p>b</p>"],
  ["a rule stands alone", "a<hr />b", "<p>a</p><hr /><p>b</p>"],
  ["tables", "<table>\n<tr>\n<td>a</td>\n</tr>\n</table>", "<table><tr><td>a</td></tr></table>"],
  ["emphasis may run over paragraphs", "<em>a\n\nb</em>", "<p><em>a</p><p>b</em></p>"],
  ["line ends in players are layout", "<object>\n<param a>\n</object>", "<p><object><param a></object></p>"],
  ["non-breaking spaces are text", "a\n\u00a0\nb", "<p>a<br />\u00a0<br />b</p>"],
  ["a sign is no tag", "5 < 6\nand 7 > 3", "<p>5 < 6<br />and 7 > 3</p>"],
  ["a comment makes no paragraph", "<!-- x -->", "<!-- x -->"],
  ["an image makes one", '<img src="a.jpg" />', '<p><img src="a.jpg" /></p>'],
  ["a line end in a tag is no break", '<a\nhref="x">a</a>', '<p><a\nhref="x">a</a></p>'],
  ["nothing", " \n\n ", ""],
];

for (const [name, typed, shown] of CASES) {
  test(name, () => {
    assert.equal(
      addParagraphs(typed)
        .replace(/(<[^>]+>)\n+(?=<|[a-z]|\u00a0)/g, "$1")
        .replace(/\n(?=<)/g, ""),
      shown.replace(/\n(?=<)/g, ""),
    );
  });
}

test("hostile text takes linear time", () => {
  for (const piece of ['<a "', "<div>", "</p>", "\n\n", "<!--", "<pre>", "<b"]) {
    const before = process.cpuUsage();
    addParagraphs(piece.repeat(20_000));
    assert.ok(process.cpuUsage(before).user < 3_000_000, piece);
  }
});
