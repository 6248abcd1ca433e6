// Renders Markdown as the safe HTML of a page. What is safe is decided here, each time a page is built: a text in
// content/ may have been typed by anyone.

import type { HtmlElement } from "./html-node.ts";
import { markdownParser } from "./markdown-parser.ts";
import { holdsHtml, readMarkdownTokens } from "./markdown-tokens.ts";
import { buildTree, type ParseOptions, parseHtml } from "./parse-html.ts";
import { isPlainMarkdown, renderPlain } from "./plain-markdown.ts";
import { type PresentOptions, presentHtml } from "./present-html.ts";
import { sanitizePageHtml } from "./sanitize-page-html.ts";
import { tidyHtml } from "./tidy-html.ts";
import { writeHtml } from "./write-html.ts";

export type { Profile } from "./html-vocabulary.ts";

/**
 * How a text is fitted into its page. Defaults: addresses stay, ids begin with "text-", headings begin at h2 in posts and
 * h4 in comments, tables have no frame, images from elsewhere show "image-not-held.svg".
 */
export type RenderOptions = PresentOptions;

/** Returns the safe HTML of a Markdown text. Never throws, whatever the text. */
export function renderMarkdown(markdown: string, options: RenderOptions): string {
  if (isPlainMarkdown(markdown)) return renderPlain(markdown);
  const environment = {};
  const tokens = markdownParser.parse(markdown, environment);
  if (holdsHtml(tokens)) {
    const source = markdownParser.renderer.render(tokens, markdownParser.options, environment);
    return renderTree(readTidy(source, { profile: options.profile }, false), options, true);
  }
  // Without HTML of its own the text makes no element but Markdown's, and the tree holds only what is allowed.
  const root = buildTree("", { profile: options.profile }, (handler) => readMarkdownTokens(tokens, handler));
  tidyHtml(root, { isLinkifying: false });
  return renderTree(root, options, false);
}

/** Returns the safe HTML of an HTML text, as its Markdown would be rendered. */
export function renderHtml(html: string, options: RenderOptions & Omit<ParseOptions, "profile">): string {
  return renderTree(readTidy(html, options, true), options, true);
}

/** Returns the tidy tree of an HTML text. */
export function readTidy(html: string, options: ParseOptions, isLinkifying: boolean): HtmlElement {
  const root = parseHtml(html, options);
  tidyHtml(root, { isLinkifying });
  return root;
}

/** Returns the safe HTML of a tidy tree. The tree is used up. */
export function renderTree(root: HtmlElement, options: RenderOptions, isGated: boolean): string {
  const html = writeHtml(presentHtml(root, options));
  return isGated ? sanitizePageHtml(html, options.profile) : html;
}
