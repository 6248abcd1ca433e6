// Takes the addresses out of what a Markdown text renders to, so that what is left of two texts can be compared.

import type { Token } from "markdown-it";
import { findTagAddresses } from "./find-tag-addresses.ts";
import { markdownParser } from "./markdown-parser.ts";

/** What an address belongs to. */
export type AddressKind = "link" | "image";

/** What a text renders to, and its addresses apart. */
export interface RenderedAddresses {
  /** HTML, not safe to show, with blanks for the addresses. */
  readonly html: string;
  /** In the order of the blanks. */
  readonly addresses: readonly { readonly address: string; readonly kind: AddressKind }[];
}

/** Returns what tokens render to. They are used up. */
export function readRenderedAddresses(tokens: Token[], environment: object): RenderedAddresses {
  const addresses: { address: string; kind: AddressKind }[] = [];
  takeAddresses(tokens, addresses);
  return { html: markdownParser.renderer.render(tokens, markdownParser.options, environment), addresses };
}

function takeAddresses(tokens: readonly Token[], addresses: { address: string; kind: AddressKind }[]): void {
  for (const token of tokens) {
    if (token.type === "link_open") take(token, "href", "link", addresses);
    else if (token.type === "image") take(token, "src", "image", addresses);
    else if (token.type === "html_inline" || token.type === "html_block") takeFromTags(token, addresses);
    // The description of an image holds tokens, but none of them is shown as a link.
    if (token.children !== null && token.type !== "image") takeAddresses(token.children, addresses);
  }
}

function take(
  token: Token,
  name: string,
  kind: AddressKind,
  addresses: { address: string; kind: AddressKind }[],
): void {
  addresses.push({ address: token.attrGet(name) ?? "", kind });
  token.attrSet(name, "");
}

function takeFromTags(token: Token, addresses: { address: string; kind: AddressKind }[]): void {
  let content = "";
  let end = 0;
  for (const found of findTagAddresses(token.content)) {
    addresses.push({ address: found.address, kind: found.kind });
    content += token.content.slice(end, found.start);
    end = found.end;
  }
  token.content = content + token.content.slice(end);
}
