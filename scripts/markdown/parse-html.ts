// Builds a tree from tag soup, by and large as browsers do (https://html.spec.whatwg.org/multipage/parsing.html),
// with one difference that makes everything after it simple: inline elements never hold blocks, and blocks that hold
// blocks hold nothing else. Iterative and linear: any depth and size is read, nesting beyond MAX_DEPTH is flattened.

import { closeFrames } from "./close-frames.ts";
import { createElement, createText, findLastPhrasing, type HtmlElement, type HtmlNode } from "./html-node.ts";
import { readTokens, type TokenHandler } from "./html-tokens.ts";
import {
  BLOCK_ALIASES,
  BOUNDARIES,
  CONTAINERS,
  INLINE_NAMES,
  NOT_IN_COMMENTS,
  PHRASING,
  type Profile,
  STRUCTURES,
  TABLE_PARTS,
  VOIDS,
} from "./html-vocabulary.ts";
import { MediaPlayers } from "./media-players.ts";
import { OpenInlines } from "./open-inlines.ts";
import { CONTROLS, canOpenHidden, isHiddenByAttributes, isSmiley, NEVER_SHOWN } from "./proof/omissions.ts";
import { keepCodeLanguage, readAttributes, readImage, readLink } from "./read-attributes.ts";
import { TreeScopes } from "./tree-scopes.ts";

/** Blocks nested deeper than this are kept as text in the block that is this deep. */
export const MAX_DEPTH = 90;
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];
const BARRIERS: ReadonlySet<string> = new Set(["#root", "table", "td", "th", "caption"]);
// How far up a new list item looks for the one before it, through mere boundaries.
const MAX_LOOK_UP = 200;

