// Reads HTML into a flat run of tags and text with htmlparser2's tokenizer; character references are decoded as browsers do.

import { QuoteType, Tokenizer } from "htmlparser2";

/** Receives what the tokenizer finds, in order. Adjacent text comes in one piece. */
export interface TokenHandler {
  readonly onText: (text: string) => void;
  readonly onOpenTag: (name: string, attributes: Record<string, string>) => void;
  readonly onCloseTag: (name: string) => void;
}

/** Reads the text and calls the handler for each token. Comments, declarations and processing instructions are left out. */
export function readTokens(html: string, handler: TokenHandler): void {
  let text = "";
  let name = "";
  let attribute = "";
  let value = "";
  let attributes: Record<string, string> = {};

  const flush = (): void => {
    if (text === "") return;
    const whole = text;
    text = "";
    handler.onText(whole);
  };
  const open = (): void => {
    flush();
    handler.onOpenTag(name, attributes);
  };

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => {
        text += html.slice(start, end);
      },
      ontextentity: (codePoint) => {
        text += String.fromCodePoint(codePoint);
      },
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint);
      },
      onattribend: (quote) => {
        // The first of two equal attributes counts; names like __proto__ are no attribute of ours.
        if (/^[a-z][a-z0-9-]*$/.test(attribute) && !Object.hasOwn(attributes, attribute))
          attributes[attribute] = quote === QuoteType.NoValue ? "" : value;
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => {
        flush();
        handler.onCloseTag(html.slice(start, end).toLowerCase());
      },
      // CDATA in HTML is a comment; what stands in it was never shown.
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  flush();
}
