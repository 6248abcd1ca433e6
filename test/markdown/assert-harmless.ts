// Judges the HTML of a text by a list of its own: what a page may show of it, and nothing else.

import assert from "node:assert/strict";
import { Parser } from "htmlparser2";

const ELEMENTS = new Set(
  (
    "a abbr bdi bdo blockquote br caption cite code dd del details dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr img " +
    "ins kbd li mark ol p pre q rp rt ruby samp small span strong sub summary sup table tbody td th thead time tr u ul " +
    "var wbr div"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  "href src alt title rel class id lang dir start datetime colspan rowspan scope open width height loading decoding data-address".split(
    " ",
  ),
);
const CLASSES = /^(?:image-not-held|embed|quotation|align-(?:left|right|center)|language-[\w+#-]{1,30})$/;

/** Throws when HTML holds anything but the elements, attributes and addresses that a text of the archive may have on a page. */
export function assertHarmless(html: string): void {
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      assert.ok(ELEMENTS.has(name), `<${name}> in ${html}`);
      for (const [attribute, value] of Object.entries(attributes)) {
        assert.ok(ATTRIBUTES.has(attribute), `${attribute} on <${name}> in ${html}`);
        if (attribute === "href") assert.match(value, /^(?:(?:https?|ftp|tel):|#|[^:]*$|[^:/?#]*[/?#])/i, html);
        if (attribute === "src")
          assert.doesNotMatch(value, /^[a-z][a-z0-9+.-]*:/i, `only held images are loaded: ${html}`);
        if (attribute === "src") assert.doesNotMatch(value, /^[/\\]{2}/, `only held images are loaded: ${html}`);
        if (attribute === "class") assert.match(value, CLASSES, html);
        if (attribute === "id") {
          assert.match(value, /^text-/, html);
          assert.ok(!ids.has(value), `id ${value} twice in ${html}`);
          ids.add(value);
        }
        // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
        assert.doesNotMatch(value, /^[\s\0-\x1f]*(?:javascript|vbscript|data|mailto):/i, html);
      }
    },
    oncomment: () => assert.fail(`a comment in ${html}`),
    onprocessinginstruction: () => assert.fail(`a declaration in ${html}`),
  });
  parser.write(html);
  parser.end();
}
