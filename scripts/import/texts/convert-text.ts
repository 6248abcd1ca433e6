// Converts one text of a source into the Markdown that is written, and tells how that differs from the source. It is
// proved as it will be read back from its file, so nothing of it can get lost on the way.

import { parseFrontMatter, serializeFrontMatter } from "../../archive/front-matter.ts";
import { compareHtml } from "../../markdown/compare-html.ts";
import { hideEmailAddresses } from "../../markdown/email-address.ts";
import { escapeMarkdown } from "../../markdown/escape.ts";
import { type Conversion, type ConversionOptions, htmlToMarkdown } from "../../markdown/html-to-markdown.ts";
import { htmlToText } from "../../markdown/html-to-text.ts";
import { renderMarkdown } from "../../markdown/render-markdown.ts";
import type { SourceText } from "../importer.ts";
import { toPlainText } from "../wordpress/plain-text.ts";
import { clearSecrets } from "./clear-secrets.ts";

/** A text for a converter, without what only the account needs; plain data, so that a worker can be given it. */
export type TextJob = Pick<SourceText, "html" | "isPlain" | "profile" | "baseUrl">;

/** A text after its conversion. */
export interface ConvertedText {
  readonly markdown: string;
  /** How what is written differs from the source; none when a reader finds the same. */
  readonly differences: readonly string[];
  readonly maskedEmails: number;
  /** Addresses that lost a key of a session or the like: what is told of differences takes no notice of it. */
  readonly clearedAddresses: number;
  /** Why it could not be converted: then its words stand as plain text. */
  readonly failure?: string;
}

/** Converts a text. Never throws. */
export function convertText(source: TextJob, maskEmails: boolean): ConvertedText {
  const { html, count: clearedAddresses } = clearSecrets(source);
  const job = { ...source, html };
  try {
    const { markdown, differences, maskedEmails } = convert(job, maskEmails);
    const lost = compareStored(markdown, job.profile);
    const all = lost.length === 0 ? differences : [...differences, ...lost];
    return { markdown, differences: all, maskedEmails, clearedAddresses };
  } catch (error) {
    return convertInNeed(source, maskEmails, error instanceof Error ? error.message : String(error));
  }
}

/** Saves the words of a text that cannot be converted. */
export function convertInNeed(job: TextJob, maskEmails: boolean, failure: string): ConvertedText {
  const { isPlain } = job;
  const { html, count: clearedAddresses } = clearSecrets(job);
  const words = isPlain === true ? html : toPlainText(html);
  const kept = maskEmails ? hideEmailAddresses(words) : words;
  const differences = [`the text could not be converted (${failure}); its words stand without their form`];
  const maskedEmails = kept === words ? 0 : 1;
  return { markdown: escapeMarkdown(kept), differences, maskedEmails, clearedAddresses, failure };
}

function convert({ html, isPlain, profile, baseUrl }: TextJob, maskEmails: boolean): Omit<Conversion, "isFallback"> {
  if (isPlain === true) return convertPlain(html, profile, maskEmails);
  return htmlToMarkdown(html, { profile, maskEmails, ...(baseUrl !== undefined && { baseUrl }) });
}

function convertPlain(
  text: string,
  profile: ConversionOptions["profile"],
  maskEmails: boolean,
): Omit<Conversion, "isFallback"> {
  const kept = maskEmails ? hideEmailAddresses(text) : text;
  const markdown = escapeMarkdown(kept);
  const isExact = toWords(htmlToText(renderMarkdown(markdown, { profile }))) === toWords(kept);
  const differences = isExact ? [] : ["words: they do not all come back from the Markdown"];
  return { markdown, isExact, differences, maskedEmails: kept === text ? 0 : 1 };
}

// The conversion has proved the Markdown as it made it; a file holds no control characters, CRLF or blank ends.
function compareStored(markdown: string, profile: ConversionOptions["profile"]): readonly string[] {
  const { body } = parseFrontMatter(serializeFrontMatter([], markdown));
  if (body === markdown) return [];
  return compareHtml(renderMarkdown(markdown, { profile }), renderMarkdown(body, { profile }));
}

function toWords(text: string): string {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .join(" ");
}
