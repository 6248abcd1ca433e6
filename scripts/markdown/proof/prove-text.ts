// The proof of a conversion: what a page shows of a text is what its source showed, but for what omissions.ts leaves out.

import { EMAIL_MASK, replaceEmailAddresses } from "../email-address.ts";
import type { ReadTokens } from "../html-tokens.ts";
import { compareShown, hasSameMarks } from "./compare-shown.ts";
import { readShown } from "./read-shown.ts";
import type { Shown } from "./shown.ts";

/** What is known about the source's text. */
export interface ProofOptions {
  readonly profile: "post" | "comment";
  readonly baseUrl?: string | undefined;
  /** E-mail addresses were replaced on purpose. */
  readonly isMasked: boolean;
  /** Reads the source's tags. */
  readonly readTokens?: ReadTokens;
}

/** What came of a proof. */
export interface Proof {
  /** Each with an excerpt of both sides; none when the page shows what the source showed. */
  readonly differences: readonly string[];
  /** True when emphasis and code are on the same words too; where markup is tangled they may not be, to no harm. */
  readonly hasSameMarks: boolean;
}

/** Returns a function that compares page HTML with the source; the source is read once. */
export function createProof(sourceHtml: string, options: ProofOptions): (pageHtml: string) => Proof {
  const { profile, baseUrl, isMasked, readTokens } = options;
  const shown = readShown(sourceHtml, { view: "source", profile, baseUrl, readTokens });
  // What the page shows is not masked here: an address that was missed is found.
  const expected = isMasked ? maskShown(shown) : shown;
  return (pageHtml) => {
    const found = readShown(pageHtml, { view: "page", profile, baseUrl });
    return { differences: compareShown(expected, found), hasSameMarks: hasSameMarks(expected, found) };
  };
}

function maskShown(shown: Shown): Shown {
  const mask = (text: string): string => replaceEmailAddresses(text, () => EMAIL_MASK);
  const maskAddress = (text: string): string => replaceEmailAddresses(text, () => "removed");
  return {
    ...shown,
    lines: shown.lines.map(mask),
    // An address, and behind a blank what is said of the image.
    images: shown.images.map((image) => image.replace(/^\S+/, maskAddress).replace(/ .*$/s, mask)),
    links: shown.links.map(({ address, title, text }) => ({
      address: maskAddress(address),
      title: mask(title),
      text: mask(text),
    })),
  };
}
