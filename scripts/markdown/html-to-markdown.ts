// Turns HTML into Markdown that renders back to the same, proves it by comparing what the site's own renderer makes of it
// with the source, and keeps sanitised HTML in place of what fails.

import { dropUnusedAnchors } from "./drop-unused-anchors.ts";
import type { Profile } from "./html-vocabulary.ts";
import { maskEmails } from "./mask-emails.ts";
import { createProof } from "./proof/prove-text.ts";
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
  const root = readTidy(html, { profile, baseUrl, isImport: true }, true);
  dropUnusedAnchors(root);
  const maskedEmails = options.maskEmails === true ? maskEmails(root) : 0;
  const prove = createProof(html, { profile, baseUrl, isMasked: options.maskEmails === true });

  const attempts: readonly ((proof: TreeProof) => string)[] = [
    (proof) => proof.writeProvenBlocks(),
    () => storeHtml(root.children),
  ];
  const finish = (markdown: string, differences: readonly string[], isFallback: boolean): Conversion => ({
    markdown,
    isExact: differences.length === 0,
    differences,
    maskedEmails,
    isFallback,
  });

  const markdown = writeMarkdown(root.children, { isTagged: false });
  const page = renderMarkdown(markdown, { ...PLAIN, profile });
  const first = prove(page);
  // Nearly every text ends here.
  if (first.differences.length === 0 && first.hasSameMarks) return finish(markdown, [], false);

  // What differs from the tree too is the Markdown's fault, and there are other ways to write it.
  const tree = new TreeProof(root.children, profile);
  let best = { markdown, differences: first.differences, faults: tree.compare(markdown) };
  let isFallback = false;
  for (const attempt of attempts) {
    if (best.faults.length === 0) break;
    const other = attempt(tree);
    const faults = tree.compare(other);
    isFallback = true;
    if (faults.length >= best.faults.length) continue;
    best = { markdown: other, faults, differences: prove(renderMarkdown(other, { ...PLAIN, profile })).differences };
  }
  return finish(best.markdown, best.differences.length > 0 ? best.differences : best.faults, isFallback);
}

/** A page without additions of its own. */
const PLAIN = { imageLabel: "", idPrefix: "" };
