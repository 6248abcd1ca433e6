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
  const reader = new TokenReader(html, handler);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  reader.flush();
}

// A class, because this is made for each of a hundred thousand comments, and methods cost nothing then.
class TokenReader {
  private readonly html: string;
  private readonly handler: TokenHandler;
  private text = "";
  private name = "";
  private attribute = "";
  private value = "";
  private attributes: Record<string, string> = {};

  constructor(html: string, handler: TokenHandler) {
    this.html = html;
    this.handler = handler;
  }

  flush(): void {
    if (this.text === "") return;
    const whole = this.text;
    this.text = "";
    this.handler.onText(whole);
  }

  ontext(start: number, end: number): void {
    this.text += this.html.slice(start, end);
  }

  ontextentity(codePoint: number): void {
    this.text += String.fromCodePoint(codePoint);
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, end).toLowerCase();
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint);
  }

  onattribend(quote: QuoteType): void {
    // The first of two equal attributes counts; names like __proto__ are no attribute of ours.
    if (/^[a-z][a-z0-9-]*$/.test(this.attribute) && !Object.hasOwn(this.attributes, this.attribute))
      this.attributes[this.attribute] = quote === QuoteType.NoValue ? "" : this.value;
  }

  onopentagend(): void {
    this.flush();
    this.handler.onOpenTag(this.name, this.attributes);
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    this.flush();
    this.handler.onCloseTag(this.html.slice(start, end).toLowerCase());
  }

  // CDATA in HTML is a comment; what stands in it was never shown.
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
