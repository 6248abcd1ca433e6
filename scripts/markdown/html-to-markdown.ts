// Turns HTML into Markdown that renders back to the same, proves it by comparing what the site's own renderer makes of it
// with the source, and keeps sanitised HTML in place of what fails.

import { dropUnusedAnchors } from "./drop-unused-anchors.ts";
import type { HtmlElement } from "./html-node.ts";
import { rememberTokens } from "./html-tokens.ts";
import type { Profile } from "./html-vocabulary.ts";
import { maskEmails } from "./mask-emails.ts";
import { renderPlain, writePlain } from "./plain-markdown.ts";
import { createProof, type Proof } from "./proof/prove-text.ts";
import { readTidy, renderMarkdown } from "./render-markdown.ts";
import { storeHtml } from "./store-html.ts";
import { TreeProof } from "./tree-proof.ts";
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
  /** True when the Markdown shows the same words, links, images and structure as the source. */
  readonly isExact: boolean;
  /** What differs from what the source showed where it is not exact, each with a short excerpt of both. */
  readonly differences: readonly string[];
  readonly maskedEmails: number;
  /** True when a block, or all of it, is kept as HTML because its Markdown failed the proof. */
  readonly isFallback: boolean;
}

/** Converts HTML to Markdown. Never throws, whatever the text; takes linear time. */
export function htmlToMarkdown(html: string, options: ConversionOptions): Conversion {
  const { profile, baseUrl } = options;
  const isMasked = options.maskEmails === true;
  // Converter and proof share the tags, and nothing that they make of them.
  const readTokens = rememberTokens(html);
  const prove = createProof(html, { profile, baseUrl, isMasked, readTokens });

  // Most comments are mere paragraphs; they need no tree, but the same proof.
  const plain = isMasked && html.includes("@") ? undefined : writePlain(html);
  if (plain !== undefined && isProven(prove(renderPlain(plain))))
    return { markdown: plain, isExact: true, differences: [], maskedEmails: 0, isFallback: false };

  const root = readTidy(html, { profile, baseUrl, isImport: true, readTokens }, true);
  if (/(?:id|name)\s*=/i.test(html)) dropUnusedAnchors(root, baseUrl);
  const maskedEmails = isMasked ? maskEmails(root) : 0;
  const markdown = writeMarkdown(root.children, { isTagged: false });
  const proof = prove(renderMarkdown(markdown, { ...PLAIN_PAGE, profile }));
  // Nearly every other text ends here.
  if (isProven(proof)) return { markdown, isExact: true, differences: [], maskedEmails, isFallback: false };
  return { ...writeOtherwise(root, profile, prove, { markdown, differences: proof.differences }), maskedEmails };
}

/** A page without additions of its own. */
const PLAIN_PAGE = { imageLabel: "", idPrefix: "" };

function isProven(proof: Proof): boolean {
  return proof.differences.length === 0 && proof.hasSameMarks;
}

/** What Markdown says otherwise than the tree is its own fault, and there are other ways to write it: the best is taken. */
function writeOtherwise(
  root: HtmlElement,
  profile: Profile,
  prove: (page: string) => Proof,
  first: { readonly markdown: string; readonly differences: readonly string[] },
): Omit<Conversion, "maskedEmails"> {
  const tree = new TreeProof(root.children, profile);
  let best = { ...first, faults: tree.compare(first.markdown), isFallback: false };
  for (const attempt of [() => tree.writeProvenBlocks(), () => storeHtml(root.children)]) {
    if (best.faults.length === 0) break;
    const markdown = attempt();
    const faults = tree.compare(markdown);
    if (faults.length >= best.faults.length) continue;
    const { differences } = prove(renderMarkdown(markdown, { ...PLAIN_PAGE, profile }));
    best = { markdown, faults, differences, isFallback: true };
  }
  const { markdown, isFallback, faults } = best;
  const differences = best.differences.length > 0 ? best.differences : faults;
  return { markdown, isExact: differences.length === 0, differences, isFallback };
}
