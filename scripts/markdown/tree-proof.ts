// Compares Markdown with the tidy tree that it was written from, and finds for each block a way of writing that renders back
// to it. Whether the tree is what the source showed is not asked here, see proof/.

import { compareHtml } from "./compare-html.ts";
import { createElement, type HtmlElement, type HtmlNode } from "./html-node.ts";
import type { Profile } from "./html-vocabulary.ts";
import { renderMarkdown, renderTree } from "./render-markdown.ts";
import { storeHtml } from "./store-html.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** Compares Markdown with the blocks that it was made from. */
export class TreeProof {
  private readonly blocks: readonly HtmlNode[];
  private readonly profile: Profile;
  private readonly expected: string;

  constructor(blocks: readonly HtmlNode[], profile: Profile) {
    this.blocks = blocks;
    this.profile = profile;
    this.expected = this.render(blocks);
  }

  /** Returns what Markdown renders otherwise than its blocks. */
  compare(markdown: string): readonly string[] {
    return compareHtml(this.expected, renderMarkdown(markdown, { profile: this.profile }));
  }

  /** Writes each block in the first way that renders back to the same: Markdown, Markdown with tags, HTML. */
  writeProvenBlocks(): string {
    const written = this.blocks.map((block, index) => {
      const single = [block];
      const expected = this.render(single);
      const isSame = (markdown: string): boolean =>
        compareHtml(expected, renderMarkdown(markdown, { profile: this.profile })).length === 0;
      for (const isTagged of [false, true]) {
        const markdown = writeMarkdown(single, { isTagged });
        if (isSame(markdown) && !this.isListAgain(index)) return markdown;
      }
      return storeHtml(single);
    });
    return written.filter((text) => text !== "").join("\n\n");
  }

  // Two lists in a row, written one by one, would become one.
  private isListAgain(index: number): boolean {
    const [before, block] = [this.blocks[index - 1], this.blocks[index]];
    return (
      before?.kind === "element" &&
      block?.kind === "element" &&
      before.name === block.name &&
      /^[uo]l$/.test(block.name)
    );
  }

  private render(blocks: readonly HtmlNode[]): string {
    const root = createElement("#root", {}, blocks.map(copyNode));
    // The tree is written by the allowlist already: the last gate changes nothing here, as a test shows.
    return renderTree(root, { profile: this.profile }, false);
  }
}

function copyNode(node: HtmlNode): HtmlNode {
  return node.kind === "text" ? { ...node } : copyElement(node);
}

function copyElement(node: HtmlElement): HtmlElement {
  return createElement(node.name, { ...node.attributes }, node.children.map(copyNode));
}
