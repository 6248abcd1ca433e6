// Builds a tree from tag soup, by and large as browsers do (https://html.spec.whatwg.org/multipage/parsing.html),
// with one difference that makes everything after it simple: inline elements never hold blocks, and blocks that hold
// blocks hold nothing else. Iterative and linear: any depth and size is read, nesting beyond MAX_DEPTH is flattened.

import { closeFrames } from "./close-frames.ts";
import { createElement, createText, findLastPhrasing, type HtmlElement } from "./html-node.ts";
import { readTokens, type TokenHandler } from "./html-tokens.ts";
import { BLOCK_ALIASES, BOUNDARIES, CONTAINERS, INLINE_NAMES, PHRASING, STRUCTURES, VOIDS } from "./html-vocabulary.ts";
import { MediaPlayers } from "./media-players.ts";
import { CONTROLS, canOpenHidden, isHiddenByAttributes, isSmiley, NEVER_SHOWN } from "./proof/omissions.ts";
import { keepCodeLanguage, readAttributes, readImage, readLink } from "./read-attributes.ts";
import { type ParseOptions, TreeBlocks } from "./tree-blocks.ts";

export type { ParseOptions } from "./tree-blocks.ts";

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

// Their end tag may be left out: the next of the kind ends them.
const OPEN_ENDED: ReadonlySet<string> = new Set(["li", "dt", "dd", "td", "th", "tr", "option"]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const HOLDS_CONTROL = /[\0-\x08\x0b\x0d-\x1f\x7f]/;

type Attributes = Record<string, string>;

/** Returns the tree of an HTML text: a `#root` of blocks. Never throws, whatever the text. */
export function parseHtml(html: string, options: ParseOptions): HtmlElement {
  return buildTree(html, options, (builder) => (options.readTokens ?? readTokens)(closeFrames(html), builder));
}

/** Returns the tree of tokens that `read` hands over; `html` is the text that they stand in, as far as it is HTML. */
export function buildTree(html: string, options: ParseOptions, read: (handler: TokenHandler) => void): HtmlElement {
  const builder = new TreeBuilder(html, options);
  read(builder);
  builder.finish();
  return builder.root;
}

class TreeBuilder extends TreeBlocks {
  private readonly html: string;
  private hidden: { readonly name: string; depth: number } | undefined;
  /** Whether hidden parts are hidden for good; found out when the first one comes. */
  private canHide: boolean | undefined;
  private isInNoscript = false;
  /** True right after the start tag of preformatted text, where a line end is not shown. */
  private isAtPreStart = false;
  private lastImage = "";
  private readonly players: MediaPlayers;

  constructor(html: string, options: ParseOptions) {
    super(options);
    this.html = html;
    this.players = new MediaPlayers(options.baseUrl, (href) => this.insertLinkLine(href));
  }

  onText(raw: string): void {
    if (this.hidden !== undefined) return;
    let text = HOLDS_CONTROL.test(raw) ? raw.replace(/\r\n?/g, "\n").replace(CONTROLS, "") : raw;
    if (this.isAtPreStart && text.startsWith("\n")) text = text.slice(1);
    this.isAtPreStart = false;
    if (text === "") return;
    if (/^[ \t\n\f]*$/.test(text) && this.target === undefined && this.top().name !== "pre") return;
    this.insert(createText(text));
  }

  onOpenTag(source: string, attributes: Attributes): void {
    const name = source === "image" ? "img" : source;
    if (this.hidden !== undefined && !this.endsHidden(name)) {
      if (name === this.hidden.name) this.hidden.depth++;
      else if (name === "source" && isPlayer(this.hidden.name)) this.players.show(attributes.src);
      return;
    }
    this.hidden = undefined;
    if (this.isHidden(name, attributes)) {
      this.hidden = { name, depth: 1 };
      if (isBlockName(name)) this.endLine();
      return;
    }
    if (name === "noscript") this.isInNoscript = true;
    this.isAtPreStart = name === "pre" || name === "listing";
    if (attributes.id !== undefined) this.addAnchor(attributes.id);
    const kept = BLOCK_ALIASES.get(name) ?? name;
    if (VOIDS.has(name)) this.openVoid(name, attributes);
    else if (NEVER_SHOWN.has(name)) this.openHidden(name, attributes);
    else if (name === "object") this.players.open(attributes.data);
    else if (this.isKeptBlock(kept, attributes)) this.openBlock(kept, attributes);
    else if (BOUNDARIES.has(name) || CONTAINERS.has(name) || PHRASING.has(name) || STRUCTURES.has(name))
      this.openBoundary(name);
    else this.openInline(name, attributes);
  }

  onCloseTag(source: string): void {
    if (this.hidden !== undefined) {
      const isEnd = source === this.hidden.name ? --this.hidden.depth <= 0 : this.endsHidden(source);
      if (!isEnd) return;
      if (isPlayer(source)) this.players.close();
      const { name } = this.hidden;
      this.hidden = undefined;
      if (isBlockName(name)) this.endLine();
      if (source === name) return;
    }
    if (source === "noscript") this.isInNoscript = false;
    this.isAtPreStart = false;
    const name = BLOCK_ALIASES.get(source) ?? source;
    if (name === "br") this.openVoid("br", {});
    else if (name === "object") this.players.close();
    else if (HEADINGS.includes(name)) this.closeBlock(HEADINGS);
    else if (BOUNDARIES.has(name) || CONTAINERS.has(name) || PHRASING.has(name) || STRUCTURES.has(name))
      this.closeBlock([name]);
    else this.inlines.close(source, this.scopes.current().inlineFloor);
  }

  finish(): void {
    this.players.close();
    this.target ??= this.anchors.length > 0 ? findLastPhrasing(this.root) : undefined;
    this.endRun();
  }

  // Hidden parts

  private isHidden(name: string, { hidden, style }: Attributes): boolean {
    if (this.options.isImport !== true || (hidden === undefined && style === undefined)) return false;
    if (VOIDS.has(name) || !isHiddenByAttributes(hidden, style)) return false;
    this.canHide ??= !canOpenHidden(this.html);
    return this.canHide;
  }

  /** Returns true for a tag that browsers end a hidden paragraph or inline element at, to lose no word after it. */
  private endsHidden(name: string): boolean {
    const hidden = this.hidden?.name ?? "";
    if (NEVER_SHOWN.has(hidden)) return false;
    if (hidden === "p" || !isBlockName(hidden)) return isBlockName(name);
    return name === hidden && OPEN_ENDED.has(name);
  }

  // Inline elements

  private openInline(name: string, attributes: Attributes): void {
    const kept = INLINE_NAMES.get(name);
    const depth = this.blocks.length;
    if (name === "a") {
      if (attributes.name !== undefined && attributes.id === undefined) this.addAnchor(attributes.name);
      this.inlines.close("a", this.scopes.current().inlineFloor);
      if (this.anchors.length > 0) this.enterPhrasing();
      const link = readLink(attributes, this.options);
      this.inlines.open("a", link === undefined ? undefined : "a", link ?? {}, depth);
      return;
    }
    const own = kept === undefined ? {} : readAttributes(kept, attributes, this.options);
    if (kept === "code" && this.top().name === "pre") {
      keepCodeLanguage(attributes, this.top().attributes);
      this.inlines.open(name, undefined, {}, depth);
      return;
    }
    const isEmptySpan = kept === "span" && Object.keys(own).length === 0;
    this.inlines.open(name, isEmptySpan ? undefined : kept, own, depth);
  }

  private openVoid(name: string, attributes: Attributes): void {
    if (name === "br" || name === "wbr") this.insert(createElement(name));
    else if (name === "hr") this.insertBlock(createElement("hr"));
    else if (name === "img") this.insertImage(attributes);
    else if (name === "embed") this.players.show(attributes.src);
    else if (name === "area") this.players.link(attributes.href);
    else if (name === "param" && /^(?:movie|src)$/i.test(attributes.name ?? "")) this.players.suggest(attributes.value);
  }

  private insertImage(attributes: Attributes): void {
    const image = readImage(attributes, this.options);
    if (this.options.isImport === true && isSmiley(attributes.class)) {
      this.insert(createText(attributes.alt ?? ""));
      return;
    }
    const address = image?.src;
    if (image === undefined || address === undefined || (this.isInNoscript && address === this.lastImage)) return;
    this.lastImage = address;
    this.insert(createElement("img", image));
  }

  private insertLinkLine(href: string): void {
    this.insertBlock(createElement("p", {}, [createElement("a", { href }, [createText(href)])]));
  }

  private openHidden(name: string, attributes: Attributes): void {
    this.hidden = { name, depth: 1 };
    if (name === "iframe") this.players.link(attributes.src ?? attributes["data-src"]);
    if (name === "video" || name === "audio") {
      this.players.open(undefined);
      this.players.show(attributes.src);
    }
  }
}

function isPlayer(name: string): boolean {
  return name === "video" || name === "audio";
}

function isBlockName(name: string): boolean {
  const kept = BLOCK_ALIASES.get(name) ?? name;
  return BOUNDARIES.has(name) || CONTAINERS.has(kept) || PHRASING.has(kept) || STRUCTURES.has(kept) || name === "hr";
}
