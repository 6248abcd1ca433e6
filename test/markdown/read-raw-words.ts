// Reads the words of HTML with nothing of the code under test: the independent witness of "the same words".

import { Parser } from "htmlparser2";

const HIDDEN = /^(?:script|style|title|iframe|video|audio|noembed|noframes)$/;
const BLOCK =
  /^(?:address|blockquote|body|br|caption|center|dd|details|div|dl|dt|embed|figcaption|figure|form|h[1-6]|head|hr|html|iframe|li|object|ol|option|p|pre|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul)$/;

/** Returns the words that a reader of the HTML sees, in order. */
export function readRawWords(html: string): string[] {
  let text = "";
  let hiddenDepth = 0;
  const parser = new Parser({
    ontext: (piece) => {
      if (hiddenDepth === 0) text += piece;
    },
    onopentag: (name) => {
      if (HIDDEN.test(name)) hiddenDepth++;
      if (BLOCK.test(name)) text += " ";
    },
    onclosetag: (name) => {
      if (HIDDEN.test(name)) hiddenDepth--;
      if (BLOCK.test(name)) text += " ";
    },
  });
  parser.write(html);
  parser.end();
  return text.split(/[\s\u00a0\u200b\ufeff]+/).filter((word) => word !== "");
}
