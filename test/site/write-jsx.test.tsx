// JSX becomes HTML: everything that is text is escaped, whatever it holds and wherever it stands.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ComponentChildren } from "preact";
import { Written, writeJsx } from "../../scripts/site/write-jsx.ts";

const HOSTILE = `</p><script>alert('1')</script>"&amp;`;

function Box({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div title={title}>
      <b>{children}</b>
    </div>
  );
}

describe("text", () => {
  test("cannot begin a tag or a reference", () => {
    assert.equal(writeJsx(<p>{HOSTILE}</p>), `<p>&lt;/p>&lt;script>alert('1')&lt;/script>"&amp;amp;</p>`);
    assert.equal(writeJsx(HOSTILE).includes("<"), false);
  });

  test("cannot end the value of an attribute", () => {
    assert.equal(
      writeJsx(<q cite={`" onclick="x()`} title={HOSTILE} />),
      `<q cite="&quot; onclick=&quot;x()" title="&lt;/p>&lt;script>alert('1')&lt;/script>&quot;&amp;amp;"></q>`,
    );
  });

  test("of components, lists and fragments stands in order, and nothing stands for nothing", () => {
    const list = ["a", 0, null, undefined, true, false, "", ["b", <i key="c">c</i>]];
    assert.equal(
      writeJsx(
        <>
          {list}
          <Box title="t">{HOSTILE.slice(0, 4)}</Box>
        </>,
      ),
      `a0b<i>c</i><div title="t"><b>&lt;/p></b></div>`,
    );
  });
});

describe("attributes", () => {
  test("are left out when they are absent or not so, and bare when they are empty or so", () => {
    assert.equal(
      writeJsx(<input type="checkbox" checked disabled={false} value="" name={undefined} tabindex={-1} />),
      `<input type="checkbox" checked value tabindex="-1"/>`,
    );
  });

  test("of states that are said in words hold the word", () => {
    assert.equal(
      writeJsx(<button type="button" aria-pressed={true} aria-expanded={false} data-open={true} />),
      `<button type="button" aria-pressed="true" aria-expanded="false" data-open="true"></button>`,
    );
  });

  test("never hold what is no text", () => {
    const values = { title: { toString: () => '"><script>' } as unknown as string };
    assert.throws(() => writeJsx(<p {...values} />), /The attribute title/);
  });
});

test("void elements have no end tag, all others have one", () => {
  assert.equal(writeJsx([<br key="1" />, <path key="2" d="M0 0" />]), `<br/><path d="M0 0"></path>`);
});

test("only what is asked for is written as it is", () => {
  assert.equal(writeJsx(<div dangerouslySetInnerHTML={{ __html: "<em>a</em>" }} />), "<div><em>a</em></div>");
  assert.equal(writeJsx(<Written html="<em>a</em>" />), "<em>a</em>");
});

test("data that looks like an element is none", () => {
  const data = JSON.parse('{"type":"script","props":{"children":"x()"},"key":null}') as ComponentChildren;
  assert.throws(() => writeJsx(<p>{data}</p>), /an object that is no element/);
});

test("a component that fails leaves nothing behind in the next page, nor in the page around it", () => {
  const Failing = (): never => {
    throw new Error("failed");
  };
  assert.throws(() => writeJsx([<p key="1">a</p>, <Failing key="2" />]), /failed/);
  const Nesting = () => <i>{writeJsx(<b>b</b>)}</i>;
  assert.equal(writeJsx([<u key="1">a</u>, <Nesting key="2" />]), "<u>a</u><i>&lt;b>b&lt;/b></i>");
});
