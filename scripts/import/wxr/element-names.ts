// Names the elements of WordPress exports by their namespaces, whatever version of the format these name.

import { createNamer } from "../xml/namespaces.ts";

const USUAL_PREFIXES: ReadonlySet<string> = new Set(["wp", "content", "excerpt", "dc", "wfw"]);

/**
 * Returns the element's name with the usual prefix (`wp:post_id`, `title`), or an empty string for an element of another namespace.
 * Prefixes that the file never declared mean what they usually do, because plugins write them so.
 */
export const nameElement = createNamer((namespace, prefix, local) => {
  if (namespace === undefined || namespace === "") {
    if (prefix === "") return local;
    return namespace === undefined && USUAL_PREFIXES.has(prefix) ? `${prefix}:${local}` : "";
  }
  const usual = usualPrefix(namespace);
  if (usual !== undefined) return `${usual}:${local}`;
  // RSS itself has no namespace, but feeds exist that give their default one a name.
  return prefix === "" && !/^https?:\/\/www\.w3\.org\//.test(namespace) ? local : "";
});

function usualPrefix(namespace: string): string | undefined {
  if (namespace.includes("/export/")) return /\/excerpt\/?$/.test(namespace) ? "excerpt" : "wp";
  if (namespace.includes("/modules/content")) return "content";
  if (namespace.includes("/dc/elements/")) return "dc";
  return namespace.includes("CommentAPI") ? "wfw" : undefined;
}
