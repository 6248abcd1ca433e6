// Reads HTML into a flat run of tags and text with htmlparser2's tokenizer; character references are decoded as browsers do.

import { decodeHTML, decodeHTMLAttribute } from "entities";
import { QuoteType, Tokenizer } from "htmlparser2";

const TAG =
  /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[ \t\n\r\f]+[a-zA-Z][a-zA-Z0-9:_-]*(?:="[^"]*"|='[^']*')?)*)[ \t\n\r\f]*\/?>/y;
const ATTRIBUTE = /([a-zA-Z][a-zA-Z0-9:_-]*)(?:="([^"]*)"|='([^']*)')?/g;
// Elements whose content is not read as HTML.
const RAW: ReadonlySet<string> = new Set(
  "iframe noembed noframes plaintext script style textarea title xmp".split(" "),
);

/** Receives what the tokenizer finds, in order. Adjacent text comes in one piece. */
export interface TokenHandler {
  readonly onText: (text: string) => void;
  readonly onOpenTag: (name: string, attributes: Record<string, string>) => void;
  readonly onCloseTag: (name: string) => void;
}

/** Reads the text and calls the handler for each token. Comments, declarations and processing instructions are left out. */
export function readTokens(html: string, handler: TokenHandler): void {
  const { position, text } = readPlainTokens(html, handler);
  if (position === html.length) {
    if (text !== "") handler.onText(text);
    return;
  }
  const rest = html.slice(position);
  const reader = new TokenReader(rest, handler, text);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(rest);
  tokenizer.end();
  reader.flush();
}

/** Reads a text like readTokens. */
export type ReadTokens = (html: string, handler: TokenHandler) => void;

/** Returns a reader that finds the tokens of one text once, however often it reads it; others are read as they come. */
export function rememberTokens(html: string): ReadTokens {
  let tape: TokenTape | undefined;
  return (source, handler) => {
    if (source !== html) {
      readTokens(source, handler);
      return;
    }
    if (tape === undefined) {
      tape = new TokenTape();
      readTokens(html, tape);
    }
    tape.play(handler);
  };
}

class TokenTape implements TokenHandler {
  private readonly strings: string[] = [];
  /** Attributes of start tags; true for end tags, undefined for text. */
  private readonly kinds: (Record<string, string> | true | undefined)[] = [];

  onText(text: string): void {
    this.strings.push(text);
    this.kinds.push(undefined);
  }

  onOpenTag(name: string, attributes: Record<string, string>): void {
    this.strings.push(name);
    this.kinds.push(attributes);
  }

  onCloseTag(name: string): void {
    this.strings.push(name);
    this.kinds.push(true);
  }

  play(handler: TokenHandler): void {
    const { strings, kinds } = this;
    for (let index = 0; index < strings.length; index++) {
      const kind = kinds[index];
      const text = strings[index] as string;
      if (kind === undefined) handler.onText(text);
      else if (kind === true) handler.onCloseTag(text);
      else handler.onOpenTag(text, kind);
    }
  }
}

/**
 * Reads as far as tags are written as most are, many times faster than a tokenizer that looks at each character; returns
 * where it stopped, with the text before that was not handed over.
 */
function readPlainTokens(html: string, handler: TokenHandler): { readonly position: number; readonly text: string } {
  let text = "";
  let position = 0;
  for (;;) {
    const start = html.indexOf("<", position);
    if (start === -1) return { position: html.length, text: text + decode(html.slice(position)) };
    if (start > position) text += decode(html.slice(position, start));
    position = start;
    if (html.startsWith("<!--", start)) {
      const end = html.indexOf("-->", start + 4);
      if (end === -1 || isOddComment(html.slice(start + 4, end + 1))) return { position, text };
      position = end + 3;
      continue;
    }
    TAG.lastIndex = start;
    const tag = TAG.exec(html);
    if (tag === null) return { position, text };
    const name = (tag[2] as string).toLowerCase();
    const attributes = tag[3] as string;
    const isEnd = tag[1] !== "";
    if (isEnd ? attributes !== "" : RAW.has(name)) return { position, text };
    if (text !== "") handler.onText(text);
    text = "";
    if (isEnd) handler.onCloseTag(name);
    else handler.onOpenTag(name, attributes === "" ? {} : readPlainAttributes(attributes));
    position = start + tag[0].length;
  }
}

function isOddComment(content: string): boolean {
  return content.startsWith(">") || content.startsWith("->") || content.includes("--!>");
}

function readPlainAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(source); found !== null; found = ATTRIBUTE.exec(source)) {
    const name = (found[1] as string).toLowerCase();
    if (!isKeptName(name) || Object.hasOwn(attributes, name)) continue;
    const value = found[2] ?? found[3] ?? "";
    attributes[name] = value.includes("&") ? decodeHTMLAttribute(value) : value;
  }
  return attributes;
}

// Names like __proto__ are no attribute of ours.
function isKeptName(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}

function decode(text: string): string {
  return text.includes("&") ? decodeHTML(text) : text;
}

// A class, because this is made for each of a hundred thousand comments, and methods cost nothing then.
class TokenReader {
  private readonly html: string;
  private readonly handler: TokenHandler;
  private text: string;
  private name = "";
  private attribute = "";
  private value = "";
  private attributes: Record<string, string> = {};

  constructor(html: string, handler: TokenHandler, text: string) {
    this.html = html;
    this.handler = handler;
    this.text = text;
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
    // The first of two equal attributes counts.
    if (isKeptName(this.attribute) && !Object.hasOwn(this.attributes, this.attribute))
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