// Their end tag may be left out: the next of the kind ends them.
const OPEN_ENDED: ReadonlySet<string> = new Set(["li", "dt", "dd", "td", "th", "tr", "option"]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const HOLDS_CONTROL = /[\0-\x08\x0b\x0d-\x1f\x7f]/;

type Attributes = Record<string, string>;

/** What is known about the text that is read. */
export interface ParseOptions {
  readonly profile: Profile;
  /** Where the text stood: relative links and images are made absolute by it. */
  readonly baseUrl?: string | undefined;
  /** True for text from elsewhere: `lang` from word processors, sizes of images and smileys as images go. */
  readonly isImport?: boolean | undefined;
}

/** An element on the stack of blocks; a mere boundary has no node. */
interface OpenBlock {
  readonly name: string;
  readonly node: HtmlElement | undefined;
}

/** Returns the tree of an HTML text: a `#root` of blocks. Never throws, whatever the text. */
export function parseHtml(html: string, options: ParseOptions): HtmlElement {
  return buildTree(html, options, (builder) => readTokens(closeFrames(html), builder));
}

/** Returns the tree of tokens that `read` hands over; `html` is the text that they stand in, as far as it is HTML. */
export function buildTree(html: string, options: ParseOptions, read: (handler: TokenHandler) => void): HtmlElement {
  const builder = new TreeBuilder(html, options);
  read(builder);
  builder.finish();
  return builder.root;
}

class TreeBuilder {
  readonly root = createElement("#root");
  private readonly html: string;
  private readonly options: ParseOptions;
  private readonly blocks: OpenBlock[] = [];
  private readonly nodes: HtmlElement[] = [];
  private readonly scopes = new TreeScopes();
  private readonly inlines = new OpenInlines();
  /** Where text goes now; undefined when a new run of text would begin. */
  private target: HtmlElement | undefined;
  /** Ids that wait for the next text. */
  private anchors: string[] = [];
  private hidden: { readonly name: string; depth: number } | undefined;
  /** Whether hidden parts are hidden for good; found out when the first one comes. */
  private canHide: boolean | undefined;
  private isInNoscript = false;
  /** True right after the start tag of preformatted text, where a line end is not shown. */
  private isAtPreStart = false;
  private lastImage = "";
  /** Lists around items that stood without one. */
  private readonly impliedLists = new Set<HtmlElement>();
  private readonly players: MediaPlayers;

  constructor(html: string, options: ParseOptions) {
    this.html = html;
    this.options = options;
    this.players = new MediaPlayers(options.baseUrl, (href) => this.insertLinkLine(href));
    this.push("#root", this.root);
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

  /** Ends the line, as the start or end of a block does. */
  private endLine(): void {
    if (this.target !== undefined && CONTAINERS.has(this.top().name)) this.endRun();
  }

  // Blocks

  private top(): HtmlElement {
    return this.nodes[this.nodes.length - 1] ?? this.root;
  }

  private isKeptBlock(name: string, attributes: Attributes): boolean {
    if (this.options.profile === "comment" && NOT_IN_COMMENTS.has(name)) return false;
    if (name === "div") return Object.keys(readAttributes("div", attributes, this.options)).length > 0;
    if (name === "summary") return this.top().name === "details";
    if (name === "figcaption") return this.nodes.some((node) => node.name === "figure");
    if (TABLE_PARTS.has(name)) return this.nodes.some((node) => node.name === "table");
    return CONTAINERS.has(name) || PHRASING.has(name) || STRUCTURES.has(name);
  }

  private push(name: string, node: HtmlElement | undefined): void {
    this.blocks.push({ name, node });
    if (node === undefined) {
      this.scopes.openBoundary(name);
      return;
    }
    this.nodes.push(node);
    if (BARRIERS.has(name)) this.scopes.open(this.nodes.length - 1, this.inlines.length);
  }

  private pop(): OpenBlock | undefined {
    if (this.blocks.length <= 1) return undefined;
    this.endRun();
    const block = this.blocks.pop() as OpenBlock;
    if (block.node === undefined) {
      this.scopes.closeBoundary(block.name);
      this.inlines.endBlock(this.blocks.length + 1, false, 0);
      return block;
    }
    this.nodes.pop();
    const isBarrier = BARRIERS.has(block.name);
    this.inlines.endBlock(this.blocks.length + 1, isBarrier, isBarrier ? this.scopes.current().inlineFloor : 0);
    if (isBarrier) this.scopes.close();
    return block;
  }

  private popTo(node: HtmlElement): void {
    for (;;) if (this.pop()?.node === node || this.blocks.length <= 1) return;
  }

  /** Closes open nodes until one of these is innermost. */
  private unwindTo(names: readonly string[]): void {
    while (this.nodes.length > 1 && !names.includes(this.top().name)) this.pop();
    // Boundaries above it belong to what was closed.
    while (this.blocks.length > 1 && this.blocks[this.blocks.length - 1]?.node === undefined) this.pop();
  }

  private openBlock(name: string, attributes: Attributes): void {
    this.closeParagraph();
    const top = this.top();
    if (PHRASING.has(top.name)) {
      if (name === "p") {
        this.openBoundary(name);
        return;
      }
      this.popTo(top);
    }
    if (name === "li") this.prepareItem(["li"], ["ul", "ol"], "ul");
    else if (name === "dt" || name === "dd") this.prepareItem(["dt", "dd"], ["dl"], "dl");
    else if (TABLE_PARTS.has(name)) this.prepareTablePart(name);
    else this.enterContainer();
    this.endRun();
    if (this.nodes.length >= MAX_DEPTH) {
      this.push(name, undefined);
      return;
    }
    this.pushNew(name, readAttributes(name, attributes, this.options));
  }

  private pushNew(name: string, attributes: Attributes = {}): void {
    const node = createElement(name, attributes);
    this.top().children.push(node);
    this.push(name, node);
  }

  private openBoundary(name: string): void {
    this.closeParagraph();
    this.endRun();
    this.push(name, undefined);
  }

  private closeBlock(names: readonly string[]): void {
    const { nodeFloor } = this.scopes.current();
    const isTablePart = TABLE_PARTS.has(names[0] ?? "") || names[0] === "table";
    if (this.scopes.hasBoundary(names)) {
      for (;;) {
        const block = this.pop();
        if (block === undefined || (block.node === undefined && names.includes(block.name))) return;
      }
    }
    for (let index = this.nodes.length - 1; index > 0; index--) {
      const node = this.nodes[index] as HtmlElement;
      if (names.includes(node.name)) {
        this.popTo(node);
        return;
      }
      if (isTablePart ? node.name === "table" : index <= nodeFloor) break;
      // The end tag of an item does not reach out of a list inside it.
      if (names[0] === "li" && (node.name === "ul" || node.name === "ol")) break;
    }
    // A stray end tag still ends the line between blocks, as its start tag would have; one of a paragraph is an empty one.
    if (names[0] === "p") this.endRun();
    else this.endLine();
  }

  private closeParagraph(): void {
    const { nodeFloor } = this.scopes.current();
    for (let index = this.nodes.length - 1; index > nodeFloor; index--) {
      const node = this.nodes[index] as HtmlElement;
      if (node.name === "p") {
        this.popTo(node);
        return;
      }
    }
  }

  /** Closes the list item before this one, and opens a list where there is none. */
  private prepareItem(siblings: readonly string[], lists: readonly string[], implied: string): void {
    for (let index = this.blocks.length - 1, steps = 0; index > 0 && steps < MAX_LOOK_UP; index--, steps++) {
      const block = this.blocks[index] as OpenBlock;
      if (siblings.includes(block.name) && block.node !== undefined) {
        this.popTo(block.node);
        break;
      }
      if (block.node !== undefined && block.name !== "p") break;
    }
    if (lists.includes(this.top().name)) return;
    this.enterContainer();
    if (this.nodes.length >= MAX_DEPTH) return;
    this.pushNew(implied);
    this.impliedLists.add(this.top());
  }

  private prepareTablePart(name: string): void {
    if (name === "td" || name === "th") {
      this.unwindTo(["tr", "table", "thead", "tbody", "tfoot"]);
      if (this.top().name !== "tr") this.pushNew("tr");
    } else if (name === "tr") this.unwindTo(["table", "thead", "tbody", "tfoot"]);
    else this.unwindTo(["table"]);
  }

  /** Makes sure that the innermost node may hold blocks: inside a list that is its last item, inside a table a cell. */
  private enterContainer(): void {
    // A list that nobody opened ends with its last item.
    while (this.impliedLists.has(this.top())) this.popTo(this.top());
    const top = this.top();
    if (!STRUCTURES.has(top.name)) return;
    const item = top.name === "dl" ? "dd" : top.name === "ul" || top.name === "ol" ? "li" : undefined;
    if (item === undefined) {
      if (top.name !== "tr") this.pushNew("tr");
      this.pushNew("td");
      return;
    }
    const last = top.children[top.children.length - 1];
    if (last?.kind === "element" && last.name === item) this.push(item, last);
    else this.pushNew(item);
  }

  // Text and inline elements

  /** Ends the run of text; in a block that holds nothing but text, a line. */
  private endRun(): void {
    const { target } = this;
    if (target !== undefined) {
      this.flushAnchors(target);
      if (target === this.top() && target.name !== "p" && target.children.length > 0)
        target.children.push(createElement("br", { implied: "" }));
    }
    this.target = undefined;
    this.inlines.suspend();
  }

  private insert(node: HtmlNode): void {
    this.inlines.attach(this.enterPhrasing()).children.push(node);
  }

  private enterPhrasing(): HtmlElement {
    if (this.target === undefined) {
      if (STRUCTURES.has(this.top().name)) this.enterContainer();
      const top = this.top();
      if (PHRASING.has(top.name)) this.target = top;
      else {
        this.target = createElement("p");
        top.children.push(this.target);
      }
    }
    this.flushAnchors(this.target);
    return this.target;
  }

  private flushAnchors(target: HtmlElement): void {
    if (this.anchors.length === 0) return;
    const parent = this.inlines.attach(target, true);
    for (const id of this.anchors) parent.children.push(createElement("#anchor", { id }));
    this.anchors = [];
  }

  private addAnchor(id: string): void {
    if (/^[^\s<>"'&]{1,100}$/.test(id)) this.anchors.push(id);
  }

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

  private insertBlock(node: HtmlElement): void {
    this.closeParagraph();
    const top = this.top();
    if (PHRASING.has(top.name)) this.popTo(top);
    this.enterContainer();
    this.endRun();
    this.top().children.push(node);
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
