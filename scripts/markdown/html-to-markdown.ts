// Turns HTML into Markdown that renders back to the same, proves it by rendering it with the site's own renderer, and
// keeps sanitised HTML in place of what fails the proof.

import { compareHtml } from "./compare-html.ts";
import { dropUnusedAnchors } from "./drop-unused-anchors.ts";
import { createElement, type HtmlElement, type HtmlNode } from "./html-node.ts";
import type { Profile } from "./html-vocabulary.ts";
import { maskEmails } from "./mask-emails.ts";
import { readTidy, renderMarkdown, renderTree } from "./render-markdown.ts";
import { storeHtml } from "./store-html.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** What is known about the text. */
export interface ConversionOptions {
  readonly profile: Profile;
  /** Address that relative links and images are resolved against; they stay relative without it. */
  readonly baseUrl?: string;
  /** Replaces e-mail addresses typed in the text. */
  readonly maskEmails?: boolean;
}

/** A converted text, and how sure its conversion is. */
export interface Conversion {
  readonly markdown: string;
  /** True when the Markdown renders back to the same words, links, images and structure. */
  readonly isExact: boolean;
  /** What differs where it is not exact, each with a short excerpt. */
  readonly differences: readonly string[];
  readonly maskedEmails: number;
  /** True when a block, or all of it, is kept as HTML because its Markdown failed the proof. */
  readonly isFallback: boolean;
}

/** Converts HTML to Markdown. Never throws, whatever the text; takes linear time. */
export function htmlToMarkdown(html: string, options: ConversionOptions): Conversion {
  const root = readTidy(html, { profile: options.profile, baseUrl: options.baseUrl, isImport: true }, true);
  dropUnusedAnchors(root);
  const maskedEmails = options.maskEmails === true ? maskEmails(root) : 0;
  const proof = new Proof(root.children, options.profile);
  const attempts: readonly (() => string)[] = [
    () => writeMarkdown(root.children, { isTagged: false }),
    () => proof.writeProvenBlocks(),
    () => storeHtml(root.children),
  ];
  let best: { markdown: string; differences: readonly string[] } | undefined;
  for (const [step, attempt] of attempts.entries()) {
    const markdown = attempt();
    const differences = proof.compare(markdown);
    if (differences.length === 0) return { markdown, isExact: true, differences, maskedEmails, isFallback: step > 0 };
    if (best === undefined || differences.length < best.differences.length) best = { markdown, differences };
  }
  const { markdown = "", differences = [] } = best ?? {};
  return { markdown, isExact: false, differences, maskedEmails, isFallback: true };
}

/** Compares Markdown with the blocks that it was made from. */
class Proof {
  private readonly blocks: readonly HtmlNode[];
  private readonly profile: Profile;
  private readonly expected: string;

  constructor(blocks: readonly HtmlNode[], profile: Profile) {
    this.blocks = blocks;
    this.profile = profile;
    this.expected = this.render(blocks);
  }

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
