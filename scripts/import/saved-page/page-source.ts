// Decides which source a page or a text belongs to, and what it is called there.

import { toSlug } from "../../archive/slug.ts";
import type { NamingOptions } from "../importer.ts";
import type { ExportInput } from "../open-input.ts";

/** One page or text, with what names it. */
export interface NamedInput {
  readonly input: ExportInput;
  /** What the page is known by in its source when it has no address: the slug of its file's name. */
  readonly name: string;
}

/** Inputs of one source. */
export interface InputGroup<Input> {
  readonly id: string;
  /** Address of the source, when it is known. */
  readonly url?: string;
  readonly inputs: readonly Input[];
}

/**
 * Returns the source that a page belongs to: what the user named; else the host of its own address, else of the address
 * that the user gave; else the page alone is the source, `page-<name of the file>`, because nobody knows where it stood.
 */
export function findPageSource(
  { source, baseUrl }: NamingOptions,
  name: string,
  pageUrl?: string,
): { readonly id: string; readonly url?: string } {
  const url = pageUrl === undefined ? baseUrl : toRoot(pageUrl, baseUrl);
  if (source !== undefined) return { id: source, ...(url !== undefined && { url }) };
  if (url === undefined) return { id: `page-${name}` };
  const { host, pathname } = new URL(url);
  return { id: toSlug(`${host.replace(/^www\./, "")} ${pathname}`), url };
}

// The user's address counts where the page lies below it: a host may hold several blogs.
function toRoot(pageUrl: string, baseUrl: string | undefined): string {
  const { origin, host } = new URL(pageUrl);
  if (baseUrl === undefined || new URL(baseUrl).host !== host) return `${origin}/`;
  return baseUrl;
}

/** Groups pages by their source, in the order in which the sources were met. */
export function groupBySource<Input>(
  inputs: readonly Input[],
  findSource: (input: Input) => { readonly id: string; readonly url?: string },
): readonly InputGroup<Input>[] {
  const groups = new Map<string, { id: string; url?: string; inputs: Input[] }>();
  for (const input of inputs) {
    const { id, url } = findSource(input);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { id, ...(url !== undefined && { url }), inputs: [input] });
    else group.inputs.push(input);
  }
  return [...groups.values()];
}

/** Names inputs by their files; files of one name in several folders get a part of their checksum beside it. */
export function nameInputs(inputs: readonly ExportInput[]): readonly NamedInput[] {
  const names = inputs.map(({ name }) => toName(name));
  return inputs.map((input, index) => {
    const name = names[index] ?? "";
    const isShared = names.filter((other) => other === name).length > 1;
    return { input, name: isShared ? `${name}-${input.sha256.slice(0, 8)}` : name };
  });
}

function toName(fileName: string): string {
  return toSlug(fileName.replace(/\.gz$/i, "").replace(/\.(?:txt|text|md|html?|xhtml|mht|php|aspx?)$/i, "")) || "page";
}
