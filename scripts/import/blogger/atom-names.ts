// Names the elements of Blogger's Atom files by what their namespace is, never by the prefix that the file happens to use.

import { createNamer } from "../xml/namespaces.ts";

const USUAL_PREFIXES: ReadonlySet<string> = new Set(["app", "blogger", "gd", "media", "thr"]);

// Blogger has changed some of its namespaces over the years, and so have tools that wrote its format.
const NAMESPACES: readonly { readonly pattern: RegExp; readonly prefix: string }[] = [
  { pattern: /^https?:\/\/(www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#?)$/i, prefix: "" },
  { pattern: /^https?:\/\/(purl\.org\/atom\/app#?|www\.w3\.org\/2007\/app)$/i, prefix: "app:" },
  { pattern: /^https?:\/\/schemas\.google\.com\/g\/2005$/, prefix: "gd:" },
  { pattern: /^https?:\/\/schemas\.google\.com\/blogger\/\d{4}$/, prefix: "blogger:" },
  { pattern: /^https?:\/\/purl\.org\/syndication\/thread\/1\.0$/, prefix: "thr:" },
  { pattern: /^https?:\/\/search\.yahoo\.com\/mrss\/?$/, prefix: "media:" },
];

/**
 * Returns the element's name with the usual prefix (`thr:total`, `title`), or an empty string for an element of another namespace.
 * Prefixes that the file never declared mean what they usually do, because tools that copy exports lose declarations.
 */
export const nameAtomElement = createNamer((declared = "", prefix, local) => {
  if (declared === "") {
    if (prefix === "") return local;
    return USUAL_PREFIXES.has(prefix) ? `${prefix}:${local}` : "";
  }
  const namespace = NAMESPACES.find(({ pattern }) => pattern.test(declared));
  return namespace === undefined ? "" : `${namespace.prefix}${local}`;
});
