// Hands Markdown's tokens to a reader of HTML tokens, without writing HTML and reading it again.

import type { Token } from "markdown-it";
import type { TokenHandler } from "./html-tokens.ts";
import { markdownParser, plainTextOf } from "./markdown-parser.ts";

/** Returns true when a text brings HTML of its own, which has to be read as HTML. */
export function holdsHtml(tokens: readonly Token[]): boolean {
  for (const { type, children } of tokens)
    if (type === "html_block" || type === "html_inline" || (children !== null && holdsHtml(children))) return true;
  return false;
}

/** Hands over what markdown-it's own renderer would write for tokens without HTML, but for line ends that are not shown. */
export function readMarkdownTokens(tokens: readonly Token[], handler: TokenHandler): void {
  const feed = new TokenFeed(handler);
  feed.readAll(tokens);
  feed.flush();
}

class TokenFeed {
  private readonly handler: TokenHandler;
  /** Adjacent text is handed over in one piece. */
  private text = "";

  constructor(handler: TokenHandler) {
    this.handler = handler;
  }

  readAll(tokens: readonly Token[]): void {
    for (const token of tokens) this.read(token);
  }

  flush(): void {
    if (this.text === "") return;
    const { text } = this;
    this.text = "";
    this.handler.onText(text);
  }

  private read(token: Token): void {
    switch (token.type) {
      case "inline":
        this.readAll(token.children ?? []);
        return;
      case "text":
      case "text_special":
        this.text += token.content;
        return;
      case "softbreak":
        this.text += " ";
        return;
      case "hardbreak":
        this.open("br", {});
        return;
      case "code_inline":
        this.open("code", {});
        this.text += token.content;
        this.close("code");
        return;
      case "fence":
      case "code_block":
        this.readCode(token);
        return;
      case "image":
        this.open("img", { ...attributesOf(token), alt: plainTextOf(token.children ?? []) });
        return;
    }
    // Of a paragraph in a close list only its text is written.
    if (token.hidden) return;
    if (token.nesting === -1) this.close(token.tag);
    else this.open(token.tag, attributesOf(token));
  }

  private readCode(token: Token): void {
    const language = token.type === "fence" ? markdownParser.utils.unescapeAll(token.info).trim().split(/\s+/)[0] : "";
    this.open("pre", {});
    this.open("code", language === "" || language === undefined ? {} : { class: `language-${language}` });
    this.text += token.content;
    this.close("code");
    this.close("pre");
  }

  private open(name: string, attributes: Record<string, string>): void {
    this.flush();
    this.handler.onOpenTag(name, attributes);
  }

  private close(name: string): void {
    this.flush();
    this.handler.onCloseTag(name);
  }
}

function attributesOf({ attrs }: Token): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of attrs ?? []) attributes[name] = String(value);
  return attributes;
}
