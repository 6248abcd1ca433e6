// The blocks of a tree while it is built from tag soup: which are open, what opens and closes them, where text goes.
// Inline elements never hold blocks, and blocks that hold blocks hold nothing else. Used by parse-html.ts only.

import { createElement, type HtmlElement, type HtmlNode } from "./html-node.ts";
import type { ReadTokens } from "./html-tokens.ts";
import { CONTAINERS, NOT_IN_COMMENTS, PHRASING, type Profile, STRUCTURES, TABLE_PARTS } from "./html-vocabulary.ts";
import { OpenInlines } from "./open-inlines.ts";
import { readAttributes } from "./read-attributes.ts";
import { TreeScopes } from "./tree-scopes.ts";

/** Blocks nested deeper than this are kept as text in the block that is this deep. */
export const MAX_DEPTH = 90;
const BARRIERS: ReadonlySet<string> = new Set(["#root", "table", "td", "th", "caption"]);
// How far up a new list item looks for the one before it, through mere boundaries.
const MAX_LOOK_UP = 200;

type Attributes = Record<string, string>;

/** What is known about the text that is read. */
export interface ParseOptions {
  readonly profile: Profile;
  /** Where the text stood: relative links and images are made absolute by it. */
  readonly baseUrl?: string | undefined;
  /** True for text from elsewhere: `lang` from word processors, sizes of images and smileys as images go. */
  readonly isImport?: boolean | undefined;
  /** Reads tags; whoever reads the text elsewhere too may have its tokens already. */
  readonly readTokens?: ReadTokens | undefined;
}

/** An element on the stack of blocks; a mere boundary has no node. */
interface OpenBlock {
  readonly name: string;
  readonly node: HtmlElement | undefined;
}

/** Keeps the stack of open blocks. */
export class TreeBlocks {
  readonly root: HtmlElement = createElement("#root");
  protected readonly options: ParseOptions;
  protected readonly blocks: OpenBlock[] = [];
  private readonly nodes: HtmlElement[] = [];
  protected readonly scopes: TreeScopes = new TreeScopes();
  protected readonly inlines: OpenInlines = new OpenInlines();
  /** Where text goes now; undefined when a new run of text would begin. */
  protected target: HtmlElement | undefined;
  /** Ids that wait for the next text. */
  protected anchors: string[] = [];
  /** Lists around items that stood without one. */
  private readonly impliedLists = new Set<HtmlElement>();

  constructor(options: ParseOptions) {
    this.options = options;
    this.push("#root", this.root);
  }

  /** Ends the line, as the start or end of a block does. */
  protected endLine(): void {
    if (this.target !== undefined && CONTAINERS.has(this.top().name)) this.endRun();
  }

  protected top(): HtmlElement {
    return this.nodes[this.nodes.length - 1] ?? this.root;
  }

  protected isKeptBlock(name: string, attributes: Attributes): boolean {
    if (this.options.profile === "comment" && NOT_IN_COMMENTS.has(name)) return false;
    if (name === "div") return Object.keys(readAttributes("div", attributes, this.options)).length > 0;
    if (name === "summary") return this.top().name === "details";
    if (name === "figcaption") return this.nodes.some((node) => node.name === "figure");
    if (TABLE_PARTS.has(name)) return this.nodes.some((node) => node.name === "table");
    return CONTAINERS.has(name) || PHRASING.has(name) || STRUCTURES.has(name);
  }

  protected push(name: string, node: HtmlElement | undefined): void {
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

  protected openBlock(name: string, attributes: Attributes): void {
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

  protected openBoundary(name: string): void {
    this.closeParagraph();
    this.endRun();
    this.push(name, undefined);
  }

  protected closeBlock(names: readonly string[]): void {
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

  protected closeParagraph(): void {
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

  /** Ends the run of text; in a block that holds nothing but text, a line. */
  protected endRun(): void {
    const { target } = this;
    if (target !== undefined) {
      this.flushAnchors(target);
      if (target === this.top() && target.name !== "p" && target.children.length > 0)
        target.children.push(createElement("br", { implied: "" }));
    }
    this.target = undefined;
    this.inlines.suspend();
  }

  protected insert(node: HtmlNode): void {
    this.inlines.attach(this.enterPhrasing()).children.push(node);
  }

  protected enterPhrasing(): HtmlElement {
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

  protected addAnchor(id: string): void {
    if (/^[^\s<>"'&]{1,100}$/.test(id)) this.anchors.push(id);
  }

  protected insertBlock(node: HtmlElement): void {
    this.closeParagraph();
    const top = this.top();
    if (PHRASING.has(top.name)) this.popTo(top);
    this.enterContainer();
    this.endRun();
    this.top().children.push(node);
  }
}
